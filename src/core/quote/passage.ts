import type { SourceDocument, Span } from '../document';
import { paragraphNumber } from '../render/paragraphNumber';
import { plainText } from '../render/shownText';
import type { Tables } from '../text/tables';
import { differences, type Difference, type Pairing } from './differences';
import { locate, type Closeness, type Location } from './locate';
import type { Scope } from './searchText';

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
export function findPassage(words: string, document: SourceDocument, tables: Tables, isDenied?: boolean): FoundPassage | undefined {
  const location = locate(words, document, tables, isDenied);
  if (!location) return undefined;
  const { span, text: { scope }, closeness, similarity } = location, paragraph = paragraphNumber(document, span.start);
  const { before, exact, after, pairs } = scope === 'saved' ? mendedReading(location, document, words) : reading(location);
  return {
    span, kind: closeness, similarity, scope, ...(paragraph !== undefined && { paragraph }),
    before: cutBefore(before), exact, after: cutAfter(after), differences: differences(words, exact, tables, pairs),
  };
}

interface Reading { readonly before: string; readonly exact: string; readonly after: string; readonly pairs: readonly Pairing[] }

/** The passage and its paragraphs as they are shown, and what of it each part of the quotation stands for. */
function reading({ text: { shown }, segments }: Location): Reading {
  const start = segments[0]?.shown.start ?? 0, end = segments.at(-1)?.shown.end ?? 0;
  const lineEnd = shown.indexOf('\n', end);
  return {
    before: shown.slice(shown.lastIndexOf('\n', start - 1) + 1, start),
    exact: shown.slice(start, end),
    after: shown.slice(end, lineEnd < 0 ? shown.length : lineEnd),
    pairs: segments.map(({ words, shown: found }) => ({ note: words, source: { start: found.start - start, end: found.end - start } })),
  };
}

/** Words that were quoted with their damage, beside what the reader shows in their place. */
function mendedReading({ span }: Location, document: SourceDocument, words: string): Reading {
  const shown = shownWords(document, span);
  return { before: '', exact: shown, after: '', pairs: [{ note: { start: 0, end: words.length }, source: { start: 0, end: shown.length } }] };
}

/** The words of a span of `raw` as they are shown, each block on a line. */
export function shownWords(document: SourceDocument, span: Span): string {
  return document.blocks.filter(block => block.span.start < span.end && block.span.end > span.start).map(block => {
    const text = plainText(document, block), { start, end } = text.fromRaw(span);
    return text.text.slice(start, end);
  }).filter(words => words.trim() !== '').join('\n');
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
