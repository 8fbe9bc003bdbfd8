import type { Line } from '../cues/analysis';
import { headlineKey, letters, readHeadline } from '../cues/headline';
import { hasFamilyName, splitNames } from '../cues/names';
import type { CueName } from '../cues/lineCues';
import { datesNext, isBehindDateline } from './datelineNear';
import { titleLetters, type ToldTitle } from './declaredTitle';
import type { Measures } from './measures';
import { gainOver } from './subheadline';

/** The printed headline and the other places where it stands. */
export interface Headline {
  readonly index: number;
  readonly key: string;
  /** Other lines that print it, alone or in a reading bar or with the names of channel and site behind it. */
  readonly repeats: readonly number[];
}

const NEVER: readonly CueName[] = ['dateline', 'loneDate', 'sourceLine', 'breadcrumb', 'navigation', 'menu', 'spam', 'counter', 'separator', 'url', 'editor', 'licence', 'disclaimer', 'mood', 'readingBar', 'editorsNote', 'guests', 'caption', 'byline', 'record', 'neighbour', 'controls', 'consent', 'tags', 'formerTitle'];
const UNLIKELY: readonly CueName[] = ['share', 'widget', 'comment', 'advertisement', 'listHeading', 'credit', 'bullet'];
const LABELLED = /^\s*(?:(?:文章|新闻|公文)?标\s{0,6}题|题\s{0,6}目|(?:文件|信息)?名\s{0,6}称)\s?:/;
const REACH = 14;
const ENOUGH = 2.5;
const SAMPLE = 20000;

/**
 * The headline of a page, above the first running text of its body; undefined where no line there is one. Titles that
 * the file declares show which line it is.
 */
export function findHeadline(lines: readonly Line[], m: Measures, body: Uint8Array, told: readonly ToldTitle[] = []): Headline | undefined {
  const first = body.indexOf(1) < 0 ? 0 : firstProse(m, body);
  const grams = bigrams(lines, m, body);
  const keys = lines.map((line) => (line.normal.length <= 160 ? headlineKey(line.normal) : ''));
  const times = countHeadlines(keys, lines);
  const framed = m.frame.some((is) => is > 0);
  let best: { index: number; score: number } | undefined;
  const announced = lines.findIndex((line) => line.kind === 'heading' && namedBy(told, line) >= WHOLE);
  for (let index = Math.min(Math.max(first, announced), lines.length - 1), distance = 0; index >= 0; index--) {
    const named = namedBy(told, lines[index]);
    if (distance > REACH && named === 0 && datesNext(lines, index, first) === 0) continue;
    const score = named + scoreOf(index, { lines, m, first, distance, framed, grams, times: times.get(keys[index] ?? '') ?? 1, key: keys[index] ?? '' });
    const overBest = best && index === best.index - 1 ? gainOver(lines[index], lines[index + 1]) : 0;
    if (score >= ENOUGH && (!best || score + overBest >= best.score)) best = { index, score };
    if (distance <= 2 * REACH && !isPassed(lines[index])) distance++;
  }
  if (!best) return undefined;
  const key = keys[best.index] ?? '';
  const at = best.index;
  const repeats = key.length < 4 ? [] : keys.flatMap((other, index) => (index !== at && isRepeat(key, other, lines[index]) ? [index] : []));
  return { index: at, key, repeats: [...repeats, ...brokenRepeat(keys, key, at)] };
}

