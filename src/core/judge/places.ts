import type { Box, Line } from '../cues/analysis';
import { boxSorts, sortsOf } from '../cues/boxWords';
import type { Measures } from './measures';
import { bestBox, boxesAround, isInside, levelsOf, sumUp, type PageTree, type Sums } from './pageTree';
import { findTitle, gramsOf, shareOf } from './toldText';

/** Levels of boxes around a block that are looked at; each holds more blocks than the one before. */
const LEVELS = 4;
const LEVEL = ['letters', 'prose', 'linked', 'blocks', 'proseBlocks', 'headings'];
const FARTHEST = 9;
const TAGS = ['p', 'div', 'li', 'td', 'section', 'other'];

/** Names of the features of `placesOf`, in their order. */
export const placeNames: readonly string[] = [
  'strong', 'pictured', 'centred', ...TAGS.map((tag) => `tag:${tag}`), 'isAlone',
  ...Array.from({ length: LEVELS }, (_, level) => LEVEL.map((name) => `${name}@${level + 1}`)).flat(),
  ...boxSorts.map((sort) => `to:${sort}`), 'articleLetters', 'articleLinked',
  'inBest', 'toBest', 'bestBefore', 'bestAfter', 'pastBest',
  ...['kind', 'siblings'].flatMap((group) => ['letters', 'linked', 'blocks', 'prose'].map((name) => `${group}:${name}`)), 'isBestKind',
  'isTitle', 'sinceTitle', 'proseSinceTitle', 'untilTitle', 'titleSteps', 'titleShare', 'told',
  'sameBox-1', 'sameBox1', 'sameKind-1', 'sameKind1',
];

/** Blocks of one setting: same tag and names, in a box of the same tag and names. */
interface Kind { letters: number; linked: number; prose: number; blocks: number }

/** What features ask of the tree of a page. */
export interface Places {
  /** Gives the features of where block `index` stands through `put`, as many as `placeNames`. */
  put(index: number, put: (value: number) => void): void;
}

/** Prepares what features ask of the page's tree; linear in its boxes and blocks. */
export function placesOf(lines: readonly Line[], { boxes, told }: PageTree, m: Measures): Places {
  const sums = sumUp(lines, boxes, m);
  const levelsAt = remember((box: number) => levelsOf(box, boxes, sums, LEVELS)), levels = lines.map((line) => levelsAt(line.place?.box ?? -1));
  const near = distances(boxes);
  const best = bestBox(lines, levels, boxes, sums, m);
  const before = proseBefore(lines, boxes, m, best);
  const kinds = findKinds(lines, boxes, m, kindKey), siblings = findKinds(lines, boxes, m, (box) => `${box.tag} ${box.parent}`);
  const all = { letters: Math.max(1, total(m.letters)), prose: Math.max(1, total(m.prose)) };
  const bestKind = [...new Set(kinds)].reduce<Kind | undefined>((top, kind) => (kind && (!top || kind.prose > top.prose) ? kind : top), undefined);
  const title = findTitle(lines, told.titles), grams = gramsOf(told.text);
  const prose = runningSum(m.prose), upTitle = title < 0 ? [] : boxesAround(lines[title]?.place?.box ?? -1, boxes);
  const put: Places['put'] = (index, put) => {
    const line = lines[index], place = line?.place;
    if (!line || !place) throw new RangeError(`block ${index} has no place`);
    const box = boxes[place.box];
    put(place.strong);
    put(place.pictured ? 1 : 0);
    put(place.centred ? 1 : 0);
    const tag = TAGS.indexOf(box?.tag ?? '');
    TAGS.forEach((_, at) => put(at === (tag < 0 ? TAGS.length - 1 : tag) ? 1 : 0));
    put((sums.blocks[place.box] ?? 1) === 1 ? 1 : 0);
    for (let level = 0; level < LEVELS; level++) putLevel(put, levels[index]?.[level], sums, all);
    for (let sort = 0; sort < boxSorts.length; sort++) put(near[place.box * boxSorts.length + sort] ?? FARTHEST);
    putArticle(put, place.box, boxes, near, sums, all);
    putBest(put, index, place.box, { boxes, best, before, levels: levels[index] ?? [] });
    const kind = kinds[index];
    for (const each of [kind, siblings[index]]) putKind(put, each, all);
    put(kind !== undefined && kind === bestKind ? 1 : 0);
    putTitle(put, index, title, place.box, { boxes, up: upTitle, sums, prose });
    put(grams.size === 0 ? -1 : shareOf(line.normal, grams));
    for (const step of [-1, 1]) put(levels[index + step]?.[0] === levels[index]?.[0] ? 1 : 0);
    for (const step of [-1, 1]) put(kinds[index + step] === kind ? 1 : 0);
  };
  return { put };
}

function putKind(put: (value: number) => void, kind: Kind | undefined, all: { readonly letters: number; readonly prose: number }): void {
  put((kind?.letters ?? 0) / all.letters);
  put((kind?.linked ?? 0) / Math.max(1, kind?.letters ?? 1));
  put(Math.log1p(kind?.blocks ?? 0));
  put((kind?.prose ?? 0) / all.prose);
}

/** The function with its answers kept by number, as many blocks stand in one box. */
function remember<T>(answer: (key: number) => T): (key: number) => T {
  const answers = new Map<number, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = answer(key);
    answers.set(key, found);
    return found;
  };
}

const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

