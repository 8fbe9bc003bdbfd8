import type { Declared } from '../cues/declared';

/** Where a page was saved from, and when: ISO 8601, local to the place where it was saved, or of Greenwich. */
export interface SaveMarks { readonly url?: string; readonly savedAt?: { readonly value: string; readonly isUtc: boolean } }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `Mon, 6 May 2024 10:20:00 +0800` as in mail, `Mon May 06 2024 10:20:00 GMT+0800` as JavaScript prints it. */
const DATE = /(?:(\d{1,2})\s([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s(\d{1,2}))\s(\d{4})\s(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,2}((?:gmt|utc|z)?(?:[+-]\d{4})?)/i;
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?/;

/** A date as mail, JavaScript and ISO 8601 print it, with the clock that is printed; undefined where it is none. */
export function readMailDate(text: string): SaveMarks['savedAt'] {
  const iso = ISO.exec(text.trim());
  if (iso) return { value: `${iso[1] ?? ''}T${iso[2] ?? ''}`, isUtc: isGreenwich(iso[3] ?? '') };
  const [, day, month, otherMonth, otherDay, year, hour = '', minute = '', second = '00', zone = ''] = DATE.exec(text.slice(0, 200)) ?? [];
  const number = MONTHS.indexOf((month ?? otherMonth ?? '').slice(0, 3).toLowerCase()) + 1;
  if (number === 0 || year === undefined) return undefined;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  return { value: `${year}-${two(number)}-${two(day ?? otherDay ?? '')}T${two(hour)}:${minute}:${second}`, isUtc: isGreenwich(zone) };
}

const isGreenwich = (zone: string): boolean => /^(?:z|gmt|utc|(?:gmt|utc)?[+-]00:?00)$/i.test(zone);

/** Marks as claims of the page's own address and of the time when it was saved. */
export function declareMarks({ url, savedAt }: SaveMarks): Partial<Declared> {
  return { ...(url !== undefined && { urls: [{ value: url, from: 'saveMark' }] }), ...(savedAt && { captured: [{ ...savedAt, from: 'saveMark' }] }) };
}

const COMMENT = /<!--([^>]{0,4000})/g;
/** `saved from url=(0042)https://…` of browsers, with the length in brackets; `url: …` of programs that make one file of a page. */
const ADDRESS = /(?:\bsaved from(?: url)?\s*[=:]?\s*(?:\(\d{1,6}\))?|\burl\s*[:=])\s*(https?:\/\/[^\s<>"']{1,2000})/i;
const SAVED = /\b(?:saved date|saved at|saved on|date)\s*[:=]\s*([^\n]{1,80})|\sat\s(\d{4}-\d{2}-\d{2}T\S{1,30})/i;
const ATTRIBUTES = /\bdata-scrapbook-(source|create)\s*=\s*["']([^"']{1,2000})/gi;
const METAS = /<meta\s[^<>]{0,40}name="savepage-(url|date)"\s[^<>]{0,40}content="([^"]{1,2000})"/gi;
/** Programs that save pages write their marks at the top; after that a comment is the page's own. */
const TOP = 8000;

/** What the program that saved a page noted at its top: in a comment, in attributes of `<html>`, or in meta tags of its own. */
export function readSaveMarks(html: string): SaveMarks {
  const top = html.slice(0, TOP);
  for (const [, comment = ''] of top.matchAll(COMMENT)) {
    const [, labelled, at] = SAVED.exec(comment) ?? [];
    const marks = /\bsaved\b|\barchive/i.test(comment) ? toMarks(ADDRESS.exec(comment)?.[1], labelled ?? at) : {};
    if (marks.url !== undefined || marks.savedAt) return marks;
  }
  const noted = new Map([...top.matchAll(ATTRIBUTES), ...top.matchAll(METAS)].map(([, name = '', value]) => [name.toLowerCase(), value]));
  return toMarks(noted.get('source') ?? noted.get('url'), noted.get('create') ?? noted.get('date'));
}

function toMarks(address: string | undefined, date: string | undefined): SaveMarks {
  const url = address !== undefined && /^https?:\/\//i.test(address) ? address.replaceAll('&amp;', '&') : undefined;
  const savedAt = readMailDate(date?.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{3}$/, '$1-$2-$3T$4:$5:$6Z') ?? '');
  return { ...(url !== undefined && { url }), ...(savedAt && { savedAt }) };
}
