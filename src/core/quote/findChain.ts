import type { Span } from '../document';

/** The stretch of a text that holds runs of a pattern in their order, with anything between them. */
export interface ChainedStretch extends Span { 
  /** Units of the pattern that stand in the stretch. */
  readonly covered: number;
  /** How many runs that are. */
  readonly runs: number;
}

/** Shortest run that counts, in UTF-16 units. */
const SHORTEST = 4;

/** Units of the text that may lie between two runs. */
const FURTHEST = 120;

/** Runs that are weighed against each other; more stand only where a few words are said over and over. */
const MOST_RUNS = 400;

/** A maximal run that both have; `best` is the most that a chain up to it covers. */
interface Run { readonly inPattern: number; readonly inText: number; readonly length: number; best: number; before: Run | undefined }

/** Finds the runs of four units and more that stand in a text in the order of `pattern` and near each other, those that cover most of it. */
export function findChain(text: string, pattern: string): ChainedStretch | undefined {
  const runs = sharedRuns(text, pattern);
  let last: Run | undefined;
  for (const [at, run] of runs.entries()) {
    for (let earlier = at - 1; earlier >= 0; earlier--) {
      const other = runs[earlier];
      if (!other || run.inText - other.inText - other.length > FURTHEST * 4) break;
      const added = addedBehind(other, run);
      if (added > 0 && other.best + added > run.best) { run.best = other.best + added; run.before = other; }
    }
    if (!last || run.best > last.best) last = run;
  }
  if (!last) return undefined;
  let first = last, count = 1;
  for (; first.before; first = first.before) count++;
  return { start: first.inText, end: last.inText + last.length, covered: last.best, runs: count };
}

/** How much a run adds to a chain that ends with another; nothing where it stands before it or too far away. */
function addedBehind(other: Run, run: Run): number {
  const overlap = Math.max(0, other.inPattern + other.length - run.inPattern, other.inText + other.length - run.inText);
  const isBehind = run.inPattern > other.inPattern && run.inText > other.inText && run.inText - other.inText - other.length <= FURTHEST;
  return isBehind ? run.length - overlap : 0;
}

/** In the order of the text. */
function sharedRuns(text: string, pattern: string): readonly Run[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHORTEST <= pattern.length; at++) {
    const gram = pattern.slice(at, at + SHORTEST), known = places.get(gram);
    if (known) known.push(at); else places.set(gram, [at]);
  }
  const runs: Run[] = [];
  for (let at = 0; at + SHORTEST <= text.length && runs.length < MOST_RUNS; at++) {
    for (const place of places.get(text.slice(at, at + SHORTEST)) ?? []) {
      if (at > 0 && place > 0 && text[at - 1] === pattern[place - 1]) continue;
      let length = SHORTEST;
      while (place + length < pattern.length && text[at + length] === pattern[place + length] && at + length < text.length) length++;
      runs.push({ inPattern: place, inText: at, length, best: length, before: undefined });
    }
  }
  return runs;
}
