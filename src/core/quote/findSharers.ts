import type { Printed } from './findHolders';

/** The sources that may share passages with one, those that share most before the others, and the prints that say nothing as too many sources have them. */
export interface Sharers<T> { readonly sources: readonly T[]; readonly common: ReadonlySet<number> }

/** Prints that a source must share: a passage worth telling has more. */
const LEAST_PRINTS = 2;

/** A print is common where more sources than this have it, and this share of all. */
const FEW_SOURCES = 8, COMMON_SHARE = 0.2;

/** Prints that are looked through in one go. */
const STEP = 100_000;

/** Finds them in one pass over the prints of all sources, in steps; a print that few sources have counts for more. */
export function* findSharers<T>(own: Uint32Array, source: T, texts: readonly Printed<T>[]): Generator<undefined, Sharers<T>> {
  const wanted = new Set(own), counts = new Map<number, number>(), sharing: { readonly of: T; readonly prints: readonly number[] }[] = [];
  let looked = 0;
  for (const { of, prints } of texts) {
    const shared = new Set<number>();
    for (const print of prints) if (wanted.has(print)) shared.add(print);
    for (const print of shared) counts.set(print, (counts.get(print) ?? 0) + 1);
    if (of !== source && shared.size >= LEAST_PRINTS) sharing.push({ of, prints: [...shared] });
    looked += prints.length;
    if (looked >= STEP) { looked = 0; yield; }
  }
  const common = new Set([...counts].filter(([, count]) => count >= FEW_SOURCES && count > texts.length * COMMON_SHARE).map(([print]) => print));
  const weighed = sharing.flatMap(({ of, prints }) => {
    const telling = prints.filter(print => !common.has(print));
    return telling.length < LEAST_PRINTS ? [] : [{ of, weight: telling.reduce((sum, print) => sum + 1 / (counts.get(print) ?? 1), 0) }];
  });
  return { sources: weighed.sort((one, other) => other.weight - one.weight).map(({ of }) => of), common };
}
