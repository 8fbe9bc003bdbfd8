import type { ReaderPoint, ReaderSelection } from '../protocol';
import type { ShownBlock } from './blockFlow';

/** Index of the first item for which `holds` is true, in a list where it is false and then true. */
function firstThat<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const lengthOf = (block: ShownBlock): number => block.element.textContent?.length ?? 0;

function offsetIn(block: ShownBlock, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(block.element, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** Selects by place: `at` is the index in the list of blocks, `offset` the place in that block's text. */
interface Cursor { at: number; offset: number }

/** An end that touches a block without holding any of its text belongs to its neighbour. */
function tighten(from: Cursor, to: Cursor, blocks: readonly ShownBlock[]): void {
  for (let block = blocks[from.at]; block !== undefined && from.at < to.at && from.offset >= lengthOf(block); block = blocks[from.at]) {
    from.at += 1;
    from.offset = 0;
  }
  while (to.at > from.at && to.offset === 0) {
    to.at -= 1;
    const block = blocks[to.at];
    to.offset = block === undefined ? 0 : lengthOf(block);
  }
}

function pointOf(cursor: Cursor, blocks: readonly ShownBlock[]): ReaderPoint {
  return { block: blocks[cursor.at]?.index ?? 0, offset: cursor.offset };
}

/**
 * Tells which text of the blocks a range holds; what lies in the masthead or in labels is left out.
 * `blocks` are those that stand in the layout, in order; undefined where the range holds none of their text.
 */
export function selectedText(range: Range, blocks: readonly ShownBlock[]): ReaderSelection | undefined {
  if (range.collapsed) return undefined;
  const first = firstThat(blocks, block => range.comparePoint(block.element, block.element.childNodes.length) >= 0);
  const last = firstThat(blocks, block => range.comparePoint(block.element, 0) > 0) - 1;
  const start = blocks[first];
  const end = blocks[last];
  if (start === undefined || end === undefined || last < first) return undefined;
  const from: Cursor = { at: first, offset: start.element.contains(range.startContainer) ? offsetIn(start, range.startContainer, range.startOffset) : 0 };
  const to: Cursor = { at: last, offset: end.element.contains(range.endContainer) ? offsetIn(end, range.endContainer, range.endOffset) : lengthOf(end) };
  tighten(from, to, blocks);
  if (from.at === to.at && (blocks[from.at]?.element.textContent ?? '').slice(from.offset, to.offset).trim() === '') return undefined;
  return { from: pointOf(from, blocks), to: pointOf(to, blocks) };
}
