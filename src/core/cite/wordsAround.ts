import type { Span } from '../document';

/** A place of a note with what stands around it, in one line. */
export interface WordsAround {
  readonly words: string;
  /** The place in `words`. */
  readonly mark: Span;
}

/** Characters kept before and behind a place: few before it, so that it is seen in a narrow view. */
const BEFORE = 8, BEHIND = 60;

/** What begins a line without being its words: marks of quotation, heading and list. */
const LEADING = /^(?:[>#\s]|[-+*]\s)*/;

/** The words of a line around `span`, with an ellipsis where the line goes on. */
export function wordsAround(note: string, span: Span): WordsAround {
  // only so far as words are kept: a note may be one long line
  const from = Math.max(0, span.start - BEFORE), feedBefore = note.slice(from, span.start).lastIndexOf('\n'), feed = note.slice(span.end, span.end + BEHIND).indexOf('\n');
  const start = whole(note, from + feedBefore + 1), end = whole(note, feed < 0 ? Math.min(note.length, span.end + BEHIND) : span.end + feed);
  const goesOn = end < note.length && note[end] !== '\n';
  const leading = start === 0 || note[start - 1] === '\n' ? note.slice(start, span.start).replace(LEADING, '') : `…${note.slice(start, span.start).trimStart()}`;
  const before = plain(leading), at = plain(note.slice(span.start, span.end));
  const behind = plain(note.slice(span.end, end)).trimEnd();
  return { words: `${before}${at}${behind}${goesOn ? '…' : ''}`, mark: { start: before.length, end: before.length + at.length } };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** `offset`, or the one before it in the middle of a character. */
const whole = (text: string, offset: number): number => (/[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset - 1 : offset);
