import { countUnits, isHan } from '../../src/core/text/han';
import type { RandomSource } from '../unit/random';

/** Lines in a row of a clean document: long enough to be read, short enough to be many. */
const passageHan = 80;
const documentHan = 900;

/** Prints that tell of damage in the text that is to be damaged. */
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufffd]|&#?\w+;|[\u4e00-\u9fff][ \u3000][\u4e00-\u9fff]|\?\?/;

/** Marks beside Chinese characters that were narrowed before: nobody could tell them from those that an operator narrows. */
const narrowedAlready = /[\u4e00-\u9fff“”‘’。，]\s*[,:;!?()]|[,:;!?()]\s*[\u4e00-\u9fff“”‘’。，]/;

/** What there is to damage: passages of a few lines, and documents. */
export interface Passages { readonly short: readonly string[]; readonly long: readonly string[] }

/** Passages of clean lines, which hold no sign of damage themselves. */
export function passagesOf(documents: readonly (readonly string[])[]): Passages {
  const clean = documents.map(lines => lines.map(line => line.trim()).filter(line => line !== '' && !unclean.test(line) && !narrowedAlready.test(line)));
  return { short: clean.flatMap(lines => cut(lines, passageHan)), long: clean.flatMap(lines => cut(lines, documentHan)) };
}

function cut(lines: readonly string[], least: number): readonly string[] {
  const passages: string[] = [];
  let passage = '';
  for (const line of lines) {
    passage += `${line}\n`;
    if (countUnits(passage, isHan) < least) continue;
    passages.push(passage);
    passage = '';
  }
  return passages;
}

/** `passages` in an order that `random` determines. */
export function shuffled(passages: readonly string[], random: RandomSource): readonly string[] {
  const order = [...passages];
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = random.below(place + 1);
    [order[place], order[other]] = [order[other] ?? '', order[place] ?? ''];
  }
  return order;
}
