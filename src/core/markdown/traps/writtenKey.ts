import type { Span } from '../../document';
import { keyAt } from '../citations';

/** No key is longer; bounds what is looked at behind each `@`. */
const LONGEST_KEY = 200;

/** A key as pandoc would read it, wherever its `@` stands. */
export interface WrittenKey {
  readonly key: string;
  /** From the `@`, narrow or wide, to the end of the key. */
  readonly span: Span;
  readonly isBraced: boolean;
}

/** The key behind the `@` or `＠` at `at`, whatever stands before it. */
export function writtenKeyAt(text: string, at: number): WrittenKey | undefined {
  const found = keyAt(`@${text.slice(at + 1, at + LONGEST_KEY)}`, 0);
  return found && { key: found.key, span: { start: at, end: at + found.span.end }, isBraced: text[at + 1] === '{' };
}

/** What may have been meant: the key, and its beginnings before a Chinese character, the longest first. */
export function meantKeys({ key, isBraced }: WrittenKey): readonly string[] {
  if (isBraced) return [key];
  const beginnings = [...key.matchAll(/(?<=.)\p{Script=Han}/gsu)].map(({ index }) => withoutMarks(key.slice(0, index))).filter(each => each !== '');
  return [key, ...new Set(beginnings.reverse())];
}

/** Punctuation belongs to a key only before another letter or digit. */
const withoutMarks = (key: string): string => key.replace(/[:.#$%&\-+?<>~/]{1,20}$/, '');

/** The beginning in Latin letters and digits where it has the form of Seedbed's own keys, an outlet and a day: nobody is called so. */
export function unmistakable(keys: readonly string[]): string | undefined {
  return keys.find(key => /^[a-z]{1,8}(?:19|20)\d{6}[a-z]{0,2}$/.test(key));
}

/** Whether a letter or digit stands before `at`, behind which pandoc sees no citation. */
export const isGlued = (text: string, at: number): boolean => /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));

/** Whether the character at `at` is escaped. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
