import type { Span } from '../document';
import { rareUnits } from './gbk';

/** Rare characters at most this far apart belong to one zone. */
const reach = 16;

/** How far damage may go on beyond the last rare character on either side. */
export const margin = 24;

/** Stretches of `text` in which rare characters stand together, or one beside a sign of a lost byte; clean text has next to none. */
export function rareZones(text: string): readonly Span[] {
  const rare = rareUnits();
  const zones: Span[] = [];
  let first = -1;
  let last = -1;
  let count = 0;
  const close = (): void => {
    if (count >= 2 || (count === 1 && hasLossMark(text, first - margin, last + margin))) {
      zones.push({ start: Math.max(zones.at(-1)?.end ?? 0, first - margin), end: Math.min(text.length, last + margin + 1) });
    }
  };
  for (let index = 0; index < text.length; index += 1) {
    if (rare[text.charCodeAt(index)] === 0) continue;
    if (last >= 0 && index - last <= reach) {
      count += 1;
    } else {
      close();
      first = index;
      count = 1;
    }
    last = index;
  }
  if (last >= 0) close();
  return zones;
}

/** What stands where a decoder could not read a byte: U+FFFD or a question mark, which may have been widened with the others since. */
export function isLossMark(unit: number): boolean {
  return unit === 0x3f || unit === 0xfffd || unit === 0xff1f;
}

/** Whether one of them stands between `start` and `end`, which may lie outside the text. */
export function hasLossMark(text: string, start: number, end: number): boolean {
  for (let index = Math.max(0, start); index < Math.min(text.length, end); index += 1) if (isLossMark(text.charCodeAt(index))) return true;
  return false;
}
