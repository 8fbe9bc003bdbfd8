import type { Mark } from '../protocol';
import { element } from './element';
import { markedRuns } from './markedRuns';
import type { Wording } from './wording';

/** Longest damaged text a tooltip repeats, in UTF-16 units. */
const tooltipLength = 80;

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
