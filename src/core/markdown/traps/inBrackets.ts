import type { Span } from '../../document';
import type { Citation } from '../citations';
import { keysMeant, mendBracket } from './mendBracket';
import { bracketAround, isInside, type NoteText } from './noteText';
import { makeTrap, replace, type Suspect, type TrapKind } from './trap';
import { isEscaped, meantKeys, unmistakable, writtenKeyAt, type WrittenKey } from './writtenKey';

/** Words before a key that only a citation has. */
const CITING = /(?:参见|參見|另见|另見|详见|詳見|转引自|轉引自|引自|参阅|參閱|参看|见|見|see|cf\.?)\s?$/iu;

/** A locator that is longer is no locator. */
const LONGEST_LOCATOR = 200;

/** Comma or space before a first word with digits and Chinese in it: citeproc takes that word for a page, and GB/T 7714 prints none. */
const OPENING = /^(?:,\s*|\s+)(?=[^\s]*\d)(?=[^\s]*\p{Script=Han})/u;
const OPENING_IN_TEXT = /^ ?\[(?=[^\s\]]*\d)(?=[^\s\]]*\p{Script=Han})/u;

/** Brackets that are a citation, or were meant as one, and hold keys that pandoc does not see as such. */
export function* suspectsInBrackets(note: NoteText): Iterable<Suspect> {
  for (const span of bracketsWithKeys(note)) {
    const { keys, edits } = mendBracket(note.text, { start: span.start + 1, end: span.end - 1 }, ({ key }) => key);
    if (edits.length > 0) yield bracketSuspect(note, span, keys);
  }
  for (const citation of note.scan.citations) yield* details(note, citation);
}

function bracketSuspect({ text }: NoteText, span: Span, keys: readonly WrittenKey[]): Suspect {
  const meant = keysMeant(keys), citing = keys.find(key => CITING.test(text.slice(span.start + 1, key.span.start)));
  return {
    keys: meant, sure: unmistakable(meant) ?? citing?.key,
    trap(key) {
      const ofKey = (written: WrittenKey): string => (meantKeys(written).includes(key) ? key : written.key);
      const mended = mendBracket(text, { start: span.start + 1, end: span.end - 1 }, ofKey);
      return makeTrap(mended.kind, text, span, key, [mended.edits]);
    },
  };
}

/** Citations in brackets, and brackets that hold an `@` outside any citation. */
function* bracketsWithKeys({ text, scan, isProse }: NoteText): Iterable<Span> {
  const cited = scan.citations.filter(({ bracketed }) => bracketed).map(({ span }) => span), taken = new Set<number>();
  yield* cited;
  for (const hit of text.matchAll(/[@＠]/g)) {
    if (isEscaped(text, hit.index) || isInside(cited, hit.index)) continue;
    const span = bracketAround(text, hit.index);
    if (!span || taken.has(span.start) || !writtenKeyAt(text, hit.index) || !isProse(span.start)) continue;
    taken.add(span.start);
    yield span;
  }
}

/** What is amiss about single keys of a citation that pandoc sees. */
function* details({ text }: NoteText, { span, keys, bracketed }: Citation): Iterable<Suspect> {
  for (const cited of keys) {
    const written = writtenKeyAt(text, cited.span.start);
    const trap = (kind: TrapKind, start: number, end: number, mended: string): Suspect => ({
      keys: [cited.key], sure: unmistakable([cited.key]),
      trap: key => makeTrap(kind, text, { start, end }, key, [[replace(start, end, mended)]]),
    });
    if (written && meantKeys(written).length > 1) yield swallowed(text, written, bracketed, span);
    const rest = text.slice(cited.span.end, bracketed ? Math.min(span.end - 1, cited.span.end + LONGEST_LOCATOR) : span.end).split(';', 1)[0] ?? '';
    const opening = /[@＠]/.test(rest) ? undefined : (bracketed ? OPENING : OPENING_IN_TEXT).exec(rest)?.[0];
    if (opening !== undefined) yield trap('locator', cited.span.start, cited.span.end + rest.length, `${text.slice(cited.span.start, cited.span.end)}${bracketed ? '' : opening}，${rest.slice(opening.length)}`);
    const minus = bracketed && /^[－—–−]$/.test(cited.prefix ?? '') && /[－—–−]/.test(text[cited.span.start - 1] ?? '');
    if (minus) yield trap('fullWidth', cited.span.start - 1, cited.span.end, `-${text.slice(cited.span.start, cited.span.end)}`);
  }
}

/** A key that runs on into what follows it; where the whole of it is known, it is one. */
function swallowed(text: string, written: WrittenKey, bracketed: boolean, bracket: Span): Suspect {
  const [whole = '', ...beginnings] = meantKeys(written);
  const { span } = written;
  return {
    keys: beginnings, sure: unmistakable(beginnings), unless: whole,
    trap(key) {
      const end = span.start + 1 + key.length, rest = text.slice(end, span.end);
      if (!bracketed) return makeTrap('swallowed', text, span, key, [[replace(span.start, end, `[@${key}]`)], [replace(span.start, end, `@{${key}}`)]]);
      const comma = replace(end, end, '，'), moved = [replace(end, span.end, ''), replace(bracket.end, bracket.end, rest)];
      return makeTrap('swallowed', text, bracket, key, /^第|^[页頁]/.test(rest) ? [[comma]] : [moved, [comma]]);
    },
  };
}
