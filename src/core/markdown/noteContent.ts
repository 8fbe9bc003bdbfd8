import type { Span } from '../document';

/** What a block holds without the marks before its lines: tabs are spaces, lines end in `\n`, and every offset leads back to the note. */
export interface NoteContent {
  readonly text: string;
  /** Offset of the note for an offset of `text`; between two stretches the end of the first. */
  readonly toNote: (offset: number) => number;
}

interface Stretch { readonly start: number; readonly origin: number }

/** The whole note as the outermost content. */
export function noteContent(note: string): NoteContent {
  const start = note.startsWith('\uFEFF') ? 1 : 0;
  if (!/[\t\r]/.test(note)) return { text: `${note.slice(start)}\n`, toNote: offset => Math.min(note.length, offset + start) };
  const parts: string[] = [], stretches: Stretch[] = [];
  let length = 0, line = 0, done = start;
  const add = (text: string, origin: number): void => { stretches.push({ start: length, origin }); parts.push(text); length += text.length; };
  for (const { index, 0: mark } of note.matchAll(/\t|\r?\n/g)) {
    add(note.slice(done, index), done);
    add(mark === '\t' ? ' '.repeat(4 - (length - line) % 4) : '\n', index);
    if (mark !== '\t') line = length;
    done = index + mark.length;
  }
  add(`${note.slice(done)}\n`, done);
  return stretched(parts.join(''), stretches, note.length);
}

/** The content of a block within another: `spans` of its text, each line a span that ends with or before its line end. */
export function innerContent({ text, toNote }: NoteContent, spans: readonly Span[]): NoteContent {
  const parts: string[] = [], outer: number[] = [], starts: number[] = [];
  let length = 0;
  for (const { start, end } of spans) {
    const line = text.slice(start, end);
    parts.push(line, '\n');
    starts.push(length);
    outer.push(start);
    length += line.length + 1;
  }
  return {
    text: parts.join(''),
    toNote: offset => {
      const at = lastAtMost(starts, offset);
      return toNote((outer[at] ?? 0) + offset - (starts[at] ?? 0));
    },
  };
}

function stretched(text: string, stretches: readonly Stretch[], last: number): NoteContent {
  const starts = stretches.map(({ start }) => start);
  return {
    text,
    toNote: offset => {
      const at = lastAtMost(starts, offset), stretch = stretches[at], next = stretches[at + 1];
      return stretch ? Math.min(stretch.origin + offset - stretch.start, next?.origin ?? last) : offset;
    },
  };
}

/** Index of the last of the sorted numbers that is at most `value`. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0, high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
