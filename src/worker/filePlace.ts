import type { FilePlace } from './citingPort';

/** Editors do not count a byte order mark. */
const beginOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

/** Tells the line and character, as editors count them, of offsets in the text of a file; ascending ones cost one way through it together. */
export function filePlaces(text: string): (offset: number) => FilePlace {
  let line = 0, start = beginOf(text);
  return offset => {
    if (offset < start) [line, start] = [0, beginOf(text)];
    for (let feed = text.indexOf('\n', start); feed >= 0 && feed < offset; feed = text.indexOf('\n', start)) {
      line++;
      start = feed + 1;
    }
    return { line, character: offset - start };
  };
}

/** The offset of a place in the text of a file, its end for a place behind it. */
export function offsetAt(text: string, { line, character }: FilePlace): number {
  let start = beginOf(text);
  for (let at = 0; at < line; at++) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return text.length;
    start = feed + 1;
  }
  return Math.min(text.length, start + character);
}
