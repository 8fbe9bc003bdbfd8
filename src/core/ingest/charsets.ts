import { characterModel } from '../text/characterModel';
import type { CharacterModel } from '../text/characterModel';
import { isHan, isHangul, isKana } from '../text/han';
import { withHongKong } from '../text/hongKong';
import type { Tables } from '../text/tables';
import { withWindowsMarks } from '../text/windows1252';
import { charsetSample } from './charsetSample';

/** Encodings that are tried on bytes that are not UTF-8, the likelier first; UTF-8 itself for text with a few broken bytes. */
const candidates = ['gb18030', 'big5', 'utf-8', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1252', 'utf-16le', 'utf-16be'];

/** By how much, per non-ASCII character, a declared encoding may score below the best and still be believed. */
const declaredMargin = 0.5;

/** By how much an encoding has to be better in which any two bytes are a character, or those of Chinese are syllables of Korean. */
const margins: Readonly<Record<string, number>> = { 'utf-16le': 2.5, 'utf-16be': 2.5, 'euc-kr': 0.5 };

/** What a character costs that no text of the encoding holds (log10). */
const illegal = -12;

/** An encoding, and the mean log10 probability of a character in the text that it makes. */
export interface Guess { readonly encoding: string; readonly mean: number }

/** The encoding that makes the likeliest text of `bytes`; `declared` is the label that the page itself gives, if any. */
export function guessEncoding(bytes: Uint8Array, declared: string | undefined, tables: Tables): Guess {
  const model = characterModel(tables);
  const sample = charsetSample(bytes);
  const characters = Math.max(1, countHighBytes(sample) / 2);
  const scores = [...new Set(declared ? [...candidates, declared] : candidates)].map(encoding => {
    const text = decodeAs(sample, encoding, tables);
    const sum = likelihood(text, model);
    const handicap = encoding === declared ? 0 : margins[encoding] ?? 0;
    return { encoding, score: sum / characters - handicap, mean: sum / Math.max(1, text.length) };
  });
  const best = scores.reduce((one, other) => other.score > one.score ? other : one);
  const claimed = scores.find(({ encoding }) => encoding === declared);
  return claimed && claimed.score >= best.score - declaredMargin ? claimed : best;
}

/** `bytes` in `encoding`, broken characters as U+FFFD. What Node's decoders lack is put in: the marks of windows-1252, the characters of Hong Kong. */
export function decodeAs(bytes: Uint8Array, encoding: string, tables: Tables): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' ? withWindowsMarks(text) : encoding === 'big5' ? withHongKong(text, tables) : text;
}

/** Mean log10 probability of a character of `text`. */
export function meanLikelihood(text: string, tables: Tables): number {
  return likelihood(text, characterModel(tables)) / Math.max(1, text.length);
}

/** The encoding that a `<meta>` or an XML declaration names at the top, as `encodingNamed` gives it; pages do so later than the kilobyte they should. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  return encodingNamed(/(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w:.-]{2,30})/i.exec(head)?.[1]);
}

/** An encoding by one of its labels, as `TextDecoder` calls it; GBK as its superset. */
export function encodingNamed(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined; // a label nobody knows is no declaration
  }
}

function countHighBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count += 1;
  return count;
}

function likelihood(text: string, model: CharacterModel): number {
  let sum = 0;
  let previous = 0x0a;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    sum += unitLikelihood(previous, unit, text.charCodeAt(index + 1), model);
    previous = unit;
  }
  return sum;
}

/** Kana, hangul and Latin are not in the counts: what they get is the size of their alphabets, a little better among their own. */
function unitLikelihood(previous: number, unit: number, next: number, model: CharacterModel): number {
  if (unit < 0x80) return unit >= 0x20 || (unit >= 0x09 && unit <= 0x0d) ? -1.3 : -6;
  if (unit < 0xa0 || unit === 0xfffd || (unit >= 0xd800 && unit <= 0xf8ff)) return illegal;
  if (isKana(unit)) return isKana(previous) || isHan(previous) ? -2.2 : -3;
  if (isHalfWidthKana(unit)) return isHalfWidthKana(previous) ? -3 : -6;
  if (unit < 0xc0) return -4;
  if (isHangul(unit)) return isHangul(previous) ? -3 : -3.6;
  if (unit >= 0x00c0 && unit < 0x0250) return isAsciiLetter(previous) || isAsciiLetter(next) ? -2.5 : -5;
  if (unit >= 0x0370 && unit < 0x0600) return -3.5;
  if (previous < 0x80 && next < 0x80) return amongAscii(unit, model);
  return Math.max(isHan(previous) ? model.after(previous, unit) : model.alone(unit), -8);
}

/** Dashes and quotation marks of western text; a character of Chinese that stands in it by itself is more likely one of them, misread. */
function amongAscii(unit: number, model: CharacterModel): number {
  return unit >= 0x2010 && unit <= 0x2026 ? -2 : Math.max(model.alone(unit) - 2, -8);
}

/** Hardly ever alone: bytes of western text look like that. */
function isHalfWidthKana(unit: number): boolean {
  return unit >= 0xff61 && unit <= 0xff9f;
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
