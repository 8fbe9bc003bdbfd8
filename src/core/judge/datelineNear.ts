import type { Line } from '../cues/analysis';
import type { CueName } from '../cues/lineCues';
import type { Measures } from './measures';

/** The card of an account, as its posts print it below the headline. */
const ACCOUNT = /^\s*(?:微信号|微信ID|功能介绍|收录于合集|收录于话题)(?![\u4e00-\u9fff]{6})/;
const DATELINES: readonly CueName[] = ['dateline', 'sourceLine', 'byline'];
const FAR = 10;

const isDateline = (line: Line | undefined): boolean => line !== undefined && DATELINES.some((name) => line.cues.names.has(name));

/** 2.5 for a line right above a dateline, or above another date close to the body at `first`, less with a line or two between; 0 for others. */
export function datesNext(lines: readonly Line[], index: number, first: number): number {
  for (let step = 1; step <= 3; step++) if (isDateline(lines[index + step])) return 3.5 - step;
  const next = lines[index + 1];
  if (next && next.normal.length <= 50 && index + 4 >= first && next.cues.dates.some(({ complete }) => complete)) return 2;
  return lines.slice(index + 1, index + 5).some(({ normal }) => ACCOUNT.test(normal)) ? 2.5 : 0;
}

/** Whether a dateline that follows something like a headline stands closely above: what comes behind it is a line of the article, a caption or a repetition. */
export function isBehindDateline(lines: readonly Line[], m: Measures, index: number): boolean {
  for (let at = index - 1; at > 0 && at >= index - FAR; at--) {
    const names = lines[at]?.cues.names;
    if (!names?.has('dateline') || names.has('datedItem') || names.has('bullet')) continue;
    return [at - 1, at - 2].some((above) => isLikeHeadline(lines[above], m.letters[above] ?? 0));
  }
  return false;
}

function isLikeHeadline(line: Line | undefined, letters: number): boolean {
  const names = line?.cues.names;
  return names !== undefined && letters >= 6 && letters <= 45 && !isDateline(line) && !['bullet', 'breadcrumb', 'navigation', 'menu', 'share', 'controls', 'listHeading', 'datedItem', 'url', 'credit'].some((name) => names.has(name as CueName));
}
