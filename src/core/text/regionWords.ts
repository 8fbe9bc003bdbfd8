import type { Region } from '../document';
import type { Tables } from './tables';

/** Words by the UTF-16 unit they begin with, the longest of each first; a text is read through once for all of them. */
export interface RegionWords {
  /** For each unit the place in `groups` of the words that begin with it; 0 where none does. */
  readonly starts: Uint16Array;
  readonly groups: readonly (readonly RegionWord[])[];
  /** Not 0 where a word begins with the two units that `pairOf` makes the place of, or is the first alone; spares most texts the look at each word. */
  readonly pairs: Uint8Array;
}

/** A word with the regions that write it, as bits; 0 for one that only keeps others from being found in it. */
export interface RegionWord { readonly word: string; readonly regions: number }

/** The place of two units in `RegionWords.pairs`, of one alone with 0; several pairs share one. */
export const pairOf = (first: number, second: number): number => (first ^ Math.imul(second, 0x9e5)) & 0xffff;

export const regionBit: Readonly<Record<Region, number>> = { CN: 1, TW: 2, HK: 4 };

const wordsSeen = new WeakMap<Tables, RegionWords>();

/** The words of the given tables, made once. */
export function regionWords(tables: Tables): RegionWords {
  const known = wordsSeen.get(tables);
  if (known) return known;
  const made = byFirstUnit(tables.get<Readonly<Record<string, string>>>('regionWords'));
  wordsSeen.set(tables, made);
  return made;
}

function byFirstUnit(listed: Readonly<Record<string, string>>): RegionWords {
  const starts = new Uint16Array(0x10000);
  const groups: RegionWord[][] = [[]];
  const pairs = new Uint8Array(0x10000);
  for (const [where, words] of Object.entries(listed)) {
    const regions = bitsOf(where);
    for (const word of words.split(' ')) {
      const first = word.charCodeAt(0);
      if (starts[first] === 0) starts[first] = groups.push([]) - 1;
      pairs[pairOf(first, word.length > 1 ? word.charCodeAt(1) : 0)] = 1;
      groups[starts[first] ?? 0]?.push({ word, regions });
    }
  }
  for (const group of groups) group.sort((a, b) => b.word.length - a.word.length);
  return { starts, groups, pairs };
}

function bitsOf(where: string): number {
  return Object.entries(regionBit).reduce((bits, [region, bit]) => (where.split(' ').includes(region) ? bits | bit : bits), 0);
}
