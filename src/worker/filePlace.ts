import type { FilePlace } from './citingPort';

/** Editors do not count a byte order mark. */
const beginOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

const LINE_END = /\r\n?|\n/g;

/** Tells the line and character, as editors count them, of offsets in the text of a file; ascending ones cost one way through it together. */
export function filePlaces(text: string): (offset: number) => FilePlace {
  const lineEnd = new RegExp(LINE_END);
  let line = 0, start = beginOf(text);
  return offset => {
    if (offset < start) [line, start] = [0, beginOf(text)];
    lineEnd.lastIndex = start;
    for (let hit = lineEnd.exec(text); hit && lineEnd.lastIndex <= offset; hit = lineEnd.exec(text)) {
      line++;
      start = lineEnd.lastIndex;
    }
    return { line, character: offset - start };
  };
}

/** The offset of a place in the text of a file, its end for a place behind it. */
export function offsetAt(text: string, { line, character }: FilePlace): number {
  const lineEnd = new RegExp(LINE_END);
  for (let at = 0; at < line; at++) if (!lineEnd.exec(text)) return text.length;
  const start = line === 0 ? beginOf(text) : lineEnd.lastIndex;
  return Math.min(text.length, start + character);
}
