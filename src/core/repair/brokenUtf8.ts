import type { CharacterModel } from '../text/characterModel';
import { isCjk } from '../text/han';

/** Bytes that were read in a wrong encoding; -1 for one that was lost, and for each byte the unit of the text that it comes from. */
export interface WrongBytes { readonly bytes: readonly number[]; readonly origins: readonly number[] }

/** Characters that a stretch of bytes was; 0 for each that lost a byte, with what is left of it in `parts`. */
export interface Utf8Run {
  readonly from: number;
  readonly to: number;
  readonly characters: readonly number[];
  readonly parts: ReadonlyMap<number, number>;
}

/** Of the characters of a run, at most this share may have lost a byte. */
const mostLost = 0.12;
/** Chinese characters and marks that a run has to have, and those of one in a text that is known to be damaged so. */
export const leastHan = 3;
export const leastHanAgain = 1;

/** The longest stretches of `bytes` that are UTF-8 with so many Chinese characters and marks in it; none starts within a character of the text. */
export function utf8Runs({ bytes, origins }: WrongBytes, least: number): readonly Utf8Run[] {
  const runs: Utf8Run[] = [];
  for (let place = 0; place < bytes.length; place += 1) {
    if (!isLead(bytes[place] ?? 0) || origins[place] === origins[place - 1]) continue;
    const run = readRun(bytes, place);
    const han = run.characters.filter(character => character === 0 || isCjk(character)).length;
    if (han < least || run.parts.size > Math.max(1, run.characters.length * mostLost)) continue;
    runs.push(run);
    place = run.to - 1;
  }
  return runs;
}

/** Lead bytes of characters of two and three bytes; all Chinese ones of the first plane have three. */
function isLead(byte: number): boolean {
  return byte >= 0xc2 && byte <= 0xef;
}

function readRun(bytes: readonly number[], from: number): Utf8Run {
  const characters: number[] = [];
  const parts = new Map<number, number>();
  let place = from;
  let end = { place: from, length: 0 };
  for (let step = readCharacter(bytes, place); step; step = readCharacter(bytes, place)) {
    if (step.character === 0) parts.set(characters.length, step.part);
    characters.push(step.character);
    place += step.length;
    if (step.length > 1) end = { place, length: characters.length };
  }
  for (const index of parts.keys()) if (index >= end.length) parts.delete(index);
  return { from, to: end.place, characters: characters.slice(0, end.length), parts };
}

interface Step { readonly character: number; readonly part: number; readonly length: number }

/** The character at `place`: ASCII, or two or three bytes; undefined where there is none. */
function readCharacter(bytes: readonly number[], place: number): Step | undefined {
  const lead = bytes[place] ?? -1;
  if (lead >= 0x20 && lead < 0x80) return { character: lead, part: 0, length: 1 };
  const second = bytes[place + 1] ?? -2;
  if (lead >= 0xc2 && lead <= 0xdf && isFollowing(second)) return { character: ((lead & 0x1f) << 6) | (second & 0x3f), part: 0, length: 2 };
  if (lead < 0xe2 || lead > 0xef || !isFollowing(second)) return undefined;
  const part = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6);
  const third = bytes[place + 2] ?? -2;
  if (third === -1) return { character: 0, part, length: 3 };
  return isFollowing(third) && part >= 0x800 ? { character: part | (third & 0x3f), part: 0, length: 3 } : undefined;
}

function isFollowing(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** The characters of a run with those that lost their last byte guessed from their neighbours. */
export function guessLost({ characters, parts }: Utf8Run, model: CharacterModel): readonly number[] {
  const whole = [...characters];
  for (const [index, part] of parts) {
    const before = whole[index - 1] ?? 0x0a;
    const behind = characters[index + 1] || 0x0a;
    const score = (unit: number): number => model.after(before, unit) + model.after(unit, behind);
    const choices = Array.from({ length: 0x40 }, (_, last) => part | last);
    whole[index] = choices.reduce((best, unit) => score(unit) > score(best) ? unit : best, part);
  }
  return whole;
}
