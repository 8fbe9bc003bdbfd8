/** The reader page: shows what the host sends, posts what its reader asks for. */
import type { FailMessage, FromReader, PassageMessage, ReaderLooks, ReaderSelection, SharedMessage, ShowMessage } from '../protocol';
import type { BlockFlow, ShownBlock } from './blockFlow';
import { flowBlocks } from './blockFlow';
import { watchBlockPlace } from './blockPlace';
import { buildBodyButton } from './bodyButton';
import { buildColophon } from './colophon';
import { element } from './element';
import type { ReaderHost, ReaderState, ReadingPlace } from './host';
import { savedState } from './host';
import { isToReader } from './isToReader';
import { buildMasthead } from './masthead';
import { buildNotice } from './notice';
import { buildQuoteButton } from './quoteButton';
import { clearPassage, markPassage, revealPassage } from './passageMark';
import { readingPlace, returnTo } from './readingPlace';
import { showNextRepair } from './nextRepair';
import { isSameText } from './isSameText';
import { selectedText } from './selectedText';
import { SharedNotes } from './sharedNotes';
import { buildToolbar } from './toolbar';
import type { Wording } from './wording';
import { wordingOf } from './wording';

declare function acquireVsCodeApi(): ReaderHost;

type PageCommand = Extract<FromReader, { type: 'command' }>['command'];

/** Milliseconds of rest after which a scroll position is worth keeping. */
const scrollRest = 150;

