import type { Line } from '../cues/analysis';
import { letters, readHeadline } from '../cues/headline';
import type { CueName } from '../cues/lineCues';

/** What a sub-headline gains by standing closer to date and body; one with a comma tells more of the story. */
const SUBTITLE = 1.8, CLAUSES = 3;
/** A line that is one of these is neither headline nor sub-headline. */
const TAGGED: readonly CueName[] = ['share', 'widget', 'comment', 'advertisement', 'listHeading', 'credit', 'bullet'];

/** What a line is ahead of the one below it where that reads like its sub-headline, which is nearer to the date and takes up a word of it. */
export function gainOver(title: Line | undefined, below: Line | undefined): number {
  if (!title || !below || title.normal.length < 8 || below.cues.dates.length > 0) return 0;
  const isPlain = ({ normal, cues }: Line): boolean => readHeadline(normal).series.length === 0 && !TAGGED.some((name) => cues.names.has(name));
  const one = letters(title.normal), other = letters(below.normal);
  if (!isPlain(title) || !isPlain(below) || one.includes(other) || other.includes(one) || !sharesPair(one, other)) return 0;
  return below.normal.includes(',') && !title.normal.includes(',') ? CLAUSES : SUBTITLE;
}

/** Whether two characters in a row of one text stand in the other. */
function sharesPair(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at++) if (/^[\u4e00-\u9fff]{2}$/.test(one.slice(at, at + 2)) && other.includes(one.slice(at, at + 2))) return true;
  return false;
}
