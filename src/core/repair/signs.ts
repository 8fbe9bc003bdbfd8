import { isHan } from '../text/han';
import { rareUnits } from './gbk';
import { isInvisible } from './invisible';

/** What a text has to hold for a kind of damage to be in it, each a bit. */
export const sign = {
  /** Characters outside the common levels of the Chinese charsets, or a Chinese one behind the mark of a lost byte. */
  rare: 1,
  invisible: 2,
  /** Radicals and compatibility ideographs. */
  compatible: 4,
  /** Letters with accents or marks of Latin-1 beside one another. */
  latin: 8,
  /** Brackets with a Latin letter behind a Chinese character. */
  bracket: 16,
  /** A space between two Chinese characters. */
  space: 32,
  /** An ampersand with a letter or a number sign behind it. */
  entity: 64,
} as const;

/** Marks what a unit by itself makes worth a look at its neighbours. */
let classesMade: Uint8Array | undefined;

/**
 * The signs of damage in `text`, as bits of `sign`. It is one walk that most characters of clean text pass with one look into a table,
 * so that clean text costs little more.
 */
export function readSigns(text: string): number {
  classesMade ??= makeClasses();
  const classes = classesMade;
  let signs = 0;
  for (let index = 0; index < text.length; index += 1) {
    const found = classes[text.charCodeAt(index)] ?? 0;
    if (found !== 0 && (signs & found) !== found) signs |= found & confirmed(text, index);
  }
  return signs;
}

/** The signs that the neighbours of a character leave standing. */
function confirmed(text: string, index: number): number {
  const next = text.charCodeAt(index + 1);
  let signs = sign.invisible | sign.compatible;
  if (!isNarrowMark(text.charCodeAt(index)) || isHan(next)) signs |= sign.rare;
  if (next >= 0x80 && next < 0x3000) signs |= sign.latin;
  const before = text.charCodeAt(index - 1);
  if (isLatinLetter(next) && (isHan(before) || before === 0xfffd)) signs |= sign.bracket;
  if (isHan(before) && (isHan(next) || isSpace(next))) signs |= sign.space;
  if (next === 0x23 || isLatinLetter(next)) signs |= sign.entity;
  return signs;
}

/** Letters without and with tone marks, combining marks included. */
function isLatinLetter(unit: number): boolean {
  return ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || (unit >= 0xc0 && unit < 0x370) || (unit >= 0x1e00 && unit < 0x1f00);
}

function isNarrowMark(unit: number): boolean {
  return unit === 0x3f || unit === 0xfffd;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x3000;
}

function makeClasses(): Uint8Array {
  const classes = rareUnits().map(rare => rare === 0 ? 0 : sign.rare);
  const add = (first: number, last: number, bit: number): void => {
    for (let unit = first; unit <= last; unit += 1) classes[unit] = (classes[unit] ?? 0) | bit;
  };
  for (let unit = 0; unit < 0x10000; unit += 1) if (isInvisible(unit)) add(unit, unit, sign.invisible);
  for (const [first, last] of [[0x2e80, 0x2fd5], [0xf900, 0xfaff]] as const) add(first, last, sign.compatible);
  add(0xb0, 0xf7, sign.latin);
  for (const bracket of '(（?？\ufffd') add(bracket.charCodeAt(0), bracket.charCodeAt(0), sign.bracket);
  for (const space of ' \u00a0\u3000') add(space.charCodeAt(0), space.charCodeAt(0), sign.space);
  add(0x26, 0x26, sign.entity);
  for (const mark of '?\ufffd') add(mark.charCodeAt(0), mark.charCodeAt(0), sign.rare);
  return classes;
}
