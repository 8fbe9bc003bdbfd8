import type { Claim, Declared } from '../cues/declared';
import { letters } from '../cues/headline';
import { normalLine } from '../cues/normal';

/** What parts the headline from the names of channel and site in `<title>`. */
const SEPARATOR = /\s*(?:_+|[|｜丨]+)\s*|\s+(?:[-–—·»:]+|::)\s+|-{2,}|(?<=[\u4e00-\u9fff”》)）!?！？])\s?[-–—]\s?(?=[\u4e00-\u9fff\w])|(?<=[\w.])[-–](?=[\u4e00-\u9fff]{2,12}$)/g;
const SITE_BEFORE = /^[\u4e00-\u9fff\w]{2,10}(?:网|网站|报|在线|電視台|电视台|新聞|新闻|網)\s?[:：|｜_]\s?(?=.{6,})/;
const SITE_END = /(?:网|網|网站|網站|报|報|在线|在線|频道|頻道|门户|论坛|社区|新闻|新聞|电视台|電視台|资讯|客户端|中心|平台|通讯社|\.(?:com|cn|net|org|tw|hk|info))$/i;
const LONGEST_TAIL = 24;

/** A declared title as letters; `heads` are its parts before the names of channel and site, where it ends in one. */
export interface ToldTitle { readonly whole: string; readonly heads: readonly string[] }

/** The titles that a page declares of itself, to compare lines with. */
export function toldTitles(declared: Declared | undefined): readonly ToldTitle[] {
  const values = new Set((declared?.titles ?? []).map(({ value }) => value));
  return [...values].map((value) => ({ whole: titleLetters(value), heads: headsOf(value) })).filter(({ whole }) => whole.length >= 4);
}

function headsOf(title: string): readonly string[] {
  const marks = [...title.matchAll(SEPARATOR)], last = marks.at(-1);
  if (!last || !SITE_END.test(title.slice(last.index + last[0].length).trim())) return [];
  return marks.map(({ index }) => titleLetters(title.slice(0, index))).filter((head) => head.length >= 6);
}

/** Letters and digits of a title in the script it is written in. */
export function titleLetters(text: string): string {
  return letters(normalLine(text));
}

/** Whether most pairs of characters of the shorter text stand in the longer one; both as letters. */
export function resembles(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let hits = 0;
  for (let at = 0; at + 2 <= short.length; at++) if (long.includes(short.slice(at, at + 2))) hits++;
  return short.length > 1 && hits >= 0.6 * (short.length - 1);
}

/** The headline in a declared title: without what follows the longest part of it that is a line of the page, else without names of sites at its ends. */
export function headlineOf(claim: Claim, printed: ReadonlySet<string>, sites: readonly string[]): Claim {
  const ends = [...claim.value.matchAll(SEPARATOR)].map((match) => match.index).filter((end) => end > 0);
  const known = [claim.value.length, ...ends.reverse()].find((end) => printed.has(titleLetters(claim.value.slice(0, end))));
  const value = known === undefined ? withoutSites(claim.value, sites) : claim.value.slice(0, known);
  return { ...claim, value: value.trim() };
}

/** Drops the last part while it is called like a site or a channel and leaves a headline. */
function withoutSites(title: string, sites: readonly string[]): string {
  let value = title.replace(SITE_BEFORE, '');
  for (let part = 0; part < 4; part++) {
    const last = [...value.matchAll(SEPARATOR)].at(-1);
    if (!last || last.index < 4) return value;
    const tail = value.slice(last.index + last[0].length), head = value.slice(0, last.index);
    const isSite = sites.includes(tail) || SITE_END.test(tail) || /^[A-Z][\w.&']*(?:\s[\w.&']+){0,3}$/.test(tail) || letters(tail).length <= 4;
    if (tail.length > LONGEST_TAIL || !isSite || letters(head).length < 4) return value;
    value = head;
  }
  return value;
}
