import type { Repair } from '../document';
import type { CharacterModel } from '../text/characterModel';
import type { Gbk } from './gbk';

/** The UTF-16 units whose second byte is `byte`, whatever the first was. */
export function endingWith(byte: number, codes: Gbk): readonly number[] {
  return Array.from({ length: 0x7f }, (_, index) => codes.unit(0x80 + index, byte)).filter(unit => unit !== 0);
}

/** The UTF-16 units whose first byte is `byte`. */
export function startingWith(byte: number, codes: Gbk): readonly number[] {
  return Array.from({ length: 0xbf }, (_, index) => codes.unit(byte, 0x40 + index)).filter(unit => unit !== 0);
}

/** A text between two guessed ends, which are marked as such. */
export function guessedEnds(before: readonly number[], whole: readonly number[], behind: readonly number[]): Pick<Repair, 'text' | 'guesses'> {
  const text = String.fromCharCode(...before, ...whole, ...behind);
  const ends = [{ start: 0, end: before.length }, { start: text.length - behind.length, end: text.length }];
  return { text, guesses: ends.filter(({ start, end }) => end > start) };
}

/** The one of `units` that fits best between two others, in a list; an empty one where there is none. */
export function likeliest(units: readonly number[], before: number, behind: number, model: CharacterModel): readonly number[] {
  const scored = units.map(unit => ({ unit, score: model.after(before, unit) + model.after(unit, behind) }));
  const best = scored.reduce<typeof scored[number] | undefined>((one, other) => one && one.score >= other.score ? one : other, undefined);
  return best ? [best.unit] : [];
}
