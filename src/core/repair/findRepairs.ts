import type { Repair } from '../document';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { findInvisible } from './invisible';
import { findLetterSpacing } from './letterSpacing';
import { findPinyinGlosses } from './pinyinGlosses';
import { repaired } from './repaired';
import { findShiftedBytes } from './shiftedBytes';

type Finder = (text: string, tables: Tables) => readonly Repair[];

/** Bytes first: a gloss may hang on a character that is whole only when its bytes are in step, and a spaced word may be glossed. */
const finders: readonly Finder[] = [findShiftedBytes, findPinyinGlosses, findLetterSpacing, findInvisible];

/** The damage in `raw` and what stood there, sorted and disjoint. Clean text has none, and costs a scan without any table. */
export function findRepairs(raw: string, tables: Tables): readonly Repair[] {
  let repairs: readonly Repair[] = [];
  for (const find of finders) {
    const base = repaired(raw, repairs);
    const found = find(base.text, tables);
    if (found.length > 0) repairs = joined(repairs, found.flatMap(repair => inRaw(repair, base, repairs)));
  }
  return repairs;
}

/** `repair` of a derived text as one of `raw`; where it covers older ones and only takes spaces out, as one for each space. */
function inRaw(repair: Repair, base: MappedText, older: readonly Repair[]): readonly Repair[] {
  const whole = { ...repair, span: base.toRaw(repair.span) };
  if (repair.kind !== 'letterSpacing' || !older.some(other => overlap(whole, other))) return [whole];
  const spaced = base.text.slice(repair.span.start, repair.span.end);
  return Array.from(spaced.matchAll(/\s+/g), ({ 0: gap, index }) => {
    const start = repair.span.start + index;
    return { ...repair, text: '', span: base.toRaw({ start, end: start + gap.length }) };
  });
}

/** Both lists as one; a newer repair was made on top of the older ones in its span and stands for them. */
function joined(older: readonly Repair[], newer: readonly Repair[]): readonly Repair[] {
  const kept = older.filter(repair => !newer.some(other => overlap(repair, other)));
  return [...kept, ...newer].sort((one, other) => one.span.start - other.span.start);
}

function overlap(one: Repair, other: Repair): boolean {
  return one.span.start < other.span.end && other.span.start < one.span.end;
}
