import type { Repair, Span } from '../document';
import type { MappedText } from '../text/mappedText';

/** Something that was mended, by its range in the text between: before it an `older` repair was made there, or a newer one will be. */
interface Part { readonly shown: Span; readonly repair: Repair; readonly isOlder: boolean }

/**
 * The repairs of a text as one list: the `older` ones (of the text as it stands), which gave `base`, and the `newer` ones of `base.text`.
 * What overlaps becomes one repair, as a range never splits one.
 */
export function composed(older: readonly Repair[], newer: readonly Repair[], base: MappedText): readonly Repair[] {
  const before = older.map(repair => ({ shown: base.fromRaw(repair.span), repair, isOlder: true }));
  const parts: readonly Part[] = [
    ...before,
    ...newer.flatMap(repair => apart(repair, before, base)).map(repair => ({ shown: repair.span, repair, isOlder: false })),
  ].sort((one, other) => one.shown.start - other.shown.start || one.shown.end - other.shown.end);
  const made: Repair[] = [];
  for (let first = 0; first < parts.length;) {
    let next = first + 1;
    let end = parts[first]?.shown.end ?? 0;
    while (next < parts.length && (parts[next]?.shown.start ?? Infinity) < end) {
      end = Math.max(end, parts[next]?.shown.end ?? 0);
      next += 1;
    }
    made.push(merged(parts.slice(first, next), end, base));
    first = next;
  }
  return made;
}

/** A word that was spaced out leaves older repairs in it alone: it becomes one repair for each space. */
function apart(repair: Repair, before: readonly Part[], base: MappedText): readonly Repair[] {
  const { span } = repair;
  if (repair.kind !== 'letterSpacing' || !before.some(({ shown }) => shown.start < span.end && span.start < shown.end)) return [repair];
  return Array.from(base.text.slice(span.start, span.end).matchAll(/\s+/g), ({ 0: gap, index }) =>
    ({ ...repair, span: { start: span.start + index, end: span.start + index + gap.length }, text: '' }));
}

/** One repair of the text as it stands for `parts` that overlap, up to `end`. */
function merged(parts: readonly Part[], end: number, base: MappedText): Repair {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('nothing to merge');
  if (first.isOlder && others.length === 0) return first.repair;
  const start = first.shown.start;
  let text = '';
  let done = start;
  const guesses: Span[] = [];
  for (const { shown, repair, isOlder } of parts) {
    if (isOlder) continue;
    text += base.text.slice(done, shown.start);
    guesses.push(...(repair.guesses ?? []).map(guess => ({ start: guess.start + text.length, end: guess.end + text.length })));
    text += repair.text;
    done = shown.end;
  }
  const repairs = parts.map(({ repair }) => repair);
  const known = others.length === 0 && first.repair.guesses !== undefined;
  return {
    span: base.toRaw({ start, end }), text: text + base.text.slice(done, end), kind: first.repair.kind,
    certain: repairs.every(({ certain }) => certain), ...(known && { guesses }),
  };
}
