import type { Field } from '../document';
import { readAddressDate } from '../cues/addressDate';
import type { DateCue } from '../cues/dates';
import type { DateClaim } from '../cues/declared';
import type { LabelCue } from '../cues/labels';
import { fieldAt, isElsewhere, type Page } from './page';

interface Candidate { readonly index: number; readonly date: DateCue; readonly score: number }

/** A date below this score is none: that of a menu, of a picture, of another page. */
const ENOUGH = 6;
/** What a printed date gains that the page declares too. */
const AGREED = 6;
const DAY = 86_400_000;
/** Mainland, Hong Kong and Taiwan are eight hours ahead of Greenwich. */
const CHINA = 8 * 3_600_000;

/** A printed date, and how it stands. */
interface Printed {
  readonly field: Field<string>;
  /** Next to a word for it, or to the source, or in a dateline with its clock. */
  readonly isPlaced: boolean;
  /** Whether it is called the time of an update. */
  readonly isUpdate: boolean;
}

/**
 * The time of publication. Front matter is the writer's word. Else the printed date and the declared one are weighed: they tell the same moment, and
 * the printed clock is the local one; or they are days apart, and the date beside 来源 or 发布 wins. The page's address tells the day where nothing else does.
 */
export function findPublished(page: Page, url: string | undefined): Field<string> | undefined {
  const claims = (page.analysis.declared?.published ?? []).map((claim) => localClaim(claim, page)).filter(({ value }) => value.slice(0, 10) <= page.analysis.now.slice(0, 10));
  const own = claims.find(({ from }) => from === 'frontMatter');
  if (own) return own;
  const claim = mostPrecise(claims);
  const printed = findPrinted(page, claim?.value.slice(0, 10));
  if (!claim) return printed?.field ?? addressDate(url, page);
  return printed ? weigh(printed, claim) : claim;
}

/** Greenwich time as that of China, where the page is Chinese; other pages do not tell their place. */
function localClaim({ value, from, isUtc }: DateClaim, { analysis }: Page): Field<string> {
  const moment = isUtc && analysis.language === 'zh' ? Date.parse(`${value}Z`) : NaN;
  return { value: Number.isNaN(moment) ? value : new Date(moment + CHINA).toISOString().slice(0, value.length), from };
}

/** The first claim, or one for the same day that has a clock. */
function mostPrecise(claims: readonly Field<string>[]): Field<string> | undefined {
  const [first] = claims;
  return first && (first.value.length > 10 ? first : claims.find(({ value }) => value.length > 10 && value.startsWith(first.value)) ?? first);
}

function weigh({ field, isPlaced, isUpdate }: Printed, claim: Field<string>): Field<string> {
  const days = Math.abs(Date.parse(field.value.slice(0, 10)) - Date.parse(claim.value.slice(0, 10))) / DAY;
  if (days > 1) return isPlaced && !isUpdate ? field : claim;
  if (isUpdate) return claim;
  return field.value.length > 10 || days > 0 || claim.value.length <= 10 ? field : claim;
}

/** The day in the page's address: `/2023/0512/`, `/t20230512_123.html`. */
function addressDate(url: string | undefined, { analysis }: Page): Field<string> | undefined {
  const value = url === undefined ? undefined : readAddressDate(url);
  return value === undefined || value > analysis.now.slice(0, 10) ? undefined : { value, from: 'address' };
}

/** The best of all printed dates by form, label, nearness to headline and body. Never the newest and never the most frequent, which are those of other pages. */
function findPrinted(page: Page, claimed: string | undefined): Printed | undefined {
  let best: Candidate | undefined;
  const lone = page.lines.filter((line) => line.cues.names.has('loneDate')).length;
  page.lines.forEach((line, index) => {
    for (const date of line.cues.dates) {
      if (!date.complete) continue;
      const score = scoreOf(page, index, date, lone) + (date.value.startsWith(claimed ?? '-') ? AGREED : 0);
      if (score >= ENOUGH && (!best || score > best.score)) best = { index, date, score };
    }
  });
  if (!best) return undefined;
  const { index, date } = best;
  const names = page.lines[index]?.cues.names, labels = page.lines[index]?.cues.labels ?? [];
  const isPlaced = labelOf(labels, date) !== undefined || labels.some(({ kind }) => kind === 'source') || (date.hasTime && names?.has('dateline') === true);
  return { field: fieldAt(page, index, date.start, date.end, 'dateline', date.value), isPlaced, isUpdate: isUpdate(page, index, date) };
}

