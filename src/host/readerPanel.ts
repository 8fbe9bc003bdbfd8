import * as vscode from 'vscode';
import type { SourceId, Span } from '../core/document';
import { isFromReader, type FromReader, type ReaderLooks, type ReaderPage, type ReaderSelection, type ReaderView, type ToReader } from '../protocol';
import { commands, settings } from './names';
import { readerHtml, type ReaderSite } from './readerHtml';
import { readerLabels, readerReasons } from './readerLabels';
import { inBackground } from './runCommand';
import type { Shelf } from './shelf';
import { doubtNotes, doubtWords } from './doubtWords';
import { PanelSharing } from './sharing/panelSharing';
import { dateWords, errorWords, repairWords, titleWords } from './words';

/** How long a page may take to say what is selected in it. */
const SELECTION_MS = 2000;

export interface ReaderState { readonly id: SourceId; readonly pinned: boolean; readonly view: ReaderView; readonly looks: ReaderLooks }

/** What is selected in a page, and the block with the cursor or the focus. */
export interface ReaderPlace { readonly selection?: ReaderSelection; readonly block?: number }

export interface ReaderEvents {
  focused(panel: ReaderPanel): void;
  selected(): void;
  copied(panel: ReaderPanel, selection: ReaderSelection): void;
  closed(panel: ReaderPanel): void;
}

/** One reader: a webview that shows one source at a time, and what the writer switched in it. */
export class ReaderPanel implements vscode.Disposable {
  private readonly answers = new Map<number, (place: ReaderPlace) => void>();
  private readonly listening: vscode.Disposable;
  private request = 0;
  private ready = false;
  private selected: ReaderSelection | undefined;
  private shown = '';
  /** The passage that is marked in the page; `reveal` until it was brought into view. */
  private passage: { readonly span: Span; readonly reveal: boolean } | undefined;

  private readonly sharing: PanelSharing;

