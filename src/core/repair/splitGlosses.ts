import type { Repair } from '../document';
import { characterModel } from '../text/characterModel';
import type { CharacterModel } from '../text/characterModel';
import { isHan } from '../text/han';
import type { Tables } from '../text/tables';
import { closingByte, gbk } from './gbk';
import type { Gbk } from './gbk';
import { endingWith, guessedEnds, likeliest, startingWith } from './halfCharacters';
import { syllable } from './syllable';

/** A reading behind the mark of a lost byte, which took its opening bracket along; a bracket that is still there needs a sure mark. */
const splitGloss = new RegExp(`(?:[?？]|\\ufffd[(（]?)${syllable}[)）]`, 'g');

/** Characters that a gloss can put out of step before ASCII brings them back. */
const longest = 60;

/**
 * Glosses that a mirror put between the two bytes of a character of GBK: `月?lián)Q` was `月換`, `因?yàn)榱?xí)` was `因為習`. The bytes stay
 * one off until the next ASCII; the characters at both ends are guessed, so none of these repairs is certain.
 */
export function findSplitGlosses(text: string, tables: Tables): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const { 0: gloss, index } of text.matchAll(splitGloss)) {
    if (index < (repairs.at(-1)?.span.end ?? 0) || !isHan(text.charCodeAt(index - 1)) || isBracketed(text, index)) continue;
    const mended = readOn(text, index, index + gloss.length, { model: characterModel(tables), codes: gbk() });
    if (mended) repairs.push(mended);
  }
  return repairs;
}

/** Whether the closing bracket has its opening one earlier on the line, as in `(谁?shéi)`. */
function isBracketed(text: string, place: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', place) + 1, place);
  return Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'));
}

interface Reading { readonly model: CharacterModel; readonly codes: Gbk }

/** The characters from the lost byte at `start` on, read one byte off from `from` until they are in step again. */
function readOn(text: string, start: number, from: number, { model, codes }: Reading): Repair | undefined {
  const before = text.charCodeAt(start - 1);
  const at = (place: number): number => text.charCodeAt(place) || 0x0a;
  const repair = (end: number, head: readonly number[], units: readonly number[] = [], tail: readonly number[] = []): Repair =>
    ({ span: { start, end }, ...guessedEnds(head, units, tail), kind: 'shiftedBytes', certain: false });
  const first = at(from);
  const trail = closingByte(first);
  if (trail !== 0) return repair(from + 1, likeliest(endingWith(trail, codes), before, at(from + 1), model));
  let bytes = codes.bytes(first);
  if (bytes === 0) return undefined;
  const firstByte = bytes >> 8;
  const units: number[] = [];
  for (let place = from + 1; place < from + longest; place += 1) {
    const pending = bytes & 0xff;
    const closing = codes.unit(pending, closingByte(at(place)));
    bytes = codes.bytes(at(place));
    const unit = closing || (bytes === 0 ? 0 : codes.unit(pending, bytes >> 8));
    if (unit === 0) {
      const head = likeliest(endingWith(firstByte, codes), before, units[0] ?? 0x0a, model);
      const gloss = markedReading(text, place);
      const tail = likeliest(startingWith(pending, codes), units.at(-1) ?? head[0] ?? before, at(place + gloss), model);
      return repair(place + gloss, head, units, tail);
    }
    units.push(unit);
    if (closing !== 0) return repair(place + 1, likeliest(endingWith(firstByte, codes), before, units[0] ?? 0x0a, model), units);
  }
  return undefined;
}

/** Length of the mark of a loss at `place` with the reading behind it, which belong to the character before; 0 where there is none. */
function markedReading(text: string, place: number): number {
  const pattern = new RegExp(`(?:[?？]|\\ufffd)(?:[(（]?${syllable}[)）])?`, 'y');
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0].length ?? 0;
}
