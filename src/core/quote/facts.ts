import type { Span } from '../document';
import { foldTable } from '../text/foldTable';
import type { Tables } from '../text/tables';
import { englishNumberPattern, englishScalePattern, englishValue, numeralValue, scaleValue, unitName, unitPattern } from './numberWords';

/** What of a text may not change unnoticed: a number with its unit, or a negation. */
export interface Fact extends Span {
  readonly kind: 'number' | 'negation';
  /** By what it is compared: a number by its value and the name of its unit. */
  readonly value: string;
  /** The digits alone, without scale and unit: where they are the same, the unit was changed. */
  readonly digits?: string;
}

/** `text` unit by unit as it is compared, each in its place: folded, a space where the fold drops something. */
export function shapeOf(text: string, tables: Tables): string {
  const { units } = foldTable(tables);
  let shape = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at), folded = units[unit] ?? unit;
    shape += folded === 0 ? ' ' : folded > 0xffff ? text[at] : String.fromCharCode(folded);
  }
  return shape;
}

/** The numbers and negations of a text in its shape, in order of place. */
export function factsIn(shape: string): readonly Fact[] {
  return [...numbersIn(shape), ...negationsIn(shape)].sort((one, other) => one.start - other.start);
}

const HAN = '[零〇一二三四五六七八九十百千万亿兆两]';
/** Words that are written with numerals and count nothing. */
const NO_NUMBER = '十分(?=[\u4e00-\u9fff])|万一|万万|万分|千万(?![元美人吨亩个户名])|一[些点下样般直定时度方面边起切旦再律向致同道手线流体心经概味带路批]|(?:统|唯|专|划|第)一(?![个名位次批])|百[姓货度科合花]|万[物象能]|两(?:岸|会|难|手|旁|侧|边)|半(?:导|岛|径|天|路)|四(?:川|周|处|季|面)|三角|五[官金]|八卦|九州|十[足字]|千家万户|千[方古]|亿万|七夕|三农|五一(?=[^\u4e00-\u9fff]|假|小|节)';
const NUMBER = new RegExp([
  `(?<skipped>(?:${NO_NUMBER})(?!${HAN}))`,
  `(?<denominator>\\d+|${HAN}+)分之(?<numerator>\\d+(?:\\.\\d+)?|${HAN}+(?:点[零〇一二三四五六七八九]+)?)`,
  `(?<sign>(?<![\\d\\w\u4e00-\u9fff.])[-+])?(?<currency>[$¥€£]\\s?)?(?<digits>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)[余多几来]?\\s?(?<scale>(?:${englishScalePattern})(?![a-z])|[十百千万亿兆]+)?[余多几来]?\\s?(?<unit>${unitPattern})?`,
  `(?<lead>第|周|星期|礼拜|初)?(?<han>${HAN}+(?:点[零〇一二三四五六七八九]+)?|半)[余多几来]?(?<hanUnit>${unitPattern})?`,
  `(?<![a-z])(?<word>${englishNumberPattern})(?![a-z])(?:[ -](?<wordScale>${englishScalePattern})(?![a-z]))?[ -]?(?<wordUnit>${unitPattern})?`,
].join('|'), 'g');

function* numbersIn(shape: string): Iterable<Fact> {
  for (const { index, 0: written, groups = {} } of shape.matchAll(NUMBER)) {
    const number = numberOf(groups);
    if (number) yield { start: index, end: index + written.trimEnd().length, kind: 'number', ...number };
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function numberOf({ denominator, numerator, sign = '', currency = '', digits, scale = '', unit = '', lead, han, hanUnit, word, wordScale = '', wordUnit = '' }: Groups): Pick<Fact, 'value' | 'digits'> | undefined {
  if (denominator !== undefined && numerator !== undefined) {
    return valued(valueOf(numerator), 1, valueOf(denominator) === 100 ? '%' : `/${valueOf(denominator)}`);
  }
  if (digits !== undefined) return valued(Number(sign + digits.replaceAll(',', '')), scaleValue(scale), currency.trim() + unitName(unit));
  if (word !== undefined) return valued(englishValue(word), scaleValue(wordScale), unitName(wordUnit));
  if (han === undefined || (han.length === 1 && hanUnit === undefined && lead === undefined)) return undefined;
  return valued(valueOf(han), 1, unitName(hanUnit ?? ''));
}

const valued = (digits: number, scale: number, unit: string): Pick<Fact, 'value' | 'digits'> => ({ value: `${Number((digits * scale).toPrecision(12))} ${unit}`, digits: String(digits) });

function valueOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [whole = '', fraction] = written.split('点');
  return fraction === undefined ? numeralValue(whole) : numeralValue(whole) + Number(`0.${[...fraction].map(numeralValue).join('')}`);
}

/** Words that are written with a negation and deny nothing; then what denies. */
const NEGATION = new RegExp([
  '(?<harmless>不(?:断|仅|但|光|只|过(?=[,，]|我|他|她|它|这|那|在)|管|论|同|少|久|妨|愧|禁|由得|由自主|外乎|得不|得了|时|料|惜|乏|等(?!于)|断地|一(?=[^定样])|锈)|差不多|了不起|对不起|来不及|忍不住|只不过|大不了|要不|无(?:论|锡|疑|非|线|数|穷|限|比|缝|不|人机)|南无|非(?:常|洲|得|凡|但|要|典)|除非|莫非|是非|北非|南非|未(?:来|央|免)|没(?:收|落)|[埋淹沉出吞]没|否则|[是能可与会]否|特别|分别|区别|性别|级别|类别|识别|辨别|鉴别|差别|个别|告别|派别|国别|判别|离别|别(?:人|墅|的|处|样|名|具|致|开生面))',
  '(?<![一-龥])别(?=[一-龥])|(?<=[请您你就也都可千万])别|没有|不|没|未|无|非|勿|莫(?=[要不])|否(?!认为)',
  '(?<![a-z])(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)(?![a-z])|(?<=[a-z])n[\'"’]t(?![a-z])',
].join('|'), 'g');

function* negationsIn(shape: string): Iterable<Fact> {
  for (const { index, 0: written, groups } of shape.matchAll(NEGATION)) {
    if (groups?.['harmless'] === undefined) yield { start: index, end: index + written.length, kind: 'negation', value: written.replace('没有', '没') };
  }
}
