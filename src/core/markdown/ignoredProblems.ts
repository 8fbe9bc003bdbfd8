import type { Span } from '../document';
import type { NoteScan } from './scan';

/** Whether a writer has said in the note that a problem at a place is none. */
export type IsIgnored = (code: string, place: Span) => boolean;

const COMMENT = /^<!--\s*seedbed:ignore(-all)?(?=[\s-])\s*([a-z\s,-]*?)\s*-->$/;

/**
 * Reads the comments `<!-- seedbed:ignore quote-differs -->`: in a line of its own it counts for the block that follows, elsewhere for the
 * block it stands in, with `ignore-all` for the whole note; without codes for every problem.
 */
export function ignoredProblems(note: string, { comments }: NoteScan): IsIgnored {
  const ignored = comments.flatMap(span => {
    const [, all, codes = ''] = COMMENT.exec(note.slice(span.start, span.end)) ?? [];
    const isComment = COMMENT.test(note.slice(span.start, span.end));
    return isComment ? [{ codes: codes.split(/[\s,]+/).filter(code => code !== ''), within: all ? { start: 0, end: note.length } : blockAt(note, span) }] : [];
  });
  return (code, { start, end }) => ignored.some(({ codes, within }) => (codes.length === 0 || codes.includes(code)) && start < within.end && end > within.start);
}

/** The lines up to the next blank one: those behind a comment that stands alone, else those around it. */
function blockAt(note: string, { start, end }: Span): Span {
  const lineStart = note.lastIndexOf('\n', start - 1) + 1, feed = note.indexOf('\n', end), lineEnd = feed < 0 ? note.length : feed;
  const isAlone = /^[\s>]*$/.test(note.slice(lineStart, start) + note.slice(end, lineEnd));
  const from = isAlone ? lineEnd + (/^[\s>]*/.exec(note.slice(lineEnd))?.[0].length ?? 0) : end, blank = /\n[ \t]*(?:\r?\n|$)/.exec(note.slice(from));
  const before = [...note.slice(0, start).matchAll(/\n[ \t]*\r?\n/g)].at(-1);
  return { start: isAlone ? start : before ? before.index + before[0].length : 0, end: blank ? from + blank.index : note.length };
}

/** The comment that has a code ignored in the block behind it. */
export const ignoringComment = (code: string): string => `<!-- seedbed:ignore ${code} -->`;
