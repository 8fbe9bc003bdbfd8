import type { Span } from '../document';

/** The stretch of a text that has most of a pattern's neighbouring units, in whatever order. */
export interface MovedStretch extends Span { /** Share of the pattern's pairs of units that the stretch has too, each counted as often as it stands in both. */ readonly shared: number }

/** Finds the stretch, as long as `pattern`, that shares most pairs of neighbouring UTF-16 units with it, and of those the first; undefined below `least`. */
export function findMoved(text: string, pattern: string, least: number): MovedStretch | undefined {
  const size = pattern.length, pairs = size - 1;
  if (pairs < 1 || text.length < size) return undefined;
  const wanted = new Map<string, number>();
  for (let at = 0; at < pairs; at++) wanted.set(pattern.slice(at, at + 2), (wanted.get(pattern.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0, best = -1, start = 0;
  for (let at = 0; at + 2 <= text.length; at++) {
    // `wanted` holds what is still missing in the stretch; below zero it has more of it than the pattern.
    if (count(wanted, text.slice(at, at + 2), -1) >= 0) shared++;
    if (at >= pairs && count(wanted, text.slice(at - pairs, at - pairs + 2), 1) > 0) shared--;
    if (at >= pairs - 1 && shared > best) { best = shared; start = at - pairs + 1; }
  }
  return best / pairs >= least ? { start, end: start + size, shared: best / pairs } : undefined;
}

/** Adds to a count that is kept, and gives it. */
function count(counts: Map<string, number>, pair: string, by: number): number {
  const known = counts.get(pair);
  if (known === undefined) return -1;
  counts.set(pair, known + by);
  return known + by;
}
