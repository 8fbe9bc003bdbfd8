import type { Repair } from '../document';
import type { CharacterModel } from '../text/characterModel';
import { isCjk } from '../text/han';
import type { Tables } from '../text/tables';
import { guessLost, leastHan, utf8Runs } from './brokenUtf8';
import type { WrongBytes } from './brokenUtf8';
import { inScriptOf } from './inScriptOf';

/** What the text has to gain in likelihood (log10), less where the same damage is known, and how likely each character has to be. */
export const leastGain = 6;
const leastGainAgain = 3;
const leastMean = -5;

/** A text in which wrongly read bytes are looked for. */
export interface Reading { readonly text: string; readonly model: CharacterModel; readonly tables: Tables }

/** The bytes of a range of text as `read` gives them for each place, with what each comes from. */
export function bytesOf(start: number, end: number, read: (place: number) => readonly number[]): WrongBytes {
  const bytes: number[] = [];
  const origins: number[] = [];
  for (let place = start; place < end; place += 1) {
    for (const byte of read(place)) {
      bytes.push(byte);
      origins.push(place);
    }
  }
  origins.push(end);
  return { bytes, origins };
}

/** Repairs of what reads as UTF-8 in `wrong`, in runs of at least so many Chinese characters and marks. */
export function utf8Repairs(wrong: WrongBytes, least: number, { text, model, tables }: Reading): readonly Repair[] {
  return utf8Runs(wrong, least).flatMap(run => {
    const start = wrong.origins[run.from] ?? 0;
    const end = (wrong.origins[run.to - 1] ?? 0) + 1;
    const units = run.parts.size === 0 ? run.characters : guessLost(run, inScriptOf(String.fromCharCode(...run.characters), model, tables));
    if (!isLikelier(units, text.slice(start, end), least === leastHan ? leastGain : leastGainAgain, leastMean, model)) return [];
    return [{ span: { start, end }, text: String.fromCharCode(...units), kind: 'mojibake', certain: run.parts.size === 0, ...(run.parts.size > 0 && { guesses: Array.from(run.parts.keys(), at => ({ start: at, end: at + 1 })) }) }];
  });
}

/** Whether `units` are better Chinese than what is shown; what is ASCII in both says nothing. */
export function isLikelier(units: readonly number[], shown: string, gain: number, mean: number, model: CharacterModel): boolean {
  const sum = (row: readonly number[]): number => row.reduce((total, unit, index) => total + (unit < 0x80 ? 0 : model.after(row[index - 1] ?? 0x0a, unit)), 0);
  const mended = sum(units);
  const wide = units.filter(unit => unit >= 0x80).length;
  const raw = sum(Array.from(shown, (_, index) => shown.charCodeAt(index)));
  return units.some(isCjk) && mended - raw >= gain && mended / wide >= mean;
}
