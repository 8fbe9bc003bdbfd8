import type { Span } from '../document';

/** The stretch of a text that comes closest to a pattern, and by how many insertions, deletions and replacements they differ. */
export interface CloseStretch extends Span { readonly errors: number }

/** Finds what differs from `pattern` by `most` errors or fewer, the closest and of those the first; in UTF-16 units. */
export function findClose(text: string, pattern: string, most: number): CloseStretch | undefined {
  let best: CloseStretch | undefined;
  for (const region of promising(text, pattern, most)) best = closestIn(text, region, pattern, most, best);
  return best;
}

/**
 * Where a stretch that close can stand, by the q-gram lemma (Jokinen and Ukkonen 1991): it shares all pairs of units with the pattern but
 * two for each error.
 */
function* promising(text: string, pattern: string, most: number): Iterable<Span> {
  const needed = pattern.length - 1 - 2 * most, width = pattern.length + most;
  if (needed <= 0) { yield { start: 0, end: text.length }; return; }
  const pairs = new Set<number>();
  for (let at = 1; at < pattern.length; at++) pairs.add(pairAt(pattern, at));
  const shared = new Uint8Array(text.length);
  let count = 0, open: { start: number; end: number } | undefined;
  for (let at = 1; at < text.length; at++) {
    if (pairs.has(pairAt(text, at))) { shared[at] = 1; count++; }
    if (at >= width) count -= shared[at - width] ?? 0;
    if (count < needed) continue;
    const start = Math.max(0, at - width);
    if (open && start <= open.end) open.end = at + 1;
    else {
      if (open) yield open;
      open = { start, end: at + 1 };
    }
  }
  if (open) yield open;
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at);

/** Sellers' algorithm, which keeps where each stretch began, the earliest of ways that are as good; rows that are beyond `most` already are left out (Ukkonen 1985). */
function closestIn(text: string, region: Span, pattern: string, most: number, before: CloseStretch | undefined): CloseStretch | undefined {
  const size = pattern.length, errors = Int32Array.from({ length: size + 1 }, (_, row) => row), starts = new Int32Array(size + 1).fill(region.start);
  let best = before, active = Math.min(size, most);
  for (let at = region.start; at < region.end; at++) {
    const unit = text.charCodeAt(at);
    let diagonal = 0, diagonalStart = starts[0] ?? 0;
    starts[0] = at + 1;
    if (active < size) active++;
    for (let row = 1; row <= active; row++) {
      const left = errors[row] ?? 0, leftStart = starts[row] ?? 0, above = errors[row - 1] ?? 0;
      const replaced = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const least = Math.min(replaced, left + 1, above + 1);
      let start = Infinity;
      if (replaced === least) start = diagonalStart;
      if (left + 1 === least) start = Math.min(start, leftStart);
      if (above + 1 === least) start = Math.min(start, starts[row - 1] ?? 0);
      errors[row] = least;
      starts[row] = start;
      diagonal = left;
      diagonalStart = leftStart;
    }
    if (active < size) errors[active + 1] = most + 1;
    while (active > 0 && (errors[active] ?? 0) > most) active--;
    if (active === size) best = better(best, { start: starts[size] ?? 0, end: at + 1, errors: errors[size] ?? 0 }, text, pattern);
  }
  return best;
}

/** Of two that are equally close the one that ends as the pattern does, else the one that is as long: it holds what stands in place of a changed end. */
function better(known: CloseStretch | undefined, found: CloseStretch, text: string, pattern: string): CloseStretch {
  if (!known || found.errors < known.errors) return found;
  if (found.errors > known.errors || found.start > known.end) return known;
  const ends = ({ end }: Span): number => (text[end - 1] === pattern.at(-1) ? 0 : 1), off = ({ start, end }: Span): number => Math.abs(end - start - pattern.length);
  return (ends(found) - ends(known) || off(found) - off(known)) < 0 ? found : known;
}
