import type { Mark } from '../protocol';

/** A run of a block's text, with the mark that lies on it. */
export interface Run { readonly text: string; readonly mark?: Mark }

/** Cuts a text into runs with and without marks; joined they are the text again. A mark that covers no text is left out. */
export function markedRuns(text: string, marks: readonly Mark[]): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, text.length);
    if (end <= start) continue;
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