  constructor(private readonly panel: vscode.WebviewPanel, private readonly shelf: Shelf, extension: vscode.Uri, private state: ReaderState, private readonly events: ReaderEvents) {
    this.sharing = new PanelSharing(shelf, message => this.post(message));
    panel.iconPath = { light: vscode.Uri.joinPath(extension, 'media', 'reader-light.svg'), dark: vscode.Uri.joinPath(extension, 'media', 'reader-dark.svg') };
    this.listening = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => { if (isFromReader(message)) inBackground('reader', this.receive(message)); }),
      panel.onDidChangeViewState(() => { if (panel.active) events.focused(this); }),
      panel.onDidDispose(() => this.close()),
    );
    this.title();
    panel.webview.html = readerHtml(siteOf(panel.webview, extension), nonce(), vscode.env.language);
  }

  get source(): SourceId { return this.state.id; }
  get view(): ReaderView { return this.state.view; }
  get pinned(): boolean { return this.state.pinned; }
  get showsHidden(): boolean { return this.state.looks.showHidden; }
  get showsShared(): boolean { return this.sharing.isOn; }
  get isActive(): boolean { return this.panel.active; }
  /** What is selected in the page, as far as it has told. */
  get selection(): ReaderSelection | undefined { return this.selected; }

  /** Brings a source to the front of this reader. */
  show(id: SourceId): void {
    this.panel.reveal();
    if (id === this.state.id) return;
    this.state = { ...this.state, id };
    this.selected = undefined;
    this.passage = undefined;
    inBackground('reader', this.send());
  }

  /** Marks a passage of the source that is shown, and brings it into view. */
  showPassage(span: Span): void {
    this.passage = { span, reveal: true };
    inBackground('reader', this.send());
  }

  /** Shows the same source in another script or punctuation. */
  switchTo(view: ReaderView): void {
    this.state = { ...this.state, view };
    inBackground('reader', this.send());
  }

  /** Marks the passages that stand in other sources, or takes the marks away. */
  showShared(on: boolean): Promise<void> { return this.sharing.turn(on, this.state.id, this.state.view); }

  pin(): void {
    this.state = { ...this.state, pinned: true };
    inBackground('reader', this.send());
  }

  /** Shows the source again if the file, or what is known of it, changed. */
  follow(): void {
    if (this.fingerprint() !== this.shown) inBackground('reader', this.send());
  }

  /** What the reader has selected, and where it is; nothing when the page does not answer. */
  place(): Promise<ReaderPlace> {
    const request = ++this.request;
    return new Promise(resolve => {
      const timer = setTimeout(() => this.answer(request, {}), SELECTION_MS);
      this.answers.set(request, place => { clearTimeout(timer); resolve(place); });
      void this.post({ type: 'askSelection', request });
    });
  }

  dispose(): void { this.panel.dispose(); }

  private close(): void {
    this.listening.dispose();
    [...this.answers.keys()].forEach(request => this.answer(request, {}));
    this.events.closed(this);
  }

  private answer(request: number, place: ReaderPlace): void {
    this.answers.get(request)?.(place);
    this.answers.delete(request);
  }

  private async receive(message: FromReader): Promise<void> {
    switch (message.type) {
      case 'ready': this.ready = true; return this.send();
      case 'view': return this.switchTo(message.view);
      case 'looks': return this.look(message.looks);
      case 'selection': return this.answer(message.request, message);
      case 'selected': return this.select(message.selection);
      case 'copied': return this.events.copied(this, message.selection);
      case 'isBody': return vscode.commands.executeCommand(commands.markAsBody, { block: message.block });
      case 'quote': return vscode.commands.executeCommand(commands.insertQuote, message.selection);
      case 'showShared': return this.showShared(message.on);
      case 'shared': return this.sharing.grant(message);
      case 'command': return this.run(message.command);
    }
  }

  private select(selection: ReaderSelection | undefined): void {
    this.selected = selection;
    this.events.selected();
  }

  /** Buttons of the page do what the palette does, behind the same error boundary. */
  private async run(command: Extract<FromReader, { type: 'command' }>['command']): Promise<void> {
    const uri = vscode.Uri.parse(this.state.id);
    switch (command) {
      case 'pin': return this.pin();
      case 'cite': return vscode.commands.executeCommand(commands.insertCitation, uri);
      case 'showFile': return vscode.commands.executeCommand(commands.showSourceFile, uri);
      case 'copyKey': return vscode.commands.executeCommand(commands.copyCitationKey, uri);
      case 'editDetails': return vscode.commands.executeCommand(commands.editDetails, uri);
      case 'openOriginal': return this.openOriginal();
    }
  }

  /** Leaves the editor only for an address of the web; the editor asks the writer before it goes. */
  private async openOriginal(): Promise<void> {
    const url = this.shelf.source(this.state.id)?.url;
    if (url && /^https?:\/\//i.test(url)) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  /** The page has changed its looks already; the text size is remembered for every reader to come. */
  private async look(looks: ReaderLooks): Promise<void> {
    const resized = looks.textSize !== this.state.looks.textSize;
    this.state = { ...this.state, looks };
    if (resized) await vscode.workspace.getConfiguration().update(settings.readerTextSize, looks.textSize, vscode.ConfigurationTarget.Global);
  }

  private fingerprint(): string {
    const source = this.shelf.source(this.state.id);
    return JSON.stringify([this.state.id, this.shelf.state === 'reading', this.shelf.correctedTimes, source]);
  }

  private title(): void {
    const source = this.shelf.source(this.state.id);
    this.panel.title = source ? titleWords(source) : vscode.l10n.t('Reader');
  }

  private async send(): Promise<void> {
    this.title();
    if (!this.ready) return;
    const state = this.state;
    this.shown = this.fingerprint();
    if (!this.shelf.source(state.id)) await this.shelf.whenRead();
    const wanted = this.passage;
    const [page, passage] = await Promise.all([
      this.shelf.library.page(state.id, state.view),
      wanted && this.shelf.library.selectionAt(state.id, state.view, wanted.span),
    ]);
    // The writer may have switched on while the page was made; that switch sends its own.
    if (state !== this.state || wanted?.span !== this.passage?.span) return;
    const isHidden = page.ok && passage !== undefined && page.value.blocks[passage.from.block]?.role !== 'body';
    if (isHidden) this.state = { ...state, looks: { ...state.looks, showHidden: true } };
    await this.post(page.ok ? this.showMessage(page.value) : { type: 'fail', message: errorWords(page.error), fileExists: page.error.kind !== 'missing', labels: readerLabels() });
    if (page.ok && this.sharing.isOn) inBackground('shared', this.sharing.tell(state.id, state.view));
    if (!wanted || !passage || !page.ok) return;
    const reveal = this.passage?.reveal === true;
    this.passage = { span: wanted.span, reveal: false };
    await this.post({ type: 'passage', passage, reveal });
  }

  private showMessage(page: ReaderPage): ToReader {
    const hidden = page.blocks.filter(block => block.role !== 'body').length;
    const lines = {
      ...(page.published && { date: dateWords(page.published) }),
      ...(page.capturedNotBefore && { captured: vscode.l10n.t('Saved on {0} or later', dateWords(page.capturedNotBefore.slice(0, 10))) }),
      hidden: hidden === 1 ? vscode.l10n.t('1 block hidden') : vscode.l10n.t('{0} blocks hidden', hidden),
    };
    const repaired = [repairWords(page.repairs), doubtWords(page)].filter(line => line !== undefined).join(' ');
    const { view, looks, pinned } = this.state;
    return { type: 'show', page, view, looks, pinned, labels: readerLabels(), reasons: readerReasons(), doubts: doubtNotes(page), lines: repaired ? { ...lines, repaired } : lines };
  }

  private async post(message: ToReader): Promise<void> { await this.panel.webview.postMessage(message); }
}

function siteOf(webview: vscode.Webview, extension: vscode.Uri): ReaderSite {
  return { cspSource: webview.cspSource, asWebviewUri: file => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', file)).toString() };
}

const nonce = (): string => crypto.randomUUID().replace(/-/g, '');
