import type { Tables } from '../text/tables';

/** For each UTF-16 unit the letters that the readings of that character begin with, as bits from `a`; a Latin letter stands for itself. */
export type InitialTable = Uint32Array;

const tablesSeen = new WeakMap<Tables, InitialTable>();

/** The initials of the given tables, made once. */
export function initialTable(tables: Tables): InitialTable {
  const known = tablesSeen.get(tables);
  if (known) return known;
  const made = new Uint32Array(0x10000);
  for (let letter = 0; letter < 26; letter++) made[0x61 + letter] = 1 << letter;
  for (const [letters, characters] of Object.entries(tables.get<Readonly<Record<string, string>>>('initials'))) {
    const bits = [...letters].reduce((all, letter) => all | bitOf(letter.charCodeAt(0)), 0);
    for (let at = 0; at < characters.length; at++) made[characters.charCodeAt(at)] = bits;
  }
  tablesSeen.set(tables, made);
  return made;
}

/** What is asked for: `letters` are `a` to `z` only. */
export function toInitials(letters: string): Uint32Array {
  return Uint32Array.from(letters, letter => bitOf(letter.charCodeAt(0)));
}

/** Where in folded `text` characters stand one behind the other whose pinyin begins with the letters asked for, 长 with c or z; -1 where they do not. At least one of them is Han. */
export function findInitials(text: string, asked: Uint32Array, table: InitialTable): number {
  const last = text.length - asked.length;
  for (let start = 0; start <= last; start++) {
    let at = 0, han = 0;
    while (at < asked.length && ((table[text.charCodeAt(start + at)] ?? 0) & (asked[at] ?? 0)) !== 0) {
      if (text.charCodeAt(start + at) > 0x7f) han++;
      at++;
    }
    if (at === asked.length && han > 0) return start;
  }
  return -1;
}

const bitOf = (unit: number): number => 1 << (unit - 0x61);
