import type { Script } from '../document';
import { isHan, isHangul, isKana } from '../text/han';
import { scriptSets } from '../text/scriptSets';
import type { Tables } from '../text/tables';

/** Above this share of kana among kana and Han a text is Japanese; Chinese pages quote less. */
const japaneseShare = 0.05;

/** Telling characters a text needs: two, and one in fifty, else a stray variant would decide for it. */
const tellingCount = 2;
const tellingShare = 0.02;

/** From here on one side has it; measured on headlines and their conversions. */
const majority = 0.9;

/** The script of `text` by the characters that only one script writes; `none` where it has too few of them to tell. */
export function detectScript(text: string, tables: Tables): Script {
  const { han, kana } = countLetters(text);
  if (kana > 0 && kana / (kana + han) > japaneseShare) return 'Jpan';
  if (han === 0) return 'none';
  const { simplified, traditional } = countTelling(text, tables);
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

function countTelling(text: string, tables: Tables): { simplified: number; traditional: number } {
  const sets = scriptSets(tables);
  let simplified = 0;
  let traditional = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isHan(text.charCodeAt(index))) continue;
    const character = text.codePointAt(index) ?? 0;
    if (sets.simplified.has(character)) simplified += 1;
    else if (sets.traditional.has(character)) traditional += 1;
  }
  return { simplified, traditional };
}

interface LetterCounts { han: number; kana: number; hangul: number; latin: number }

function countLetters(text: string): LetterCounts {
  const counts = { han: 0, kana: 0, hangul: 0, latin: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) counts.latin += 1;
    } else if (isHan(unit)) counts.han += 1;
    else if (isKana(unit)) counts.kana += 1;
    else if (isHangul(unit)) counts.hangul += 1;
  }
  return counts;
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
