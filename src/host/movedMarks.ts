import type { Span } from '../core/document';
import type { Ambiguity } from '../worker/port';

/** A change of a text: `span` of it, as it stood before, became `length` characters. */
export interface TextChange { readonly span: Span; readonly length: number }

/** The marks where they stand after `changes`, which are disjoint and all in places of the text before; a mark that was edited into goes. */
export function movedMarks(marks: readonly Ambiguity[], changes: readonly TextChange[]): readonly Ambiguity[] {
  const inOrder = [...changes].sort((one, other) => one.span.start - other.span.start);
  const moved: Ambiguity[] = [];
  let at = 0, grown = 0;
  for (const mark of marks) {
    for (let change = inOrder[at]; change && isBefore(change.span, mark.span); change = inOrder[++at]) {
      grown += change.length - (change.span.end - change.span.start);
    }
    const next = inOrder[at];
    if (next && next.span.start < mark.span.end) continue;
    moved.push(grown === 0 ? mark : { ...mark, span: { start: mark.span.start + grown, end: mark.span.end + grown } });
  }
  return moved;
}

const isBefore = (one: Span, other: Span): boolean => one.end <= other.start;

/** The lists as one, sorted; where both mark a place, that of `added` counts. */
export function withMarks(marks: readonly Ambiguity[], added: readonly Ambiguity[]): readonly Ambiguity[] {
  const byPlace = new Map([...marks, ...added].map(mark => [mark.span.start, mark]));
  return [...byPlace.values()].sort((one, other) => one.span.start - other.span.start);
}
