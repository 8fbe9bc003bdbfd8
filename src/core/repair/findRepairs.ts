import type { Repair } from '../document';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { findCompatible } from './compatible';
import { findEntities } from './entities';
import { findInvisible } from './invisible';
import { findLetterSpacing } from './letterSpacing';
import { findMojibake } from './mojibake';
import { findPinyinGlosses } from './pinyinGlosses';
import { repaired } from './repaired';
import { findShiftedBytes } from './shiftedBytes';
import { readSigns, sign } from './signs';
import { findSplitGlosses } from './splitGlosses';

/** One kind of damage: the signs without any of which it cannot be there, and who finds it. */
interface Finder { readonly signs: number; readonly find: (text: string, tables: Tables) => readonly Repair[] }

/** Bytes first: a gloss may hang on a character that is whole only when its bytes are in step, and a spaced word may be glossed. */
const finders: readonly Finder[] = [
  { signs: sign.rare | sign.latin, find: findMojibake },
  { signs: sign.bracket, find: findSplitGlosses },
  { signs: sign.rare, find: findShiftedBytes },
  { signs: sign.bracket, find: findPinyinGlosses },
  { signs: sign.space, find: findLetterSpacing },
  { signs: sign.invisible, find: findInvisible },
  { signs: sign.compatible, find: findCompatible },
  { signs: sign.entity, find: findEntities },
];

/** The damage in `raw` and what stood there, sorted and disjoint. Clean text has none, and costs one walk without any table. */
export function findRepairs(raw: string, tables: Tables): readonly Repair[] {
  let repairs: readonly Repair[] = [];
  let base = repaired(raw, repairs);
  let signs = readSigns(raw);
  for (const finder of finders) {
    const found = (signs & finder.signs) === 0 ? [] : finder.find(base.text, tables);
    if (found.length === 0) continue;
    repairs = joined(repairs, found.flatMap(repair => inRaw(repair, base, repairs)));
    base = repaired(raw, repairs);
    signs = readSigns(base.text);
  }
  return repairs;
}

/**
 * `repair` of a derived text as one of `raw`. What it touches of older repairs it takes in whole; where it only takes spaces out around
 * them, it becomes one repair for each space and leaves them alone.
 */
function inRaw(repair: Repair, base: MappedText, older: readonly Repair[]): readonly Repair[] {
  const whole = widened(repair, base);
  if (repair.kind !== 'letterSpacing' || !older.some(other => overlap(whole, other))) return [whole];
  const spaced = base.text.slice(repair.span.start, repair.span.end);
  return Array.from(spaced.matchAll(/\s+/g), ({ 0: gap, index }) => {
    const start = repair.span.start + index;
    return widened({ ...repair, span: { start, end: start + gap.length }, text: '' }, base);
  });
}

/** A range of `raw` never splits an older repair: what stands around the change in the text of that one is kept. */
function widened(repair: Repair, base: MappedText): Repair {
  const span = base.toRaw(repair.span);
  const shown = base.fromRaw(span);
  const before = base.text.slice(shown.start, repair.span.start);
  const guesses = repair.guesses?.map(({ start, end }) => ({ start: start + before.length, end: end + before.length }));
  return { ...repair, span, text: before + repair.text + base.text.slice(repair.span.end, shown.end), ...(guesses && { guesses }) };
}

/** Both lists as one; a newer repair stands for the older ones in its span, and the first of several for the others. */
function joined(older: readonly Repair[], newer: readonly Repair[]): readonly Repair[] {
  const first = newer.filter((repair, index) => !newer.slice(Math.max(0, index - 2), index).some(other => overlap(repair, other)));
  const kept = older.filter(repair => !first.some(other => overlap(repair, other)));
  return [...kept, ...first].sort((one, other) => one.span.start - other.span.start);
}

function overlap(one: Repair, other: Repair): boolean {
  return one.span.start < other.span.end && other.span.start < one.span.end;
}
