import type { RandomSource } from '../../unit/random';
import type { QuotationSource } from '../sources';
import { toSimplified } from './words';

/** A run of clauses of an article. */
export interface Passage {
  readonly clauses: readonly string[];
  readonly words: string;
}

/** The letters, digits and characters of a text, which no mark, width or script tells apart; what a decimal point or percent sign says stays. */
export const bare = (text: string): string =>
  toSimplified(text).normalize('NFKC').toLowerCase().replace(/(?<=\d)\.(?=\d)/g, '点').replace(/%/g, '百分号').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a source is written in Chinese. */
export const isChinese = (source: QuotationSource): boolean => source.body.some(paragraph => /\p{Script=Han}/u.test(paragraph));

/** Whether a source is written in Traditional characters. */
export function isTraditional({ body }: QuotationSource): boolean {
  const text = body.join('');
  const simplified = [...toSimplified(text)];
  return [...text].filter((character, index) => character !== simplified[index]).length > text.length / 20;
}

const marked = '“”‘「」『』"()（）\\[\\]〔〕…*_`<>|~@#\\\\△▲《》—\\ufffd';
const opening = /^[“‘「『]?$/;
const closing = /^[”’」』]?$/;

/** The clauses of a text, each with the mark behind it. */
export function clausesOf(text: string): readonly string[] {
  const parts = /\p{Script=Han}/u.test(text)
    ? text.match(/(?:[^，,。；;：:！!？?]|(?<=\d)[,:](?=\d))+[，,。；;：:！!？?]?/gu)
    : text.match(/(?:[^,;.!?]|[,.](?=\d))+[,;.!?]?\s*/gu);
  return parts ?? [];
}

function stretch(paragraph: string, match: RegExpMatchArray): readonly string[] {
  const start = match.index ?? 0;
  const [before, behind] = [paragraph[start - 1] ?? '', paragraph[start + match[0].length] ?? ''];
  const clauses = clausesOf(match[0].trim());
  const whole = opening.test(before) ? clauses : clauses.slice(1);
  const last = whole.at(-1) ?? '';
  return closing.test(behind) || /[，,。；;！!？?.]\s*$/u.test(last) ? whole : whole.slice(0, -1);
}

/** The stretches of a text without quotation marks, brackets and the like, in whole clauses. */
export function stretchesOf(text: string): readonly (readonly string[])[] {
  const runs = text.matchAll(new RegExp(`[^${marked}${/\p{Script=Han}/u.test(text) ? '’' : ''}]+`, 'gu'));
  return [...runs].map(match => stretch(text, match)).filter(clauses => clauses.length > 0);
}

const withoutLastMark = (words: string): string => words.replace(/[，,。；;：:！!？?、.\s]+$/u, '');

/** The words of clauses, without the mark behind the last. */
export const joined = (clauses: readonly string[]): string => withoutLastMark(clauses.join(''));

/** A passage of `least` to 120 characters (twice as many letters), cut at the ends of clauses. */
export function passageOf(texts: readonly string[], random: RandomSource, least = 12): Passage | undefined {
  const clauses = random.of(texts.flatMap(stretchesOf).concat([[]]));
  if (clauses.length === 0) return undefined;
  const from = random.below(clauses.length);
  const chosen = clauses.slice(from, from + 1 + random.below(clauses.length - from));
  const words = joined(chosen);
  const size = bare(words).length / (/\p{Script=Han}/u.test(words) ? 1 : 2);
  return size < least || size > 120 ? undefined : { clauses: chosen, words };
}
