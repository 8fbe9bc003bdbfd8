import type { ShownBlock } from './blockFlow';
import type { ReadingPlace } from './host';

/** The first block that reaches below `edge` (in pixels from the window's top); undefined at the head of the page. */
export function readingPlace(blocks: readonly ShownBlock[], edge: number): ReadingPlace | undefined {
  if (window.scrollY <= 0) return undefined;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = blocks[middle]?.element.getBoundingClientRect();
    if (box !== undefined && box.bottom > edge) high = middle;
    else low = middle + 1;
  }
  const block = blocks[low];
  if (block === undefined) return undefined;
  const box = block.element.getBoundingClientRect();
  return { block: block.index, part: box.height > 0 ? (edge - box.top) / box.height : 0 };
}

/** Scrolls so that `place` lies at `edge` again, or the next block that stands in the layout; false where it is not built yet. */
export function returnTo(place: ReadingPlace, blocks: readonly ShownBlock[], edge: number): boolean {
  const block = blocks.find(candidate => candidate.index >= place.block);
  if (block === undefined) return false;
  const box = block.element.getBoundingClientRect();
  const part = block.index === place.block ? place.part : 0;
  window.scrollBy({ top: box.top + part * box.height - edge, behavior: 'instant' });
  return true;
}
