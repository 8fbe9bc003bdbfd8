import type { Edit, Span } from '../document';
import { countUnits, isCjk, isHan } from '../text/han';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）',
};

/** Addresses keep their punctuation, less what ends the sentence around them. */
const addressPattern = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[\x21-\x7e]+(?<![,:;!?)])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

const asciiMark = /[,:;!?()]/;

/**
 * Edits that give the ASCII marks `,:;!?()` of Chinese sentences their full width back, as they were before a capture narrowed them.
 * Numbers, times, addresses and phrases in Latin letters keep theirs; brackets change in pairs.
 */
export function widenPunctuation(text: string): readonly Edit[] {
  if (!asciiMark.test(text)) return [];
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (asciiMark.test(line) && countUnits(line, isHan) > 0) {
      for (const place of widenedPlaces(line)) edits.push(widen(line, place, start));
    }
    start += line.length + 1;
  }
  return edits;
}

function widen(line: string, place: number, start: number): Edit {
  const mark = line.charAt(place);
  return { span: { start: start + place, end: start + place + 1 }, text: fullWidth[mark] ?? mark };
}

function widenedPlaces(line: string): readonly number[] {
  const widened = new Set<number>();
  const addresses = Array.from(line.matchAll(addressPattern), ({ 0: address, index }) => ({ start: index, end: index + address.length }));
  const isFree = (place: number): boolean => !addresses.some(({ start, end }) => place >= start && place < end);
  for (const pair of bracketPairs(line)) {
    if (isFree(pair.start) && isFree(pair.end) && isChineseBracket(line, pair, widened)) widened.add(pair.start).add(pair.end);
  }
  for (let place = 0; place < line.length; place += 1) {
    if (',:;!?'.includes(line.charAt(place)) && isFree(place) && isChineseMark(line, place, widened)) widened.add(place);
  }
  return [...widened].sort((one, other) => one - other);
}

/** Matching brackets, outermost first; `end` is the place of the closing one. */
function bracketPairs(line: string): readonly Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (let place = 0; place < line.length; place += 1) {
    if (line[place] === '(') open.push(place);
    const start = line[place] === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.push({ start, end: place });
  }
  return pairs.sort((one, other) => one.start - other.start);
}

function isChineseBracket(line: string, { start, end }: Span, widened: ReadonlySet<number>): boolean {
  if (line[start - 1] === ']') return false; // the target of a link in Markdown
  const holdsHan = countUnits(line.slice(start + 1, end), isHan) > 0;
  const left = sideOf(line, before(line, start), widened);
  const right = sideOf(line, behind(line, end), widened);
  if (holdsHan) return left !== 'latin' || right !== 'latin';
  if (isSpace(line.charCodeAt(start - 1))) return false;
  return left === 'chinese' || left === 'edge' && right === 'chinese';
}

function isChineseMark(line: string, place: number, widened: ReadonlySet<number>): boolean {
  const left = sideOf(line, before(line, place), widened);
  const right = sideOf(line, behind(line, place), widened);
  if (left === 'chinese') return right !== 'latin' || line[place + 1] !== ' ' || ':?!'.includes(line.charAt(place));
  if (right === 'chinese') return left !== 'edge' && !/[’”]/.test(line.charAt(place + 1));
  const endsSentence = right === 'edge' && left === 'latin';
  const followsShare = /[%℃°]/.test(line.charAt(place - 1)) && /\d/.test(line.charAt(place + 1));
  return endsSentence || followsShare;
}

/** Nearest character before `place` that is no space. */
function before(line: string, place: number): number {
  let index = place - 1;
  while (index >= 0 && isSpace(line.charCodeAt(index))) index -= 1;
  return index;
}

/** Nearest character behind `place` that is neither a space nor another mark of the same row. */
function behind(line: string, place: number): number {
  let index = place + 1;
  while (index < line.length && (isSpace(line.charCodeAt(index)) || ',:;!?'.includes(line.charAt(index)))) index += 1;
  return index;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0x09 || unit === 0x0d;
}

function sideOf(line: string, place: number, widened: ReadonlySet<number>): 'chinese' | 'latin' | 'edge' {
  if (place < 0 || place >= line.length) return 'edge';
  const unit = line.charCodeAt(place);
  return widened.has(place) || isCjk(unit) || isChineseQuote(unit) ? 'chinese' : 'latin';
}

/** Quotation marks, dashes and dots that keep their shape when punctuation is narrowed. */
function isChineseQuote(unit: number): boolean {
  return unit === 0x2014 || unit === 0x2026 || unit === 0xb7 || unit === 0x4e28 || unit === 0x25b3
    || (unit >= 0x2018 && unit <= 0x201d);
}
