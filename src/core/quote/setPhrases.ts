import { isCjk } from '../text/han';
import phrases from './setPhrases.json';

/** Formulas of official Chinese, folded: two texts that share no more than these have nothing of each other. The longer stand before those within them. */
const pattern = new RegExp([...phrases].sort((one, other) => other.length - one.length).join('|'), 'g');

/** Which units of a folded text stand in a formula, 1 for each. */
export function phraseUnits(folded: string): Uint8Array {
  const units = new Uint8Array(folded.length);
  for (const { index, 0: { length } } of folded.matchAll(pattern)) units.fill(1, index, index + length);
  return units;
}

/** What a letter that is no Chinese or Japanese character counts: a word of English has some five. */
const LATIN_WORTH = 1 / 3;

/** How much a stretch of a folded text says: its letters outside formulas, those of Latin script for less; `phrases` as `phraseUnits` gives them. */
export function worthBetween(folded: string, phrases: Uint8Array, start: number, end: number): number {
  let worth = 0;
  for (let at = start; at < end; at++) if (phrases[at] !== 1) worth += isCjk(folded.charCodeAt(at)) ? 1 : LATIN_WORTH;
  return worth;
}
