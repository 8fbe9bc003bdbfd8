import type { Span } from '../../core/document';
import { citationParts, isAddressLetter, isBracketAhead } from '../../core/markdown/insert';
import type { NoteScan } from '../../core/markdown/scan';

/** What to write over `span`; the tab stop for the locator stands between the two texts. */
export interface CitationInsertion { readonly span: Span; readonly before: string; readonly after: string }

/** Writes a citation of one or more keys at the cursor: into the citation it stands in, and never where pandoc would not read it. */
export function citationAt(text: string, scan: NoteScan, cursor: number, ...keys: readonly string[]): CitationInsertion {
  const before = `[${keys.map(key => citationParts(key).before.slice(1)).join('; ')}`, after = ']';
  const joined = joinedPlace(text, scan, cursor);
  if (joined !== undefined) return { span: at(joined), before: `; ${before.slice(1)}`, after: '' };
  const begun = begunCitation(text, scan, cursor);
  if (begun) return { span: begun, before, after };
  const place = outside(text, scan, cursor);
  return { span: at(place), before, after: isBracketAhead(text.slice(place, place + 1)) ? `${after} ` : after };
}

/** The place for other text at the cursor: behind the code, comment, link or citation it stands in. */
export const textPlace = (text: string, scan: NoteScan, cursor: number): number => outside(text, scan, cursor);

/** The place for a quotation: at an empty line, behind the paragraph, code or comment the cursor stands in. */
export function quotePlace(text: string, scan: NoteScan, cursor: number): number {
  const place = outside(text, scan, cursor);
  const lineStart = text.lastIndexOf('\n', place - 1) + 1;
  const lineEnd = indexOrEnd(text, /\r?\n|$/g, place);
  if (text.slice(lineStart, lineEnd).trim() === '') return place;
  const blank = indexOrEnd(text, /\r?\n[ \t]*\r?\n/g, place);
  return blank < text.length ? blank : Math.max(place, text.trimEnd().length);
}

const at = (offset: number): Span => ({ start: offset, end: offset });

/** The end of the part the cursor stands in, within the brackets of a citation. */
function joinedPlace(text: string, scan: NoteScan, cursor: number): number | undefined {
  const citation = scan.citations.find(({ span, bracketed }) => bracketed && span.start < cursor && cursor <= span.end);
  if (!citation) return undefined;
  const inKey = citation.keys.find(({ span }) => span.start <= cursor && cursor < span.end);
  const from = inKey ? inKey.span.end : cursor;
  const semicolon = text.slice(from, citation.span.end - 1).search(/(?<!\\);/);
  return semicolon < 0 ? citation.span.end - 1 : from + semicolon;
}

/** `@`, `[@` or `[` that the writer has typed already, with the bracket the editor closed. */
function begunCitation(text: string, scan: NoteScan, cursor: number): Span | undefined {
  if (outside(text, scan, cursor) !== cursor) return undefined;
  const before = text.slice(Math.max(0, cursor - 3), cursor), begun = /(?<!\\)(?:\[@|@|\[)$/.exec(before)?.[0];
  if (begun === undefined || (begun === '@' && isAddressLetter(before.slice(0, -1)))) return undefined;
  const closed = text[cursor] === ']' && begun.startsWith('[');
  if (begun === '[' && !closed) return undefined;
  return { start: cursor - begun.length, end: closed ? cursor + 1 : cursor };
}

/** `offset`, or the end of the code, comment, link or citation it stands in; from the front matter, the end of the note. */
function outside(text: string, scan: NoteScan, offset: number): number {
  const { frontMatter } = scan;
  if (frontMatter && offset < frontMatter.end) return text.trimEnd().length > frontMatter.end ? text.trimEnd().length : text.length;
  const spans = [...scan.code, ...scan.comments, ...scan.verbatim, ...scan.links, ...scan.citations.map(citation => citation.span)];
  return spans.find(span => span.start < offset && offset < span.end)?.end ?? offset;
}

function indexOrEnd(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
