import type { ReaderPoint, ReaderSelection } from '../protocol';
import type { ShownBlock } from './blockFlow';

/** The name by which the style sheet sets the marked passage off. */
const NAME = 'passage';

/** Part of the window's height that stays above a passage brought into view. */
const ABOVE = 0.3;

/** Sets a passage off without touching the text, a range for each block; gives the first, or nothing where its blocks do not stand in the layout yet. */
export function markPassage({ from, to }: ReaderSelection, blocks: readonly ShownBlock[]): Range | undefined {
  if (!blocks.some(({ index }) => index >= to.block)) return undefined;
  const ranges = rangesOf({ from, to }, blocks);
  if (typeof Highlight === 'function') CSS.highlights.set(NAME, new Highlight(...ranges));
  return ranges[0];
}

/** Takes the mark away. */
export function clearPassage(): void {
  if (typeof Highlight === 'function') CSS.highlights.delete(NAME);
}

/** Scrolls so that a passage begins a third down the window; what was never laid out has only about its height, so the block comes first. */
export function revealPassage(range: Range): void {
  const holder = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  holder?.scrollIntoView({ block: 'center', behavior: 'instant' });
  window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight * ABOVE, behavior: 'instant' });
}

/** The ranges of a passage, one for each of its blocks. */
export const rangesOf = ({ from, to }: ReaderSelection, blocks: readonly ShownBlock[]): readonly Range[] =>
  blocks.filter(({ index }) => index >= from.block && index <= to.block).map(block => rangeIn(block, from, to));

function rangeIn({ index, element }: ShownBlock, from: ReaderPoint, to: ReaderPoint): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  if (index === from.block) placeAt(element, from.offset, (node, offset) => range.setStart(node, offset));
  if (index === to.block) placeAt(element, to.offset, (node, offset) => range.setEnd(node, offset));
  return range;
}

/** Finds the text node that holds an offset of the block's text. */
function placeAt(block: HTMLElement, offset: number, put: (node: Node, offset: number) => void): void {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) { put(node, left); return; }
    left -= length;
  }
}