class Reader {
  private readonly toolbar = buildToolbar({
    view: view => this.host.postMessage({ type: 'view', view }),
    looks: looks => this.changeLooks(looks),
    command: command => this.command(command),
    quote: () => this.quote(),
    shared: on => this.host.postMessage({ type: 'showShared', on }),
  });
  private readonly quoteButton = buildQuoteButton(() => this.quote());
  private readonly main = element('main', { class: 'page', attributes: { 'aria-busy': 'true' } });
  private readonly place = watchBlockPlace();
  private readonly bodyButton = buildBodyButton(this.main, block => this.host.postMessage({ type: 'isBody', block }));
  private shown: ShowMessage | undefined;
  private flow: BlockFlow | undefined;
  private selection: ReaderSelection | undefined;
  private unreturned: ReadingPlace | undefined;
  private unmarked: PassageMessage | undefined;
  private settling = 0;
  private shared: SharedNotes | undefined;
  private readonly sharedLine = element('p', { class: 'shared-line', attributes: { role: 'status' } });
  private scrollTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReaderHost) {
    this.toolbar.root.hidden = true;
    document.body.replaceChildren(this.toolbar.root, this.main, this.quoteButton.root, this.bodyButton.root);
    window.addEventListener('message', event => this.receive(event.data));
    window.addEventListener('scroll', () => this.scrolled(), { passive: true });
    for (const sign of ['wheel', 'keydown', 'pointerdown']) window.addEventListener(sign, () => { this.unreturned = undefined; }, { passive: true });
    document.addEventListener('selectionchange', () => this.selectionChanged());
    document.addEventListener('copy', () => this.tellCopied());
    document.addEventListener('pointerup', () => this.offerQuote());
    document.addEventListener('keydown', event => this.moveByBlock(event));
    document.addEventListener('keyup', event => { if (event.key === 'Escape') this.quoteButton.hide(); });
    host.postMessage({ type: 'ready' });
  }

  private receive(message: unknown): void {
    if (!isToReader(message)) return;
    if (message.type === 'show') this.show(message);
    else if (message.type === 'fail') this.fail(message);
    else if (message.type === 'passage') this.markPassage(message);
    else if (message.type === 'shared') this.showShared(message);
    else this.tellPlace(message.request);
  }

  /** Waits for the blocks of the passage where they are not built yet. */
  private markPassage(message: PassageMessage): void {
    cancelAnimationFrame(this.settling);
    this.unmarked = message;
    const range = this.flow && markPassage(message.passage, this.blocks());
    if (!range) return;
    this.unmarked = undefined;
    if (!message.reveal) return;
    this.unreturned = undefined;
    revealPassage(range);
  }

  /** Marks what stands in other sources, or takes the marks away; what is read stays where it is. */
  private showShared(message: SharedMessage): void {
    const place = this.readPlace();
    this.clearShared();
    this.toolbar.pressShared(message.state !== 'off');
    this.sharedLine.textContent = message.line;
    if (message.state === 'shown' && this.shown) {
      this.shared = new SharedNotes({ message, wording: wordingOf(this.shown.labels), wish: wish => this.host.postMessage(wish) });
      this.shared.mark(this.blocks());
    }
    if (place !== undefined) returnTo(place, this.blocks(), this.edge());
  }

  private clearShared(): void {
    this.shared?.clear();
    this.shared = undefined;
    this.sharedLine.textContent = '';
  }

  private tellPlace(request: number): void {
    const block = this.place.current;
    this.host.postMessage({ type: 'selection', request, ...(this.selection === undefined ? {} : { selection: this.selection }), ...(block === undefined ? {} : { block }) });
  }

  /** Alt with an arrow walks through the blocks, so that each can be put right from the keyboard. */
  private moveByBlock(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    this.place.move(this.blocks(), event.key === 'ArrowDown' ? 1 : -1, this.edge());
  }

  private show(message: ShowMessage): void {
    const before = this.shown;
    if (before?.page.id !== message.page.id) this.place.forget();
    const place = this.placeToKeep(message);
    const wording = wordingOf(message.labels);
    this.shown = message;
    this.toolbar.root.hidden = false;
    this.toolbar.update(message, wording);
    this.quoteButton.name(wording('quote'));
    this.bodyButton.name(wording);
    this.applyLooks(message.looks);
    if (before === undefined || this.flow === undefined || !isSameText(before, message)) this.build(message, wording, place);
    else this.rebuildMasthead(message, wording);
    this.keepState(this.readPlace());
  }

  /** A page shown again stays where it was; another page starts at its head. */
  private placeToKeep(message: ShowMessage): ReadingPlace | undefined {
    if (this.shown !== undefined) return this.shown.page.id === message.page.id ? this.unreturned ?? this.readPlace() : undefined;
    const state = savedState(this.host);
    return state?.id === message.page.id ? state.scroll : undefined;
  }

  private build(message: ShowMessage, wording: Wording, place: ReadingPlace | undefined): void {
    this.flow?.cancel();
    this.flow = undefined;
    this.forgetSelection();
    this.bodyButton.hide();
    clearPassage();
    this.clearShared();
    this.unmarked = undefined;
    const text = element('div', { class: 'text' });
    const article = element('article', { lang: message.page.lang }, this.masthead(message, wording), this.sharedLine, text);
    this.main.className = 'page';
    this.main.replaceChildren(article);
    window.scrollTo({ top: 0, behavior: 'instant' });
    this.unreturned = place;
    if (!message.page.blocks.some(block => block.role === 'body')) text.append(element('p', { class: 'no-body', text: wording('noBody'), lang: document.documentElement.lang }));
    let complete = false;
    this.flow = flowBlocks(message.page.blocks, text, message, last => {
      complete = last;
      if (last) this.finish(article, message);
      this.returnToPlace();
      if (this.unmarked !== undefined) this.markPassage(this.unmarked);
      this.shared?.mark(this.blocks());
    });
    this.main.setAttribute('aria-busy', String(!complete));
    this.returnToPlace();
  }

  private masthead(message: ShowMessage, wording: Wording): HTMLElement {
    return buildMasthead(message, wording, { command: command => this.command(command), nextRepair: () => showNextRepair(this.main) });
  }

  private rebuildMasthead(message: ShowMessage, wording: Wording): void {
    this.main.querySelector('.masthead')?.replaceWith(this.masthead(message, wording));
    this.main.querySelector('.colophon')?.replaceWith(buildColophon(message));
  }

  private finish(article: HTMLElement, message: ShowMessage): void {
    this.main.setAttribute('aria-busy', 'false');
    article.append(buildColophon(message));
  }

  private fail(message: FailMessage): void {
    this.flow?.cancel();
    this.flow = undefined;
    this.shown = undefined;
    this.forgetSelection();
    this.toolbar.root.hidden = true;
    this.main.setAttribute('aria-busy', 'false');
    const showFile = message.fileExists ? (): void => this.command('showFile') : undefined;
    this.main.replaceChildren(buildNotice(message.message, wordingOf(message.labels), showFile));
  }

  private command(command: PageCommand): void {
    this.host.postMessage({ type: 'command', command });
  }

  private quote(): void {
    if (this.selection === undefined) return;
    this.quoteButton.hide();
    this.host.postMessage({ type: 'quote', selection: this.selection });
  }

  private changeLooks(looks: ReaderLooks): void {
    if (this.shown === undefined) return;
    const place = this.readPlace();
    this.shown = { ...this.shown, looks };
    this.applyLooks(looks);
    this.toolbar.update(this.shown, wordingOf(this.shown.labels));
    if (place !== undefined) returnTo(place, this.blocks(), this.edge());
    this.selectionChanged();
    this.quoteButton.hide();
    this.keepState(this.readPlace());
    this.host.postMessage({ type: 'looks', looks });
  }

  private applyLooks(looks: ReaderLooks): void {
    document.documentElement.style.setProperty('--text-size', String(looks.textSize / 100));
    document.body.classList.toggle('show-hidden', looks.showHidden);
    this.bodyButton.hide();
  }

  private blocks(): readonly ShownBlock[] {
    return this.flow?.shown(this.shown?.looks.showHidden ?? false) ?? [];
  }

  private edge(): number {
    return this.toolbar.root.getBoundingClientRect().bottom;
  }

  private readPlace(): ReadingPlace | undefined {
    return readingPlace(this.blocks(), this.edge());
  }

  private returnToPlace(): void {
    const place = this.unreturned;
    if (place === undefined || this.flow === undefined || !returnTo(place, this.blocks(), this.edge())) return;
    this.unreturned = undefined;
    // What was far away gets its true height only once it is near: the place is sought again when it has.
    this.settling = requestAnimationFrame(() => { this.settling = requestAnimationFrame(() => returnTo(place, this.blocks(), this.edge())); });
  }

  private scrolled(): void {
    clearTimeout(this.scrollTimer);
    this.scrollTimer = setTimeout(() => this.keepState(this.readPlace()), scrollRest);
  }

  private keepState(scroll: ReadingPlace | undefined): void {
    if (this.shown === undefined) return;
    const { page, view, looks, pinned } = this.shown;
    const place = this.unreturned ?? scroll;
    const state: ReaderState = { id: page.id, view, looks, pinned, ...(place === undefined ? {} : { scroll: place }) };
    this.host.setState(state);
  }

  /** A selection made empty while the page has the focus is given up; one that another part of the editor took away is kept. */
  private selectionChanged(): void {
    const range = this.currentRange();
    const selection = range === undefined ? undefined : selectedText(range, this.blocks());
    if (selection === undefined && !document.hasFocus() && this.selection !== undefined) return;
    this.tellSelected(selection);
    this.selection = selection;
    this.toolbar.allowQuote(selection !== undefined);
    if (selection === undefined) this.quoteButton.hide();
  }

  private tellSelected(selection: ReaderSelection | undefined): void {
    if (JSON.stringify(selection) !== JSON.stringify(this.selection)) this.host.postMessage({ type: 'selected', ...(selection && { selection }) });
  }

  /** Copying right after selecting can come before the selection is told. */
  private tellCopied(): void {
    this.selectionChanged();
    if (this.selection !== undefined) this.host.postMessage({ type: 'copied', selection: this.selection });
  }

  private forgetSelection(): void {
    this.tellSelected(undefined);
    this.selection = undefined;
    this.toolbar.allowQuote(false);
    this.quoteButton.hide();
  }

  private currentRange(): Range | undefined {
    const selection = document.getSelection();
    return selection === null || selection.rangeCount === 0 ? undefined : selection.getRangeAt(0);
  }

  /** The button waits until the selection stands, so that it never moves under the pointer. */
  private offerQuote(): void {
    requestAnimationFrame(() => {
      const range = this.currentRange();
      if (range !== undefined && this.selection !== undefined && !range.collapsed) this.quoteButton.showAt(range);
      else this.quoteButton.hide();
    });
  }
}

new Reader(acquireVsCodeApi());