/** How often each headline stands on the page: by itself, and with the names of channel and site behind it. */
function countHeadlines(keys: readonly string[], lines: readonly Line[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const count = (key: string): void => { times.set(key, (times.get(key) ?? 0) + 1); };
  keys.forEach((key, index) => {
    if (key.length < 4) return;
    count(key);
    const ends = [...(lines[index]?.normal ?? '').matchAll(/[_|\-–—]+/g)].slice(0, 4).map((match) => headlineKey((lines[index]?.normal ?? '').slice(0, match.index)));
    for (const head of new Set(ends)) if (head.length >= 8 && head !== key) count(head);
  });
  return times;
}

/** What a line gains that prints the whole of a declared title. */
const WHOLE = 6;

/** And what a part of it gains that opens it: the name of the site follows the headline more often than it goes before it. */
const FIRST = 1;

/** `WHOLE` and more for a line that is a declared title, less for a part of one and for one with more around it. */
function namedBy(told: readonly ToldTitle[], line: Line | undefined): number {
  const own = line && told.length > 0 && line.text.length <= 160 ? titleLetters(line.text) : '';
  if (own.length < 4) return 0;
  return Math.max(...told.map(({ whole, heads }) => {
    if (heads.includes(own)) return 6.5;
    if (whole === own) return WHOLE;
    if (whole.includes(own)) return 5 * Math.min(1, own.length / (whole.length * 0.6)) + (whole.startsWith(own) ? FIRST : 0);
    return whole.length >= 6 && own.includes(whole) ? 4 * Math.min(1, whole.length / (own.length * 0.6)) : 0;
  }));
}

/** Two or three lines in a row that together print the headline again. */
function brokenRepeat(keys: readonly string[], key: string, at: number): readonly number[] {
  if (key.length < 8) return [];
  for (let start = 0; start + 1 < keys.length; start++) {
    const [one = '', two = '', three = ''] = keys.slice(start, start + 3);
    if (one === '' || !key.startsWith(one) || (start <= at && at <= start + 1)) continue;
    if (one + two === key && two !== '') return [start, start + 1];
    if (one + two + three === key && three !== '' && start + 2 !== at) return [start, start + 1, start + 2];
  }
  return [];
}

/** The first line of running text in the body; its first line where it has none. */
function firstProse(m: Measures, body: Uint8Array): number {
  const prose = body.findIndex((is, index) => is === 1 && (m.prose[index] ?? 0) > 0);
  return prose < 0 ? body.indexOf(1) : prose;
}

interface Ground {
  readonly lines: readonly Line[];
  readonly m: Measures;
  readonly first: number;
  /** Lines between it and the body that are neither credits nor the like. */
  readonly distance: number;
  /** Whether anything on the page looks like a page's frame. */
  readonly framed: boolean;
  readonly grams: ReadonlySet<string>;
  readonly times: number;
  readonly key: string;
}

/** Credits, dates and notes may stand between headline and body in any number. */
function isPassed(line: Line | undefined): boolean {
  const names = line?.cues.names;
  return !names || names.has('credit') || names.has('loneDate') || names.has('dateline') || names.has('byline') || names.has('editorsNote') || names.has('guests');
}

function scoreOf(index: number, { lines, m, first, distance, framed, grams, times, key }: Ground): number {
  const line = lines[index];
  const length = m.letters[index] ?? 0;
  if (!line || length < 2 || length > 70 || NEVER.some((name) => line.cues.names.has(name))) return -Infinity;
  let score = 4 * shared(key, grams) + 1;
  if (UNLIKELY.some((name) => line.cues.names.has(name))) score -= 1.5;
  if (/[。;.]\s*$/.test(line.normal)) score -= 3;
  if (line.cues.agency || index === first && (m.prose[index] ?? 0) > 0) score -= 3;
  const dated = datesNext(lines, index, first);
  if (length < 5 && dated < 2.5) score -= 0.5;
  if (/^\s*[\u4e00-\u9fff]{1,8}(?:网|报|社|台|频道|客户端|新闻|在线|网络版)\s*$/.test(line.normal)) score -= 4;
  const stands = index === 0 && !framed && length <= 30 && standsOver(lines, m);
  if (hasFamilyName(key) && !stands) score -= 2;
  if (LABELLED.test(line.normal)) score += 5;
  if (length > 45) score -= 1;
  if (/:\s*$/.test(line.normal)) score -= 1.5;
  if (/[,、]\s*$/.test(line.normal)) score -= 2;
  if (line.cues.names.has('titleTag') || readHeadline(line.normal).series.length > 0) score += 1;
  if (index === 0) score += stands ? 2.5 : 0.7;
  if (isNameList(line.normal)) score -= 3;
  if (line.kind === 'heading') score += 1;
  if (times > 1) score += times > 2 ? 2.5 : 1.5;
  score += dated;
  if (isBehindDateline(lines, m, index)) score -= 2;
  if (index > 0 && lines[index - 1]?.cues.names.has('breadcrumb')) score += 1;
  return score - (framed ? 0.12 : 0.04) * Math.min(distance, REACH);
}

/** Whether the first line of a bare text is set apart from the rest: by a blank line, as a phrase before paragraphs or sentences. */
function standsOver(lines: readonly Line[], m: Measures): boolean {
  const [first, second, third] = lines;
  if (!first || !second || !third || m.sentence[0] || /[,.:]\s*$/.test(first.normal)) return false;
  const gap = (a: Line, b: Line): number => (b.lines?.[0] ?? 0) - (a.lines?.[1] ?? 0);
  if (gap(first, second) > gap(second, third) || hasFamilyName(second.normal.trim())) return true;
  if (m.sentence[1] && (m.letters[1] ?? 0) > 1.5 * (m.letters[0] ?? 0)) return true;
  let sentences = 0;
  for (let index = 1; index < m.count; index++) {
    if ((m.letters[index] ?? 0) >= 30) return true;
    sentences += m.sentence[index] ?? 0;
  }
  return sentences >= 0.8 * (m.count - 1);
}

/** `参加人:林安、方文` is no headline. */
function isNameList(normal: string): boolean {
  const label = /^\s*[\u4e00-\u9fff]{2,6}:/.exec(normal);
  const names = label ? splitNames(normal, label[0].length) : [];
  return names.length > 0 && names.every((name) => hasFamilyName(name.text));
}

/** Which part of the key's pairs of characters the body uses too. */
function shared(key: string, grams: ReadonlySet<string>): number {
  if (key.length < 2) return 0;
  let hits = 0;
  for (let at = 0; at + 2 <= key.length; at++) if (grams.has(key.slice(at, at + 2))) hits++;
  return hits / (key.length - 1);
}

function bigrams(lines: readonly Line[], m: Measures, body: Uint8Array): ReadonlySet<string> {
  const grams = new Set<string>();
  let taken = 0;
  for (let index = 0; index < lines.length && taken < SAMPLE; index++) {
    if (!body[index] || !m.prose[index]) continue;
    const text = letters((lines[index]?.normal ?? '').slice(0, SAMPLE));
    taken += text.length;
    for (let at = 0; at + 2 <= text.length; at++) grams.add(text.slice(at, at + 2));
  }
  return grams;
}

function isRepeat(key: string, other: string, line: Line | undefined): boolean {
  if (other === key) return true;
  return other.startsWith(key) && key.length >= 8 && other.length <= key.length + 24 && /[_|\-–—]/.test((line?.normal ?? '').slice(readHeadline(line?.normal ?? '').title[0]));
}
