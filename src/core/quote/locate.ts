import type { SourceDocument, Span } from '../document';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { comparable, isMark } from './comparable';
import { endsInNegation, withCutFacts } from './cutFacts';
import { findChain } from './findChain';
import { findClose } from './findClose';
import { findMoved } from './findMoved';
import { searchTexts, type SearchText } from './searchText';
import { segmentsOf } from './segments';

/** `exact` but for white space; `folded` but for script, width, shape of marks and repaired damage as well; `close` is another wording. */
export type Closeness = 'exact' | 'folded' | 'close';

/** A part of a quotation without gaps, and where it stands in the source. */
export interface LocatedSegment {
  /** In the words that were looked for. */
  readonly words: Span;
  /** In `raw`. */
  readonly span: Span;
  /** In the text it was found in, as that is shown. */
  readonly shown: Span;
}

/** Where the words of a quotation stand in a source. */
export interface Location {
  readonly closeness: Closeness;
  /** 1 less the share of characters that have to be changed, put in or taken out; 1 where nothing has to. */
  readonly similarity: number;
  /** What the words were found in: the body wherever that has them. */
  readonly text: SearchText;
  /** In `raw`, from the first word to the last. */
  readonly span: Span;
  /** The words around ellipses and insertions, in order; one where there are none. */
  readonly segments: readonly LocatedSegment[];
}

/** Less than this is another text: of twenty characters seven may differ, of sixty twenty-seven, as long runs do not agree by chance. */
export const leastSimilarity = (length: number): number => 0.65 - 0.1 * Math.min(1, Math.max(0, (length - 20) / 40));

/** Of neighbouring characters so many must still be neighbours where words were moved. */
const LEAST_SHARED = 0.7;

/** Longest words that are looked for where they do not stand as they are, in characters. */
const LONGEST_CLOSE = 5000;

/**
 * Where `words` stand in a source: as they are in the body, then in all the page, then in its damaged text; then what differs somewhat,
 * which the result says. A negation right before the words in the source belongs to what is found
 * where `isDenied` is false; it does not where the writer denies the words, nor where that is left open. Undefined where nothing is
 * closer than `leastSimilarity`.
 */
export function locate(words: string, document: SourceDocument, tables: Tables, isDenied?: boolean): Location | undefined {
  const wanted: Wanted = { words, folded: comparable(mapped(words), tables), isDenied, tables };
  if (wanted.folded.text === '') return undefined;
  const whole = [{ start: 0, end: words.length }], parts = segmentsOf(words);
  const ways = parts.length > 1 || isPart(parts, words) ? [whole, parts] : [whole];
  for (const text of searchTexts(document, tables)) {
    const found = ways.map(segments => inOrder(wanted, segments, text, standing)).filter(each => each !== undefined);
    if (found.length > 0) return found.find(({ closeness }) => closeness === 'exact') ?? found[0];
  }
  if (words.length > LONGEST_CLOSE) return undefined;
  for (const [segments, search] of [[parts.length > 0 ? parts : whole, closest], [whole, chained]] as const) {
    for (const text of searchTexts(document, tables)) {
      const found = inOrder(wanted, segments, text, search);
      if (found) return found;
    }
  }
  return undefined;
}

const isPart = ([first]: readonly Span[], words: string): boolean => first !== undefined && first.end - first.start < words.length;

interface Wanted { readonly words: string; readonly folded: MappedText; readonly isDenied: boolean | undefined; readonly tables: Tables }

/** A stretch of a search text with its errors. */
interface Hit extends Span { readonly errors: number }
type Search = (text: string, pattern: string, from: number) => Hit | undefined;

const standing: Search = (text, pattern, from) => {
  const start = text.indexOf(pattern, from);
  return start < 0 ? undefined : { start, end: start + pattern.length, errors: 0 };
};

const closest: Search = (text, pattern, from) => {
  const plain = standing(text, pattern, from);
  if (plain) return plain;
  const rest = from === 0 ? text : text.slice(from), size = pattern.length;
  if (size * rest.length > MOST_WORK) return undefined;
  const near = findClose(rest, pattern, Math.floor(size * (1 - leastSimilarity(size)) + 1e-9));
  // Where words were moved, the nearest stretch begins or ends with others.
  const moved = near && near.errors <= size * FEW_ERRORS ? undefined : findMoved(rest, pattern, near ? 1 - near.errors / size + CLEARLY : LEAST_SHARED);
  const found = moved ? { ...moved, errors: Math.ceil(size * (1 - moved.shared)) } : near && withLeftOut(near, rest, pattern);
  return found && { start: found.start + from, end: found.end + from, errors: found.errors };
};

const chained: Search = (text, pattern) => {
  const found = findChain(text, pattern);
  const holds = found && found.covered >= pattern.length * LEAST_COVERED && (found.runs > 1 || found.covered >= LONG_RUN);
  return holds ? { start: found.start, end: found.end, errors: pattern.length - found.covered } : undefined;
};

/** Share of a quotation that must stand in its order where much was put in or left out; one run alone is no more than a phrase unless it is long. */
const LEAST_COVERED = 0.55, LONG_RUN = 16;

/** A stretch that begins or ends with another unit than the pattern, with the few before or behind it that lead to the same one: they were left out. */
function withLeftOut({ start, end, errors }: Hit, text: string, pattern: string): Hit {
  const first = text[start] === pattern[0] ? 0 : placeBefore(text, start, pattern[0]), last = text[end - 1] === pattern.at(-1) ? 0 : placeBehind(text, end, pattern.at(-1));
  return { start: start - first, end: end + last, errors: errors + first + last };
}

