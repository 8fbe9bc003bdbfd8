import type { Analysis, Box, Line } from '../cues/analysis';
import { NOTHING_DECLARED } from '../cues/declared';
import { normalLine } from '../cues/normal';
import type { Measures } from './measures';

/** What a page says of itself that shows where its text is: its titles, and the beginning or the whole of its article. */
export interface Told { readonly titles: readonly string[]; readonly text: string }

/** The tree of a page, and what it tells of itself. */
export interface PageTree { readonly boxes: readonly Box[]; readonly told: Told }

/** The tree of a page with what the page tells of itself; undefined where it has none. */
export function treeOf({ boxes, declared }: Pick<Analysis, 'boxes' | 'declared'>): PageTree | undefined {
  if (!boxes) return undefined;
  const { titles, summaries } = declared ?? NOTHING_DECLARED;
  const longest = summaries.reduce((text, { value }) => (value.length > text.length ? value : text), '');
  return { boxes, told: { titles: titles.map(({ value }) => normalLine(value)), text: normalLine(longest) } };
}

/** What a box holds, boxes in it included. */
export interface Sums { readonly letters: Float64Array; readonly prose: Float64Array; readonly linked: Float64Array; readonly blocks: Float64Array; readonly proseBlocks: Float64Array; readonly headings: Float64Array }

/** What every box holds; linear in boxes and blocks. */
export function sumUp(lines: readonly Line[], boxes: readonly Box[], m: Measures): Sums {
  const column = (): Float64Array => new Float64Array(boxes.length);
  const sums = { letters: column(), prose: column(), linked: column(), blocks: column(), proseBlocks: column(), headings: column() };
  lines.forEach((line, index) => {
    const box = line.place?.box ?? -1;
    if (box < 0) return;
    const letters = m.letters[index] ?? 0, prose = m.prose[index] ?? 0;
    add(sums.letters, box, letters);
    add(sums.prose, box, prose);
    add(sums.linked, box, letters * line.linked);
    add(sums.blocks, box, 1);
    add(sums.proseBlocks, box, prose > 0 ? 1 : 0);
    add(sums.headings, box, line.kind === 'heading' ? 1 : 0);
  });
  for (const values of Object.values(sums)) {
    for (let box = boxes.length - 1; box > 0; box--) { const parent = boxes[box]?.parent ?? -1; if (parent >= 0) add(values, parent, values[box] ?? 0); }
  }
  return sums;
}

function add(values: Float64Array, at: number, value: number): void { values[at] = (values[at] ?? 0) + value; }

/** The boxes around a block, from the inside, that hold more blocks than the one before. */
export function levelsOf(inner: number, boxes: readonly Box[], { blocks }: Sums, most: number): readonly number[] {
  const levels: number[] = [];
  for (let box = inner, held = 1; box >= 0 && levels.length < most; box = boxes[box]?.parent ?? -1) {
    const holds = blocks[box] ?? 0;
    if (holds > held) { levels.push(box); held = holds; }
  }
  return levels;
}

/** The box whose own levels hold most running text without links, after Readability's scores of parents and grandparents. */
export function bestBox(lines: readonly Line[], levels: readonly (readonly number[])[], boxes: readonly Box[], sums: Sums, m: Measures): number {
  const scores = new Float64Array(boxes.length);
  lines.forEach((line, index) => {
    const gain = (m.prose[index] ?? 0) * (1 - line.linked);
    if (gain > 0) levels[index]?.slice(0, 3).forEach((box, level) => add(scores, box, gain / (1 << level)));
  });
  let best = -1, most = 0;
  scores.forEach((score, box) => {
    const value = score * (1 - (sums.linked[box] ?? 0) / Math.max(1, sums.letters[box] ?? 1));
    if (value > most) { most = value; best = box; }
  });
  return best;
}

/** 1 for `outer` and every box in it. */
export function isInside(boxes: readonly Box[], outer: number): Uint8Array {
  const inside = new Uint8Array(boxes.length);
  boxes.forEach((box, at) => { inside[at] = at === outer || inside[box.parent] === 1 ? 1 : 0; });
  return inside;
}

/** A box and those around it, from the inside. */
export function boxesAround(inner: number, boxes: readonly Box[]): readonly number[] {
  const around: number[] = [];
  for (let box = inner; box >= 0; box = boxes[box]?.parent ?? -1) around.push(box);
  return around;
}
