import { element } from './element';
import { icon } from './icon';

/** A small button that stands under the end of a selection. */
export interface QuoteButton {
  readonly root: HTMLElement;
  name(words: string): void;
  showAt(range: Range): void;
  hide(): void;
}

/** Pixels between the selection's last line and the button. */
const gap = 8;

/** Builds the button; the keyboard has the toolbar's, so this one is not in the tab order. */
export function buildQuoteButton(press: () => void): QuoteButton {
  const label = element('span');
  const root = element('button', { class: 'quote-here', attributes: { type: 'button', tabindex: '-1' } }, icon('quote'), label);
  root.hidden = true;
  root.addEventListener('mousedown', event => event.preventDefault());
  root.addEventListener('click', press);
  return {
    root,
    name(words) { label.textContent = words; },
    showAt(range) {
      const boxes = range.getClientRects();
      const box = boxes[boxes.length - 1];
      if (box === undefined) return;
      root.hidden = false;
      const left = Math.min(Math.max(box.right - root.offsetWidth / 2, gap), document.documentElement.clientWidth - root.offsetWidth - gap);
      root.style.left = `${left + window.scrollX}px`;
      root.style.top = `${box.bottom + gap + window.scrollY}px`;
    },
    hide() { root.hidden = true; },
  };
}
