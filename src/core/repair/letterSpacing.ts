import type { Repair, Span } from '../document';
import { characterModel } from '../text/characterModel';
import { isSurname } from '../text/surnames';
import type { Tables } from '../text/tables';

const hanRange = '\\u3400-\\u4e27\\u4e29-\\u9fff';
const han = `[${hanRange}]`;
const space = '[ \\u00a0\\u3000]';

/** Three or more single characters with the same one or two spaces between them: 分 享 至 手 機. */
const spacedWord = new RegExp(`(?<![${hanRange}0-9A-Za-z])${han}(${space}{1,2})${han}(?:\\1${han})+(?![${hanRange}0-9A-Za-z])`, 'g');

/** A name of two characters set to the width of three at the start of a line, and what stands behind it. */
const paddedName = new RegExp(`^(${space}*)(${han})${space}{2,6}(${han})(?=${space}|$)`, 'gm');

/** A name of three at the start of a line, as its neighbours are set. */
const wholeName = new RegExp(`^${space}*(${han})${han}{2}(?=${space})`);

/** A label of two characters set to the width of four: 来  源:. */
const paddedLabel = new RegExp(`^(${space}*)(${han})${space}{1,4}(${han})(?=${space}*[:：丨|])`, 'gm');

/** What is no label but a number: 图 一, 第 二. */
const numbered = /[〇零一二三四五六七八九十百]$/;

/** Rows of characters that are counted off one by one, and are no word. */
const enumerations = [
  '〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾日天', '甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥', '东西南北中東', '春夏秋冬',
  '日月火水木金土', '上中下左右前后後', '大中小', '赤橙红黄绿青蓝紫黑白紅黃綠藍', '男女老少', '优良中差優', '鼠牛虎兔龙蛇马羊猴鸡狗猪龍馬雞豬', '是否有无',
].map(row => new Set(row));

/** Of the pairs in a word that was spaced out, this share is known from other texts; in longer rows one pair is enough. */
const knownShare = 1 / 3;
const shortRow = 3;
const longRow = 5;

/** A word of two characters and a space, on either side. */
const wordBefore = new RegExp(`${han}{2}${space}$`);
const wordBehind = new RegExp(`^${space}${han}{2}`);

/** Neighbouring lines that are asked whether they hold names, too. */
const neighbours = 3;

/** Words that were set with spaces between their characters, each as one repair that takes the spaces out. */
export function findLetterSpacing(text: string, tables: Tables): readonly Repair[] {
  const isWord = (word: string): boolean => isKnownWord(word, tables);
  const words = Array.from(text.matchAll(spacedWord), match => repairOf(match[0], match.index));
  const labels = Array.from(text.matchAll(paddedLabel), padded);
  const names = Array.from(text.matchAll(paddedName))
    .filter(match => isSurname(match[2] ?? '') && standsAmongNames(text, match.index))
    .map(padded);
  return [...words.filter(({ text: word, span }) => isWord(word) && !standsAmongWords(text, word, span)), ...labels.filter(({ text: label }) => !isEnumeration(label) && !numbered.test(label)), ...names]
    .sort((one, other) => one.span.start - other.span.start)
    .filter((repair, index, all) => index === 0 || repair.span.start >= (all[index - 1]?.span.end ?? 0));
}

function padded(match: RegExpExecArray): Repair {
  const indent = match[1]?.length ?? 0;
  return repairOf(match[0].slice(indent), match.index + indent);
}

function repairOf(spaced: string, start: number): Repair {
  const text = spaced.replace(/\s+/g, '');
  return { span: { start, end: start + spaced.length }, text, kind: 'letterSpacing', certain: true };
}

/** Whether a short word is rather a part of a text in which all words are set apart: 的 行 是 between words of two characters. */
function standsAmongWords(text: string, word: string, { start, end }: Span): boolean {
  if (word.length === shortRow && /[的了是在]/.test(word)) return true;
  const sides = Number(wordBefore.test(text.slice(Math.max(0, start - 3), start))) + Number(wordBehind.test(text.slice(end, end + 3)));
  return word.length === shortRow ? sides > 0 : word.length < longRow && sides === 2;
}

function isEnumeration(word: string): boolean {
  return enumerations.some(row => [...word].every(character => row.has(character)));
}

function isKnownWord(word: string, tables: Tables): boolean {
  const characters = [...word];
  if (isEnumeration(word) || characters.every(isSurname)) return false;
  const model = characterModel(tables);
  let known = 0;
  for (let index = 1; index < word.length; index += 1) {
    if (model.pairCount(word.charCodeAt(index - 1), word.charCodeAt(index)) > 0) known += 1;
  }
  return word.length >= longRow ? known > 0 : known >= (word.length - 1) * knownShare;
}

/** Whether a line near the one that starts at `start` begins with a name of three characters and a space. */
function standsAmongNames(text: string, start: number): boolean {
  const above = text.slice(0, start).split('\n').filter(isFilled).slice(-neighbours);
  const below = text.slice(start).split('\n').slice(1).filter(isFilled).slice(0, neighbours);
  return [...above, ...below].some(line => isSurname(wholeName.exec(line)?.[1] ?? ''));
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}
