import type { Doubt } from '../document';
import { withPlainDigits } from './calendar';
import type { PageFacts } from './slip';

/** A clock behind a day or a part of one; alone it could be a score, a ratio or a verse. */
const clock = /(?:上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|[日号號]|\d{4}-\d{1,2}-\d{1,2})\s{0,2}((\d{1,2})\s?(?:([时時点點])\s?(?:(\d{2})\s?分)?|:(\d{2})(?!\d)))/g;

/** Broadcasters count the hours after midnight on: 25时 is one o'clock of the night. */
const broadcast = /播|番|放送/;

/** Hours that no day has, and minutes that no hour has: 25时, 14:75. */
export function findImpossibleTimes(text: string, page: PageFacts): readonly Doubt[] {
  if (!/[:：时時点點]/.test(text) || page.language === 'ja' || broadcast.test(text)) return [];
  const plain = withPlainDigits(text);
  return Array.from(plain.matchAll(clock)).flatMap(({ 0: whole, 1: time = '', 2: hours, 3: word, 4: spelt, 5: short, index }): readonly Doubt[] => {
    const hour = Number(hours), minute = Number(spelt ?? short ?? 0);
    const start = index + whole.length - time.length;
    // The points of a count are called 点 too, so only 时 says that it is an hour; a score has more than 24 on its left.
    const isImpossible = hour > 24 ? (word === '时' || word === '時') && isBehindDate(plain, start) : minute > 59;
    return isImpossible ? [{ span: { start, end: start + time.length }, kind: 'impossibleTime' }] : [];
  });
}

/** 共3日25时 is a length of time; 3月3日25时 and 下午25时 are not. */
const isBehindDate = (text: string, place: number): boolean =>
  /(?:月\s?\d{1,2}\s?[日号號]|[午晨晚上])\s{0,2}$/.test(text.slice(Math.max(0, place - 10), place));
