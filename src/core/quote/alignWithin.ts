import type { Span } from '../document';
import { alignUnits } from './alignUnits';
import { findChain } from './findChain';

/** A run that both texts have: where it begins in each, and how long it is, in units. */
export interface Run { readonly own: number; readonly other: number; readonly length: number }

/** Shortest run that tells of a common origin: what two texts share by chance is shorter, but for set phrases. */
export const SHORTEST_SEED = 8;

/** Units of the other text around a seed that may belong to the same stretch, besides the length of the stretch. */
const AROUND = 120;

/** What a unit that stands between two runs takes from the worth of a stretch that holds both. */
const GAP_COST = 0.25;

/** Places of all runs of eight units of a text. */
export function seedPlaces(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHORTEST_SEED <= text.length; at++) {
    const gram = text.slice(at, at + SHORTEST_SEED), known = places.get(gram);
    if (known) known.push(at); else places.set(gram, [at]);
  }
  return places;
}

/** The maximal runs of eight units and more that a stretch shares with the text of `places`, the longest first, each place of the other text once. */
export function seedsIn(own: string, other: string, places: ReadonlyMap<string, readonly number[]>): readonly Run[] {
  const seeds: Run[] = [];
  for (let at = 0; at + SHORTEST_SEED <= own.length; at++) {
    for (const place of places.get(own.slice(at, at + SHORTEST_SEED)) ?? []) {
      if (at > 0 && place > 0 && own[at - 1] === other[place - 1]) continue;
      let length = SHORTEST_SEED;
      while (at + length < own.length && place + length < other.length && own[at + length] === other[place + length]) length++;
      seeds.push({ own: at, other: place, length });
    }
  }
  return seeds.sort((one, next) => next.length - one.length);
}

/** The runs of two units and more that a stretch has in its order with what stands around a seed in the other text, those that make one passage. */
export function alignAround(own: string, other: string, seed: Run): readonly Run[] {
  const from = Math.max(0, seed.other - seed.own - AROUND), to = Math.min(other.length, seed.other + own.length - seed.own + AROUND);
  const chain = findChain(other.slice(from, to), own);
  if (!chain) return [];
  const region: Span = { start: from + chain.start, end: from + chain.end };
  const runs = alignUnits(own, other.slice(region.start, region.end)).filter(({ kind, left }) => kind === 'same' && left.end - left.start > 1);
  return together(runs.map(({ left, right }) => ({ own: left.start, other: region.start + right.start, length: left.end - left.start })));
}

/** Of runs in order the neighbouring ones that are worth most: what stands far from the others is left out. */
function together(runs: readonly Run[]): readonly Run[] {
  let best: { readonly from: number; readonly to: number; readonly worth: number } = { from: 0, to: 0, worth: 0 }, from = 0, worth = 0;
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1], gap = before ? Math.max(run.own - before.own, run.other - before.other) - before.length : 0;
    if (worth - gap * GAP_COST <= 0) { from = at; worth = 0; } else worth -= gap * GAP_COST;
    worth += run.length;
    if (worth > best.worth) best = { from, to: at + 1, worth };
  }
  return runs.slice(best.from, best.to);
}
