import type { ShownBlock } from './blockFlow';

/** The index of the block that a node stands in. */
export function blockAt(node: Node | null): number | undefined {
  const holder = node instanceof Element ? node : node?.parentElement;
  const index = Number(holder?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? NaN);
  return Number.isInteger(index) ? index : undefined;
}

/** The block that the writer is on, by its index: the one focused or clicked last. */
export interface BlockPlace {
  readonly current: number | undefined;
  forget(): void;
  /** Puts the focus on the block after or before the current one; without one, on the first below `edge` (in pixels from the window's top). */
  move(blocks: readonly ShownBlock[], step: 1 | -1, edge: number): void;
}

/** Follows focus and pointer; the place outlives both, as the editor takes the focus from the page before it asks. */
export function watchBlockPlace(): BlockPlace {
  let current: number | undefined;
  document.addEventListener('focusin', event => { current = (event.target instanceof Node ? blockAt(event.target) : undefined) ?? current; });
  document.addEventListener('pointerdown', event => { current = event.target instanceof Node ? blockAt(event.target) : undefined; });
  return {
    get current() { return current; },
    forget() { current = undefined; },
    move(blocks, step, edge) {
      const next = current === undefined ? blocks.find(block => block.element.getBoundingClientRect().bottom > edge) : neighbour(blocks, current, step);
      if (next === undefined) return;
      if (!next.element.hasAttribute('tabindex')) next.element.tabIndex = -1;
      next.element.focus();
      current = next.index;
    },
  };
}

/** The block after or before an index, which may itself be hidden by now. */
function neighbour(blocks: readonly ShownBlock[], index: number, step: 1 | -1): ShownBlock | undefined {
  return step > 0 ? blocks.find(block => block.index > index) : blocks.filter(block => block.index < index).at(-1);
}
