/** A day of the Gregorian calendar, as printed: it need not exist. */
export interface Day { readonly year: number; readonly month: number; readonly day: number }

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month has; February has 29 where the year is not told, and what is no month has none. */
export function daysIn(month: number, year?: number): number {
  const days = lengths[month - 1] ?? 0;
  return month === 2 && (year === undefined || isLeap(year)) ? 29 : days;
}

const serial = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** Days from one day to another, negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** 0 for Sunday to 6 for Saturday; 1970 began on a Thursday. */
export const weekdayOf = (day: Day): number => (((serial(day) + 4) % 7) + 7) % 7;

/** The day of an ISO date or time; undefined where it has no year, month and day. */
export function readDay(iso: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** `2021-01-20`. */
export const isoDay = ({ year, month, day }: Day): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

const numerals = '〇一二三四五六七八九';

/** A number below a hundred, or the digits of a year, in Chinese numerals or ASCII digits. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (numeral: string): number => Math.max(0, numerals.indexOf(numeral));
  const full = text.replace(/[零○]/g, '〇').replace('廿', '二十').replace('卅', '三十');
  const [tens = '', ones = ''] = full.split('十');
  if (!full.includes('十')) return Number(Array.from(full, digit).join(''));
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** The same text, unit by unit, with ASCII digits for full-width ones. */
export const withPlainDigits = (text: string): string =>
  text.replace(/[０-９：]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
