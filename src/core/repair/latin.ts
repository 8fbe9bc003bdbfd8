import type { Repair, Span } from '../document';
import { characterModel } from '../text/characterModel';
import type { CharacterModel } from '../text/characterModel';
import type { Tables } from '../text/tables';
import { windowsByte } from '../text/windows1252';
import { leastHan } from './brokenUtf8';
import type { WrongBytes } from './brokenUtf8';
import { gbk, rareUnits } from './gbk';
import { readLossyGbk } from './lossyGbk';
import type { ByteChoice, LossyText } from './lossyGbk';
import { repaired } from './repaired';
import { bytesOf, isLikelier, leastGain, utf8Repairs } from './wrongEncoding';
import type { Reading } from './wrongEncoding';

/** How likely each character of GBK has to be (mean log10). */
const leastMeanOfGbk = -4.5;

/** What windows-1252 and Latin-1 read from bytes beyond ASCII. */
const latin = '\\u0080-\\u00ff\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122';

/** Letters with accents in a row: no language writes eight, but Chinese read as Latin-1 is made of them. */
const latinRow = new RegExp(`[\\u00b0-\\u00f7][${latin}]{7}|[${latin}]{4}[\\u0100-\\u07ff][${latin}]{2}`);

/** What belongs to such a row on its line, ASCII in between included; pairs of bytes that were read as UTF-8 make other letters. */
const latinStretch = new RegExp(`[${latin}\\u0100-\\u07ff](?:[\\x20-\\x7e]*[${latin}\\u0100-\\u07ff])*[\\x40-\\x7e]?`, 'g');

/** Letters and marks in a row, the short ones beside Chinese text. */
const cjk = '\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uff60';
const latinBit = new RegExp(`(?<=[${cjk}])[${latin}]{2,}|[${latin}]{2,}(?=[${cjk}])`, 'g');

/** Two letters beside one another are no word of another language in Chinese quotation marks. */
const letters = /[\u0080-\u00b6\u00b8-\u00ff\u0152-\u02dc]/g;

/** A first byte by itself, where others have been found. */
const loneLead = new RegExp(`(?<=[${cjk}])[\\u00e2-\\u00ef](?=[ \\u00a0${cjk}])`, 'g');

/** Longer stretches with losses are left: every reading of them would be mostly guessed. */
const longestLossy = 4000;

/** Chinese that was written in any encoding and read as Latin-1 or windows-1252. */
export function findLatin(text: string, tables: Tables): readonly Repair[] {
  return latinRow.test(text) ? mendLatin({ text, model: characterModel(tables), tables }) : [];
}

function mendLatin(reading: Reading): readonly Repair[] {
  const stretches = Array.from(reading.text.matchAll(latinStretch)).filter(({ 0: stretch }) => stretch.length > 1);
  // A text in which only code quotes such rows is about them.
  if (stretches.every(({ 0: stretch, index }) => !latinRow.test(stretch) || reading.text.charAt(index - 1) === '"')) return [];
  return stretches
    .flatMap(({ 0: stretch, index }) => latinRepairs({ start: index, end: index + stretch.length }, reading));
}

function bytesInLatin(text: string, { start, end }: Span): WrongBytes {
  return bytesOf(start, end, place => {
    return [windowsByte(text.charCodeAt(place))];
  });
}

function latinRepairs(row: Span, reading: Reading): readonly Repair[] {
  const { text, model } = reading;
  const wrong = bytesInLatin(text, row);
  const repairs = utf8Repairs(wrong, leastHan, reading);
  if (repairs.length > 0) return isWhole(text, row, repairs) ? repairs : [inPart(text, row, repairs)];
  const shown = text.slice(row.start, row.end);
  const read = isRow(shown) ? readGbk(shown, wrong.bytes, model) : undefined;
  if (read === undefined || !isLikelier(read.units, shown, leastGain, leastMeanOfGbk, model)) return [];
  return [{ span: row, text: String.fromCharCode(...read.units), kind: 'mojibake', certain: isSure(read) }];
}

