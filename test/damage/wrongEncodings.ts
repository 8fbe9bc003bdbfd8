import { countUnits, isHan } from '../../src/core/text/han';
import type { RandomSource } from '../unit/random';
import type { DamageText } from './damaged';
import { gbkBytes, gbkDecoder, halfUtf8Decoder, latinDecoder, readWrongly, utf8Bytes } from './wrongBytes';
import type { Byte, Decoder, Leniency } from './wrongBytes';

/** How a run of GBK loses step: what marks the lost byte, which one it is, and how the rest is read. */
export interface Loss extends Leniency {
  /** Only the first byte of a full stop is lost. */
  readonly atStop?: boolean;
}

/** The shortest run in characters: without a mark, a shorter one cannot be told from rare words. */
const leastMarked = 3;
const leastUnmarked = 6;
const mostOutOfStep = 60;

/** One byte of GBK is lost, and all that follows is read one byte off until ASCII, the end of the line or a second loss. */
export function shifted({ atStop = false, ...leniency }: Loss): DamageText {
  return (clean, random) => {
    const characters = [...clean];
    const bytes = gbkBytes(characters);
    if (!bytes) return undefined;
    const least = leniency.mark === '' ? leastUnmarked : leastMarked;
    const first = chooseFirst(characters, random, atStop, least + 1);
    if (first === undefined) return undefined;
    const second = first + least + random.below(mostOutOfStep);
    const lost = loseByte(bytes, first, leniency.mark);
    const twice = endsLine(characters, first, second) ? lost : loseByte(lost, second, leniency.mark);
    const damaged = readWrongly(characters, twice, gbkDecoder({ ...leniency, mark: leniency.mark === '' ? '\ufffd' : leniency.mark }));
    return (damaged.places[0]?.text.length ?? 0) >= least ? damaged : undefined;
  };
}

/** A character whose first byte is lost: a full stop, or any that has two bytes and others like it behind it on its line. */
function chooseFirst(characters: readonly string[], random: RandomSource, atStop: boolean, least: number): number | undefined {
  const choices = characters.flatMap((character, index) => {
    const rest = characters.slice(index, index + least);
    const fits = rest.length === least && rest.every(each => (each.codePointAt(0) ?? 0) > 0x2000) && countUnits(rest.join(''), isHan) >= least / 2;
    return fits && (!atStop || character === '。') ? [index] : [];
  });
  return choices.length > 0 ? random.of(choices) : undefined;
}

function endsLine(characters: readonly string[], from: number, to: number): boolean {
  return characters.slice(from, to + 1).some(character => character.charCodeAt(0) < 0x80) || to >= characters.length;
}

/** `bytes` without the first one of the character `of`; `mark` stands for it. */
function loseByte(bytes: readonly Byte[], of: number, mark: string): readonly Byte[] {
  const place = bytes.findIndex(byte => byte.of === of);
  const instead = mark === '' ? [] : [{ value: mark === '?' ? 0x3f : -1, of }];
  return [...bytes.slice(0, place), ...instead, ...bytes.slice(place + 1)];
}

/** Whole lines, one or several in a row, read by `decode`. */
function lineByLine(encode: (characters: readonly string[]) => readonly Byte[] | undefined, decode: Decoder, isWhole: boolean): DamageText {
  return (clean, random) => {
    const lines = clean.split('\n');
    const from = isWhole ? 0 : random.below(lines.length);
    const to = isWhole ? lines.length : from + 1 + random.below(lines.length - from);
    const characters = [...clean];
    const start = [...lines.slice(0, from).join('\n')].length + (from > 0 ? 1 : 0);
    const end = start + [...lines.slice(from, to).join('\n')].length;
    const inside = characters.slice(start, end);
    const bytes = encode(inside);
    if (!bytes || countUnits(inside.join(''), isHan) < 6) return undefined;
    const { text, places } = readWrongly(inside, bytes, decode);
    const before = characters.slice(0, start).join('');
    return {
      text: before + text + characters.slice(end).join(''),
      places: places.map(place => ({ ...place, span: { start: place.span.start + before.length, end: place.span.end + before.length } })),
    };
  };
}

const keepAll = (): boolean => false;

/** The bytes that windows-1252 leaves open. */
const isOpen = (value: number): boolean => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(value);

export const utf8AsGbk = (mark: string, isWhole: boolean): DamageText => lineByLine(utf8Bytes, gbkDecoder({ mark }), isWhole);
export const gbkAsLatin = (isWindows: boolean): DamageText => lineByLine(gbkBytes, latinDecoder(isWindows, keepAll), false);
export const utf8AsLatin = (isWindows: boolean): DamageText => lineByLine(utf8Bytes, latinDecoder(isWindows, keepAll), false);

/** UTF-8 read as windows-1252 by a reader that shows nothing for the bytes this leaves open. */
export const utf8WithoutOpenBytes: DamageText = lineByLine(utf8Bytes, latinDecoder(true, isOpen), false);
export const gbkWithoutOpenBytes: DamageText = lineByLine(gbkBytes, latinDecoder(true, isOpen), false);

/** GBK read as Latin-1, of which the pairs of bytes that are UTF-8 were read as that. */
export const gbkAsHalfUtf8: DamageText = lineByLine(gbkBytes, halfUtf8Decoder, false);

/** Either as Latin-1 of which one in ten control characters was dropped. */
export const latinWithDrops = (isUtf8: boolean): DamageText => (clean, random) => {
  const drops = (value: number): boolean => value >= 0x80 && value < 0xa0 && random.below(10) === 0;
  return lineByLine(isUtf8 ? utf8Bytes : gbkBytes, latinDecoder(false, drops), false)(clean, random);
};
