import type { Edit, Result, Span } from '../document';
import type { NoteScan } from './scan';

const OPENS = /^<!--\s*seedbed:bibliography\b/i, CLOSES = /^<!--\s*\/\s*seedbed:bibliography\b/i;

/** Whether an HTML comment begins a list of references. */
export const isBibliographyStart = (comment: string): boolean => OPENS.test(comment);

/** Why the list of references of a note is left alone: a marker without the other, or more than one pair. */
export type RegionError = 'unpaired' | 'several';

const LINE_OPENS = /^<!--[ \t]*seedbed:bibliography\b[^\n]*-->[ \t]*\r?$/im, LINE_CLOSES = /^<!--[ \t]*\/[ \t]*seedbed:bibliography\b/im;

/**
 * What stands between two markers on lines of their own, which a scanner need not look into: it was written by Seedbed, cites and quotes
 * nothing, and may be longer than the rest of the note. Undefined where a comment or a fence between them may mean something else.
 */
export function writtenList(note: string): Span | undefined {
  const open = note.includes('seedbed:bibliography') ? LINE_OPENS.exec(note) : null;
  if (!open) return undefined;
  const start = open.index + open[0].length, length = LINE_CLOSES.exec(note.slice(start))?.index ?? 0, text = note.slice(start, start + length);
  return length === 0 || /<!--|^[ \t]*(?:`{3}|~{3})/m.test(text) ? undefined : { start, end: start + length };
}

/** What stands between the markers of a note's list of references; undefined where it has none. */
export function findBibliography(note: string, { comments }: Pick<NoteScan, 'comments'>): Result<Span | undefined, RegionError> {
  const marks = comments.flatMap(span => {
    const text = note.slice(span.start, span.end), kind = OPENS.test(text) ? 'opens' : CLOSES.test(text) ? 'closes' : undefined;
    return kind ? [{ kind, span }] : [];
  });
  const [open, close] = marks;
  if (!open) return { ok: true, value: undefined };
  if (marks.length > 2) return { ok: false, error: 'several' };
  if (open.kind !== 'opens' || close?.kind !== 'closes') return { ok: false, error: 'unpaired' };
  return { ok: true, value: { start: open.span.end, end: close.span.start } };
}

/** The edit that puts references between the markers, as small as can be; undefined where they stand there already. */
export function bibliographyEdit(note: string, between: Span, references: readonly string[]): Edit | undefined {
  const eol = note.includes('\r\n') ? '\r\n' : '\n';
  const old = note.slice(between.start, between.end), now = inner(references).replace(/\n/g, eol);
  if (old === now) return undefined;
  const most = Math.min(old.length, now.length);
  let start = 0, end = 0;
  while (start < most && old[start] === now[start]) start++;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { span: { start: between.start + start, end: between.end - end }, text: now.slice(start, now.length - end) };
}

/** A list of references between its markers; `remark` tells in the first that it is kept up to date. */
export const newBibliography = (references: readonly string[], remark: string): string =>
  `<!-- seedbed:bibliography (${remark.replace(/--+|[<>]/g, '')}) -->${inner(references)}<!-- /seedbed:bibliography -->`;

const inner = (references: readonly string[]): string => (references.length === 0 ? '\n\n' : `\n\n${references.join('\n\n')}\n\n`);