/** Whether a stretch is a row, or a short one of a text with rows: letters with accents stand by themselves in words of other languages. */
function isRow(shown: string): boolean {
  return latinRow.test(shown) || !/(?:^|[\x20-\x7e])[^\x20-\x7e](?=[\x20-\x7e])/.test(shown);
}

/** Whether `repairs` leave no letters with accents of their row: what is left over shows that bytes are missing. */
function isWhole(text: string, row: Span, repairs: readonly Repair[]): boolean {
  const ends = [row.start, ...repairs.map(({ span }) => span.end)];
  return ends.every((end, index) => !/[\u0080-\u07ff]/.test(text.slice(end, repairs[index]?.span.start ?? row.end)));
}

/** One repair of a row that `repairs` mend in part: nothing in it is certain. */
function inPart(text: string, row: Span, repairs: readonly Repair[]): Repair {
  return { span: row, text: repaired(text, repairs, row).text, kind: 'mojibake', certain: false };
}

/** What is left of Chinese that was read as Latin-1: stretches of letters and marks that no language writes, but for what code quotes, and bits of them amid Chinese. */
export function latinRests(text: string): readonly Span[] {
  const spanOf = ({ 0: stretch, index }: RegExpExecArray): Span => ({ start: index, end: index + stretch.length });
  const rows = Array.from(text.matchAll(latinStretch)).filter(({ 0: stretch, index }) => latinRow.test(stretch) && text.charAt(index - 1) !== '"').map(spanOf);
  const bits = Array.from(text.matchAll(latinBit)).filter(({ 0: bit }) => /[\u00c0-\u00f6]/.test(bit) && (bit.match(letters)?.length ?? 0) > 1).map(spanOf);
  return rows.length + bits.length === 0 ? [] : [...rows, ...bits, ...Array.from(text.matchAll(loneLead), spanOf)];
}

/** Rare characters may come of a lost byte that still left pairs. */
function isSure({ units, cost, isGuess }: LossyText): boolean {
  return cost === 0 && !isGuess && units.every(unit => rareUnits()[unit] === 0);
}

/** The bytes as they stand where that gives common characters; else what they may have been before some were lost. */
function readGbk(shown: string, bytes: readonly number[], model: CharacterModel): LossyText | undefined {
  const units = gbkUnits(bytes);
  if (units?.every(unit => rareUnits()[unit] === 0)) return { units, cost: 0, isGuess: false };
  if (shown.length > longestLossy || !latinRow.test(shown)) return units && { units, cost: 0, isGuess: false };
  return readLossyGbk(Array.from(shown, (_, index) => byteChoices(shown.charCodeAt(index))), model, gbk());
}

/** What a letter may have been: a byte, or two that were read as UTF-8, as the letters of Latin-1 may have been too. */
function byteChoices(unit: number): readonly ByteChoice[] {
  if (unit < 0x80) return [{ bytes: [unit], cost: 0 }];
  const byte = windowsByte(unit);
  const pair: readonly ByteChoice[] = unit < 0x800 ? [{ bytes: [0xc0 | (unit >> 6), 0x80 | (unit & 0x3f)], cost: byte < 0 ? 0 : pairCost }] : [];
  return byte < 0 ? pair : [{ bytes: [byte], cost: 0 }, ...pair];
}

/** Cost (log10) of taking a letter of Latin-1 for two bytes: one in a thousand. */
const pairCost = 3;

/** Bytes as GBK: ASCII, and two by two; undefined where a pair is no character. */
function gbkUnits(bytes: readonly number[]): readonly number[] | undefined {
  const codes = gbk();
  const units: number[] = [];
  for (let place = 0; place < bytes.length; place += 1) {
    const lead = bytes[place] ?? 0;
    const unit = lead < 0x80 ? lead : codes.unit(lead, bytes[place += 1] ?? 0);
    if (unit <= 0) return undefined;
    units.push(unit);
  }
  return units;
}
