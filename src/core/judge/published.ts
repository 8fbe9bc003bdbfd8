import type { Field } from '../document';
import type { DateCue } from '../cues/dates';
import { fieldAt, isElsewhere, type Page } from './page';

interface Candidate { readonly index: number; readonly date: DateCue; readonly score: number }

/** A date below this score is none: that of a menu, of a picture, of another page. */
const ENOUGH = 6;

/**
 * The time of publication: the best of all printed dates by form, label, nearness to headline and body. Never the newest
 * and never the most frequent, which are those of other pages.
 */
export function findPublished(page: Page): Field<string> | undefined {
  let best: Candidate | undefined;
  const lone = page.lines.filter((line) => line.cues.names.has('loneDate')).length;
  page.lines.forEach((line, index) => {
    for (const date of line.cues.dates) {
      if (!date.complete) continue;
      const score = scoreOf(page, index, date, lone);
      if (score >= ENOUGH && (!best || score > best.score)) best = { index, date, score };
    }
  });
  if (!best) return undefined;
  const { index, date } = best;
  return fieldAt(page, index, date.start, date.end, 'dateline', date.value);
}

function scoreOf(page: Page, index: number, date: DateCue, lone: number): number {
  const line = page.lines[index];
  const verdict = page.verdicts[index];
  if (!line || !verdict) return -Infinity;
  const before = line.normal.slice(Math.max(0, date.start - 8), date.start);
  let score = 3 + (date.hasTime ? 3 : 0) + (date.value.length > 16 ? 1 : 0);
  if (line.cues.labels.some((label) => label.kind === 'date' && date.start >= label.valueStart - 1 && date.start <= label.valueStart + 2)) score += 5;
  else if (line.cues.labels.some((label) => label.kind === 'source' || label.kind === 'author' || label.kind === 'editor')) score += 4;
  if (/更新|修改|入稿|截[至止]|updated/i.test(before)) score -= 2;
  if (verdict.reason === 'dateline' || verdict.reason === 'byline') score += 3;
  score += nearness(page, index);
  if (verdict.role === 'body') score -= (page.measures.prose[index] ?? 0) > 0 && !/版\s*\)/.test(line.normal.slice(date.end, date.end + 16)) ? 9 : 3;
  if (isElsewhere(page, index)) score -= 10;
  if (/©|copyright/i.test(line.normal)) score -= 6;
  if (line.cues.names.has('loneDate') && lone >= 4) score -= 2;
  if (date.value.slice(0, 10) > page.analysis.now.slice(0, 10)) score -= 10;
  return score - Math.min(2, index / 200);
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
 * The newest date on the page, as a bound for the day it was saved: dates that stand alone or in datelines, never those
 * that sentences tell of.
 */
export function findCapturedNotBefore(page: Page, published: Field<string> | undefined): Field<string> | undefined {
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
