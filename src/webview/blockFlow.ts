import type { Reason } from '../core/document';
import type { ReaderBlock, ShowMessage } from '../protocol';
import { blockElement } from './blockElement';
import { besideNotes, doubtNotes } from './doubtNotes';
import { element } from './element';
import { wordingOf } from './wording';

/** One block as it stands on the page. */
export interface ShownBlock { readonly index: number; readonly element: HTMLElement }

/** The blocks of a page while they are built: the first at once, the rest whenever the page is idle. */
export interface BlockFlow {
  /** Blocks that stand in the layout, in order. */
  shown(withHidden: boolean): readonly ShownBlock[];
  /** Stops building; what stands stays. */
  cancel(): void;
}

interface Portion { readonly blocks: number; readonly characters: number }

/** More than a window of any height holds, and built in a few milliseconds. */
const firstPortion: Portion = { blocks: 500, characters: 60_000 };
/** Little enough to be laid out between two frames or so. */
const idlePortion: Portion = { blocks: 200, characters: 30_000 };

function portionEnd(blocks: readonly ReaderBlock[], from: number, portion: Portion): number {
  let characters = 0;
  let end = from;
  while (end < blocks.length && end - from < portion.blocks && characters < portion.characters) {
    characters += blocks[end]?.text.length ?? 0;
    end += 1;
  }
  return end;
}

function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(work, { timeout: 200 });
    return () => cancelIdleCallback(idle);
  }
  const timer = setTimeout(work, 16);
  return () => clearTimeout(timer);
}

/** What the next block may still join: a list, or a run of blocks hidden for one reason. */
interface OpenEnds { hidden?: { readonly reason: Reason; readonly at: HTMLElement }; list?: { readonly at: HTMLElement; readonly within: Node } }

function hiddenGroup(block: ReaderBlock, reasons: ShowMessage['reasons']): HTMLElement {
  const label = element('p', { class: 'reason', text: reasons[block.reason] ?? block.reason, lang: document.documentElement.lang });
  return element('section', { class: 'hidden-blocks', attributes: { 'data-role': block.role, 'data-reason': block.reason } }, label);
}

function placeFor(block: ReaderBlock, root: Node, open: OpenEnds, reasons: ShowMessage['reasons']): Node {
  if (block.role === 'body') {
    delete open.hidden;
  } else if (open.hidden?.reason !== block.reason) {
    open.hidden = { reason: block.reason, at: hiddenGroup(block, reasons) };
    root.appendChild(open.hidden.at);
  }
  const within = open.hidden?.at ?? root;
  if (block.kind !== 'listItem') {
    delete open.list;
    return within;
  }
  if (open.list?.within !== within) {
    open.list = { at: element('ul', { class: 'list' }), within };
    within.appendChild(open.list.at);
  }
  return open.list.at;
}

/** Characters in a line of the usual width, and the height of a line and of the space after a paragraph in em, as the style sheet sets them. */
const usual = { charactersInLine: 38, line: 1.9, space: 0.5 };

/** A part of the page that is laid out only when it comes near the window; until then it stands in with about its height. */
function portionElement(blocks: readonly ReaderBlock[]): HTMLElement {
  const shown = blocks.filter(block => block.role === 'body');
  const height = shown.reduce((sum, block) => sum + Math.ceil(block.text.length / usual.charactersInLine) * usual.line + usual.space, 0);
  const portion = element('div', { class: 'portion' });
  portion.style.setProperty('contain-intrinsic-block-size', `auto ${Math.round(height)}em`);
  return portion;
}

/** Builds the blocks of a page into `root`; `grown` is called after each portion, with whether it was the last. */
export function flowBlocks(
  blocks: readonly ReaderBlock[],
  root: HTMLElement,
  words: Pick<ShowMessage, 'labels' | 'reasons' | 'doubts'>,
  grown: (complete: boolean) => void,
): BlockFlow {
  const wording = wordingOf(words.labels);
  const all: ShownBlock[] = [];
  const body: ShownBlock[] = [];
  const open: OpenEnds = {};
  let next = 0;
  let cancel = (): void => undefined;

  const build = (portion: Portion): void => {
    const end = portionEnd(blocks, next, portion);
    const place = portionElement(blocks.slice(next, end));
    root.append(place);
    for (; next < end; next += 1) {
      const block = blocks[next];
      if (block === undefined) break;
      const notes = doubtNotes(block.index, words.doubts[block.index] ?? []);
      const shown = { index: block.index, element: blockElement(block, wording, notes) };
      for (const part of besideNotes(shown.element, notes)) placeFor(block, place, open, words.reasons).appendChild(part);
      all.push(shown);
      if (block.role === 'body') body.push(shown);
    }
    if (next < blocks.length) cancel = whenIdle(() => build(idlePortion));
    grown(next >= blocks.length);
  };
  build(firstPortion);
  return { shown: withHidden => (withHidden ? all : body), cancel: () => cancel() };
}
