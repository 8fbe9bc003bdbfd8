import type { Span } from '../document';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { alignUnits } from './alignUnits';
import { comparable } from './comparable';

/**
 * A run of a quotation beside its source: the same in both but for script, width and shape of marks; or in one of them only, where the span
 * of the other is empty; or what an ellipsis or insertion of the note stands for.
 */
export interface Difference {
  readonly kind: 'same' | 'note' | 'source' | 'omitted';
  /** In the words of the note. */
  readonly note: Span;
  /** In the words of the source. */
  readonly source: Span;
}

/** Parts of a quotation and of its source that stand for each other; what lies between them was left out. */
export interface Pairing { readonly note: Span; readonly source: Span }

const kinds = { same: 'same', left: 'note', right: 'source' } as const;

/** The runs of two texts that cover both of them, in order, within `pairs` character by character; white space goes with what stands before it. */
export function differences(note: string, source: string, tables: Tables, pairs: readonly Pairing[] = [whole(note, source)]): readonly Difference[] {
  const runs: Difference[] = [];
  let last: Pairing = { note: { start: 0, end: 0 }, source: { start: 0, end: 0 } };
  for (const pair of [...pairs, { note: point(note.length), source: point(source.length) }]) {
    push(runs, { kind: 'omitted', note: { start: last.note.end, end: pair.note.start }, source: { start: last.source.end, end: pair.source.start } });
    for (const run of runsWithin(note, source, pair, tables)) push(runs, run);
    last = pair;
  }
  return runs;
}

const point = (place: number): Span => ({ start: place, end: place });
const whole = (note: string, source: string): Pairing => ({ note: { start: 0, end: note.length }, source: { start: 0, end: source.length } });

function push(runs: Difference[], run: Difference): void {
  if (run.note.end > run.note.start || run.source.end > run.source.start) runs.push(run);
}

function runsWithin(note: string, source: string, pair: Pairing, tables: Tables): readonly Difference[] {
  const ours = comparable(mapped(note, pair.note), tables), theirs = comparable(mapped(source, pair.source), tables);
  const [inNote, inSource] = [borders(ours, note, pair.note), borders(theirs, source, pair.source)];
  return alignUnits(ours.text, theirs.text).map(({ kind, left, right }) => ({ kind: kinds[kind], note: inNote(left), source: inSource(right) }));
}

const OPENING = /[\p{Ps}\p{Pi}]/u;

/** Where folded units stand in the text: each run reaches up to the next, or to what opens before it, so that nothing is left between them. */
function borders(folded: MappedText, text: string, within: Span): (range: Span) => Span {
  const place = (unit: number): number => {
    if (unit === 0) return within.start;
    if (unit >= folded.text.length) return within.end;
    let { start } = folded.toRaw({ start: unit, end: unit });
    while (start > within.start && OPENING.test(text[start - 1] ?? '')) start--;
    return start;
  };
  return ({ start, end }) => ({ start: place(start), end: place(end) });
}
