import type { Span } from '../document';
import { isCjk } from '../text/han';
import { MASK, NAMED } from './maskNote';
import type { Paragraph } from './paragraphs';
import { plainInline } from './plainInline';

/** The words of a quotation as a reader sees them, and where they stand in the note. */
export interface QuotedWords { readonly text: string; readonly pieces: readonly Span[] }

const SHOWN_ASIDE = String.raw`(?:[（(][^（()）。\n${MASK}${NAMED}]{0,16}[${MASK}${NAMED}]+[^（()）。\n]{0,24}[)）]|\^\[[^[\]\n]{0,400}\]|[${MASK}${NAMED}]+)`;
/** What belongs to a citation: short words around it in brackets, an inline note, the space before a mark. */
const ASIDE = new RegExp(String.raw`[ \t]+${SHOWN_ASIDE}(?=[ \t]*(?:$|\p{P}))|${SHOWN_ASIDE}`, 'gu');

/** What a line without asides or markup has none of; most lines of a note are such. */
const ASIDE_SIGN = new RegExp(`[${MASK}${NAMED}^]`);
const MARK_SIGN = /[\\`*_~=[\]<^]/;

/**
 * The words of `paragraphs` within `stretch`: without markup, escapes, notes and what the mask hides. Lines are joined as the script
 * has it, paragraphs by a line end; every character of a piece is one of the text, in order.
 */
export function wordsIn(note: string, mask: string, paragraphs: readonly Paragraph[], stretches: readonly Span[]): QuotedWords {
  const pieces: Span[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    let begun = false;
    for (const line of linesWithin(paragraph, stretches)) {
      const kept = keptIn(note, mask, line);
      const words = kept.map(({ start, end }) => note.slice(start, end)).join('');
      if (words === '') continue;
      text += (text === '' ? '' : !begun ? '\n' : joint(text, words)) + words;
      pieces.push(...kept);
      begun = true;
    }
  }
  return { text, pieces };
}

function* linesWithin({ span, lines }: Paragraph, stretches: readonly Span[]): Iterable<Span> {
  for (const stretch of stretches) {
    if (stretch.end <= span.start || stretch.start >= span.end) continue;
    for (const line of lines) {
      if (line.end > stretch.start && line.start < stretch.end) yield { start: Math.max(line.start, stretch.start), end: Math.min(line.end, stretch.end) };
    }
  }
}

/** Chinese lines follow each other without a space. */
function joint(before: string, after: string): string {
  return isCjk(before.charCodeAt(before.length - 1)) || isCjk(after.charCodeAt(0)) ? '' : ' ';
}

/** What of a line is words, without white space at its ends. */
function keptIn(note: string, mask: string, line: Span): readonly Span[] {
  const cuts = [...asides(mask, line), ...marks(note, line)];
  const kept: Span[] = [];
  let done = line.start;
  for (const cut of [...cuts.sort((one, other) => one.start - other.start), { start: line.end, end: line.end }]) {
    if (cut.start > done) kept.push({ start: done, end: cut.start });
    done = Math.max(done, cut.end);
  }
  return trimmed(note, kept);
}

function asides(mask: string, { start, end }: Span): readonly Span[] {
  const text = mask.slice(start, end);
  if (!ASIDE_SIGN.test(text)) return [];
  return [...text.matchAll(ASIDE)].map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length }));
}

function marks(note: string, { start, end }: Span): readonly Span[] {
  const text = note.slice(start, end);
  return MARK_SIGN.test(text) ? plainInline(text).map(({ span }) => ({ start: span.start + start, end: span.end + start })) : [];
}

/** A backslash at the end of a line breaks it. */
function trimmed(note: string, pieces: readonly Span[]): readonly Span[] {
  const left = [...pieces];
  for (let first = left[0]; first; first = left[0]) {
    const words = note.slice(first.start, first.end), start = first.start + words.length - words.trimStart().length;
    if (start < first.end) { left[0] = { start, end: first.end }; break; }
    left.shift();
  }
  for (let last = left.at(-1); last; last = left.at(-1)) {
    const end = last.start + note.slice(last.start, last.end).replace(/\\?\s*$/, '').length;
    if (end > last.start) { left[left.length - 1] = { start: last.start, end }; break; }
    left.pop();
  }
  return left;
}
