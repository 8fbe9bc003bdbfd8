import type { ProblemCode } from '../cite/problems/problemCodes';
import type { Edit, Span } from '../document';
import { escapeMarkdown } from '../markdown/escapeMarkdown';
import { alignUnits, type AlignedRun } from './alignUnits';
import type { Change } from './changes';
import type { CheckedQuotation, Verdict } from './check';
import { bracketed, sourceWording } from './wording';

const codes = {
  folded: 'quote-folded', differs: 'quote-differs', critical: 'quote-critical', elsewhere: 'quote-elsewhere', hidden: 'quote-hidden', notFound: 'quote-not-found',
} as const satisfies Readonly<Record<Exclude<Verdict['kind'], 'verbatim' | 'elided'>, ProblemCode>>;

export type QuotationCode = typeof codes[keyof typeof codes];

/** The code under which a verdict is reported; undefined where there is nothing to say. */
export const codeOfVerdict = ({ kind }: Verdict): QuotationCode | undefined => (kind === 'verbatim' || kind === 'elided' ? undefined : codes[kind]);

/** Where a verdict is shown in the note: at what differs, and of that at what is critical; else at the whole quotation. */
export function findingSpan({ quotation, verdict }: CheckedQuotation, note: string): Span {
  if (verdict.kind !== 'differs' && verdict.kind !== 'critical') return quotation.span;
  const shown = toldChanges(verdict.changes), place = placesIn(quotation, note);
  const first = shown[0]?.note ?? { start: 0, end: 0 }, last = shown.at(-1)?.note ?? first;
  // Where words were left out, what stands around the gap is marked.
  const start = place(first.start === first.end ? Math.max(0, first.start - 1) : first.start).start;
  const end = place((last.start === last.end ? Math.min(quotation.text.length, last.end + 1) : last.end) - 1).end;
  return { start, end: Math.max(start + 1, end) };
}

/** The changes that are told: where some are critical only those. */
export function toldChanges(changes: readonly Change[]): readonly Change[] {
  const critical = changes.filter(change => change.critical !== undefined);
  return critical.length > 0 ? critical : changes;
}

/** The quotation in the words of its source; undefined where it has them, or no source does. */
export function suggestedWords({ quotation, verdict }: CheckedQuotation): string | undefined {
  return verdict.kind === 'folded' || verdict.kind === 'differs' || verdict.kind === 'critical' ? sourceWording(quotation.text, verdict.passage, quotation.mark) : undefined;
}

/** What makes the words of a quotation those of its source in the note, whose lines and marks of Markdown stay; empty where there is nothing to suggest. */
export function rewordingEdits(checked: CheckedQuotation, note: string): readonly Edit[] {
  const words = suggestedWords(checked);
  return words === undefined ? [] : editsTo(checked, words, note).map(({ span, text }) => ({ span, text: escapeMarkdown(text) }));
}

/** What marks the changes of a quotation as the writer's own. */
export function markingEdits(checked: CheckedQuotation, note: string): readonly Edit[] {
  const { quotation, verdict } = checked;
  if (verdict.kind !== 'differs' && verdict.kind !== 'critical') return [];
  // What stands in brackets must not become the text of a link.
  return editsTo(checked, bracketed(quotation.text, verdict.changes), note).map(edit => (edit.text.endsWith(']') && /[([{:]/.test(note[edit.span.end] ?? '') ? { ...edit, text: `${edit.text}\\` } : edit));
}

function editsTo({ quotation }: CheckedQuotation, words: string, note: string): readonly Edit[] {
  const place = placesIn(quotation, note);
  const edits = replacements(alignUnits(quotation.text, words)).flatMap(({ left, right }): readonly Edit[] => {
    const text = words.slice(right.start, right.end);
    if (left.end > left.start) return unbroken(left, place).map((span, at) => ({ span, text: at === 0 ? text : '' }));
    return [{ span: point(text === '[' || left.start === 0 ? place(left.start).start : place(left.start - 1).end), text }];
  });
  return edits.reduce<Edit[]>((joined, edit) => {
    const last = joined.at(-1);
    if (last?.span.end !== edit.span.start) return [...joined, edit];
    return [...joined.slice(0, -1), { span: { start: last.span.start, end: edit.span.end }, text: last.text + edit.text }];
  }, []);
}

/** What is taken out and what is put in its place, as one. */
function replacements(runs: readonly AlignedRun[]): readonly Pick<AlignedRun, 'left' | 'right'>[] {
  return runs.flatMap((run, at) => {
    if (run.kind === 'same' || (run.kind === 'right' && runs[at - 1]?.kind === 'left')) return [];
    const next = runs[at + 1];
    return [run.kind === 'left' && next?.kind === 'right' ? { left: run.left, right: next.right } : run];
  });
}

/** Where a range of the quoted words stands in the note, in parts between which there is markup or the end of a line. */
function unbroken({ start, end }: Span, place: (offset: number) => Span): readonly Span[] {
  const parts: Span[] = [];
  for (let offset = start; offset < end; offset++) {
    const span = place(offset), last = parts.at(-1);
    if (last?.end === span.start) parts[parts.length - 1] = { start: last.start, end: span.end };
    else parts.push(span);
  }
  return parts;
}

const point = (place: number): Span => ({ start: place, end: place });

/** Where characters of the quoted words stand in the note; white space that only joins lines stands at the end of the line before. */
function placesIn({ text, pieces, span }: CheckedQuotation['quotation'], note: string): (offset: number) => Span {
  const places: Span[] = [];
  let piece = 0, at = pieces[0]?.start ?? span.start;
  for (let offset = 0; offset < text.length; offset++) {
    while (piece + 1 < pieces.length && at >= (pieces[piece]?.end ?? 0)) at = pieces[++piece]?.start ?? at;
    const joint = note[at] === text[offset] ? undefined : places.at(-1)?.end;
    places.push({ start: joint ?? at, end: joint ?? ++at });
  }
  return offset => places[offset] ?? { start: span.start, end: span.start };
}
