import type { Span } from '../document';
import { lineEnd, paragraph, type BlockPlace } from './blockReader';
import { verbatimEnd } from './brackets';
import { matchEnd } from './inlines';
import type { InlineReader } from './inlineModes';

const BREAK = / {0,3}(?:\| *:?-+:? *(?:[|+] *:?-+:? *)*(?:[|+] *)?|:?-+:? *(?:[|+] *:?-+:? *)+(?:[|+] *)?|:?-+:? *[|+] *)(?=\n|$)/y;

/** Reads the table that begins at `at`, each cell on its own; gives where it ends. */
export function readTable(place: BlockPlace, at: number): number | undefined {
  const { content: { text }, inlines } = place, second = lineEnd(text, at) + 1;
  if (matchEnd(BREAK, text, second) === undefined) return undefined;
  const head = text.slice(at, second).includes('|') ? cellsOf(inlines, at) : undefined;
  if (!head) return undefined;
  let end = lineEnd(text, second), cells: readonly Span[] | undefined = head;
  for (let line = at; cells; cells = line < text.length && text.slice(line, lineEnd(text, line)).includes('|') ? cellsOf(inlines, line) : undefined) {
    for (const cell of cells) paragraph(place, cell.start, cell.end);
    if (line !== at) end = lineEnd(text, line);
    line = line === at ? lineEnd(text, second) + 1 : end + 1;
  }
  return end;
}

/** What stands between the bars of a line, but not in code, formulas and escapes. */
function cellsOf(reader: InlineReader, at: number): readonly Span[] | undefined {
  const { text } = reader, limit = lineEnd(text, at), cells: Span[] = [];
  let start = matchEnd(/ *\|?/y, text, at) ?? at;
  for (let place = start; place < limit;) {
    const next = verbatimEnd(reader, place, limit);
    if (next !== undefined) { place = next; continue; }
    if (text[place] === '|') { cells.push({ start, end: place }); start = place + 1; }
    place++;
  }
  if (text.slice(start, limit).trim() !== '') cells.push({ start, end: limit });
  return cells.length > 0 ? cells : undefined;
}
