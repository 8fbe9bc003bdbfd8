import type { Field, Origin } from '../document';
import type { Analysis, Line } from '../cues/analysis';
import { edited, mapped, type MappedText } from '../text/mappedText';
import type { Measures } from './measures';
import type { Headline } from './findHeadline';
import type { Verdict } from './verdict';

/** A classified page, as the readers of single fields see it. */
export interface Page {
  readonly analysis: Analysis;
  readonly lines: readonly Line[];
  readonly verdicts: readonly Verdict[];
  readonly measures: Measures;
  readonly headline: Headline | undefined;
  /** First and last line of the body; -1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** The text of a line with its way back to `raw`. */
function mappedLine({ raw, repairs }: Analysis, line: Line): MappedText {
  const { start, end } = line.span;
  if (line.text.length === end - start) return mapped(raw, line.span);
  const inside = repairs.filter((repair) => repair.span.start >= start && repair.span.end <= end);
  return edited(mapped(raw, line.span), inside.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text })));
}

/** A field read from offsets `start` to `end` of a line's text; its value is that text, or `value` where it had to be put in order. */
export function fieldAt(page: Page, index: number, start: number, end: number, from: Origin, value?: string): Field<string> {
  const line = page.lines[index];
  if (!line) throw new RangeError(`no line ${index}`);
  return { value: value ?? line.text.slice(start, end).trim(), from, span: mappedLine(page.analysis, line).toRaw({ start, end }) };
}

/** Whether a line belongs to the list of other pages or to what visitors wrote. */
export function isElsewhere(page: Page, index: number): boolean {
  const reason = page.verdicts[index]?.reason;
  return reason === 'related' || reason === 'recommended' || reason === 'comment' || reason === 'spam' || reason === 'advertisement';
}
