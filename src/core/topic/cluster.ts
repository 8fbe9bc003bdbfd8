import { centroidOf, likeness, type Vector } from './vectors';

/** Sources up to which all pairs are compared; a thousand take about a tenth of a second. */
const PAIRWISE = 1500;

/** Groups of indices whose vectors are alike, largest first; a vector like no other stands alone. */
export function clusterVectors(vectors: readonly Vector[]): readonly (readonly number[])[] {
  const groups = vectors.length <= PAIRWISE ? averageLink(vectors, threshold(vectors.length)) : byLeaders(vectors, 0.08);
  return [...groups].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

// Measured: related sources of a small library score .18 to .34 and others at most .10 with the background's frequencies.
const threshold = (sources: number): number => (sources < 50 ? 0.13 : 0.06);

/** Agglomerative clustering by average likeness, with the nearest-neighbour chain algorithm over a triangle of sums. */
function averageLink(vectors: readonly Vector[], stop: number): readonly (readonly number[])[] {
  const count = vectors.length;
  const like = allPairs(vectors);
  const groups: number[][] = vectors.map((_, index) => [index]);
  const live = new Set(groups.keys());
  const average = (a: number, b: number): number => (like[a * count + b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
  const chain: number[] = [];
  const finished = new Set<number>();
  for (;;) {
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
function allPairs(vectors: readonly Vector[]): Float32Array {
  const count = vectors.length;
  const like = new Float32Array(count * count);
  const holders = new Map<string, [number, number][]>();
  vectors.forEach((vector, index) => {
    for (const [word, weight] of vector) {
      const earlier = holders.get(word) ?? [];
      for (const [other, otherWeight] of earlier) like[index * count + other] = (like[index * count + other] ?? 0) + weight * otherWeight;
      earlier.push([index, weight]);
      holders.set(word, earlier);
    }
  });
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) like[b * count + a] = like[a * count + b] ?? 0;
  return like;
}

/** One pass over many sources: each joins the group whose first members it is most like, found through an index of words. */
function byLeaders(vectors: readonly Vector[], least: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const leaders = new Map<string, [number, number][]>();
  vectors.forEach((vector, index) => {
    const scores = new Map<number, number>();
    for (const [word, weight] of vector) for (const [group, other] of leaders.get(word) ?? []) scores.set(group, (scores.get(group) ?? 0) + weight * other);
    const best = [...scores].reduce<readonly [number, number]>((top, each) => (each[1] > top[1] ? each : top), [-1, least]);
    if (best[0] >= 0) { groups[best[0]]?.push(index); return; }
    for (const [word, weight] of vector) {
      const entries = leaders.get(word);
      if (entries) entries.push([groups.length, weight]); else leaders.set(word, [[groups.length, weight]]);
    }
    groups.push([index]);
  });
  return mergeAlike(groups, vectors, least * 2);
}

/** Groups whose centres are alike become one. */
function mergeAlike(groups: readonly (readonly number[])[], vectors: readonly Vector[], least: number): readonly (readonly number[])[] {
  const merged: { members: number[]; centre: Vector }[] = [];
  for (const members of groups.filter(group => group.length > 1)) {
    const centre = centroidOf(members.map(index => vectors[index]).filter(vector => vector !== undefined));
    const home = merged.find(each => likeness(each.centre, centre) >= least);
    if (home) home.members.push(...members); else merged.push({ members: [...members], centre });
  }
  return merged.map(each => each.members.sort((a, b) => a - b));
}
