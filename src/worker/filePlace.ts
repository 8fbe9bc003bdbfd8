import type { FilePlace } from './citingPort';

/** The line and character, as editors count them, of an offset in the text of a file; a byte order mark is none. */
export function filePlace(text: string, offset: number): FilePlace {
  let line = 0, start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let feed = text.indexOf('\n', start); feed >= 0 && feed < offset; feed = text.indexOf('\n', start)) {
    line++;
    start = feed + 1;
  }
  return { line, character: offset - start };
}

/** The offset of a place in the text of a file, its end for a place behind it. */
export function offsetAt(text: string, { line, character }: FilePlace): number {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = 0; at < line; at++) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return text.length;
    start = feed + 1;
  }
  return Math.min(text.length, start + character);
}
