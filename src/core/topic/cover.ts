import { centralityOf, MOST_CENTRAL, weightOf, type Candidate } from './label';
import { addTo, scaled, type BackgroundFrequency, type Vector } from './vectors';

/** A source is clearly about a phrase that stands in it twice. */
const CLEARLY = Math.log(1 + 2);

/** A candidate with what it says by itself, and the most it can still add: sources only ever cease to be open. */
interface Runner { readonly candidate: Candidate; readonly weight: number; bound: number }

/** Sources under one phrase: its folded form, and by index of each how strongly it is about it. */
export interface Labelled { readonly key: string; readonly members: ReadonlyMap<number, number> }

/** What the names of a group are chosen by; `join` says which sources a chosen phrase covers. */
export interface Choice { readonly vectors: readonly Vector[]; readonly background: BackgroundFrequency; readonly join: (candidate: Candidate) => ReadonlyMap<number, number> }

/**
 * Chooses the names of one group: the strongest phrase first, then phrases for the sources it leaves out, until every source has one
 * that can. In steps of one name.
 */
export function* coverGroup(group: readonly number[], candidates: readonly Candidate[], { vectors, background, join }: Choice): Generator<undefined, readonly Labelled[]> {
  const open = new Set(group);
  const sums = new Map<string, number>();
  for (const index of group) addTo(sums, vectors[index], 1);
  let runners = candidates.map((candidate): Runner => ({ candidate, weight: weightOf(candidate, background), bound: Infinity }));
  const labels: Labelled[] = [];
  while (open.size > 0) {
    const best = strongest(runners, scaled(sums), open, group.length);
    if (!best) break;
    const members = join(best.candidate);
    labels.push({ key: best.candidate.key, members });
    for (const index of members.keys()) if (open.delete(index)) addTo(sums, vectors[index], -1);
    const { key } = best.candidate;
    runners = runners.filter(({ candidate, bound }) => bound > 0 && !candidate.key.includes(key) && !key.includes(candidate.key));
    yield;
  }
  return labels;
}

/** The candidate that adds most now; of equals the first. Those that could not add as much as the best so far are not measured again. */
function strongest(runners: readonly Runner[], centre: Vector, open: ReadonlySet<number>, groupSize: number): Runner | undefined {
  let best: Runner | undefined, highest = 0;
  for (const runner of runners) {
    if (runner.bound <= highest) continue;
    const worth = runner.weight * gain(runner.candidate, open, groupSize);
    runner.bound = worth * MOST_CENTRAL;
    const score = worth * centralityOf(runner.candidate, centre);
    if (score > highest) { best = runner; highest = score; }
  }
  return best;
}

/** What a label would add: sources without a topic count in full. A phrase that stands in every source of the group tells less of each than one that most of them share. */
function gain({ strength }: Candidate, open: ReadonlySet<number>, groupSize: number): number {
  let sum = 0, added = 0;
  for (const [index, value] of strength) {
    const isOpen = open.has(index);
    sum += value * (isOpen ? 1 : 0.1);
    if (isOpen && value >= CLEARLY) added++;
  }
  const share = strength.size / Math.max(5, groupSize);
  return added === 0 ? 0 : sum * (1 - 0.4 * share * share);
}
