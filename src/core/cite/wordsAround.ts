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
  const lineStart = note.lastIndexOf('\n', span.start - 1) + 1, feed = note.indexOf('\n', span.end), lineEnd = feed < 0 ? note.length : feed;
  const start = whole(note, Math.max(lineStart, span.start - BEFORE)), end = whole(note, Math.min(lineEnd, span.end + BEHIND));
  const leading = start === lineStart ? note.slice(start, span.start).replace(LEADING, '') : `…${note.slice(start, span.start).trimStart()}`;
  const before = plain(leading), at = plain(note.slice(span.start, span.end));
  const behind = plain(note.slice(span.end, end)).trimEnd();
  return { words: `${before}${at}${behind}${end < lineEnd ? '…' : ''}`, mark: { start: before.length, end: before.length + at.length } };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** `offset`, or the one before it in the middle of a character. */
const whole = (text: string, offset: number): number => (/[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset - 1 : offset);
