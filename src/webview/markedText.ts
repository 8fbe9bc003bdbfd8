import type { Mark } from '../protocol';
import { element } from './element';
import type { Wording } from './wording';

/** A run of a block's text, with the mark that lies on it. */
export interface Run { readonly text: string; readonly mark?: Mark }

/** Longest damaged text a tooltip repeats, in UTF-16 units. */
const tooltipLength = 80;

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

function tooltip(mark: Mark, wording: Wording): string {
  if (mark.repair === 'invisible') return wording('markInvisible');
  const before = mark.before.length > tooltipLength ? `${mark.before.slice(0, tooltipLength)}…` : mark.before;
  return wording(mark.certain ? 'markCertain' : 'markGuess', before);
}

/** Fills an element with a block's text and nothing else, so that a place in it is a place in the text. */
export function fillWithText(target: HTMLElement, text: string, marks: readonly Mark[], wording: Wording): void {
  if (marks.length === 0) {
    target.textContent = text;
    return;
  }
  for (const run of markedRuns(text, marks)) {
    target.append(run.mark === undefined ? run.text : element('span', {
      class: run.mark.certain ? 'mark' : 'mark guess',
      text: run.text,
      title: tooltip(run.mark, wording),
    }));
  }
}
