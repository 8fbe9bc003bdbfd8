import { fold } from '../script/fold';
import { aligned } from '../text/aligned';
import { foldedWords } from '../text/foldTable';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/**
 * `base` as quotations are held against sources: folded, and without punctuation, which writers and pages set as they like. What belongs to
 * a number stays: its decimal point, the colon of a time, the hyphen before it or between two; commas between digits do not.
 */
export function comparable(base: MappedText, tables: Tables): MappedText {
  const folded = fold(base, tables), { text } = folded;
  const origins = new Uint32Array(text.length);
  let letters = '', done = 0, length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (marks[unit] === 0 || isInNumber(text, at)) { origins[length++] = at; continue; }
    letters += text.slice(done, at);
    done = at + 1;
  }
  return aligned(folded, withWords(letters + text.slice(done), tables), origins.subarray(0, length));
}

/** Words that are written otherwise in the two scripts though their characters are not: 计画 of 計畫 becomes 计划. */
function withWords(letters: string, tables: Tables): string {
  const words = foldedWords(tables);
  let changed = letters;
  for (let at = 0; at < changed.length; at++) {
    const word = words.get(changed[at] ?? '')?.find(each => changed.startsWith(each.from, at - each.at));
    if (word) changed = changed.slice(0, at - word.at) + word.to + changed.slice(at - word.at + word.to.length);
  }
  return changed;
}

/** Signs that say something: percent and the like, and what stands in addresses and names. */
const MEANT = /[%‰@#&*/\\_％＠＃＆＊／＼＿]/;

/** Bullets, boxes and arrows are set like punctuation. */
const ORNAMENT = /[~|^`´¨\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff]/;

const marks = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return (/\p{P}/u.test(character) && !MEANT.test(character)) || ORNAMENT.test(character) ? 1 : 0;
});

/** Whether a character is left out of what is compared, unless it stands in a number. */
export const isMark = (character: string | undefined): boolean => character !== undefined && marks[character.charCodeAt(0)] === 1;

function isInNumber(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1))) return false;
  const mark = text[at], isBetween = isDigit(text.charCodeAt(at - 1));
  return mark === '-' || (isBetween && (mark === '.' || mark === ':'));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
