import type { Repair } from '../document';
import { isCjk } from '../text/han';

/** Control characters (not escape, which manuals of terminals quote), marks of direction, and what has no width; one run at a time. */
const invisiblePattern = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/g;

/** What never has a use within text. */
const alwaysLost = /^[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]+$/;

/**
 * Characters that nobody sees and that break search and quotation. Joiners, marks of direction and soft hyphens are damage only beside
 * Chinese: emoji, Arabic and Indic scripts need them, and code may quote them.
 */
export function findInvisible(text: string): readonly Repair[] {
  return Array.from(text.matchAll(invisiblePattern))
    .filter(({ 0: run, index }) => alwaysLost.test(run) || isCjk(text.charCodeAt(index - 1)) || isCjk(text.charCodeAt(index + run.length)))
    .map(({ 0: run, index }) => ({ span: { start: index, end: index + run.length }, text: '', kind: 'invisible', certain: true }));
}
