import type { Vector } from './vectors';

/** Vectors compared between two steps: a few milliseconds. */
const STEP = 20;

interface Posting { readonly groups: number[]; readonly weights: number[] }

/**
 * Groups of indices by one pass over many vectors: each joins the group whose first vector it is most like, if it is that by `least` or
 * more, and else begins one of its own. First vectors are found through an index of their words. In steps.
 */
export function* groupByLeaders(vectors: readonly Vector[], least: number): Generator<undefined, readonly (readonly number[])[]> {
  const groups: number[][] = [];
  const leaders = new Map<string, Posting>();
  const scores = new Float64Array(vectors.length);
  for (const [index, vector] of vectors.entries()) {
    if (index % STEP === STEP - 1) yield;
    const home = groups[mostAlike(vector, leaders, scores, least)];
    if (home) { home.push(index); continue; }
    for (const [word, weight] of vector) {
      const posting = leaders.get(word) ?? { groups: [], weights: [] };
      posting.groups.push(groups.length);
      posting.weights.push(weight);
      leaders.set(word, posting);
    }
    groups.push([index]);
  }
  return groups;
}

/** The group whose leader `vector` is most like, by `least` or more; −1 where there is none. `scores` is zeros, and is left so. */
function mostAlike(vector: Vector, leaders: ReadonlyMap<string, Posting>, scores: Float64Array, least: number): number {
  const touched: number[] = [];
  for (const [word, weight] of vector) {
    const posting = leaders.get(word);
    if (!posting) continue;
    const { groups, weights } = posting;
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] ?? 0;
      if (scores[group] === 0) touched.push(group);
      scores[group] = (scores[group] ?? 0) + weight * (weights[at] ?? 0);
    }
  }
  let best = -1, highest = least;
  for (const group of touched) {
    const score = scores[group] ?? 0;
    if (score > highest || (score === highest && best < 0)) { best = group; highest = score; }
    scores[group] = 0;
  }
  return best;
}
