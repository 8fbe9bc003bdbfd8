import { blockAt } from './blockPlace';
import { element } from './element';
import type { Wording } from './wording';

/** A small button beside the hidden block that the pointer or the focus is on. */
export interface BodyButton {
  readonly root: HTMLElement;
  name(wording: Wording): void;
  hide(): void;
}

const hiddenBlock = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('.hidden-blocks .block') ?? undefined : undefined);

/** Builds the button; it follows the pointer and the focus through `page`, and `press` gets the index of its block. */
export function buildBodyButton(page: HTMLElement, press: (block: number) => void): BodyButton {
  const root = element('button', { class: 'body-here', attributes: { type: 'button', tabindex: '-1' } });
  root.hidden = true;
  let current: number | undefined;
  const hide = (): void => { root.hidden = true; current = undefined; };
  const say = (): void => {
    if (current === undefined) return;
    const block = current;
    hide();
    press(block);
  };
  const follow = (event: Event): void => {
    const block = hiddenBlock(event.target);
    current = block === undefined ? undefined : blockAt(block);
    root.hidden = current === undefined;
    if (block !== undefined && !root.hidden) placeBeside(root, block);
  };
  root.addEventListener('mousedown', event => event.preventDefault());
  root.addEventListener('click', say);
  for (const sign of ['pointerover', 'focusin']) page.addEventListener(sign, follow);
  page.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target === hiddenBlock(event.target)) say(); });
  return { root, name(wording) { root.textContent = wording('isBody'); }, hide };
}

/** At the end of the block's first line, inside the window. */
function placeBeside(button: HTMLElement, block: HTMLElement): void {
  const box = block.getBoundingClientRect();
  button.style.left = `${box.right - button.offsetWidth + window.scrollX}px`;
  button.style.top = `${box.top + window.scrollY}px`;
}
