import type { Span } from '../document';
import type { Citation } from './citations';
import { maskNote } from './maskNote';
import { paragraphsOf, type Paragraph } from './paragraphs';
import type { NoteScan } from './scan';

/** Words of a note that are said to be another's, and the citation that says whose. */
export interface NoteQuotation {
  /** In the note, marks of quotation included. */
  readonly span: Span;
  /** The words without marks of quotation around them, markup, escapes and notes; lines are joined, paragraphs follow on lines of their own. */
  readonly text: string;
  /** Where the words stand in the note, in order: their characters are those of `text` but for white space where lines were joined. */
  readonly pieces: readonly Span[];
  readonly form: 'block' | 'inline';
  /** The mark that opens it; empty where none does. */
  readonly mark: string;
  readonly citation: Citation;
}

/** A place of a note that cites: a citation, or the mark of a footnote that holds one. */
export interface CitingPlace { readonly span: Span; readonly citation: Citation; readonly isInText: boolean }

/** What quotations are found in. */
export interface QuotedNote {
  readonly note: string;
  /** The note with all masked that is no running text. */
  readonly mask: string;
  readonly paragraphs: readonly Paragraph[];
  /** The places that cite in a stretch of the note, in order. */
  readonly citing: (stretch: Span) => readonly CitingPlace[];
}

/** Prepares a note for finding what it quotes. */
export function openNote(note: string, scan: NoteScan): QuotedNote {
  const paragraphs = paragraphsOf(note, scan), mask = maskNote(note, scan);
  const places = placesIn(mask, paragraphs, scan);
  return { note, mask, paragraphs, citing: ({ start, end }) => places.slice(firstFrom(places, start), firstFrom(places, end)) };
}

/** All places of a note that cite, in order. */
export const citingPlaces = (note: string, scan: NoteScan): readonly CitingPlace[] => placesIn(maskNote(note, scan), paragraphsOf(note, scan), scan);

function placesIn(mask: string, paragraphs: readonly Paragraph[], scan: NoteScan): readonly CitingPlace[] {
  const places = [...scan.citations.map(citation => ({ span: citation.span, citation, isInText: !citation.bracketed })), ...footnoteMarks(mask, paragraphs, scan)];
  return places.sort((one, other) => one.span.start - other.span.start);
}

/** The marks of footnotes that hold a citation stand for it. */
function footnoteMarks(mask: string, paragraphs: readonly Paragraph[], { citations }: NoteScan): readonly CitingPlace[] {
  const notes = new Map<string, Citation>();
  for (const { label, span } of paragraphs) {
    if (label === undefined || notes.has(label)) continue;
    const citation = firstWithin(citations, span);
    if (citation) notes.set(label, citation);
  }
  if (notes.size === 0) return [];
  return [...mask.matchAll(/\[\^([^\s[\]]{1,200})\](?!:)/g)].flatMap(({ index, 0: { length }, 1: label = '' }) => {
    const citation = notes.get(label);
    return citation ? [{ span: { start: index, end: index + length }, citation, isInText: false }] : [];
  });
}

function firstWithin(citations: readonly Citation[], { start, end }: Span): Citation | undefined {
  for (let at = firstFrom(citations, start); (citations[at]?.span.start ?? end) < end; at++) {
    const citation = citations[at];
    if (citation && citation.span.end <= end) return citation;
  }
  return undefined;
}

/** Index of the first place that begins at `offset` or behind it. */
function firstFrom(places: readonly { readonly span: Span }[], offset: number): number {
  let low = 0, high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.span.start ?? Infinity) < offset) low = middle + 1; else high = middle;
  }
  return low;
}
