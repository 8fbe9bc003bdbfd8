import type { Repair } from '../document';
import { countUnits, isCjk, isKana } from '../text/han';
import { lineAt } from './lineAt';

/** Radicals and compatibility ideographs: what fonts and the text of PDF files put in the place of ordinary characters. */
const compatible = /[\u2e80-\u2fd5\uf900-\ufaff]/g;

/** Radicals of the supplement that are characters by themselves, each before what Unicode's EquivalentUnifiedIdeograph names for it. */
const supplement = new Map('⺁厂⺇几⺒巳⺓幺⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'
  .match(/../g)?.map(pair => [pair.charAt(0), pair.charAt(1)]));

/**
 * Look-alikes of ordinary characters, one by one; only these are mapped, never the text as a whole: NFKC would turn ① into 1 and ， into a
 * comma. Lists of radicals keep them, and so does Japanese the forms that it prefers in names.
 */
export function findCompatible(text: string): readonly Repair[] {
  const isJapanese = countUnits(text, isKana) > 0;
  return Array.from(text.matchAll(compatible)).flatMap(({ 0: shown, index }): readonly Repair[] => {
    if (isJapanese && shown >= '\uf900') return [];
    const ordinary = supplement.get(shown) ?? shown.normalize(shown < '\u3000' ? 'NFKC' : 'NFC');
    if (ordinary === shown || ordinary.length !== 1 || !standsInText(text, index)) return [];
    return [{ span: { start: index, end: index + 1 }, text: ordinary, kind: 'compatibility', certain: true }];
  });
}

/** Whether the look-alike at `index` stands beside text, on a line that is mostly made of ordinary characters and does not speak of radicals. */
function standsInText(text: string, index: number): boolean {
  let [start, end] = [index, index + 1];
  while (isLookAlike(text.charCodeAt(start - 1))) start -= 1;
  while (isLookAlike(text.charCodeAt(end))) end += 1;
  const line = lineAt(text, index);
  return [start - 1, end].some(place => isText(text.charCodeAt(place))) && countUnits(line, isLookAlike) <= countUnits(line, isText) && !/部首|偏旁|[Rr]adical/.test(line);
}

/** Ordinary characters, Chinese marks and digits. */
function isText(unit: number): boolean {
  return (isCjk(unit) && !isLookAlike(unit)) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x2018 && unit <= 0x201d);
}

function isLookAlike(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0x2fd5) || (unit >= 0xf900 && unit <= 0xfaff);
}
