import type { Repair, Span } from '../document';
import type { ParsedBlock } from './parsedBlock';

const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/;
const INDENT = /^(?:[\u3000\u2003]{1,}|[ \u00a0]{2,}|\t)/;

/** The lines of `raw` with their number, without their line ends; a line end is CRLF, LF or CR. */
export function* eachLine(raw: string, from = 0): Generator<{ readonly start: number; readonly end: number; readonly number: number }> {
  let start = from, number = 1;
  for (let at = 0; at < from; at++) if (isLineEnd(raw, at)) number++;
  for (let at = from; at <= raw.length; at++) {
    if (at < raw.length && !isLineEnd(raw, at)) continue;
    const end = raw[at] === '\n' && raw[at - 1] === '\r' && at > start ? at - 1 : at;
    yield { start, end, number };
    start = at + 1;
    number++;
  }
}

/** Whether the character ends a line: LF, or a CR that no LF follows. */
function isLineEnd(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return code === 10 || (code === 13 && raw.charCodeAt(at + 1) !== 10);
}

/** `span` without the white space at its ends; empty at its start where there is nothing else. */
export function trimmed(raw: string, { start, end }: Span): Span {
  let from = start, to = end;
  while (from < to && BLANK.test(raw[from] ?? '')) from++;
  while (to > from && BLANK.test(raw[to - 1] ?? '')) to--;
  return { start: from, end: to };
}

/** One block for each line of plain text that is not blank; lines that a repair crosses are one block. */
export function parseText(raw: string, repairs: readonly Repair[]): readonly ParsedBlock[] {
  const crossing = repairs.filter((repair) => /[\r\n]/.test(raw.slice(repair.span.start, repair.span.end)));
  const blocks: ParsedBlock[] = [];
  let next = 0, open: { start: number; number: number } | undefined;
  for (const { start, end, number } of eachLine(raw)) {
    while (next < crossing.length && (crossing[next]?.span.end ?? 0) <= start) next++;
    const repair = crossing[next];
    open ??= { start, number };
    if (repair && repair.span.start <= end && repair.span.end > end) continue;
    const span = trimmed(raw, { start: open.start, end });
    if (span.end > span.start) {
      blocks.push({ span, lines: [open.number, number], kind: 'paragraph', indented: INDENT.test(raw.slice(open.start, open.start + 4)), linked: 0 });
    }
    open = undefined;
  }
  return blocks;
}
