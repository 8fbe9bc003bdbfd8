import type { Edit, Result, Span } from '../document';
import type { NoteScan } from './scan';

const OPENS = /^<!--\s*seedbed:bibliography\b/i, CLOSES = /^<!--\s*\/\s*seedbed:bibliography\b/i;

/** Why the list of references of a note is left alone: a marker without the other, or more than one pair. */
export type RegionError = 'unpaired' | 'several';

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
