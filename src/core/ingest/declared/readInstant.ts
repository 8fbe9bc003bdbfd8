import { readDate } from '../../cues/dates';
import { normalLine } from '../../cues/normal';

/** A moment as ISO local to the given precision; `isUtc` where its clock is that of Greenwich. */
export interface Instant { readonly value: string; readonly isUtc: boolean }

const ZULU = /\d(?:\.\d+)?\s?(?:Z|[+-]00:?00)$|\b(?:GMT|UTC)(?:[+-]0{2,4})?\b(?!\s?[+-]\d)|\s[+-]0000$/;
/** Seconds or milliseconds since 1970, from 1990 on. */
const UNIX = /^(?:[6-9]|[1-3]\d)\d{8}(?:\d{3})?$/;
/** `Tue Nov 19 2019 19:31:39`, `Tue Nov 19 19:31:39 CST 2019`: month before day, year behind. */
const MONTH_FIRST = /\b([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})\s+(?:[A-Z]{2,4}\s+)?((?:19|20)\d{2})\b/;
/** `2019-11-19-19:31:39`. */
const DASHED = /\b(\d{4}-\d{1,2}-\d{1,2})-(\d{1,2}:\d{2})/;
/** `20191119193139`. */
const RUN_TOGETHER = /\b(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(?:\d\d)?\b/;

/** The moment that a value of a page's metadata names: ISO 8601, HTTP's and mail's dates, those printed on pages, seconds since 1970; undefined where there is none. Midnight is no clock. */
export function readInstant(text: string): Instant | undefined {
  const words = text.trim();
  if (UNIX.test(words)) return { value: fromUnix(Number(words)), isUtc: true };
  const ordered = words.replace(MONTH_FIRST, '$1 $2, $4 $3').replace(DASHED, '$1 $2').replace(RUN_TOGETHER, '$1-$2-$3 $4:$5');
  const found = readDate(normalLine(ordered));
  if (found === undefined || found < '1970-01-02') return undefined;
  const value = found.replace(/T00:00(?::00)?$/, '');
  return { value, isUtc: value.length > 10 && ZULU.test(words) };
}

function fromUnix(count: number): string {
  return new Date(count < 1e11 ? count * 1000 : count).toISOString().slice(0, 19);
}
