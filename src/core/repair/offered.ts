import { normalLine } from '../cues/normal';
import { isSpam } from '../cues/spam';
import type { Repair, Script, Span } from '../document';
import { detectScript } from '../script/detect';
import { foldText } from '../script/fold';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { widenPunctuation } from './punctuation';
import { repaired } from './repaired';

/** A longer line is prose, whatever words it holds. */
const longestSpam = 1000;

/**
 * The `found` repairs of `raw` with those that only the writer can want: lines of spam, and narrow punctuation outside the ranges `fixed`
 * (sorted). Sorted and disjoint, so that any of them can be made without the others: a line of spam is one repair, whatever else was found
 * in it, and what a repair puts in keeps its marks.
 */
export function withOffered(raw: string, found: readonly Repair[], tables: Tables, fixed: readonly Span[] = []): readonly Repair[] {
  const base = repaired(raw, found);
  const spam = findSpamLines(raw, base, tables);
  const others = [...found, ...findNarrow(raw, base, fixed)].sort((one, other) => one.span.start - other.span.start);
  return [...spam, ...outside(others, spam.map(({ span }) => span))].sort((one, other) => one.span.start - other.span.start);
}

/** Lines of spam in the mended text, each with its line end as it stands in `raw`. */
function findSpamLines(raw: string, base: MappedText, tables: Tables): readonly Repair[] {
  const whole = detectScript(base.text, tables);
  const spam: Repair[] = [];
  let start = 0;
  for (const line of base.text.split('\n')) {
    const end = Math.min(start + line.length + 1, base.text.length);
    const normal = line.length <= longestSpam ? simplified(line, tables) : '';
    if (normal !== '' && (isSpam(normal) || (isSpam(normal, true) && isForeign(line, whole, tables)))) {
      const span = wholeLine(raw, base, { start, end });
      if (span) spam.push({ span, text: '', kind: 'spamLine', certain: true });
    }
    start = end;
  }
  return spam;
}

/** A line as the words of spam are listed. */
function simplified(line: string, tables: Tables): string {
  return normalLine(Array.from(line, character => foldText(character, tables) || character).join('')).trim();
}

function isForeign(line: string, whole: Script, tables: Tables): boolean {
  const script = detectScript(line, tables);
  return [script, whole].every(each => each !== 'none' && each !== 'mixed') && script !== whole;
}

/** The line of `raw` that shows as `shown`; undefined where something was mended across its ends. */
function wholeLine(raw: string, base: MappedText, shown: Span): Span | undefined {
  const inside = base.toRaw(shown);
  const start = raw.lastIndexOf('\n', inside.start - 1) + 1;
  const feed = raw.indexOf('\n', Math.max(start, inside.end - 1));
  const span = { start: inside.start === 0 ? 0 : start, end: feed < 0 ? raw.length : feed + 1 };
  const back = base.fromRaw(span);
  return back.start === shown.start && back.end === shown.end ? span : undefined;
}

/** Narrow marks that stand in `raw` themselves. */
function findNarrow(raw: string, base: MappedText, fixed: readonly Span[]): readonly Repair[] {
  const marks = widenPunctuation(base.text).flatMap((edit): readonly Repair[] => {
    const span = base.toRaw(edit.span);
    const isItself = raw.slice(span.start, span.end) === base.text.slice(edit.span.start, edit.span.end);
    return isItself ? [{ span, text: edit.text, kind: 'punctuation', certain: true }] : [];
  });
  return outside(marks, fixed);
}

/** Those that touch none of `spans`; both are sorted. */
function outside(repairs: readonly Repair[], spans: readonly Span[]): readonly Repair[] {
  let next = 0;
  let reach = 0;
  return repairs.filter(({ span }) => {
    for (; (spans[next]?.start ?? Infinity) < span.end; next += 1) reach = Math.max(reach, spans[next]?.end ?? 0);
    return reach <= span.start;
  });
}