/** The label that a date follows. */
function labelOf(labels: readonly LabelCue[], date: DateCue): LabelCue | undefined {
  return labels.find((label) => label.kind === 'date' && date.start >= label.valueStart - 1 && date.start <= label.valueStart + 2);
}

function isUpdate(page: Page, index: number, date: DateCue): boolean {
  const line = page.lines[index]?.normal ?? '';
  return /更新|修改|入稿|截[至止]|updated|modified/i.test(line.slice(Math.max(0, date.start - 12), date.start));
}

function scoreOf(page: Page, index: number, date: DateCue, lone: number): number {
  const line = page.lines[index];
  const verdict = page.verdicts[index];
  if (!line || !verdict) return -Infinity;
  let score = 3 + (date.hasTime ? 3 : 0) + (date.value.length > 16 ? 1 : 0);
  const isUpdated = isUpdate(page, index, date);
  if (labelOf(line.cues.labels, date) && !isUpdated) score += 5;
  else if (line.cues.labels.some((label) => label.kind === 'source' || label.kind === 'author' || label.kind === 'editor')) score += 4;
  if (isUpdated) score -= 1;
  if (verdict.reason === 'dateline' || verdict.reason === 'byline') score += 3;
  score += nearness(page, index);
  if (verdict.role === 'body') score -= (page.measures.prose[index] ?? 0) > 0 && !/版\s*\)/.test(line.normal.slice(date.end, date.end + 16)) ? 9 : 3;
  if (isElsewhere(page, index) || isListed(page, index)) score -= 10;
  if (/©|copyright/i.test(line.normal)) score -= 6;
  if (line.cues.names.has('loneDate') && lone >= 4) score -= 2;
  if (date.value.slice(0, 10) > page.analysis.now.slice(0, 10)) score -= 10;
  return score - Math.min(2, index / 200);
}

/** `江城地铁三号线试运行 2024-05-20` as a link or an item above the headline or behind the body: another page with its date. */
function isListed({ lines, headline, first, last }: Page, index: number): boolean {
  const line = lines[index];
  const isOutside = first >= 0 && (index > last || index < Math.min(first, headline?.index ?? first));
  return isOutside && line?.cues.names.has('datedItem') === true && (line.linked > 0.3 || line.cues.names.has('bullet'));
}

/** Close behind the headline is best, between headline and body good; a page with neither has its date at the top. */
function nearness(page: Page, index: number): number {
  const title = page.headline?.index;
  if (title !== undefined) {
    if (index > title && index <= title + 4) return 4;
    if (index === title) return -1;
    if (index < title && index >= title - 3) return 2;
  }
  if (page.first >= 0 && index < page.first && index >= page.first - 4) return 3;
  if (page.last >= 0 && index > page.last && index <= page.last + 4) return 1;
  return page.first >= 0 && index < page.first ? 0 : -1;
}

/**
 * When the page was saved, where the program that saved it says so; else the newest date on the page, as a bound: dates that stand alone
 * or in datelines, never those that sentences tell of.
 */
export function findCapturedNotBefore(page: Page, published: Field<string> | undefined): Field<string> | undefined {
  const told = (page.analysis.declared?.captured ?? []).map((claim) => localClaim(claim, page)).find(({ value }) => value.slice(0, 10) <= page.analysis.now.slice(0, 10));
  if (told) return told;
  const limit = [page.analysis.now.slice(0, 10), published?.value.slice(0, 10) ?? ''].sort().at(-1) ?? '';
  let newest: { readonly index: number; readonly date: DateCue } | undefined;
  page.lines.forEach((line, index) => {
    const names = line.cues.names;
    if (!names.has('loneDate') && !names.has('dateline') && page.verdicts[index]?.reason !== 'dateline') return;
    for (const date of line.cues.dates) {
      if (date.complete && date.value.slice(0, 10) <= limit && (!newest || date.value > newest.date.value)) newest = { index, date };
    }
  });
  if (!newest) return published && { value: published.value, from: 'page', ...(published.span && { span: published.span }) };
  const { index, date } = newest;
  if (published && published.value > date.value) return { value: published.value, from: 'page', ...(published.span && { span: published.span }) };
  return fieldAt(page, index, date.start, date.end, 'page', date.value);
}
