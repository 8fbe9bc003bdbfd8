import { element } from './element';
import type { Wording } from './wording';

/** Says in the middle of the page why there is nothing to read; `showFile` offers the file where there is one. */
export function buildNotice(message: string, wording: Wording, showFile?: () => void): HTMLElement {
  const notice = element('section', { class: 'notice', attributes: { role: 'alert' } }, element('h1', { text: wording('failTitle') }), element('p', { text: message }));
  if (!showFile) return notice;
  const button = element('button', { class: 'plain-button', text: wording('showFile'), attributes: { type: 'button' } });
  button.addEventListener('click', showFile);
  notice.append(button);
  return notice;
}
