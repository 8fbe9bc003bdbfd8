import { isHan, isHangul, isKana } from '../../text/han';

/** Words of a language, and how they are set: as markup, or as lines. */
export interface Prose { readonly text: string; readonly isHtml: boolean; /** How much of it there is, in Chinese characters or what says as much. */ readonly weight: number }

const TAG = /<\/?(?:p|br|div|span|section|article|h[1-6]|strong|b|em|img|figure|blockquote|ul|ol|li|a|table)\b[^<>]*>/i;
const ESCAPED_TAG = /&lt;\/?(?:p|br|div|span|section|strong|img|h[1-6])\b/i;
/** Letters of an alphabet that say as much as a Chinese character. */
const LETTERS = 3;
/** Prose has a mark at least once in so many characters; lists of names and addresses have none. */
const MARK_DISTANCE = 80;
/** Share of signs that only programs hold. */
const CODE_SHARE = 0.03;

/** What of `text` is prose, with markup that was escaped once more made markup again; undefined where it is code, an address or a list of words. */
export function readProse(text: string): Prose | undefined {
  const source = ESCAPED_TAG.test(text) && !TAG.test(text) ? unescapeMarkup(text) : text;
  const isHtml = TAG.test(source);
  const words = (isHtml ? source.replace(/<[^<>]*>/g, ' ') : source).replace(/&#?\w{1,9};/g, ' ');
  const { letters, marks, signs } = count(words);
  const isProse = marks >= 2 && letters / marks < MARK_DISTANCE && signs < words.length * CODE_SHARE;
  return isProse ? { text: source, isHtml, weight: letters } : undefined;
}

function unescapeMarkup(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(lt|gt|quot|amp);/gi, (whole, name: string) => signs[name.toLowerCase()] ?? whole);
}

function count(text: string): { readonly letters: number; readonly marks: number; readonly signs: number } {
  let characters = 0, latin = 0, marks = 0, signs = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHan(unit) || isKana(unit) || isHangul(unit)) characters++;
    else if (isLetter(unit)) latin++;
    else if (isMark(unit, text.charCodeAt(at + 1))) marks++;
    else if ('{}=<>;|\\_$'.includes(text.charAt(at))) signs++;
  }
  return { letters: characters + latin / LETTERS, marks, signs };
}

function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0xc0 && unit < 0x0600);
}

/** A mark of Chinese, or one of the west before a space, a quotation mark or the end; CR and LF stand for spaces. */
function isMark(unit: number, next: number): boolean {
  if (unit === 0x3002 || unit === 0xff0c || unit === 0xff01 || unit === 0xff1f || unit === 0x3001 || unit === 0xff1a || unit === 0xff1b || unit === 0x201c) return true;
  return (unit === 0x2c || unit === 0x2e || unit === 0x21 || unit === 0x3f) && !(next > 0x22 && next < 0x80 && next !== 0x27);
}
