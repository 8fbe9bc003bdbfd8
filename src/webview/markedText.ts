import type { Mark, ReaderBlock } from '../protocol';
import type { DoubtNotes } from './doubtNotes';
import { element } from './element';
import { markedRuns } from './markedRuns';
import type { Run } from './markedRuns';
import type { Wording } from './wording';

/** Longest damaged text a tooltip repeats, in UTF-16 units. */
const tooltipLength = 80;

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function tooltip(mark: Mark, wording: Wording): string {
  const before = mark.before.length > tooltipLength ? `${mark.before.slice(0, tooltipLength)}…` : mark.before;
  switch (mark.repair) {
    case 'invisible': return wording('markInvisible');
    case 'compatibility': return wording('markLookAlike', Array.from(before, codePoint).join(' '));
    case 'entity': return wording('markEntity', before);
    default: return wording(mark.certain ? 'markCertain' : 'markGuess', before);
  }
}

function classesOf({ mark, doubt }: Run): string {
  return [...(mark === undefined ? [] : ['mark']), ...(mark?.certain === false ? ['guess'] : []), ...(doubt === undefined ? [] : ['doubt'])].join(' ');
}

function titleOf({ mark, doubt }: Run, wording: Wording, notes: DoubtNotes): string {
  const lines = [mark === undefined ? undefined : tooltip(mark, wording), doubt === undefined ? undefined : notes.of(doubt)?.text];
  return lines.filter(line => line !== undefined).join('\n');
}

/** Fills an element with a block's text and nothing else, so that a place in it is a place in the text. */
export function fillWithText(target: HTMLElement, { text, marks, doubts }: ReaderBlock, wording: Wording, notes: DoubtNotes): void {
  for (const run of markedRuns(text, marks, doubts)) {
    const note = run.doubt === undefined ? undefined : notes.of(run.doubt);
    target.append(run.mark === undefined && run.doubt === undefined ? run.text : element('span', {
      class: classesOf(run),
      text: run.text,
      title: titleOf(run, wording, notes),
      ...(note && { attributes: { 'aria-describedby': note.id } }),
    }));
  }
}
