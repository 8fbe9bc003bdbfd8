import type { Repair } from '../document';
import { isCjk } from '../text/han';

/** Control characters (not escape, which manuals of terminals quote), marks of direction, and what has no width; one run at a time. */
const invisiblePattern = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/g;

/** Whether the UTF-16 unit is one of them. */
export function isInvisible(unit: number): boolean {
  return unit <= 0x08 || unit === 0x0b || (unit >= 0x0e && unit <= 0x1f && unit !== 0x1b) || (unit >= 0x7f && unit <= 0x9f) || unit === 0xad
    || (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x206f && unit !== 0x2065)
    || unit === 0xfeff || (unit >= 0xfff9 && unit <= 0xfffb);
}

/** What never has a use within text. */
const alwaysLost = /^[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]+$/;

/** What has no width and is no byte that was read in a wrong encoding. */
const zeroWidth = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/;

/** Those of them that stand in no damage of bytes: they are taken out before it is looked for, as they may stand in a gloss. */
export function findZeroWidth(text: string): readonly Repair[] {
  return findInvisible(text).filter(({ span }) => zeroWidth.test(text.charAt(span.start)));
}

/**
 * Characters that nobody sees and that break search and quotation. Joiners, marks of direction and soft hyphens are damage only beside
 * Chinese: emoji, Arabic and Indic scripts need them, and code may quote them.
 */
export function findInvisible(text: string): readonly Repair[] {
  return Array.from(text.matchAll(invisiblePattern))
    .filter(({ 0: run, index }) => alwaysLost.test(run) || isCjk(text.charCodeAt(index - 1)) || isCjk(text.charCodeAt(index + run.length)))
    .map(({ 0: run, index }) => ({ span: { start: index, end: index + run.length }, text: '', kind: 'invisible', certain: true }));
}
