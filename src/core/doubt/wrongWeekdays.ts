import type { Doubt } from '../document';
import { daysBetween, daysIn, isoDay, readNumber, weekdayOf, withPlainDigits, type Day } from './calendar';
import { speaksOfOtherCalendar, type PageFacts } from './slip';

const weekday = '\\s{0,2}[（(【,，]?\\s?((?:星期|礼拜|禮拜|周|週)([一二三四五六日天]))(?![\\d一二三四五六日天至到、和及或—–~-])';
const withYear = new RegExp(`(?:(\\d{4})\\s?年|民[国國]\\s?(\\d{1,3})\\s?年)\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号號]${weekday}`, 'g');
const withDashes = new RegExp(`(?<![\\w./-])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${weekday}`, 'g');
const inNumerals = new RegExp(`([〇零○一二三四五六七八九]{4})()年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,4})[日号號]${weekday}`, 'g');
const withoutYear = new RegExp(`(?<![\\d年第]|年\\s|\\d[.:/\\-–—~～])(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号號]${weekday}`, 'g');

/** Weeks are printed beside dates since the Republic. */
const firstYear = 1912;

/** A date without a year is of the year of the page or a neighbour, within this many days. */
const daysAround = 200;

const names = '日一二三四五六';

/** A weekday that its date did not have: 2021年1月20日 星期五. Of a date without a year only what no year near the page has. */
export function findWrongWeekdays(text: string, page: PageFacts): readonly Doubt[] {
  if (!/(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]/.test(text) || speaksOfOtherCalendar(text)) return [];
  const plain = withPlainDigits(text);
  const found: Doubt[] = [];
  for (const pattern of [withYear, withDashes, inNumerals]) {
    for (const match of plain.matchAll(pattern)) {
      const ofRepublic = pattern === withYear && match[2] !== undefined;
      const year = ofRepublic ? 1911 + Number(match[2]) : readNumber(match[1] ?? '');
      found.push(...judged(match, match[5] ?? '', [{ year, month: readNumber(match[3] ?? ''), day: readNumber(match[4] ?? '') }]));
    }
  }
  const { day } = page;
  if (day) for (const match of plain.matchAll(withoutYear)) found.push(...judged(match, match[3] ?? '', near({ month: Number(match[1]), day: Number(match[2]) }, day)));
  return found;
}

/** The days that a date without a year may mean, the nearest first. */
function near({ month, day }: Omit<Day, 'year'>, page: Day): readonly Day[] {
  const distance = (each: Day): number => Math.abs(daysBetween(each, page));
  return [page.year - 1, page.year, page.year + 1].map(year => ({ year, month, day })).filter(each => distance(each) <= daysAround)
    .sort((one, other) => distance(one) - distance(other));
}

function judged(match: RegExpExecArray, printed: string, days: readonly Day[]): readonly Doubt[] {
  const [first] = days;
  const meant = names.indexOf(printed.slice(-1).replace('天', '日'));
  if (!first || first.year < firstYear || first.day < 1 || first.day > daysIn(first.month, first.year)) return [];
  if (days.some(day => weekdayOf(day) === meant)) return [];
  const start = match.index + match[0].lastIndexOf(printed);
  const suggestion = printed.slice(0, -1) + names.charAt(weekdayOf(first));
  return [{ span: { start, end: start + printed.length }, kind: 'wrongWeekday', suggestion, day: isoDay(first) }];
}
