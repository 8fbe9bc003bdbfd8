import type { Repair } from '../document';
import type { Tables } from '../text/tables';
import { findCompatible } from './compatible';
import { composed } from './composed';
import { findEntities } from './entities';
import { findInvisible, findZeroWidth } from './invisible';
import { findLetterSpacing } from './letterSpacing';
import { findLatin } from './latin';
import { findPinyinGlosses } from './pinyinGlosses';
import { repaired } from './repaired';
import { findShiftedBytes } from './shiftedBytes';
import { findUtf8AsGbk } from './utf8AsGbk';
import { readSigns, sign } from './signs';
import { findSplitGlosses } from './splitGlosses';

/** One kind of damage: the signs without any of which it cannot be there, and who finds it. */
interface Finder { readonly signs: number; readonly find: (text: string, tables: Tables) => readonly Repair[] }

/** Bytes first: a gloss may hang on a character that is whole only when its bytes are in step, and a spaced word may be glossed. */
const finders: readonly Finder[] = [
  { signs: sign.invisible, find: findZeroWidth },
  { signs: sign.rare, find: findUtf8AsGbk },
  { signs: sign.latin, find: findLatin },
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
    repairs = composed(repairs, found, base);
    base = repaired(raw, repairs);
    signs = readSigns(base.text);
  }
  return repairs;
}
