import type { Span } from '../../document';
import { proseSpans } from '../prose';
import type { NoteScan } from '../scan';

/** A note as traps are looked for in it. */
export interface NoteText {
  readonly text: string;
  readonly scan: NoteScan;
  /** Whether a place is outside front matter, code, comments and addresses. */
  readonly isFree: (at: number) => boolean;
  /** Whether a place is running text: also outside formulas, tags, links and pictures. */
  readonly isProse: (at: number) => boolean;
}

/** Prose is told apart only once it is asked for: few notes hold anything suspect. */
export function noteText(text: string, scan: NoteScan): NoteText {
  const addresses = scan.links.filter(({ start }) => text[start] !== '[' && text[start] !== '!');
  const blocked = [...scan.frontMatter ? [scan.frontMatter] : [], ...scan.code, ...scan.comments, ...addresses].sort((one, other) => one.start - other.start);
  const links = scan.links.filter(({ start, end }) => !/^-?@/.test(text.slice(start + 1, end)));
  let prose: readonly Span[] | undefined;
  const isFree = (at: number): boolean => !isInside(blocked, at);
  return {
    text, scan, isFree,
    isProse: at => isFree(at) && !isInside(links, at) && isInside(prose ??= proseSpans(text), at),
  };
}

/** Whether one of `spans`, which are sorted and disjoint, holds `at`. */
export function isInside(spans: readonly Span[], at: number): boolean {
  let low = 0, high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1; else high = middle;
  }
  return (spans[low]?.start ?? at + 1) <= at;
}

/** Nothing in brackets that is longer counts as a citation here. */
const LONGEST = 400;

/** The bracket around `at` that opens and closes in its paragraph; undefined where there is none, or a label of a link or attributes follow it. */
export function bracketAround(text: string, at: number): Span | undefined {
  const before = lastParagraph(text.slice(Math.max(0, at - LONGEST), at));
  const open = before.search(/(?<!\\)\[[^[\]]*$/);
  const behind = /^[^[\]]{0,400}?\]/.exec(firstParagraph(text.slice(at, at + LONGEST)));
  if (open < 0 || !behind) return undefined;
  const span = { start: at - before.length + open, end: at + behind[0].length };
  return /^[([{]/.test(text.slice(span.end, span.end + 1)) ? undefined : span;
}

/** What follows the last blank line. */
export const lastParagraph = (text: string): string => text.slice(Math.max(0, ...[...text.matchAll(/\n[ \t\r]*\n/g)].map(hit => hit.index + hit[0].length)));

/** What stands before the first blank line. */
export const firstParagraph = (text: string): string => text.split(/\n[ \t\r]*\n/, 1)[0] ?? '';
