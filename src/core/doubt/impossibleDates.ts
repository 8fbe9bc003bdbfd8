import type { Doubt } from '../document';
import { daysIn, isoDay, readNumber, withPlainDigits } from './calendar';
import { guessDate } from './guessDate';
import { speaksOfOtherCalendar, standsQuoted, type PageFacts } from './slip';

/** Year (in digits, of the Republic, or in Chinese numerals), month and day; what stands before must not make the month another number. */
const monthDay = /(?<![\d第]|\d[.:/\-–—~～])(?:(\d{4})\s?年\s?|民[国國]\s?(\d{1,3})\s?年\s?)?(\d{1,3})\s?月\s?(\d{1,3})\s?[日号號](?!均|线|線|内|內|龄|齡)/g;
const inNumerals = /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,4})[日号號]/g;
const withDashes = /(?<![\w./-])((?:19|20)\d{2})([-/])(\d{1,2})\2(\d{1,2})(?![\w./-])/g;

/** A day without its month, by what follows: a part of the day, or the words of a dispatch. */
const loneDay = /(?<!\d|\d[.,:/~～–—-])(\d{2,3})日(?=上午|下午|凌晨|清晨|早[上晨间間]|中午|午[后後]|傍晚|晚[上间間]|晚(?![于於])|夜[间間]|深夜|[电電][（(\s:]|[讯訊][（(\s:])/g;

/** Words before a number of days that count them. */
const counts = /(?:[第共约約近满滿达達逾超余餘后後前内內过過每历歷历时時期续續隔长長仅僅用至到的了个個]|不足|不到|将|連|连)\s?$/;

/** Before 1912 the months of Chinese texts are the moon's. */
const firstYear = 1912;

interface Written { readonly start: number; readonly text: string; readonly year?: number; readonly month?: number; readonly day: number }

/** Dates that no calendar has: 2月30日, 13月5日, or 120日上午 where the month was lost. */
export function findImpossibleDates(text: string, page: PageFacts): readonly Doubt[] {
  if (!/[日号號]|\d[-/]\d/.test(text)) return [];
  const plain = withPlainDigits(text);
  const guesses = new Map<string, string | undefined>();
  return [...writtenDates(plain), ...(page.language === 'ja' ? [] : loneDays(plain))]
    .filter(written => isImpossible(written) && !standsQuoted(plain, written.start, written.start + written.text.length))
    .map(written => toDoubt(written, page, guesses));
}

function writtenDates(text: string): readonly Written[] {
  if (speaksOfOtherCalendar(text) || /不存在|没有[这這]|沒有這/.test(text)) return [];
  const found: Written[] = [];
  for (const { 0: whole, 1: year, 2: ofRepublic, 3: month = '', 4: day = '', index } of text.matchAll(monthDay)) {
    const known = ofRepublic === undefined ? year : String(1911 + Number(ofRepublic));
    found.push({ start: index, text: whole, ...(known !== undefined && { year: Number(known) }), month: Number(month), day: Number(day) });
  }
  for (const { 0: whole, 1: year = '', 2: month = '', 3: day = '', index } of text.matchAll(inNumerals)) {
    found.push({ start: index, text: whole, year: readNumber(year), month: readNumber(month), day: readNumber(day) });
  }
  for (const { 0: whole, 1: year = '', 3: month = '', 4: day = '', index } of text.matchAll(withDashes)) {
    if (Number(month) >= 1 && Number(month) <= 12 && Number(day) <= 31) found.push({ start: index, text: whole, year: Number(year), month: Number(month), day: Number(day) });
  }
  return found;
}

function loneDays(text: string): readonly Written[] {
  return Array.from(text.matchAll(loneDay), ({ 0: whole, 1: day = '', index }) => ({ start: index, text: whole, day: Number(day) }))
    .filter(({ start }) => !/[月年]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && !counts.test(text.slice(Math.max(0, start - 3), start)));
}

function isImpossible({ year, month, day }: Written): boolean {
  if (month === undefined) return day > 31;
  if (year !== undefined && year < firstYear) return false;
  // 00月00日 is a form that waits to be filled in.
  if (month === 0 && day === 0) return false;
  return day === 0 || day > daysIn(month, year);
}

/** `guesses` keeps what each date may have been, as a page may repeat one without end. */
function toDoubt(written: Written, { day }: PageFacts, guesses: Map<string, string | undefined>): Doubt {
  const { start, text } = written;
  if (day && !guesses.has(text)) guesses.set(text, guessDate(written, day));
  const suggestion = guesses.get(text);
  return { span: { start, end: start + text.length }, kind: 'impossibleDate', ...(suggestion !== undefined && day && { suggestion, day: isoDay(day) }) };
}
