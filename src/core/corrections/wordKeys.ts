import { letters } from '../cues/headline';
import { normalLine } from '../cues/normal';

/** How many letters of a block tell it from others; a paragraph seldom begins as another does for so long. */
const TELLING = 60;

/** What is compared of a block: its first letters and digits, or its marks where it has no others. */
export function blockKey(text: string): string {
  return letters(normalLine(text)).slice(0, TELLING) || text.trim();
}

/** The beginning of a block's text that has the same `blockKey`, as one line. */
export function blockExcerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const key = blockKey(line);
  for (let end = TELLING; end < line.length; end++) {
    const cut = line.slice(0, end);
    if (!/[\ud800-\udbff]$/.test(cut) && blockKey(cut) === key) return cut;
  }
  return line;
}

/** What is compared of a line on pages of a site: its letters, every number the same, so that 点击量:12 is like 点击量:3456. */
export function lineForm(text: string): string {
  return letters(normalLine(text)).replace(/\p{N}+/gu, '#') || text.trim();
}
