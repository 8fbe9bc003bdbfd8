import type { Span } from '../document';
import { bytesOfNarrowed, rareUnits } from './gbk';
import type { Gbk } from './gbk';
import { margin, rareZones } from './rareZones';

/** The stretches of `text` that may be one byte off; sorted and disjoint. */
export function shiftZones(text: string, codes: Gbk): readonly Span[] {
  return markedZones(text, rareZones(text)).filter(zone => mayBeShifted(text, zone, codes));
}

/** `zones` and, where none of them covers it, what follows the mark of a loss before a Chinese character; sorted and disjoint. */
function markedZones(text: string, zones: readonly Span[]): readonly Span[] {
  const marks = Array.from(text.matchAll(/[?\ufffd](?=[\u3400-\u9fff])/g), ({ index }) => index).filter(mark => !zones.some(zone => zone.start <= mark && mark < zone.end));
  if (marks.length === 0) return zones;
  const all = [...zones, ...marks.map(start => ({ start, end: Math.min(text.length, start + margin) }))].sort((one, other) => one.start - other.start);
  let done = 0;
  return all.flatMap(zone => {
    const start = Math.max(zone.start, done);
    done = Math.max(done, zone.end);
    return start < zone.end ? [{ start, end: zone.end }] : [];
  });
}

/** Common characters in a row that a stretch out of step shows when it is read one byte later; one is enough beside the mark of a loss. */
export const leastInRow = 3;

/**
 * Whether a look at `zone` one byte off shows common characters around a rare one or right behind the mark of a loss; it spares most rare
 * names and most questions the search.
 */
function mayBeShifted(text: string, zone: Span, codes: Gbk): boolean {
  const rare = rareUnits();
  let row = 0;
  let pending = 0;
  let [isRare, isMarked] = [false, false];
  for (let place = zone.start; place < zone.end; place += 1) {
    const shown = text.charCodeAt(place);
    if (shown === 0x0a) continue;
    const bytes = bytesOfNarrowed(shown, codes);
    const unit = codes.unit(pending, bytes >> 8);
    const isInStep = unit === 0 || rare[unit] === 1;
    row = isInStep ? 0 : row + 1;
    if (isInStep) [isRare, isMarked] = [false, isMarkBefore(text, place)];
    isRare ||= rare[shown] === 1;
    if (isMarked ? row >= (isRare ? 1 : leastInRow) : isRare && row > leastInRow) return true;
    pending = bytes & 0xff;
  }
  return false;
}

/** Full-width question marks are far too common to be taken for the mark of a loss without a rare character. */
function isMarkBefore(text: string, place: number): boolean {
  const mark = text.charCodeAt(place - 1);
  return mark === 0x3f || mark === 0xfffd;
}
