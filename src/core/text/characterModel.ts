import { foldTable } from './foldTable';
import { isHan } from './han';
import type { Tables } from './tables';

/** How likely Chinese text is, in log10: from bigram counts of 2.3 million clean characters, Traditional read as Simplified. */
export interface CharacterModel {
  /** Probability of `unit` by itself. */
  alone(unit: number): number;
  /** Probability of `unit` after `previous`. */
  after(previous: number, unit: number): number;
  /** How often the pair was counted, 0 below five. */
  pairCount(previous: number, unit: number): number;
}

/** Probability mass taken from the bigrams for what was never seen. */
const unseenShare = 0.2;

/** What a character that was never counted counts as. */
const unseenCount = 0.05;

interface Counts {
  readonly unigrams: string;
  readonly unigramCounts: readonly number[];
  /** Pairs one after another, most frequent first. */
  readonly bigrams: string;
  readonly bigramCounts: readonly number[];
}

const modelsSeen = new WeakMap<Tables, CharacterModel>();

/** The model of the given tables, made once. */
export function characterModel(tables: Tables): CharacterModel {
  const known = modelsSeen.get(tables);
  if (known) return known;
  const made = makeModel(tables.get<Counts>('characters'), simplifier(tables));
  modelsSeen.set(tables, made);
  return made;
}

function simplifier(tables: Tables): (unit: number) => number {
  const { units } = foldTable(tables);
  return unit => isHan(unit) ? units[unit] ?? unit : unit;
}

function makeModel(counts: Counts, simplify: (unit: number) => number): CharacterModel {
  const singles = new Float64Array(0x10000).fill(unseenCount);
  let total = 0;
  counts.unigramCounts.forEach((count, index) => {
    singles[counts.unigrams.charCodeAt(index)] = count;
    total += count;
  });
  const pairs = new Map<number, number>();
  counts.bigramCounts.forEach((count, index) => {
    pairs.set(counts.bigrams.charCodeAt(index * 2) * 0x10000 + counts.bigrams.charCodeAt(index * 2 + 1), count);
  });
  const single = (unit: number): number => singles[unit] ?? unseenCount;
  const pair = (previous: number, unit: number): number => pairs.get(previous * 0x10000 + unit) ?? 0;
  return {
    alone: unit => Math.log10(single(simplify(unit)) / total),
    after: (previous, unit) => {
      const before = simplify(previous);
      const here = simplify(unit);
      const seen = pair(before, here) / Math.max(1, single(before));
      return Math.log10((1 - unseenShare) * seen + unseenShare * single(here) / total);
    },
    pairCount: (previous, unit) => pair(simplify(previous), simplify(unit)),
  };
}
