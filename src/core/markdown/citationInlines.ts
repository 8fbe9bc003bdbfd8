import type { Span } from '../document';
import { writtenKeyAt, type CitedKey } from './citations';
import { inlinesUntil, NOTHING, type Found, type Inline, type InlineReader, type Mode } from './inlineModes';
import { matchEnd } from './inlines';

interface Keys { readonly end: number; readonly keys: readonly CitedKey[]; readonly found: readonly Found[] }
interface Suffix { readonly end: number; readonly found: readonly Found[]; readonly locator: Partial<CitedKey> }

/** What reading a part costs besides its inlines. */
const PART = 8;

/** The citation in the brackets that open at `at`; pandoc lets `[@a](address)`, `[@a][b]` and `[@a]{.b}` be links and spans. */
export function bracketCitationAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const read = bracketKeys(reader, at, mode);
  return read && {
    end: read.end, isWord: false,
    found: [{ kind: 'citation', citation: { span: { start: at, end: read.end }, keys: read.keys, bracketed: true } }, ...read.found],
  };
}

/** A key in the running text, with the brackets that may follow it. */
export function textCitationAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const written = writtenKeyAt(reader.text, at);
  if (!written || written.end > mode.limit) return undefined;
  const { key, end, braced } = written, span = { start: at, end };
  const first: CitedKey = { key, span, suppressAuthor: false, inText: true, braced, part: span };
  const bracket = behindBreak(reader.text, end);
  const followed = bracket !== undefined && reader.text[bracket] === '[' && bracket < mode.limit
    ? citationBehind(reader, bracket, mode, first) ?? locatorBehind(reader, bracket, mode, first) : undefined;
  const read = followed ?? { end, keys: [first], found: NOTHING };
  return { end: read.end, isWord: false, found: [{ kind: 'citation', citation: { span: { start: at, end: read.end }, keys: read.keys, bracketed: false } }, ...read.found] };
}

function citationBehind(reader: InlineReader, at: number, mode: Mode, first: CitedKey): Keys | undefined {
  const read = bracketKeys(reader, at, mode);
  return read && { ...read, keys: [first, ...read.keys] };
}

/** `[p. 3]` or `[p. 3; @b]` behind a key. */
function locatorBehind(reader: InlineReader, at: number, mode: Mode, first: CitedKey): Keys | undefined {
  const { text } = reader;
  if (text[at + 1] === '^' || !reader.spend(1)) return undefined;
  const suffix = suffixAt(reader, at + 1, mode);
  if (!suffix) return undefined;
  const start = text[suffix.end] === ';' ? behindBreak(text, suffix.end + 1) : undefined;
  const others = start === undefined ? undefined : partsFrom(reader, start, mode);
  const end = behindBreak(text, others?.end ?? suffix.end);
  if (end === undefined || end >= mode.limit || text[end] !== ']' || /[[(]/.test(text[end + 1] ?? '')) return undefined;
  return { end: end + 1, keys: [{ ...first, ...suffix.locator }, ...others?.keys ?? []], found: [...suffix.found, ...others?.found ?? []] };
}

function bracketKeys(reader: InlineReader, at: number, mode: Mode): Keys | undefined {
  const { text } = reader;
  const start = reader.spend(1) ? behindBreak(text, at + 1) : undefined;
  const parts = start === undefined ? undefined : partsFrom(reader, start, mode);
  const close = parts && behindBreak(text, parts.end);
  if (!parts || close === undefined || close >= mode.limit || text[close] !== ']') return undefined;
  return /[[({]/.test(text[close + 1] ?? '') ? undefined : { ...parts, end: close + 1 };
}

/** Parts between semicolons, each with a key. */
function partsFrom(reader: InlineReader, start: number, mode: Mode): Keys | undefined {
  const keys: CitedKey[] = [], found: Found[] = [];
  for (let at: number | undefined = start; at !== undefined;) {
    const part = partAt(reader, at, mode);
    if (!part) return undefined;
    keys.push(part.key);
    found.push(...part.found);
    if (reader.text[part.end] !== ';' || part.end >= mode.limit) return { end: part.end, keys, found };
    at = part.end + 1;
  }
  return undefined;
}

function partAt(reader: InlineReader, start: number, mode: Mode): { readonly key: CitedKey; readonly end: number; readonly found: readonly Found[] } | undefined {
  const { text } = reader;
  if (!reader.spend(PART)) return undefined;
  const prefix = inlinesUntil(reader, start, mode, (place, isWord) => text[place] === ']' || text[place] === ';' || keyBegins(text, place, isWord));
  // a bracket that closes the prefix right before the key belongs to it
  const first = text[prefix.end] === ']' ? prefix.end + 1 : prefix.end;
  if (first >= mode.limit || !keyBegins(text, first, first === prefix.end && prefix.isWord)) return undefined;
  const suppressAuthor = text[first] === '-', at = suppressAuthor ? first + 1 : first;
  const written = writtenKeyAt(text, at);
  const suffix = written && written.end <= mode.limit ? suffixAt(reader, written.end, mode) : undefined;
  if (!written || !suffix) return undefined;
  const prefixSpan = trimmed(text, { start, end: prefix.end });
  const key: CitedKey = {
    key: written.key, span: { start: at, end: written.end }, suppressAuthor, inText: false, braced: written.braced,
    ...(prefixSpan && { prefix: oneLine(text, prefixSpan), prefixSpan }), ...suffix.locator,
    part: trimmed(text, { start, end: suffix.end }) ?? { start: at, end: written.end },
  };
  return { key, end: suffix.end, found: [...prefix.found, ...suffix.found] };
}

function keyBegins(text: string, at: number, isBehindWord: boolean): boolean {
  if (isBehindWord) return false;
  const sign = text[at] === '-' ? at + 1 : at;
  return text[sign] === '@' && writtenKeyAt(text, sign) !== undefined;
}

function suffixAt(reader: InlineReader, start: number, mode: Mode): Suffix | undefined {
  const { text } = reader;
  const from = behindBreak(text, start);
  if (from === undefined) return undefined;
  const { end, found } = inlinesUntil(reader, from, mode, place => text[place] === ';' || text[place] === ']');
  const whole = trimmed(text, { start: from, end });
  if (!whole) return { end, found, locator: {} };
  const locatorSpan = trimmed(text, { start: matchEnd(/[\s,，]*/y, text, whole.start) ?? whole.start, end: whole.end });
  return { end, found, locator: { suffix: oneLine(text, whole), ...(locatorSpan && { locator: oneLine(text, locatorSpan), locatorSpan }) } };
}

/** Behind spaces and at most one line end; undefined before a blank line. */
function behindBreak(text: string, at: number): number | undefined {
  const end = matchEnd(/ *(?:\n *)?/y, text, at) ?? at;
  return text[end] === '\n' ? undefined : end;
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end), from = start + words.length - words.trimStart().length;
  return words.trim() === '' ? undefined : { start: from, end: from + words.trim().length };
}

const oneLine = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s*\n\s*/g, ' ');
