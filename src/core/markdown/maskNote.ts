import type { Span } from '../document';
import type { NoteScan } from './scan';

/** Stands in a masked note for what shows no words; neither letter, mark nor space. */
export const MASK = '\uFFFC';

/** Stands for a citation in the running text, which tells who speaks. */
export const NAMED = '\uFFFB';

/** Stands for code and addresses, which are words, whatever marks they hold. */
const WORD = 'x';

/** Tags, targets of links, attributes. */
const MARKUP = /<\/?[a-z][^<>\n]{0,500}>|\]\([^()\n]{0,2000}\)|\{[.#:][^{}\n]{0,200}\}/gi;

interface Masked extends Span { readonly by: string }

/** `note` with front matter, code, comments, addresses, targets of links, tags and citations masked, every other character at its place. */
export function maskNote(note: string, scan: NoteScan): string {
  const addresses = scan.links.filter(({ start }) => note[start] !== '[' && note[start] !== '!');
  const hidden = [...scan.frontMatter ? [scan.frontMatter] : [], ...scan.comments];
  const blocked: Masked[] = [
    ...hidden.map(span => ({ ...span, by: MASK })),
    ...scan.citations.map(({ span, bracketed }) => ({ ...span, by: bracketed ? MASK : NAMED })),
    ...[...scan.code, ...addresses].map(span => ({ ...span, by: WORD })),
  ];
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, by } of blocked.sort((one, other) => one.start - other.start)) {
    if (end <= done) continue;
    const from = Math.max(done, start);
    parts.push(note.slice(done, from), masked(note.slice(from, end), by));
    done = end;
  }
  parts.push(note.slice(done));
  return parts.join('').replace(MARKUP, text => masked(text, MASK));
}

/** Line ends stay, so that lines of the mask are lines of the note. */
const masked = (text: string, by: string): string => text.replace(/[^\n]+/g, line => by.repeat(line.length));

/** Whether `span` of a masked note holds a letter or digit. */
export const holdsWords = (mask: string, { start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(mask.slice(start, end));
