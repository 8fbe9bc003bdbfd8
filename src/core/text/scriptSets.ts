import type { Tables } from './tables';

/** Characters that only one script writes, by code point. */
export interface ScriptSets {
  readonly simplified: ReadonlySet<number>;
  readonly traditional: ReadonlySet<number>;
  readonly japanese: ReadonlySet<number>;
}

const setsSeen = new WeakMap<Tables, ScriptSets>();

/** The sets of the given tables, made once. */
export function scriptSets(tables: Tables): ScriptSets {
  const known = setsSeen.get(tables);
  if (known) return known;
  const listed = tables.get<Readonly<Record<keyof ScriptSets, string>>>('scriptSets');
  const made = {
    simplified: codePoints(listed.simplified),
    traditional: codePoints(listed.traditional),
    japanese: codePoints(listed.japanese),
  };
  setsSeen.set(tables, made);
  return made;
}

function codePoints(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, character => character.codePointAt(0) ?? 0));
}
