import type { ShownBlock } from './blockFlow';

/** The index of the block that a node stands in. */
export function blockAt(node: Node | null): number | undefined {
  const holder = node instanceof Element ? node : node?.parentElement;
  const index = Number(holder?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? NaN);
  return Number.isInteger(index) ? index : undefined;
}

/** The index of the block with the focus, else of the one with the cursor or the end of the selection. */
export function currentBlock(): number | undefined {
  return blockAt(document.activeElement) ?? blockAt(document.getSelection()?.focusNode ?? null);
}

/** Puts the focus on the block after or before the current one; without one, on the first below `edge` (in pixels from the window's top). */
export function focusBlock(blocks: readonly ShownBlock[], step: 1 | -1, edge: number): void {
  const current = currentBlock();
  const at = current === undefined ? -1 : blocks.findIndex(block => block.index === current);
  const next = at < 0 ? blocks.find(block => block.element.getBoundingClientRect().bottom > edge) : blocks[at + step];
  if (next === undefined) return;
  if (next.element.tabIndex < 0) next.element.tabIndex = -1;
  next.element.focus();
}
