import type { Mark, ReaderDoubt } from '../protocol';

/** A run of a block's text, with the mark that lies on it and the index of its doubt. */
export interface Run { readonly text: string; readonly mark?: Mark; readonly doubt?: number }

type Range = Pick<ReaderDoubt, 'start' | 'end'>;

/** Cuts a text into runs, each of which is marked and in doubt as a whole or not at all; joined they are the text again. */
export function markedRuns(text: string, marks: readonly Mark[], doubts: readonly Range[] = []): readonly Run[] {
  const places = [...marks, ...doubts].filter(({ start, end }) => end > start).flatMap(({ start, end }) => [start, end]).filter(place => place > 0 && place < text.length);
  const cuts = [...new Set([0, ...places, text.length])].sort((one, other) => one - other);
  let nextMark = 0, nextDoubt = 0;
  return cuts.slice(1).map((end, at): Run => {
    const start = cuts[at] ?? 0;
    while ((marks[nextMark]?.end ?? Infinity) <= start) nextMark += 1;
    while ((doubts[nextDoubt]?.end ?? Infinity) <= start) nextDoubt += 1;
    const mark = marks[nextMark], doubt = doubts[nextDoubt];
    return { text: text.slice(start, end), ...(mark && mark.start <= start && { mark }), ...(doubt && doubt.start <= start && { doubt: nextDoubt }) };
  });
}
