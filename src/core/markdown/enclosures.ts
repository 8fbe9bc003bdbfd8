import { both, inlinesUntil, type Inline, type InlineReader, type Mode } from './inlineModes';

const isLetter = (text: string, at: number): boolean => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));

/** Emphasis; one that is not closed is text, and reaches as far all the same. */
export function emphasisAt(reader: InlineReader, at: number, isBehindWord: boolean, mode: Mode): Inline | undefined {
  const { text } = reader, sign = text[at] ?? '';
  if (sign === '_' && isBehindWord) return undefined;
  let marks = 1;
  while (text[at + marks] === sign && at + marks < mode.limit) marks++;
  const start = at + marks;
  if (marks > 3 || text[start] === ' ') return { end: start, isWord: false, found: [] };
  const read = marks === 3 ? threeMarks : marks === 2 ? twoMarks : oneMark;
  return read({ reader, mode, sign }, start);
}

interface Emphasis { readonly reader: InlineReader; readonly mode: Mode; readonly sign: string }

function closes({ reader: { text }, mode: { limit }, sign }: Emphasis, at: number, marks: number): boolean {
  return at + marks <= limit && text.startsWith(sign.repeat(marks), at) && (sign === '*' || !isLetter(text, at + marks));
}

const closed = (inner: Inline, marks: number): Inline => ({ ...inner, end: inner.end + marks, isWord: true });
const joined = (inner: Inline, next: Inline): Inline => ({ ...next, found: both(inner.found, next.found) });

function threeMarks(emphasis: Emphasis, start: number): Inline {
  const inner = inlinesUntil(emphasis.reader, start, emphasis.mode, place => closes(emphasis, place, 1));
  if (closes(emphasis, inner.end, 3)) return closed(inner, 3);
  if (closes(emphasis, inner.end, 2)) return joined(inner, oneMark(emphasis, inner.end + 2, true));
  if (closes(emphasis, inner.end, 1)) return joined(inner, twoMarks(emphasis, inner.end + 1, true));
  return inner;
}

function twoMarks(emphasis: Emphasis, start: number, isBehindWord = false): Inline {
  const inner = inlinesUntil(emphasis.reader, start, emphasis.mode, place => closes(emphasis, place, 2), isBehindWord);
  return closes(emphasis, inner.end, 2) ? closed(inner, 2) : inner;
}

function oneMark(emphasis: Emphasis, start: number, isBehindWord = false): Inline {
  const { reader, reader: { text }, mode, sign } = emphasis;
  let read: Inline = { end: start, isWord: isBehindWord, found: [] };
  for (;;) {
    const inner = inlinesUntil(reader, read.end, mode, place => closes(emphasis, place, 1), read.isWord);
    read = joined(read, inner);
    if (!text.startsWith(sign.repeat(2), inner.end) || closes(emphasis, inner.end + 2, 1) || inner.end + 2 > mode.limit) break;
    read = joined(read, twoMarks(emphasis, inner.end + 2));
  }
  return closes(emphasis, read.end, 1) ? closed(read, 1) : read;
}

/** `~~struck~~` */
export function struckAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const { text } = reader;
  if (!/^~~[^\s~]/.test(text.slice(at, at + 3))) return undefined;
  const inner = inlinesUntil(reader, at + 2, mode, place => text.startsWith('~~', place));
  return text.startsWith('~~', inner.end) && inner.end > at + 2 && inner.end + 2 <= mode.limit ? { ...inner, end: inner.end + 2, isWord: false } : undefined;
}

/** `^raised^` and `~lowered~`, which hold no space. */
export function raisedAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const { text } = reader, sign = text[at];
  const inner = inlinesUntil(reader, at + 1, mode, place => text[place] === sign || text[place] === ' ' || text[place] === '\n');
  return text[inner.end] === sign && inner.end > at + 1 && inner.end < mode.limit ? { ...inner, end: inner.end + 1, isWord: false } : undefined;
}

/** What stands in quotation marks: a semicolon in them parts no citation. */
export function quotedAt(reader: InlineReader, at: number, isBehindWord: boolean, mode: Mode): Inline | undefined {
  const { text } = reader, isSingle = text[at] === '\'' || text[at] === '‘', kind = isSingle ? 'single' : 'double';
  if (mode.quote === kind || (isSingle && isBehindWord) || /[ \n]/.test(text[at + 1] ?? '\n')) return undefined;
  const ends = (place: number): boolean => (isSingle ? /['’]/.test(text[place] ?? '') && !isLetter(text, place + 1) : /["”]/.test(text[place] ?? ''));
  const inner = inlinesUntil(reader, at + 1, reader.mode(mode, { quote: kind }), ends);
  return inner.end > at + 1 && inner.end < mode.limit && ends(inner.end) ? { ...inner, end: inner.end + 1, isWord: false } : undefined;
}
