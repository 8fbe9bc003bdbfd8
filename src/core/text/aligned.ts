import type { Span } from '../document';
import type { MappedText } from './mappedText';

/**
 * Text made from `base` character by character: unit `i` of `text` comes from the character of `base.text` at `origins[i]`
 * (never falling; characters without a unit are dropped). Cheaper than a list of edits where most characters change.
 */
export function aligned(base: MappedText, text: string, origins: Uint32Array): MappedText {
  if (origins.length < text.length) throw new RangeError('each unit of the text needs its origin');
  return {
    text,
    toRaw: range => base.toRaw(rangeBefore(base.text, origins, text.length, range)),
    fromRaw: span => rangeAfter(base.text, origins, text.length, base.fromRaw(span)),
  };
}

function rangeBefore(before: string, origins: Uint32Array, length: number, range: Span): Span {
  const start = range.start < length ? origin(origins, range.start) : endOfOrigin(before, origins, length - 1);
  return { start, end: range.end > range.start ? endOfOrigin(before, origins, range.end - 1) : start };
}

function rangeAfter(before: string, origins: Uint32Array, length: number, span: Span): Span {
  let start = firstFrom(origins, length, span.start - 1);
  while (start < length && endOfOrigin(before, origins, start) <= span.start) start += 1;
  const end = span.end > span.start ? firstFrom(origins, length, span.end) : start;
  return { start, end: Math.max(start, end) };
}

/** Index of the first unit whose origin is `place` or later. */
function firstFrom(origins: Uint32Array, length: number, place: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin(origins, middle) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function origin(origins: Uint32Array, index: number): number {
  return origins[index] ?? 0;
}

function endOfOrigin(before: string, origins: Uint32Array, index: number): number {
  if (index < 0) return 0;
  const start = origin(origins, index);
  return start + ((before.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}
