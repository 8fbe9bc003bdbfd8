import type { Script } from '../document';
import { countLetters, type LetterCounts } from '../text/letterClasses';
import type { Tables } from '../text/tables';
import { detectScript } from './detect';

/** Characters of one script that a part needs to be of another script than the whole; fewer are a name, or a slip. */
const tellingCount = 3;
const tellingShare = 0.05;

/** How many times as many as of the other script. */
const lead = 9;

/** Kana that a part of a Chinese text needs to be Japanese; with fewer it is about a word, or a brand. */
const kanaCount = 5;
const kanaShare = 0.25;

/**
 * The script that a part of a text is converted from: its own where that is clear, else that of the `whole`. In a mixed text a part is
 * what it looks like. Parts of Japanese text stay Japanese, as kanji alone look like Chinese.
 */
export function partScript(text: string, whole: Script, tables: Tables): Script {
  if (whole === 'Jpan') return whole;
  const clear = clearScript(countLetters(text, tables));
  if (clear) return clear;
  if (whole !== 'mixed') return whole;
  const own = detectScript(text, tables);
  return own === 'Hans' || own === 'Hant' ? own : whole;
}

function clearScript({ han, kana, simplified, traditional }: LetterCounts): Script | undefined {
  if (kana >= kanaCount && kana / (kana + han) > kanaShare) return 'Jpan';
  const telling = simplified + traditional;
  if (telling < tellingCount || telling / han < tellingShare) return undefined;
  if (traditional > lead * simplified) return 'Hant';
  return simplified > lead * traditional ? 'Hans' : undefined;
}
