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

/**
 * Where in folded `text`, from `start` to `end`, characters stand one behind the other whose pinyin begins with the letters asked for, 长 with c
 * or z; -1 where they do not. At least one of them is Han.
 */
export function findInitials(text: string, start: number, end: number, asked: Uint32Array, table: InitialTable): number {
  const first = asked[0] ?? 0;
  for (let place = start; place <= end - asked.length; place++) {
    if (((table[text.charCodeAt(place)] ?? 0) & first) !== 0 && standAt(text, place, asked, table)) return place;
  }
  return -1;
}

function standAt(text: string, place: number, asked: Uint32Array, table: InitialTable): boolean {
  let han = false;
  for (let at = 0; at < asked.length; at++) {
    const unit = text.charCodeAt(place + at);
    if (((table[unit] ?? 0) & (asked[at] ?? 0)) === 0) return false;
    han ||= unit > 0x7f;
  }
  return han;
}

const bitOf = (unit: number): number => 1 << (unit - 0x61);
