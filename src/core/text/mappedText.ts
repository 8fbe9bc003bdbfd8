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
  const list = new EditList(base);
  for (const { span, text } of edits) list.replace(span.start, span.end, text);
  return list.applied();
}

/** Edits of one text from its beginning to its end, gathered without an object for each. */
export class EditList {
  /** By how much the text has grown so far, in UTF-16 units; negative where it has shrunk. */
  growth = 0;

  private done = 0;
  private readonly parts: string[] = [];
  private readonly from: number[] = [];
  private readonly fromEnd: number[] = [];
  private readonly to: number[] = [];
  private readonly toEnd: number[] = [];

  constructor(private readonly base: MappedText) {}

  /** Puts `text` in the place of `start`–`end`, which is behind all that was replaced before; else a RangeError. */
  replace(start: number, end: number, text: string): void {
    if (start < this.done || end < start || end > this.base.text.length) {
      throw new RangeError(`edit ${start}–${end} after ${this.done} in ${this.base.text.length} units`);
    }
    this.parts.push(this.base.text.slice(this.done, start), text);
    this.from.push(start);
    this.fromEnd.push(end);
    this.to.push(start + this.growth);
    this.growth += text.length - (end - start);
    this.toEnd.push(end + this.growth);
    this.done = end;
  }

  /** The text with all edits; `base` itself where there are none. */
  applied(): MappedText {
    if (this.from.length === 0) return this.base;
    const text = this.parts.join('') + this.base.text.slice(this.done);
    const { base } = this;
    const places = { from: new Int32Array(this.from), fromEnd: new Int32Array(this.fromEnd), to: new Int32Array(this.to), toEnd: new Int32Array(this.toEnd) };
    return {
      text,
      toRaw: range => base.toRaw(rangeBefore(places, range)),
      fromRaw: span => rangeAfter(places, base.fromRaw(span)),
    };
  }
}

/** Where each edit stands, all of them in order: `from`–`fromEnd` in the text before, `to`–`toEnd` in the text after. */
interface Places {
  readonly from: Int32Array;
  readonly fromEnd: Int32Array;
  readonly to: Int32Array;
  readonly toEnd: Int32Array;
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
