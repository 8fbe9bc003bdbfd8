import type { Span } from '../document';
import type { Citation } from './citations';

/** What an inline is found to be, in offsets of the content that is read. */
export type Found =
  | { readonly kind: 'code' | 'comments' | 'verbatim' | 'links'; readonly span: Span }
  | { readonly kind: 'citation'; readonly citation: Citation };

/** One inline of a content. */
export interface Inline {
  readonly end: number;
  /** Whether it is a word, which keeps an `@` or `_` right behind it from meaning anything. */
  readonly isWord: boolean;
  readonly found: readonly Found[];
}

/** Kind of the quotation marks that are open: a quotation does not begin within one of its own kind. */
export type OpenQuote = 'none' | 'single' | 'double';

/** What surrounds the inlines of a paragraph. */
export interface BlockContext {
  readonly inList: boolean;
  /** The element of HTML whose closing tag ends the paragraph. */
  readonly element?: string;
  /** Whether a fenced div is open, whose closing fence ends the paragraph. */
  readonly inDiv: boolean;
}

/** How inlines are read: up to `limit`, within quotation marks or not. Kept results are those of this mode alone. */
export interface Mode {
  readonly limit: number;
  readonly quote: OpenQuote;
  readonly block: BlockContext;
  readonly kept: Map<number, Inline | undefined>;
}

/** Reads the inlines of one content; `inline` gives undefined where a paragraph ends. */
export interface InlineReader {
  readonly text: string;
  inline(at: number, isBehindWord: boolean, mode: Mode): Inline | undefined;
  /** The same mode with another limit or other quotation marks. */
  mode(of: Mode, changes: { readonly limit?: number; readonly quote?: OpenQuote }): Mode;
  /** Pays for reading ahead; false when hostile text has used up what a content of its length may cost. */
  spend(characters: number): boolean;
  /** Offset of the next blank line behind `at`. */
  paragraphEnd(at: number): number;
}

/** What looks for the end of something within `limit`; undefined where there is none. */
export type Ending = (text: string, at: number, limit: number) => number | undefined;

/** Looks for an end and pays for it: for the way there, or for what is left of the paragraph where there is none. */
export function endOf(reader: InlineReader, at: number, limit: number, ending: Ending): number | undefined {
  if (!reader.spend(1)) return undefined;
  const end = ending(reader.text, at, limit);
  reader.spend(((end ?? reader.paragraphEnd(at)) - at) / READ_AHEAD);
  return end;
}

/** Characters that are looked through in about the time of reading one inline. */
const READ_AHEAD = 16;

export const NOTHING: readonly Found[] = [];

/** What two stretches of text hold. */
export const both = (one: readonly Found[], other: readonly Found[]): readonly Found[] => (one.length === 0 ? other : other.length === 0 ? one : [...one, ...other]);

/** Reads inlines from `at`, which may be behind a word, until `isOver` holds or the paragraph ends. */
export function inlinesUntil(reader: InlineReader, at: number, mode: Mode, isOver: (place: number, isBehindWord: boolean) => boolean, isBehindWord = false): Inline {
  let place = at, isWord = isBehindWord;
  const found: Found[] = [];
  while (!isOver(place, isWord)) {
    const next = reader.inline(place, isWord, mode);
    if (!next) break;
    if (next.found.length > 0) found.push(...next.found);
    place = next.end;
    isWord = next.isWord;
  }
  reader.spend(place - at);
  return { end: place, isWord, found };
}
