import type { Passage, SourceDocument, Span } from '../document';
import type { ReaderPoint, ReaderSelection, OwnView } from './page';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { paragraphNumber } from './paragraphNumber';
import { shownText } from './shownText';

/** A quotation as it was shown, and where it stands in the source. */
export interface Quotation {
  /** Paragraphs as shown, in the script and punctuation of the view. */
  readonly paragraphs: readonly string[];
  readonly passage: Passage;
  /** Numbers of the body's paragraphs that it begins and ends in, as a locator gives them; undefined where it lies outside the body. */
  readonly numbers?: readonly [number, number];
}

/** Characters of raw text kept on either side of a passage, as W3C's examples of TextQuoteSelector do. */
const CONTEXT = 32;

interface Part { readonly paragraph: string; readonly raw: Span }

/**
 * What a selection in the reader quotes; undefined where it holds no text or names places that are not in the document.
 * Hidden blocks in between belong to it only when it begins or ends in one, which shows that they were on the page.
 */
export function quotation(document: SourceDocument, view: OwnView, selection: ReaderSelection, tables: Tables): Quotation | undefined {
  const [from, to] = isBefore(selection.to, selection.from) ? [selection.to, selection.from] : [selection.from, selection.to];
  const first = document.blocks[from.block], last = document.blocks[to.block];
  if (!first || !last) return undefined;
  const hiddenShown = first.role !== 'body' || last.role !== 'body';
  const parts: Part[] = [];
  for (let at = from.block; at <= to.block; at++) {
    const block = document.blocks[at];
    if (!block || (block.role !== 'body' && !hiddenShown)) continue;
    const shown = shownText(document, block, view, tables);
    const part = partOf(shown, at === from.block ? from.offset : 0, at === to.block ? to.offset : shown.text.length);
    if (part) parts.push(part);
  }
  const start = parts[0]?.raw.start, end = parts.at(-1)?.raw.end;
  if (start === undefined || end === undefined) return undefined;
  const begins = paragraphNumber(document, start), ends = paragraphNumber(document, end - 1);
  const numbers = begins !== undefined && ends !== undefined && { numbers: [begins, ends] as const };
  return { paragraphs: parts.map(part => part.paragraph), passage: passageAt(document, { start, end }), ...numbers };
}

/** A passage of `raw` with its exact words and what stands around them. */
export function passageAt(document: SourceDocument, span: Span): Passage {
  const { id, raw } = document;
  return {
    source: id,
    span,
    exact: raw.slice(span.start, span.end),
    prefix: raw.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: raw.slice(span.end, span.end + CONTEXT),
  };
}

/** The selected part of a block, without white space at its ends and without half characters. */
function partOf(shown: MappedText, from: number, to: number): Part | undefined {
  const { text } = shown;
  const splits = (at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  let start = Math.min(from, text.length), end = Math.min(to, text.length);
  if (splits(start)) start--;
  if (splits(end)) end++;
  const selected = text.slice(start, end);
  const paragraph = selected.trim();
  if (paragraph === '') return undefined;
  start += selected.length - selected.trimStart().length;
  return { paragraph, raw: shown.toRaw({ start, end: start + paragraph.length }) };
}

const isBefore = (a: ReaderPoint, b: ReaderPoint): boolean => a.block < b.block || (a.block === b.block && a.offset < b.offset);
