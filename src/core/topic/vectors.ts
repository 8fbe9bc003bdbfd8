import type { Terms } from './terms';

/** Words with their weights, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** How rare words are, in the background corpus and in this library. */
export interface Rarity { of(word: string): number }

/** As `documentFrequency.json` stands: 8,258 documents and the number that hold each word, words in fewer than 3 left out. */
export interface BackgroundFrequency { readonly documents: number; readonly words: Readonly<Record<string, number>> }

/** Number of words a vector keeps; from it on clustering was measured to stay the same. */
const KEPT = 60;
/** Sources at which local frequencies begin to count: with fewer they say nothing. */
const LOCAL_FROM = 50;
/** Sources counted between two steps: a few milliseconds. */
const STEP = 100;

/** Inverse document frequency in the background corpus; a word it does not know counts as one of two documents. */
export function backgroundRarity(word: string, { documents, words }: BackgroundFrequency): number {
  return Math.log(documents / (Object.hasOwn(words, word) ? words[word] ?? 2 : 2));
}

/** Inverse document frequency: the background's alone in a small library, mixed half and half with the library's own in a larger one. In steps. */
export function* measureRarity(all: readonly Terms[], background: BackgroundFrequency): Generator<undefined, Rarity> {
  if (all.length < LOCAL_FROM) return { of: word => backgroundRarity(word, background) };
  const local = new Map<string, number>();
  for (const [index, terms] of all.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (const [word] of terms.words) local.set(word, (local.get(word) ?? 0) + 1);
  }
  return { of: word => (backgroundRarity(word, background) + Math.log(all.length / (local.get(word) ?? 1))) / 2 };
}

/** The heaviest words of a source by (1 + ln tf) · idf, scaled to length 1. */
export function toVector(terms: Terms, rarity: Rarity): Vector {
  const weights = [...terms.words].map(([word, count]): [string, number] => [word, (1 + Math.log(count)) * rarity.of(word)]);
  return heaviest(weights.filter(([, weight]) => weight > 0));
}

/** The words of a vector that weigh most. */
export const heaviest = (weights: Iterable<readonly [string, number]>): Vector => scaled([...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT));

/** The direction of a group of vectors. */
export function centroidOf(vectors: readonly Vector[]): Vector {
  const sums = new Map<string, number>();
  for (const vector of vectors) addTo(sums, vector, 1);
  return scaled(sums);
}

/** Adds a vector `times` over to sums of weights; −1 takes it out again. */
export function addTo(sums: Map<string, number>, vector: Vector | undefined, times: number): void {
  for (const [word, weight] of vector ?? []) sums.set(word, (sums.get(word) ?? 0) + times * weight);
}

/** Cosine of two vectors: 0 to 1. */
export function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** Weights brought to length 1. */
export function scaled(weights: Iterable<readonly [string, number]>): Vector {
  const all = [...weights];
  const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(all.map(([word, weight]) => [word, weight / length]));
}
