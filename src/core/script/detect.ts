import type { Script, Writing } from '../document';
import { countLetters } from '../text/letterClasses';
import type { Tables } from '../text/tables';
import { detectRegion } from './region';

/** Above this share of kana among kana and Han a text is Japanese; Chinese pages quote less. */
const japaneseShare = 0.05;

/** Telling characters a text needs: two, and one in fifty, else a stray variant would decide for it. */
const tellingCount = 2;
const tellingShare = 0.02;

/** From here on one side has it; measured on headlines and their conversions. */
const majority = 0.9;

/** The script of `text`, and of Traditional text where it was written; Simplified is written alike everywhere, so it is not asked where. */
export function detectWriting(text: string, tables: Tables): Writing {
  const script = detectScript(text, tables);
  const region = script === 'Hant' ? detectRegion(text, tables) : undefined;
  return region ? { script, region } : { script };
}

/** The script of `text` by the characters that only one script writes; `none` where it has too few of them to tell. */
export function detectScript(text: string, tables: Tables): Script {
  const { han, kana, simplified, traditional } = countLetters(text, tables);
  if (kana > 0 && kana / (kana + han) > japaneseShare) return 'Jpan';
  if (han === 0) return 'none';
  const telling = simplified + traditional;
  if (telling < tellingCount || telling / han < tellingShare) return telling > 0 && han < 50 ? weakScript(simplified, traditional) : 'none';
  const share = traditional / telling;
  if (share >= majority) return 'Hant';
  return share <= 1 - majority ? 'Hans' : 'mixed';
}

/** In a few words one character has to be enough, where no other speaks against it. */
function weakScript(simplified: number, traditional: number): Script {
  if (simplified > 0 && traditional > 0) return 'mixed';
  return simplified > 0 ? 'Hans' : 'Hant';
}

/** Letters below which a text says too little about its language. */
const leastLetters = 8;

/** Words that stand in any English paragraph and in few others. */
const englishWords = /\b(?:the|of|and|to|in|is|that|for|with|was|are|this|from|by|it|on|as|be|at)\b/gi;
const englishShare = 0.12;

/** BCP 47 primary language: `zh`, `ja`, `ko` or `en`; `und` where the text is too short or in another language. A Han character weighs as much as a Latin word. */
export function detectLanguage(text: string): string {
  const { han, kana, hangul, latin } = countLetters(text);
  const eastAsian = han + kana + hangul;
  if (eastAsian * 4 + latin < leastLetters) return 'und';
  if (eastAsian * 4 >= latin) {
    if (hangul > han + kana) return 'ko';
    return kana / (kana + han) > japaneseShare ? 'ja' : 'zh';
  }
  const words = text.match(/[A-Za-zÀ-ɏ]+/g)?.length ?? 0;
  const english = text.match(englishWords)?.length ?? 0;
  return words >= 4 && english / words >= englishShare ? 'en' : 'und';
}
