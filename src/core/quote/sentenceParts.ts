import type { Span } from '../document';
import type { SearchText } from './searchText';

/** A stretch of an article between two marks: in the folded text, and as shown with the marks it ends with. */
export interface Part { readonly folded: Span; readonly shown: Span }

/** A sentence, which never goes over the end of a block, and its clauses in order. */
export interface Sentence extends Part { readonly clauses: readonly Part[] }

/** Ends of sentences with the marks that close behind them; a line of `shown` is a block or a line of one. */
const SENTENCE = /(?:[。！？!?…]+|\.(?=\s|$))[”’」』"'）)\]】]*|\n+/g;
const CLAUSE = /(?:[，；;]|[,：:](?!\d)|——)[”’」』"'）)\]】]*/g;

const cut = new WeakMap<SearchText, readonly Sentence[]>();

/** The sentences of an article that say anything, in order; found once for each text. */
export function sentencesOf(text: SearchText): readonly Sentence[] {
  const known = cut.get(text) ?? stretches(text.shown, { start: 0, end: text.shown.length }, SENTENCE).flatMap((shown): Sentence[] => {
    const folded = foldedSpan(text, shown);
    return folded.end > folded.start ? [{ folded, shown: trimmed(text.shown, shown), clauses: clausesOf(text, shown) }] : [];
  });
  cut.set(text, known);
  return known;
}

function clausesOf(text: SearchText, sentence: Span): readonly Part[] {
  return stretches(text.shown, sentence, CLAUSE).map(shown => ({ folded: foldedSpan(text, shown), shown: trimmed(text.shown, shown) }))
    .filter(({ folded }) => folded.end > folded.start);
}

/** What lies between the ends that `mark` finds, each with its mark. */
function stretches(text: string, { start, end }: Span, mark: RegExp): readonly Span[] {
  const ends = [...text.slice(start, end).matchAll(mark)].map(({ index, 0: { length } }) => start + index + length);
  return [...ends, end].map((last, at) => ({ start: at === 0 ? start : ends[at - 1] ?? start, end: last })).filter(each => each.end > each.start);
}

/** The folded letters of a range of `shown`. */
export const foldedSpan = (text: SearchText, { start, end }: Span): Span => ({ start: firstBehind(text, start), end: firstBehind(text, end) });

/** The first folded letter that does not begin before a place of `shown`. */
function firstBehind({ text, toShown }: SearchText, place: number): number {
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toShown({ start: middle, end: middle + 1 }).start < place) low = middle + 1; else high = middle;
  }
  return low;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
