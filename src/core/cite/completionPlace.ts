import type { Span } from '../document';
import { citationParts, isAddressLetter, isBracketAhead } from '../markdown/insert';
import type { NoteScan } from '../markdown/scan';

/** Where a citation is being typed, and what of the note it takes the place of. */
export interface CompletionPlace {
  /** On one line; the cursor stands in it or at its end. */
  readonly span: Span;
  /** What was typed behind the `@`. */
  readonly typed: string;
  /** Whether the brackets of a citation stand around it already. */
  readonly isInBrackets: boolean;
  /** Written before the `@` and behind the key. */
  readonly before: string;
  readonly after: string;
}

/** What may stand between the `@` and the cursor: a key, or words of a title; full-width signs end it. */
const TYPED = /[@＠]\{?([^\s@＠[\](){}<>|"'`;,，。；：！？、（）「」『』“”‘’《》【】]{0,60})$/u;
/** What of a key stands behind the cursor. */
const REST = /[A-Za-z0-9_:.#$%&+?~/-]*\}?/y;
const HAN_LETTER = /[\p{L}\p{N}；，、]$/u;

/** The end of a citation in brackets. */
const CITATION_END = /(?<!\\)\[[^[\]\n]*@[^[\]\n]*\]$/;
/** Brackets that are closed further on. */
const CLOSED = /^[^[\]\n]*\]/;
/** A few words before a key, such as 参见. */
const PREFIX = /^[\p{L}\p{N}\s.-]{0,20}$/u;

/** Characters before the `@` in which an open bracket is looked for. */
const LONGEST_PREFIX = 400;

/** The citation that is being typed at `cursor`; undefined where none can be: in code, links, front matter, e-mail addresses, behind a backslash. */
export function completionPlace(note: string, scan: NoteScan, cursor: number): CompletionPlace | undefined {
  const line = note.slice(Math.max(note.lastIndexOf('\n', cursor - 1) + 1, cursor - 80), cursor);
  const found = TYPED.exec(line);
  if (!found) return undefined;
  const at = cursor - found[0].length, before = note.slice(Math.max(0, at - LONGEST_PREFIX), at);
  if (isAddressLetter(before) || /(?<!\\)(?:\\\\)*\\$/.test(before) || isVerbatim(scan, at)) return undefined;
  REST.lastIndex = cursor;
  const end = cursor + (REST.exec(note)?.[0].length ?? 0);
  const typed = found[1] ?? '';
  // Brackets side by side would be a link: another key goes into those that are there.
  if (CITATION_END.test(before)) return { span: { start: at - 1, end }, typed, isInBrackets: true, before: '; ', after: ']' };
  const open = openBracket(before, note.slice(end, end + LONGEST_PREFIX));
  return open === undefined ? { span: { start: at, end }, typed, isInBrackets: false, before: '[', after: behind(note, end, ']') } : { typed, ...inBrackets(note, at, end, before.slice(open + 1)) };
}

/** What to write for a key. */
export function completedText({ before, after }: Pick<CompletionPlace, 'before' | 'after'>, key: string): string {
  return before + citationParts(key).before.slice(1) + after;
}

const isVerbatim = ({ frontMatter, code, comments, verbatim, links }: NoteScan, at: number): boolean =>
  [...frontMatter ? [frontMatter] : [], ...code, ...comments, ...verbatim, ...links].some(({ start, end }) => start <= at && at < end);

/** Place in `before` of the bracket of a citation that is still open; that of an inline footnote, or of an interval, is none. */
function openBracket(before: string, behind: string): number | undefined {
  const open = lastOpen(before), content = open === undefined ? '' : before.slice(open + 1);
  return content.includes('@') || CLOSED.test(behind) || PREFIX.test(content) ? open : undefined;
}

function lastOpen(before: string): number | undefined {
  for (let at = before.length - 1, depth = 0; at >= 0; at--) {
    const character = before[at];
    if (character === '\n' && /^[ \t\r]*\n/.test(before.slice(at + 1))) return undefined;
    if (before[at - 1] === '\\') continue;
    if (character === ']') depth++;
    else if (character === '[' && depth-- === 0) return before[at - 1] === '^' ? undefined : at;
  }
  return undefined;
}

/** In brackets pandoc wants a space behind a prefix, and an ASCII semicolon between two keys. */
function inBrackets(note: string, at: number, end: number, content: string): Omit<CompletionPlace, 'typed'> {
  const separator = /@/.test(content) ? /[；，、][ \t]*$/.exec(content)?.[0] : undefined;
  const start = content.trim() === '' ? at - content.length : at - (separator?.length ?? 0);
  const isClosed = CLOSED.test(note.slice(end, end + LONGEST_PREFIX));
  const isAlone = content === '';
  const before = separator !== undefined ? '; ' : HAN_LETTER.test(content) || content.endsWith(';') ? ' ' : '';
  return { span: { start: isAlone || separator !== undefined ? start : at, end }, isInBrackets: true, before, after: isClosed ? '' : behind(note, end, ']') };
}

/** pandoc takes `[@key](` for a link. */
const behind = (note: string, end: number, bracket: string): string => (isBracketAhead(note.slice(end, end + 1)) ? `${bracket} ` : bracket);
