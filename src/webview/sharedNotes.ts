import type { FromReader, SharedMessage, SharedNote, SharedPlace } from '../protocol';
import type { ShownBlock } from './blockFlow';
import { element } from './element';
import { rangesOf } from './passageMark';
import type { Wording } from './wording';

/** The name by which the style sheet sets shared passages off. */
const NAME = 'shared';

/** What is asked of the host about one place, by numbers. */
export type SharedWish = Extract<FromReader, { type: 'shared' }>;

/** What the notes of one message need besides the page. */
interface Telling { readonly message: SharedMessage; readonly wording: Wording; readonly wish: (wish: SharedWish) => void }

/** Marks the blocks of a page that have passages in other sources, each with a button that opens the list of those; nothing where none are to be shown. */
export class SharedNotes {
  private readonly marked = new Set<number>();
  private readonly ranges: Range[] = [];

  constructor(private readonly telling: Telling) {}

  /** Marks the blocks that stand in the layout and were not marked yet. */
  mark(blocks: readonly ShownBlock[]): void {
    const byBlock = new Map<number, number[]>();
    for (const [at, { passage }] of this.telling.message.passages.entries()) byBlock.set(passage.from.block, [...byBlock.get(passage.from.block) ?? [], at]);
    for (const block of blocks) {
      const here = byBlock.get(block.index);
      if (!here || this.marked.has(block.index)) continue;
      this.marked.add(block.index);
      for (const at of here) this.ranges.push(...rangesOf(this.note(at).passage, blocks));
      block.element.classList.add('has-shared');
      placeBehind(block.element, this.row(block.index, here));
    }
    if (typeof Highlight === 'function' && this.ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...this.ranges));
  }

  /** Takes every mark away again. */
  clear(): void {
    if (typeof Highlight === 'function') CSS.highlights.delete(NAME);
    for (const row of document.querySelectorAll('.shared-row')) row.remove();
    for (const block of document.querySelectorAll('.has-shared')) block.classList.remove('has-shared');
  }

  private note(at: number): SharedNote {
    return this.telling.message.passages[at] ?? { passage: { from: { block: 0, offset: 0 }, to: { block: 0, offset: 0 } }, opening: '', places: [] };
  }

  private row(block: number, passages: readonly number[]): HTMLElement {
    const { wording } = this.telling, id = `shared-${block}`, list = element('div', { class: 'shared-list', attributes: { id } });
    const count = new Set(passages.flatMap(at => this.note(at).places.map(({ source }) => source))).size;
    const name = count === 1 ? wording('sharedOnce') : wording('sharedCount', String(count));
    const button = element('button', { class: 'shared-button', title: name, attributes: { type: 'button', 'aria-label': name, 'aria-expanded': 'false', 'aria-controls': id } },
      element('span', { text: String(count), attributes: { 'aria-hidden': 'true' } }));
    list.hidden = true;
    for (const at of passages) list.append(...this.passageLines(at, passages.length > 1));
    button.addEventListener('click', () => {
      list.hidden = !list.hidden;
      button.setAttribute('aria-expanded', String(!list.hidden));
    });
    return element('div', { class: 'shared-row', lang: document.documentElement.lang }, button, list);
  }

  private passageLines(at: number, isOneOfMany: boolean): readonly HTMLElement[] {
    const { opening, note, places } = this.note(at);
    return [
      ...(isOneOfMany ? [element('p', { class: 'shared-opening', text: opening, lang: document.querySelector('article')?.lang ?? '' })] : []),
      ...(note === undefined ? [] : [element('p', { class: 'shared-note', text: note })]),
      element('ul', {}, ...places.map((place, index) => this.placeLine(place, at, index))),
    ];
  }

  private placeLine(place: SharedPlace, passage: number, index: number): HTMLElement {
    const { wording, wish, message: { list } } = this.telling;
    const press = (kind: SharedWish['wish'], button: HTMLButtonElement): HTMLButtonElement => {
      button.addEventListener('click', () => wish({ type: 'shared', wish: kind, list, passage, place: index }));
      return button;
    };
    const button = (text: string, lang?: string): HTMLButtonElement => element('button', { class: 'text-button', text, attributes: { type: 'button' }, ...(lang === undefined ? {} : { lang }) });
    const compare = button(wording('compare'));
    compare.setAttribute('aria-label', `${wording('compare')}: ${place.title}`);
    const facts = [place.byline, place.likeness].filter(text => text !== '').map(text => element('span', { text }));
    return element('li', {},
      press('open', button(place.title, place.lang)),
      element('span', { class: 'shared-facts' }, ...(place.isEarliest ? [element('span', { class: 'earliest', text: wording('earliest') })] : []), ...facts, press('compare', compare)));
  }
}

/** Behind a block and what is noted beside it; what stands in a list stays an item of it. */
function placeBehind(block: HTMLElement, row: HTMLElement): void {
  const isItem = block.tagName === 'LI', whole = block.parentElement?.classList.contains('doubted') === true ? block.parentElement : block;
  if (!isItem) { whole.after(row); return; }
  const item = element('li', { class: 'shared-row' }, ...row.children);
  block.after(item);
}
