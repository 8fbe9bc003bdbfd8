import { groupByLeaders } from './leaders';
import { centroidOf, heaviest, type Vector } from './vectors';

/** Sources up to which all pairs are compared; a thousand take about a tenth of a second. */
const PAIRWISE = 1500;
/** Sources compared with all others between two steps: a few milliseconds. */
const STEP = 20;

/** Groups of indices whose vectors are alike, largest first; a vector like no other stands alone, or is left out where there are many. In steps. */
export function* clusterVectors(vectors: readonly Vector[]): Generator<undefined, readonly (readonly number[])[]> {
  const groups = yield* vectors.length <= PAIRWISE ? averageLink(vectors, threshold(vectors.length)) : byLeaders(vectors, 0.08);
  return [...groups].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

// Measured: related sources of a small library score .18 to .34 and others at most .10 with the background's frequencies.
const threshold = (sources: number): number => (sources < 50 ? 0.13 : 0.06);

/** Agglomerative clustering by average likeness, with the nearest-neighbour chain algorithm over a triangle of sums. */
function* averageLink(vectors: readonly Vector[], stop: number): Generator<undefined, readonly (readonly number[])[]> {
  const count = vectors.length;
  const like = yield* allPairs(vectors);
  const groups: number[][] = vectors.map((_, index) => [index]);
  const live = new Set(groups.keys());
  const average = (a: number, b: number): number => (like[a * count + b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
  const chain: number[] = [];
  const finished = new Set<number>();
  for (let turn = 1; ; turn++) {
    if (turn % STEP === 0) yield;
    if (chain.length === 0) {
      const next = [...live].find(index => !finished.has(index));
      if (next === undefined) break;
      chain.push(next);
    }
    const top = chain.at(-1) ?? 0, below = chain.at(-2);
    let nearest = -1, highest = stop;
    for (const other of live) {
      const score = other === top ? -1 : average(top, other);
      if (score > highest || (score === highest && other === below)) { highest = score; nearest = other; }
    }
    if (nearest < 0) { finished.add(top); chain.pop(); }
    else if (nearest === below) { merge(top, nearest); chain.length -= 2; }
    else chain.push(nearest);
  }
  return [...live].map(index => (groups[index] ?? []).sort((a, b) => a - b));

  function merge(from: number, into: number): void {
    for (const other of live) {
      const sum = (like[into * count + other] ?? 0) + (like[from * count + other] ?? 0);
      like[into * count + other] = sum;
      like[other * count + into] = sum;
    }
    groups[into]?.push(...(groups[from] ?? []));
    live.delete(from);
    finished.delete(into);
  }
}

/** Likeness of all pairs, through an index of words so that pairs without a common word cost nothing. */
function* allPairs(vectors: readonly Vector[]): Generator<undefined, Float32Array> {
  const count = vectors.length;
  const like = new Float32Array(count * count);
  const holders = new Map<string, [number, number][]>();
  for (const [index, vector] of vectors.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (const [word, weight] of vector) {
      const earlier = holders.get(word) ?? [];
      for (const [other, otherWeight] of earlier) like[index * count + other] = (like[index * count + other] ?? 0) + weight * otherWeight;
      earlier.push([index, weight]);
      holders.set(word, earlier);
    }
  }
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) like[b * count + a] = like[a * count + b] ?? 0;
  return like;
}

/** Many sources: those around a first one are a group, and groups whose centres are alike become one. */
function* byLeaders(vectors: readonly Vector[], least: number): Generator<undefined, readonly (readonly number[])[]> {
  const groups = (yield* groupByLeaders(vectors, least)).filter(group => group.length > 1);
  const centres: Vector[] = [];
  for (const group of groups) {
    centres.push(heaviest(centroidOf(pick(vectors, group))));
    yield;
  }
  const merged = yield* groupByLeaders(centres, least * 2);
  return merged.map(alike => pick(groups, alike).flat().sort((a, b) => a - b));
}

const pick = <T>(all: readonly T[], indices: readonly number[]): readonly T[] => indices.map(index => all[index]).filter(each => each !== undefined);
