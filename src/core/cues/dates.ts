/** A date printed in a line; offsets count in the line. */
export interface DateCue {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 local, to the printed precision: `2025-06-04`, `2025-06-04T14:44`, `2025-06-04T14:44:07`; `--01-12` without a year. */
  readonly value: string;
  readonly hasTime: boolean;
  /** Whether year, month and day are all printed. */
  readonly complete: boolean;
}

interface Parts { readonly year?: number; readonly month?: number; readonly day?: number; readonly hour?: number; readonly minute?: number; readonly second?: number }

const CLOCK = '(上午|下午|晚上|晚间|早上|凌晨|中午|[AaPp]\\.?[Mm]\\.?)?\\s{0,2}(\\d{1,2})\\s?[:时点]\\s?(\\d{2})(?:\\s?[:分]\\s?(\\d{2})(?:\\.\\d{1,6})?)?(?:\\s?([AaPp]\\.?[Mm]\\b\\.?))?';
const GAP = '(?:\\s{0,4}T?|[,，]\\s?|\\s?\\(?(?:星期|周)[一二三四五六日天]\\)?\\s{0,2}|\\s?[|/·]\\s?|\\s-\\s|,?\\sat\\s)';
const ZONE = '(?:\\s?\\(?(?:[A-Z]{1,3}T|GMT|UTC)\\b\\)?)?';
const CLOCK_TAIL = new RegExp(`^${GAP}${CLOCK}${ZONE}`);
const CLOCK_HEAD = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,3}$/;

const YMD = /(?<![\d.])((?:19|20)\d{2})(?:\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})|\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月(?:\s{0,2}(\d{1,2})\s{0,2}[日号])?)/g;
const COMPACT = /(?<![\d.])((?:19|20)\d{2})([01]\d)([0-3]\d)(?=\s\d{1,2}:\d{2}|$|\s)/g;
const DMY = /(?<![\d./-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})(?!\d)/g;
const ROC = /(?:(?:中华)?民国\s?(\d{1,3})|(?<!\d)(1[0-3]\d))\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const HAN = /([一二三四五六七八九零〇○0]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十廿卅]{1,3})[日号])?/g;
const ENGLISH = /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b/g;
const MONTH_DAY = /(?<![\d年/.-])(?:(\d{1,2})月(\d{1,2})日|(\d{2})[-/](\d{2})(?=\s+\d{1,2}:\d{2}))/g;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

function valid({ month, day, hour, minute, second }: Parts): boolean {
  return (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= 31))
    && (hour === undefined || hour < 24) && (minute ?? 0) < 60 && (second ?? 0) < 60;
}

function iso(parts: Parts): string {
  const { year, month, day, hour, minute, second } = parts;
  let value = year === undefined ? '-' : String(year);
  if (month !== undefined) value += `-${two(month)}`;
  if (day !== undefined) value += `-${two(day)}`;
  if (hour !== undefined && minute !== undefined) value += `T${two(hour)}:${two(minute)}`;
  return second === undefined ? value : `${value}:${two(second)}`;
}

/** A clock of twelve hours, put into twenty-four by its 下午 or pm. */
function hourOf(hour: number, half: string): number {
  if (/^(?:下午|晚|p)/i.test(half) && hour < 12) return hour + 12;
  if (/^(?:凌晨|a)/i.test(half) && hour === 12) return 0;
  return hour;
}

function withClock(line: string, start: number, end: number, date: Parts): DateCue | undefined {
  const complete = date.month !== undefined && date.day !== undefined;
  const tail = complete ? CLOCK_TAIL.exec(line.slice(end, end + 32)) : null;
  const head = complete && !tail ? CLOCK_HEAD.exec(line.slice(Math.max(0, start - 12), start)) : null;
  let parts = date, from = start, to = end;
  if (tail) {
    const second = tail[4] === undefined ? undefined : Number(tail[4]);
    parts = { ...date, hour: hourOf(Number(tail[2]), tail[1] ?? tail[5] ?? ''), minute: Number(tail[3]), second };
    to = end + tail[0].length;
  } else if (head) {
    parts = { ...date, hour: Number(head[1]), minute: Number(head[2]), second: head[3] === undefined ? undefined : Number(head[3]) };
    from = start - head[0].length;
  }
  if (!valid(parts)) { parts = date; from = start; to = end; }
  if (!valid(parts)) return undefined;
  return { start: from, end: to, value: iso(parts), hasTime: parts.hour !== undefined, complete: complete && parts.year !== undefined };
}

function hanNumber(text: string): number {
  const digit = (c: string): number => Math.max(0, '〇一二三四五六七八九'.indexOf(c));
  const full = text.replace('廿', '二十').replace('卅', '三十');
  if (!full.includes('十')) return Number([...full].map(digit).join(''));
  const [tens = '', ones = ''] = full.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

type Reading = readonly [pattern: RegExp, parts: (found: RegExpExecArray) => Parts];

const ARABIC: readonly Reading[] = [
  [YMD, (m) => ({ year: Number(m[1]), month: number(m[3] ?? m[5]), day: number(m[4] ?? m[6]) })],
  [COMPACT, (m) => ({ year: Number(m[1]), month: number(m[2]), day: number(m[3]) })],
  [ROC, (m) => ({ year: 1911 + Number(m[1] ?? m[2]), month: number(m[3]), day: number(m[4]) })],
  [DMY, (m) => (Number(m[2]) > 12
    ? { year: Number(m[3]), month: number(m[1]), day: number(m[2]) }
    : { year: Number(m[3]), month: number(m[2]), day: number(m[1]) })],
  [ENGLISH, (m) => ({ year: Number(m[4]), month: MONTHS.indexOf(m[2] ?? '') + 1, day: number(m[1] ?? m[3]) })],
  [MONTH_DAY, (m) => ({ month: number(m[1] ?? m[3]), day: number(m[2] ?? m[4]) })],
];

const CHINESE: Reading = [HAN, (m) => ({
  year: hanNumber((m[1] ?? '').replace(/[零○0]/g, '〇')), month: hanNumber(m[2] ?? ''), day: m[3] === undefined ? undefined : hanNumber(m[3]),
})];

/** The dates of a normalised line in order, none overlapping; the formats are those counted in saved Chinese pages. */
export function findDates(line: string): readonly DateCue[] {
  const readings = [...(/\d/.test(line) ? ARABIC : []), ...(/[一二三四五六七八九零〇○]{4}年/.test(line) ? [CHINESE] : [])];
  const found: DateCue[] = [];
  for (const [pattern, parts] of readings) {
    for (const match of line.matchAll(pattern)) {
      const cue = withClock(line, match.index, match.index + match[0].length, parts(match));
      if (cue && !found.some((other) => cue.start < other.end && other.start < cue.end)) found.push(cue);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The date-time in an ISO or HTTP-like string of a page's metadata, as local time as printed; undefined where there is none. */
export function readDate(text: string): string | undefined {
  return findDates(text).find((cue) => cue.complete)?.value;
}
