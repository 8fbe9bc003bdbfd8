import type { SourceDocument, Span } from '../document';
import { paragraphNumber } from '../render/paragraphNumber';
import type { Tables } from '../text/tables';
import { differences, type Difference, type Pairing } from './differences';
import { locate, type Closeness, type Location } from './locate';
import type { Scope } from './searchText';
import { blocksIn, shownWords } from './shownWords';

/** Where the words of a note stand in a source, as a person reads it there. */
export interface FoundPassage {
  /** In `raw`. */
  readonly span: Span;
  readonly kind: Closeness;
  /** 1 less the share of characters that differ. */
  readonly similarity: number;
  readonly scope: Scope;
  /** Number of the body's paragraph that the passage begins in. */
  readonly paragraph?: number;
  /** Some of what stands before and behind in the same paragraphs, cut at a sentence where one ends there. */
  readonly before: string;
  readonly after: string;
  /** The passage as the reader shows it, repaired, each paragraph on a line. */
  readonly exact: string;
  /** What differs between the words and `exact`. */
  readonly differences: readonly Difference[];
}

/** Characters of context on either side. */
const CONTEXT = 60;

/** Finds words of a note in a source; undefined where nothing comes close, see `locate`. */
export function findPassage(words: string, document: SourceDocument, tables: Tables): FoundPassage | undefined {
  const location = locate(words, document, tables);
  if (!location) return undefined;
  const { span, scope, closeness, similarity } = location;
  const exact = shownWords(document, span, scope), paragraph = paragraphNumber(document, span.start);
  const blocks = blocksIn(document, span, scope), first = blocks[0], last = blocks.at(-1);
  return {
    span, kind: closeness, similarity, scope, ...(paragraph !== undefined && { paragraph }),
    before: first ? cutBefore(shownWords(document, { start: first.span.start, end: span.start }, scope)) : '',
    exact,
    after: last ? cutAfter(shownWords(document, { start: span.end, end: last.span.end }, scope)) : '',
    differences: differences(words, exact, tables, pairings(location, document)),
  };
}

/** The segments of a quotation beside the parts of `exact` they were found in. */
function pairings({ span, scope, segments }: Location, document: SourceDocument): readonly Pairing[] {
  return segments.map(({ words, span: found }) => {
    const before = shownWords(document, { start: span.start, end: found.start }, scope), upTo = shownWords(document, { start: span.start, end: found.end }, scope);
    return { note: words, source: { start: found.start === span.start ? 0 : upTo.length - shownWords(document, found, scope).length, end: Math.max(upTo.length, before.length) } };
  });
}

function cutBefore(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(-CONTEXT).replace(/^[\uDC00-\uDFFF]/, '');
  const sentence = /[。！？!?；;][”’」』"')）]*\s*(?=[^\s”’」』])/u.exec(cut);
  return `…${sentence && sentence.index + sentence[0].length < cut.length ? cut.slice(sentence.index + sentence[0].length) : cut.trimStart()}`;
}

function cutAfter(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(0, CONTEXT).replace(/[\uD800-\uDBFF]$/, '');
  const sentence = /^.*[。！？!?；;][”’」』"')）]*/su.exec(cut)?.[0];
  return `${sentence ?? cut.trimEnd()}…`;
}
