import type { Line } from '../cues/analysis';
import type { Measures } from './measures';

const SAMPLE = 12000;
const HEAD = 240;

/**
 * For each line which part of its pairs of characters the largest stretch of prose uses elsewhere, 0 to 1: an article
 * speaks of one thing, the lists around it of others.
 */
export function kinship(lines: readonly Line[], m: Measures, [start, end]: readonly [start: number, end: number]): Float32Array {
  const counts = new Map<number, number>();
  let taken = 0;
  for (let index = start; index < end && taken < SAMPLE; index++) {
    if ((m.prose[index] ?? 0) === 0) continue;
    const text = (lines[index]?.normal ?? '').slice(0, SAMPLE - taken);
    taken += text.length;
    for (const pair of pairs(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return Float32Array.from(lines, (line, index) => {
    const least = index >= start && index < end && (m.prose[index] ?? 0) > 0 ? 2 : 1;
    let all = 0, hits = 0;
    for (const pair of pairs(line.normal.slice(0, HEAD))) {
      all++;
      if ((counts.get(pair) ?? 0) >= least) hits++;
    }
    return all === 0 ? 0 : hits / all;
  });
}

/** Pairs of neighbouring letters as numbers; in Latin text, of the first letters of words and what follows them. */
function* pairs(text: string): Generator<number> {
  for (let at = 0; at + 1 < text.length; at++) {
    const a = text.charCodeAt(at), b = text.charCodeAt(at + 1);
    if (isLetter(a) && isLetter(b)) yield a < 0x3000 ? ((a * 31 + b) * 31 + (text.charCodeAt(at + 2) || 0)) * 31 + (text.charCodeAt(at + 3) || 0) : a * 65536 + b;
  }
}

const isLetter = (code: number): boolean => code >= 0x3400 || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f);