/** Units that may have been left out at an end. */
const FEW_LEFT_OUT = 4;

function placeBefore(text: string, start: number, unit: string | undefined): number {
  for (let back = 1; back <= FEW_LEFT_OUT; back++) if (text[start - back] === unit) return back;
  return 0;
}

function placeBehind(text: string, end: number, unit: string | undefined): number {
  for (let on = 0; on < FEW_LEFT_OUT; on++) if (text[end + on] === unit) return on + 1;
  return 0;
}

/** Pairs of characters that are compared one with another, some 30 ms of work; for more only runs are looked for. */
const MOST_WORK = 10_000_000;

/** Shares of errors in a quotation: so few that no words were moved, and by how much moved words must be the better reading. */
const FEW_ERRORS = 0.12, CLEARLY = 0.1;

/** All segments one behind the other; a chain that exists is drawn together from its end. */
function inOrder(wanted: Wanted, segments: readonly Span[], searched: SearchText, search: Search): Location | undefined {
  const patterns = segments.map(segment => wanted.folded.fromRaw(segment)).map(({ start, end }) => wanted.folded.text.slice(start, end));
  const hits: Hit[] = [];
  for (const pattern of patterns) {
    const hit = search(searched.text, pattern, hits.at(-1)?.end ?? 0);
    if (!hit) return undefined;
    hits.push(hit);
  }
  if (hits.length === 1 && search === standing) return nearestToWords(wanted, segments, searched, hits[0], patterns[0] ?? '');
  for (let at = hits.length - 2; at >= 0; at--) {
    const pattern = patterns[at] ?? '', next = hits[at + 1]?.start ?? 0;
    const later = hits[at]?.errors === 0 ? searched.text.lastIndexOf(pattern, next - pattern.length) : -1;
    if (later > (hits[at]?.start ?? 0)) hits[at] = { start: later, end: later + pattern.length, errors: 0 };
  }
  return location(wanted, segments, searched, hits);
}

/** Of places where the words stand but for script and marks, the first that has them exactly, then one that cuts nothing off. */
function nearestToWords(wanted: Wanted, segments: readonly Span[], searched: SearchText, first: Hit | undefined, pattern: string): Location | undefined {
  let best: Location | undefined, looked = 0;
  for (let hit = first; hit && looked < MOST_PLACES; hit = standing(searched.text, pattern, hit.start + 1), looked++) {
    const found = location(wanted, segments, searched, [hit]);
    if (found.closeness === 'exact') return found;
    if (!best || (best.closeness === 'close' && found.closeness === 'folded')) best = found;
  }
  return best;
}

/** Places of the same words that are looked at for the exact ones. */
const MOST_PLACES = 20;

function location({ words, folded, isDenied, tables }: Wanted, segments: readonly Span[], text: SearchText, hits: readonly Hit[]): Location {
  let errors = 0;
  const located = hits.map((hit, at): LocatedSegment => {
    const segment = segments[at] ?? { start: 0, end: words.length }, found = text.toShown(hit), before = words.slice(segments[at - 1]?.end ?? 0, segment.start);
    const whole = withCutFacts(text.shown, found, {
      differs: hit.errors > 0, isDenied: isDenied === undefined || (isDenied && at === 0) || endsInNegation(before, tables),
      isOpenBefore: segment.start > 0, isOpenBehind: segment.end < words.length,
    }, tables);
    const shown = withMarks(text, whole, words.slice(segment.start, segment.end));
    errors += hit.errors || (found.start - whole.start) + (whole.end - found.end);
    return { words: segment, shown, span: text.toRaw(shown) };
  });
  const isExact = (segment: LocatedSegment): boolean =>
    text.scope !== 'saved' && squeezed(words.slice(segment.words.start, segment.words.end)) === squeezed(text.shown.slice(segment.shown.start, segment.shown.end));
  const span = { start: located[0]?.span.start ?? 0, end: located.at(-1)?.span.end ?? 0 };
  return {
    closeness: errors > 0 ? 'close' : located.every(isExact) ? 'exact' : 'folded',
    similarity: 1 - errors / Math.max(1, folded.text.length), text, span, segments: located,
  };
}

/** As many of the marks that stand around a range as the words have at their ends. */
function withMarks({ shown }: SearchText, { start, end }: Span, words: string): Span {
  const before = marksFrom(words, 0, 1).count, after = marksFrom(words, words.length - 1, -1).count;
  return { start: start - marksFrom(shown, start - 1, -1, before).reach, end: end + marksFrom(shown, end, 1, after).reach };
}

/** How many marks follow each other from a place on in a direction, `most` at most, and how far they reach with the spaces between them. */
function marksFrom(text: string, place: number, step: 1 | -1, most = Infinity): { readonly count: number; readonly reach: number } {
  let count = 0, reach = 0;
  for (let at = place; count < most; at += step) {
    const character = text[at];
    if (isMark(character)) {
      count++;
      reach = Math.abs(at + step - place);
    } else if (character === undefined || character === '\n' || character.trim() !== '') break;
  }
  return { count, reach };
}

/** Without white space; a quotation within another changes its marks, so that their level counts for nothing. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '').replace(/[‘’『』\']/g, mark => OUTER_MARKS[mark] ?? mark);

const OUTER_MARKS: Readonly<Record<string, string>> = { '‘': '“', '’': '”', '『': '「', '』': '」', '\'': '"' };
