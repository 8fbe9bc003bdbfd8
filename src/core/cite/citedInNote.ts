import type { SourceId, Span } from '../document';
import type { Citation, CitedKey } from '../markdown/citations';
import { citingPlaces, type NoteQuotation } from '../markdown/quotedNote';
import type { NoteScan } from '../markdown/scan';
import type { CslItem } from './cslItem';
import { isMeant } from './problems/findProblems';
import { wordsAround, type WordsAround } from './wordsAround';

/** What was found out about a key: its entry, what that says unless it is broken, and the source it stands for. */
export interface FoundMeaning {
  readonly key: string;
  readonly item?: CslItem;
  readonly entry?: unknown;
  readonly source?: SourceId;
}

/** What a citation stands for: `open` is one that may yet turn out known, `gone` an entry whose source is no longer among the sources. */
export type CitedKind = 'source' | 'entry' | 'gone' | 'broken' | 'open' | 'unknown';

/** A place where a source is cited; spans are offsets in the note. */
export interface CitedPlace extends WordsAround {
  /** From the `@` to the end of the key. */
  readonly span: Span;
  /** From 0. */
  readonly line: number;
  /** The words that the note takes from the source there. */
  readonly quotations: readonly { readonly span: Span; readonly text: string }[];
}

/** A source that a note cites, by whichever of its keys. */
export interface CitedRow {
  /** The same for as long as the source is cited. */
  readonly id: string;
  readonly kind: CitedKind;
  readonly keys: readonly string[];
  /** In order; there is at least one. */
  readonly places: readonly CitedPlace[];
}

export interface CitedCounts {
  readonly rows: number;
  readonly places: number;
  readonly byKind: Readonly<Record<CitedKind, number>>;
}

/**
 * What a note cites, in the order in which its reader comes to it: a citation in a footnote stands where the mark of the note does.
 * `isComplete` tells whether all was asked that may know a key.
 */
export function citedInNote(note: string, scan: NoteScan, quotations: readonly NoteQuotation[], found: readonly FoundMeaning[], isComplete: boolean): readonly CitedRow[] {
  const meanings = new Map(found.map(meaning => [meaning.key, meaning])), lineOf = lineCounter(note);
  const rows = new Map<string, { readonly kind: CitedKind; readonly keys: Set<string>; readonly places: { readonly at: number; readonly place: CitedPlace }[] }>();
  const readAt = readingOrder(note, scan), quotedBy = byCitation(quotations);
  for (const citation of scan.citations) {
    const quoted = quotedBy.get(citation) ?? [];
    for (const cited of citation.keys) {
      const meaning = meanings.get(cited.key), kind = kindOf(meaning, isComplete), line = lineOf(cited.span.start);
      if (isUnheardOf(kind) && !isMeant(citation, cited)) continue;
      const id = meaning?.source ?? `@${cited.key}`;
      const row = rows.get(id) ?? { kind, keys: new Set<string>(), places: [] };
      rows.set(id, row);
      row.keys.add(cited.key);
      row.places.push({ at: readAt(citation), place: { ...wordsAround(note, cited.span), span: cited.span, line, quotations: quoted } });
    }
  }
  const ordered = [...rows].map(([id, { kind, keys, places }]) => ({ id, kind, keys: [...keys], places: places.sort((one, other) => one.at - other.at) }));
  return ordered.sort((one, other) => (one.places[0]?.at ?? 0) - (other.places[0]?.at ?? 0)).map(row => ({ ...row, places: row.places.map(({ place }) => place) }));
}

/** How many sources are cited, how often, and how many of them are of each kind. */
export function countCited(rows: readonly CitedRow[]): CitedCounts {
  const byKind = { source: 0, entry: 0, gone: 0, broken: 0, open: 0, unknown: 0 };
  for (const { kind } of rows) byKind[kind]++;
  return { rows: rows.length, places: rows.reduce((sum, { places }) => sum + places.length, 0), byKind };
}

/** Every key that a note cites, once, in the order in which its reader comes to them; what may be no citation at all is left out unless `isKnown`. */
export function keysInOrder(note: string, scan: NoteScan, isKnown: (key: string) => boolean): readonly string[] {
  const readAt = readingOrder(note, scan);
  const cited = scan.citations.flatMap(citation => citation.keys.filter(key => isMeant(citation, key) || isKnown(key.key)).map(({ key }) => ({ key, at: readAt(citation) })));
  return [...new Set(cited.sort((one, other) => one.at - other.at).map(({ key }) => key))];
}

/** Every key that a note cites, once. */
export const keysOf = ({ citations }: NoteScan): readonly string[] => [...new Set(citations.flatMap(({ keys }) => keys.map(({ key }: CitedKey) => key)))];

function kindOf(meaning: FoundMeaning | undefined, isComplete: boolean): CitedKind {
  if (meaning?.source !== undefined) return 'source';
  if (meaning?.item) return meaning.item.custom?.seedbed ? isComplete ? 'gone' : 'open' : 'entry';
  if (meaning?.entry !== undefined) return 'broken';
  return isComplete ? 'unknown' : 'open';
}

function byCitation(quotations: readonly NoteQuotation[]): ReadonlyMap<Citation, CitedPlace['quotations']> {
  const found = new Map<Citation, { readonly span: Span; readonly text: string }[]>();
  for (const { citation, span, text } of quotations) {
    const quoted = found.get(citation) ?? [];
    quoted.push({ span, text });
    found.set(citation, quoted);
  }
  return found;
}

const isUnheardOf = (kind: CitedKind): boolean => kind === 'unknown' || kind === 'open';

/** The first place where a reader meets a citation; what `nocite:` lists comes behind all that is cited. */
function readingOrder(note: string, scan: NoteScan): (citation: Citation) => number {
  const placed = firstPlaces(note, scan);
  return citation => (citation.inMatter && fieldAt(note, citation.span.start) === 'nocite' ? note.length : 0) + placed(citation);
}

/** The field of front matter that a place belongs to. */
function fieldAt(note: string, place: number): string | undefined {
  for (let end = place; end > 0;) {
    const start = note.lastIndexOf('\n', end - 1) + 1, field = /^["']?([^\s"'#:-][^"':\n]*)["']?[ \t]*:/.exec(note.slice(start, place))?.[1];
    if (field !== undefined) return field;
    end = start - 1;
  }
  return undefined;
}

function firstPlaces(note: string, scan: NoteScan): (citation: Citation) => number {
  if (!note.includes('[^')) return ({ span }) => span.start;
  const first = new Map<Citation, number>();
  for (const { citation, span } of citingPlaces(note, scan)) first.set(citation, Math.min(first.get(citation) ?? Infinity, span.start));
  return citation => first.get(citation) ?? citation.span.start;
}

/** Counts lines up to offsets that only grow. */
function lineCounter(note: string): (offset: number) => number {
  let line = 0, feed = note.indexOf('\n');
  return offset => {
    for (; feed >= 0 && feed < offset; feed = note.indexOf('\n', feed + 1)) line++;
    return line;
  };
}
