import type { Repair } from '../document';
import { isCjk } from '../text/han';

/** Control characters, marks of writing direction, and everything without width; one run at a time. */
const invisiblePattern = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/g;

/** What never has a use within text. */
const alwaysLost = /^[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]+$/;

/**
 * Characters that nobody sees and that break search and quotation. Joiners, marks of direction and soft hyphens are damage only beside
 * Chinese, ASCII or the end of a line: emoji, Arabic and Indic scripts need them.
 */
export function findInvisible(text: string): readonly Repair[] {
  return Array.from(text.matchAll(invisiblePattern))
    .filter(({ 0: run, index }) => alwaysLost.test(run) || isLostBetween(run, text.charCodeAt(index - 1), text.charCodeAt(index + run.length)))
    .map(({ 0: run, index }) => ({ span: { start: index, end: index + run.length }, text: '', kind: 'invisible', certain: true }));
}

function isLostBetween(run: string, before: number, behind: number): boolean {
  const isCjkSide = isCjk(before) || isCjk(behind);
  if (run.includes('\u00ad')) return isCjkSide;
  return isCjkSide || isPlain(before) && isPlain(behind);
}

/** ASCII, or the edge of the text. */
function isPlain(unit: number): boolean {
  return Number.isNaN(unit) || unit < 0x80;
}