/** How many boxes up the nearest one of each sort is; `FARTHEST` where there is none. */
function distances(boxes: readonly Box[]): Uint8Array {
  const sorts = boxSorts.length, near = new Uint8Array(boxes.length * sorts).fill(FARTHEST);
  const sortsAt = new Map<string, number>();
  boxes.forEach((box, at) => {
    const key = `${box.tag} ${box.names}`, own = sortsAt.get(key) ?? sortsOf(box);
    sortsAt.set(key, own);
    for (let sort = 0; sort < sorts; sort++) {
      const above = box.parent < 0 ? FARTHEST : near[box.parent * sorts + sort] ?? FARTHEST;
      near[at * sorts + sort] = own >> sort & 1 ? 0 : Math.min(FARTHEST, above + 1);
    }
  });
  return near;
}

/** Running sum of the prose in `best`, one longer than the lines. */
function proseBefore(lines: readonly Line[], boxes: readonly Box[], m: Measures, best: number): Float64Array {
  const sums = new Float64Array(lines.length + 1);
  const inside = isInside(boxes, best);
  lines.forEach((line, index) => { sums[index + 1] = (sums[index] ?? 0) + (inside[line.place?.box ?? -1] === 1 ? m.prose[index] ?? 0 : 0); });
  return sums;
}

interface Best { readonly boxes: readonly Box[]; readonly best: number; readonly before: Float64Array; readonly levels: readonly number[] }

function putBest(put: (value: number) => void, index: number, box: number, { boxes, best, before, levels }: Best): void {
  let steps = 0, at = box;
  while (at >= 0 && at !== best && steps < 60) { at = boxes[at]?.parent ?? -1; steps++; }
  const inside = at === best && best >= 0;
  const held = Math.max(1, before[before.length - 1] ?? 1);
  put(inside ? 1 : 0);
  put(inside ? levels.indexOf(best) : -2);
  put((before[index] ?? 0) / held);
  put((held - (before[index + 1] ?? 0)) / held);
  put(!inside && (before[index] ?? 0) >= held ? 1 : 0);
}

function putLevel(put: (value: number) => void, box: number | undefined, sums: Sums, all: { readonly letters: number; readonly prose: number }): void {
  if (box === undefined) { for (let left = LEVEL.length; left > 0; left--) put(-1); return; }
  const letters = sums.letters[box] ?? 0;
  put(letters / all.letters);
  put((sums.prose[box] ?? 0) / all.prose);
  put((sums.linked[box] ?? 0) / Math.max(1, letters));
  put(Math.log1p(sums.blocks[box] ?? 0));
  put((sums.proseBlocks[box] ?? 0) / Math.max(1, sums.blocks[box] ?? 1));
  put((sums.headings[box] ?? 0) / Math.max(1, sums.blocks[box] ?? 1));
}

/** How much of the page the nearest box holds that is named as an article's, and how much of that is links. */
function putArticle(put: (value: number) => void, box: number, boxes: readonly Box[], near: Uint8Array, sums: Sums, all: { readonly letters: number }): void {
  const steps = near[box * boxSorts.length] ?? FARTHEST;
  let at = box;
  for (let step = 0; step < steps; step++) at = boxes[at]?.parent ?? -1;
  const found = steps < FARTHEST && at >= 0;
  put(found ? (sums.letters[at] ?? 0) / all.letters : -1);
  put(found ? (sums.linked[at] ?? 0) / Math.max(1, sums.letters[at] ?? 1) : -1);
}

const FAR = 60;

interface TitleGround { readonly boxes: readonly Box[]; readonly up: readonly number[]; readonly sums: Sums; readonly prose: Float64Array }

/** How far a block stands from the printed title, in lines, in letters of prose, and by the box that holds both. */
function putTitle(put: (value: number) => void, index: number, title: number, box: number, { boxes, up, sums, prose }: TitleGround): void {
  if (title < 0) { for (let left = 6; left > 0; left--) put(-2); return; }
  put(index === title ? 1 : 0);
  put(index > title ? Math.min(FAR, index - title) : -1);
  put(index > title ? Math.log1p((prose[index] ?? 0) - (prose[title + 1] ?? 0)) : -1);
  put(index < title ? Math.min(FAR, title - index) : -1);
  let shared = box;
  while (shared >= 0 && !up.includes(shared)) shared = boxes[shared]?.parent ?? -1;
  put(Math.min(20, up.indexOf(shared)));
  put((sums.blocks[shared] ?? 0) / Math.max(1, sums.blocks[0] ?? 1));
}

function runningSum(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => { sums[index + 1] = (sums[index] ?? 0) + value; });
  return sums;
}

/** Same tag and names, in a box of the same tag and names. */
function kindKey(box: Box, outer: Box | undefined): string {
  return `${box.tag} ${box.names}>${outer?.tag ?? ''} ${outer?.names ?? ''}`;
}

function findKinds(lines: readonly Line[], boxes: readonly Box[], m: Measures, keyOf: (box: Box, outer: Box | undefined) => string): readonly (Kind | undefined)[] {
  const kinds = new Map<string, Kind>();
  const kindAt = remember((at: number) => {
    const box = boxes[at];
    if (!box) return undefined;
    const key = keyOf(box, boxes[box.parent]), kind = kinds.get(key) ?? { letters: 0, linked: 0, prose: 0, blocks: 0 };
    kinds.set(key, kind);
    return kind;
  });
  return lines.map((line, index) => {
    const kind = kindAt(line.place?.box ?? -1);
    if (!kind) return undefined;
    const letters = m.letters[index] ?? 0;
    kind.letters += letters;
    kind.linked += letters * line.linked;
    kind.prose += m.prose[index] ?? 0;
    kind.blocks++;
    return kind;
  });
}
