import type { Repair, Span } from '../document';
import { characterModel } from '../text/characterModel';
import type { Tables } from '../text/tables';
import { leastHan, leastHanAgain, utf8Runs } from './brokenUtf8';
import type { WrongBytes } from './brokenUtf8';
import { gbk } from './gbk';
import { isLossMark, rareZones } from './rareZones';
import { bytesOf, utf8Repairs } from './wrongEncoding';
import type { Reading } from './wrongEncoding';

/** From so many mended characters on, short stretches of the same text are likely to be damaged, too. */
const leastKnown = 12;

/** Chinese that was written as UTF-8 and read as GBK. */
export function findUtf8AsGbk(text: string, tables: Tables): readonly Repair[] {
  const zones = rareZones(text).filter(zone => utf8Runs(bytesInGbk(text, zone), leastHanAgain).length > 0);
  if (zones.length === 0) return [];
  const reading = { text, model: characterModel(tables), tables };
  const found = joinedZones(text, zones).flatMap(zone => utf8Repairs(bytesInGbk(text, zone), leastHan, reading));
  const isKnown = found.reduce((sum, { text: mended }) => sum + mended.length, 0) >= leastKnown;
  return isKnown ? [...restOfGbk(found, reading)].sort((one, other) => one.span.start - other.span.start) : found;
}

/** `known` repairs, and those of shorter stretches between them, line by line. */
function restOfGbk(known: readonly Repair[], reading: Reading): readonly Repair[] {
  const stretches = Array.from(reading.text.matchAll(/[^\x00-\x7f]{2,}\??|[^\x00-\x7f]\?/g), ({ 0: stretch, index }) => ({ start: index, end: index + stretch.length }));
  const others = stretches.filter(({ start, end }) => !known.some(({ span }) => span.start < end && start < span.end));
  return [...known, ...others.flatMap(stretch => utf8Repairs(bytesInGbk(reading.text, stretch), leastHanAgain, reading).map(repair => ({ ...repair, certain: false })))];
}

/** The zones drawn out over all that could be GBK, as wrongly read text goes on beyond its rare characters. */
function joinedZones(text: string, zones: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const zone of zones) {
    const last = joined.at(-1);
    if (last && zone.start < last.end) continue;
    let { start, end } = zone;
    while (start > (last?.end ?? 0) && text.charCodeAt(start - 1) >= 0x80) start -= 1;
    while (end < text.length && text.charCodeAt(end) >= 0x80) end += 1;
    joined.push({ start, end });
  }
  return joined;
}

function bytesInGbk(text: string, { start, end }: Span): WrongBytes {
  const codes = gbk();
  return bytesOf(start, end, place => {
    const unit = text.charCodeAt(place);
    if (unit === 0x20ac) return [0x80];
    if (isLossMark(unit)) return [-1];
    if (unit < 0x80) return [unit];
    const pair = codes.bytes(unit);
    return pair === 0 ? [-2] : [pair >> 8, pair & 0xff];
  });
}
