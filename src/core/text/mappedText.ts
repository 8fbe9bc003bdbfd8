import type { Edit, Span } from '../document';

/**
 * Derived text that knows its way back to `raw`. A range never splits an edit, and `fromRaw(toRaw(r))` covers `r`.
 * An empty range inside an edit's text stands for the whole edit; text that was put in without taking anything out belongs to both neighbours.
 */
export interface MappedText {
  readonly text: string;
  /** The smallest range of `raw` that yields `range` of `text`. */
  toRaw(range: Span): Span;
  /** The smallest range of `text` that shows `span` of `raw`; empty where nothing of it is shown. */
  fromRaw(span: Span): Span;
}

/** `raw` as it stands, or one range of it. */
export function mapped(raw: string, span: Span = { start: 0, end: raw.length }): MappedText {
  const { start, end } = span;
  if (start < 0 || end < start || end > raw.length) throw new RangeError(`no range ${start}–${end} in ${raw.length} units`);
  const inside = (place: number): number => Math.min(Math.max(place, start), end) - start;
  return {
    text: start === 0 && end === raw.length ? raw : raw.slice(start, end),
    toRaw: range => ({ start: range.start + start, end: range.end + start }),
    fromRaw: range => ({ start: inside(range.start), end: inside(range.end) }),
  };
}

/** `base` with `edits` (ranges of `base.text`, sorted and disjoint; else a RangeError) applied. */
export function edited(base: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return base;
  const { text, places } = applied(base.text, edits);
  return {
    text,
    toRaw: range => base.toRaw(rangeBefore(places, range)),
    fromRaw: span => rangeAfter(places, base.fromRaw(span)),
  };
}

/** Where each edit stands: `from`–`fromEnd` in the text before, `to`–`toEnd` in the text after. */
interface Places {
  readonly from: Int32Array;
  readonly fromEnd: Int32Array;
  readonly to: Int32Array;
  readonly toEnd: Int32Array;
}

function applied(before: string, edits: readonly Edit[]): { text: string; places: Places } {
  const column = (): Int32Array => new Int32Array(edits.length);
  const places = { from: column(), fromEnd: column(), to: column(), toEnd: column() };
  const parts: string[] = [];
  let done = 0;
  let length = 0;
  edits.forEach(({ span, text }, index) => {
    if (span.start < done || span.end < span.start || span.end > before.length) {
      throw new RangeError(`edit ${span.start}–${span.end} after ${done} in ${before.length} units`);
    }
    parts.push(before.slice(done, span.start), text);
    length += span.start - done;
    places.from[index] = span.start;
    places.fromEnd[index] = span.end;
    places.to[index] = length;
    places.toEnd[index] = length += text.length;
    done = span.end;
  });
  parts.push(before.slice(done));
  return { text: parts.join(''), places };
}

/** Index of the last of the sorted `values` that is below `limit`; -1 where there is none. */
function lastBelow(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

function rangeBefore(places: Places, range: Span): Span {
  const start = startBefore(places, range.start);
  const isPoint = range.end === range.start && !splits(places.to, places.toEnd, range.start);
  return { start, end: isPoint ? start : endBefore(places, range.end) };
}

/** The latest place before the edits at which `place` begins: what was taken out there stays outside. */
function startBefore({ from, fromEnd, to, toEnd }: Places, place: number): number {
  const index = lastBelow(to, place + 1);
  if (index < 0) return place;
  return place < at(toEnd, index) ? at(from, index) : at(fromEnd, index) + place - at(toEnd, index);
}

function endBefore({ fromEnd, to, toEnd }: Places, place: number): number {
  const index = lastBelow(to, place);
  if (index < 0) return place;
  return at(fromEnd, index) + Math.max(0, place - at(toEnd, index));
}

function rangeAfter(places: Places, span: Span): Span {
  const start = startAfter(places, span.start);
  const isInsideEdit = span.start === span.end && splits(places.from, places.fromEnd, span.start);
  return { start, end: isInsideEdit ? start : endAfter(places, span.end) };
}

/** Whether `place` is inside one of the ranges, not at its border. */
function splits(starts: Int32Array, ends: Int32Array, place: number): boolean {
  const index = lastBelow(starts, place);
  return index >= 0 && place < at(ends, index);
}

function startAfter({ from, fromEnd, to, toEnd }: Places, place: number): number {
  const index = lastBelow(from, place);
  if (index < 0) return place;
  return place < at(fromEnd, index) ? at(to, index) : at(toEnd, index) + place - at(fromEnd, index);
}

function endAfter({ from, fromEnd, to, toEnd }: Places, place: number): number {
  const index = lastBelow(from, place + 1);
  if (index < 0) return place;
  const startsHere = at(from, index) === place && at(fromEnd, index) > place;
  if (startsHere) return at(to, index);
  return at(toEnd, index) + Math.max(0, place - at(fromEnd, index));
}
