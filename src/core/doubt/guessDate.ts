import { daysBetween, daysIn, type Day } from './calendar';

/** A page tells of its own day and the days before it; what is further off is no better than a guess. */
const daysBefore = 3;

interface Written { readonly text: string; readonly year?: number; readonly month?: number; readonly day: number }

/**
 * What an impossible date may have been, with one character lost, put in or changed: the one nearest before the day of the page. Undefined
 * where none is near it.
 */
export function guessDate({ text, year, month, day }: Written, page: Day): string | undefined {
  const [form] = (month === undefined ? readingsOfDay(String(day)) : readingsOf(String(month), String(day)))
    .flatMap(guess => ({ ...guess, age: ageOf(guess, page, year) }))
    .filter(guess => guess.age >= 0 && guess.age <= daysBefore)
    .sort((one, other) => one.age - other.age);
  if (!form) return undefined;
  if (month === undefined) return `${form.month === undefined ? '' : `${form.month}月`}${form.day}日`;
  // Only the numbers are put right; how the date is written stays.
  const numbers = [...(year === undefined ? [] : [text.match(/\d+/)?.[0] ?? '']), String(form.month), String(form.day)];
  return /^[^一-十]*$/.test(text) ? text.replace(/\d+/g, () => numbers.shift() ?? '') : undefined;
}

interface Guess { readonly month?: number; readonly day: number }

/** 120日: the 月 was lost (1月20日), or a digit came in (20日). The first is told more. */
function readingsOfDay(digits: string): readonly Guess[] {
  const split = Array.from({ length: digits.length - 1 }, (_, at) => ({ month: Number(digits.slice(0, at + 1)), day: Number(digits.slice(at + 1)) }));
  return [...split.filter(guess => !digits.startsWith('0') && digits.charAt(String(guess.month).length) !== '0'), ...without(digits).map(day => ({ day }))];
}

/** 2月30日: one digit of the month or of the day is another, or one too many. */
function readingsOf(month: string, day: string): readonly Guess[] {
  return [
    ...[...changed(month), ...without(month)].map(value => ({ month: value, day: Number(day) })),
    ...[...changed(day), ...without(day)].map(value => ({ month: Number(month), day: value })),
  ];
}

const without = (digits: string): readonly number[] =>
  digits.length < 2 ? [] : Array.from(digits, (_, at) => Number(digits.slice(0, at) + digits.slice(at + 1)));

const changed = (digits: string): readonly number[] =>
  Array.from(digits).flatMap((_, at) => Array.from('0123456789', digit => Number(digits.slice(0, at) + digit + digits.slice(at + 1))));

function ageOf({ month, day }: Guess, page: Day, year = page.year): number {
  const read = { year, month: month ?? page.month, day };
  return read.month >= 1 && read.day >= 1 && read.day <= daysIn(read.month, year) ? daysBetween(read, page) : -1;
}
