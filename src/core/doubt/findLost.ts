import type { Doubt, Span } from '../document';
import { findUnmended } from '../repair/unmended';
import { countUnits, isHan, isKana } from '../text/han';
import type { Tables } from '../text/tables';

/**
 * What stands where characters were lost: U+FFFD, with letters of two bytes that the rest happened to give, or the three characters that its
 * bytes give when they are read as GBK.
 */
const replaced = /[\ufffd\u0080-\u00b6\u00b8-\u07ff]+|[锟斤拷]+/g;
const asked = /\?{3,}/g;
/** The geta mark, which printers set for a character they do not have. */
const missing = /〓/g;

/** Places as near as this to each other are one, as what is between them was lost in part. */
const isGap = (between: string): boolean => !between.includes('\n') && (between.length <= 3 || (between.length <= 6 && /^[\x21-\x7e]+$/.test(between)));

/** Where text was lost for good, sorted and disjoint. */
export function findLost(text: string, tables: Tables): readonly Doubt[] {
  const spans = [...replacements(text), ...questions(text), ...unprinted(text), ...(isJapanese(text) ? [] : findUnmended(text, tables))].sort((one, other) => one.start - other.start);
  return joined(spans, text).map(span => ({ span, kind: 'lostText' }));
}

/** Bytes in step are told by what Chinese pairs are likely; kana have none that are. */
const isJapanese = (text: string): boolean => countUnits(text, isKana) * 20 > countUnits(text, isHan);

function replacements(text: string): readonly Span[] {
  const found = spansOf(text, replaced);
  const read = (span: Span): string => text.slice(span.start, span.end);
  const sure = found.filter(span => /\ufffd|锟斤拷/.test(read(span)) && !(span.end - span.start <= 3 && isSpokenOf(text, span.start, span.end)));
  // 锟 alone is a character of names of swords; beside others that were lost it is one of them.
  const isDamaged = sure.some(span => read(span).includes('锟斤拷'));
  const certain = new Set(sure);
  return isDamaged ? found.filter(span => certain.has(span) || read(span).includes('锟')) : sure;
}

const isSpokenOf = (text: string, start: number, end: number): boolean =>
  (/[“‘「『"'`《(（]/.test(text.charAt(start - 1)) && /[”’」』"'`》)）]/.test(text.charAt(end))) || /乱码|亂碼|U\+FFFD/i.test(lineAround(text, start));

/** The line that `place` is in, or as much of it as is near. */
function lineAround(text: string, place: number): string {
  const before = text.slice(Math.max(0, place - 400), place), behind = text.slice(place, place + 400);
  return before.slice(before.lastIndexOf('\n') + 1) + (behind.split('\n', 1)[0] ?? '');
}

/**
 * Question marks that stand for characters: three or more of ASCII within a sentence, in a text whose own marks have their full width.
 * Whoever asks three times there asks in full width, at the end of a sentence.
 */
function questions(text: string): readonly Span[] {
  const found = spansOf(text, asked).filter(({ start, end }) => {
    const before = text.charCodeAt(start - 1), behind = text.charAt(end);
    return (isHan(before) || /[，。、；：“《（「\d]/.test(text.charAt(start - 1))) && (isHan(behind.charCodeAt(0)) || (behind !== '' && '，。、；：》）」'.includes(behind)));
  });
  if (found.length === 0) return [];
  const wide = text.match(/[，：；？！]/g)?.length ?? 0, narrow = countUnits(text, unit => unit === 0x2c || unit === 0x3a || unit === 0x3b || unit === 0x21);
  const single = Array.from(text.matchAll(/(?<!\?)\?(?!\?)/g)).length;
  return wide > 3 * (narrow + single) ? found : [];
}

const unprinted = (text: string): readonly Span[] =>
  spansOf(text, missing).filter(({ start, end }) => isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end)));

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: run, index }) => ({ start: index, end: index + run.length }));

function joined(spans: readonly Span[], text: string): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && isGap(text.slice(last.end, Math.min(span.start, last.end + 8)))) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
