import type { Tables } from './tables';

/**
 * What each character becomes when texts are compared: Simplified, half width, lower case, one shape of quotation mark, dash and bar;
 * white space and invisible characters become nothing. Each character by itself, so folded text can be searched for folded parts.
 */
export interface FoldTable {
  /** Code point for each UTF-16 unit; 0 where it is dropped. */
  readonly units: Uint32Array;
  /** For characters beyond U+FFFF; those not listed stay. */
  readonly astral: ReadonlyMap<number, number>;
}

/** Marks that stand for one another, first the one they become. */
const equalMarks = ['"“”„‟〝〞「」﹁﹂', '\'‘’‚‛『』﹃﹄', '-‐‑‒–—―─', '|丨｜', '·・•‧∙･', '~～〜∼'];

/** Folded words by a character in which they differ from what they are in Simplified: 计画 is 计划. */
export type FoldedWords = ReadonlyMap<string, readonly { readonly from: string; readonly to: string; readonly at: number }[]>;

const wordsSeen = new WeakMap<Tables, FoldedWords>();

/** The words of the given tables that a fold character by character leaves otherwise than a conversion does, gathered once. */
export function foldedWords(tables: Tables): FoldedWords {
  const known = wordsSeen.get(tables);
  if (known) return known;
  const made = new Map<string, { readonly from: string; readonly to: string; readonly at: number }[]>();
  for (const pair of tables.get<{ readonly foldedWords: string }>('simplified').foldedWords.split('|')) {
    const [from = '', to = ''] = pair.split(' '), at = [...from].findIndex((_, index) => from[index] !== to[index]), character = from[at] ?? '';
    const known = made.get(character);
    if (known) known.push({ from, to, at }); else made.set(character, [{ from, to, at }]);
  }
  wordsSeen.set(tables, made);
  return made;
}

const tablesSeen = new WeakMap<Tables, FoldTable>();

/** The fold of the given tables, made once. */
export function foldTable(tables: Tables): FoldTable {
  const known = tablesSeen.get(tables);
  if (known) return known;
  const made = makeFoldTable(tables.get<{ readonly fold: string }>('simplified').fold);
  tablesSeen.set(tables, made);
  return made;
}

function makeFoldTable(pairs: string): FoldTable {
  const units = Uint32Array.from({ length: 0x10000 }, (_, unit) => unit);
  const astral = new Map<number, number>();
  foldShapes(units);
  for (const pair of pairs.split('|')) {
    const [from, to] = [...pair.replace(' ', '')].map(character => character.codePointAt(0) ?? 0);
    if (from === undefined || to === undefined) continue;
    if (from > 0xffff) astral.set(from, to);
    else units[from] = to;
  }
  for (const [first, last] of [[0x2e80, 0x2fdf], [0xf900, 0xfaff]] as const) foldCompatible(units, first, last);
  return { units, astral };
}

function foldShapes(units: Uint32Array): void {
  for (let unit = 0; unit < 0x2000; unit += 1) units[unit] = lower(unit);
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) units[unit] = lower(unit - 0xfee0);
  for (const [wide, narrow] of [['￥', '¥'], ['￡', '£'], ['￠', '¢']] as const) units[code(wide)] = code(narrow);
  for (const marks of equalMarks) for (const mark of marks) units[code(mark)] = code(marks);
  for (let unit = 0; unit < 0x10000; unit += 1) if (isDropped(unit)) units[unit] = 0;
}

/** Radicals and compatibility ideographs become the ordinary characters they stand for, and those are folded in turn. */
function foldCompatible(units: Uint32Array, first: number, last: number): void {
  for (let unit = first; unit <= last; unit += 1) {
    const plain = String.fromCharCode(unit).normalize('NFKC').codePointAt(0) ?? unit;
    units[unit] = plain <= 0xffff ? units[plain] ?? plain : plain;
  }
}

function lower(unit: number): number {
  const small = String.fromCharCode(unit).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}

function code(character: string): number {
  return character.charCodeAt(0);
}

function isDropped(unit: number): boolean {
  return unit <= 0x20 || (unit >= 0x7f && unit <= 0xa0) || unit === 0xad || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200f)
    || (unit >= 0x2028 && unit <= 0x202f) || (unit >= 0x205f && unit <= 0x206f) || unit === 0x3000 || unit === 0xfeff;
}
