import type { Line } from '../cues/analysis';
import type { Measures } from './measures';

/** Lines `start` to `end` (exclusive) list other pages, each item with its own date. */
export interface Feed { readonly start: number; readonly end: number }

const FEWEST = 3;
const WIDEST = 4;

/**
 * Lists in which items and lone dates alternate at a steady pace. A chronicle is left alone: its dates climb and carry no
 * clock. Seed 000 (bullet, teaser, date) and 001 (teaser, date) are the model.
 */
export function findFeeds(lines: readonly Line[], m: Measures): readonly Feed[] {
  const feeds: Feed[] = [];
  let group: number[] = [];
  const close = (): void => {
    if (group.length >= FEWEST && isFeed(group, lines, m)) feeds.push(extent(group, lines));
    group = [];
  };
  lines.forEach((line, index) => {
    if (!line.cues.names.has('loneDate') && !line.cues.names.has('ago')) return;
    const last = group.at(-1);
    const before = group.at(-2);
    const pace = last !== undefined && before !== undefined ? last - before : undefined;
    const step = last === undefined ? undefined : index - last;
    if (step !== undefined && (step > WIDEST + 1 || (pace !== undefined && Math.abs(step - pace) > 1))) close();
    group.push(index);
  });
  close();
  return feeds;
}

/** Numbers of the lines that stand in no feed. */
export function withoutFeeds(lines: readonly Line[], feeds: readonly Feed[]): readonly number[] {
  const kept: number[] = [];
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    while (next < feeds.length && (feeds[next]?.end ?? 0) <= index) next++;
    if (index < (feeds[next]?.start ?? Infinity)) kept.push(index);
  }
  return kept;
}

function isFeed(group: readonly number[], lines: readonly Line[], m: Measures): boolean {
  const dates = group.map((index) => lines[index]?.cues.dates[0]);
  if (dates.every((date) => date === undefined)) return true;
  const clocks = dates.filter((date) => date?.hasTime).length / group.length;
  const values = dates.map((date) => date?.value ?? '');
  const falls = values.every((value, index) => index === 0 || value.slice(0, 10) <= (values[index - 1] ?? '').slice(0, 10));
  const climbs = values.every((value, index) => index === 0 || value > (values[index - 1] ?? ''));
  let longest = 0;
  for (let index = group[0] ?? 0, next = 0; index < (group.at(-1) ?? 0); index++) {
    if (index === group[next]) next++;
    else longest = Math.max(longest, m.letters[index] ?? 0);
  }
  if (longest <= 40) return !climbs || clocks >= 0.5;
  return clocks >= 0.5 || (falls && !climbs);
}

/** From the item of the first date to the last date; or from the first date to the item of the last where dates come first. */
function extent(group: readonly number[], lines: readonly Line[]): Feed {
  const first = group[0] ?? 0, last = group.at(-1) ?? first;
  const steps = group.slice(1).map((index, at) => index - (group[at] ?? 0)).sort((a, b) => a - b);
  const items = (steps[Math.floor(steps.length / 2)] ?? 1) - 1;
  let start = first;
  while (start > 0 && first - start < items && !stops(lines[start - 1])) start--;
  if (start < first || items === 0) return { start, end: last + 1 };
  let end = last + 1;
  while (end < lines.length && end - last <= items && !stops(lines[end])) end++;
  return { start, end };
}

function stops(line: Line | undefined): boolean {
  const names = line?.cues.names;
  return !names || names.has('listHeading') || names.has('editor') || names.has('dateline') || names.has('widget') || names.has('credit');
}
