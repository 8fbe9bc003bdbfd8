import type { Line } from '../cues/analysis';
import { headlineKey, letters } from '../cues/headline';

/** The line that prints the title which the page declares: a heading before another line, the last of equals before the text; -1 where none does. */
export function findTitle(lines: readonly Line[], titles: readonly string[]): number {
  const keys = titles.map(headlineKey).filter((key) => key.length >= 4);
  const told = new Set(keys.flatMap((key) => [...key]));
  let best = -1, most = 0;
  lines.forEach((line, index) => {
    if (line.normal.length > 160 || line.normal.length < 4 || !mostly(line.normal, told)) return;
    const key = headlineKey(line.normal);
    if (key.length < 4) return;
    const match = Math.max(0, ...keys.map((whole) => (whole.includes(key) ? key.length / whole.length : key.includes(whole) ? whole.length / key.length : 0)));
    const score = match < 0.4 ? 0 : match + (line.kind === 'heading' ? 0.5 : 0);
    if (score > most) { most = score; best = index; }
  });
  return best;
}

/** Whether at least half of a line's first characters are among `characters`: cheap to ask before anything is compared. */
function mostly(text: string, characters: ReadonlySet<string>): boolean {
  let hits = 0;
  const length = Math.min(16, text.length);
  for (let at = 0; at < length; at++) if (characters.has(text.charAt(at).toLowerCase())) hits++;
  return hits * 2 >= length;
}

const GRAM = 6;

/** Runs of letters of a text that the page tells of itself. */
export function gramsOf(text: string): ReadonlySet<string> {
  const key = letters(text.slice(0, 20000)), grams = new Set<string>();
  for (let at = 0; at + GRAM <= key.length; at++) grams.add(key.slice(at, at + GRAM));
  return grams;
}

/** The share of a line's runs of letters that stand in `grams`, 0 to 1. */
export function shareOf(normal: string, grams: ReadonlySet<string>): number {
  const key = letters(normal.slice(0, 400));
  let hits = 0;
  for (let at = 0; at + GRAM <= key.length; at += 2) if (grams.has(key.slice(at, at + GRAM))) hits += 2;
  return key.length < GRAM ? 0 : hits / (key.length - GRAM + 1);
}
