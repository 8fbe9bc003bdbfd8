import type { Line } from '../cues/analysis';
import type { CueName } from '../cues/lineCues';
import { kinship } from './kinship';
import type { Measures } from './measures';
import { placeNames, type Places } from './places';

const CUES: readonly CueName[] = [
  'bullet', 'counter', 'separator', 'url', 'loneDate', 'breadcrumb', 'dateline', 'sourceLine', 'byline', 'editor', 'credit', 'readingBar', 'listHeading',
  'recommends', 'share', 'navigation', 'menu', 'widget', 'mood', 'comment', 'advertisement', 'licence', 'disclaimer', 'caption', 'spam', 'agency', 'titleTag',
  'ago', 'datedItem',
];
const NEAR = [-3, -2, -1, 1, 2, 3] as const;
const WINDOWS = [4, 12] as const;

const LOCAL = ['letters', 'sentence', 'commas', 'digits', 'latin', 'spaces', 'little', 'prose', 'indented', 'linked', 'repeats', 'colonEnd', 'quote', 'numbered', 'ellipsis', 'exclaims', 'heading', 'latinSentence'];
const AROUND = ['letters', 'prose', 'frame', 'bullet', 'date', 'sameIndent', 'linked', 'heading'];
const PAGE = [
  'position', 'proseBefore', 'sinceDateline', 'proseSinceDateline', 'untilDateline', 'hasDateline', 'sinceListHeading', 'sinceEditor', 'untilEditor', 'runShare',
  'isBestRun', 'beforeBestRun', 'afterBestRun', 'pageProse', 'pageLines', 'pageFrame', 'pageIndent', 'datesBefore', 'proseAfter', 'pageLinked', 'pageLatin', 'linkedBefore', 'linkedAfter', 'kin', 'kinBefore', 'kinAfter',
];

/** Names of the features in their order; a model is only good for the list it was trained on. */
export const featureNames: readonly string[] = [
  ...LOCAL, ...CUES,
  ...NEAR.flatMap((at) => AROUND.map((name) => `${name}${at}`)),
  ...WINDOWS.flatMap((size) => ['prose', 'frame', 'lines'].flatMap((name) => [`${name}Before${size}`, `${name}After${size}`])),
  ...PAGE,
];

/** The same for a page that has a tree. */
export const treeFeatureNames: readonly string[] = [...featureNames, ...placeNames];

/** Gives the features of line `index` into `out`, which has room for all of `featureNames`, or of `treeFeatureNames` where there are places. */
export type FillFeatures = (index: number, out: Float32Array) => void;

/** Prepares the sums over the page that features need, so that each line costs the same whatever the page's length. */
export function featuresOf(lines: readonly Line[], m: Measures, places?: Places): FillFeatures {
  const page = readPage(lines, m);
  return (index, out) => {
    let at = 0;
    const put = (value: number): void => { out[at++] = value; };
    const line = lines[index];
    if (!line) throw new RangeError(`no line ${index}`);
    putLocal(put, line, m, index);
    for (const name of CUES) put(line.cues.names.has(name) ? 1 : 0);
    for (const step of NEAR) putNeighbour(put, lines[index + step], line, m, index + step);
    for (const size of WINDOWS) {
      for (const sums of [page.prose, page.frame, page.index]) {
        put(sumOf(sums, index - size, index));
        put(sumOf(sums, index + 1, index + 1 + size));
      }
    }
    putPage(put, page, index, m.count);
    places?.put(index, put);
  };
}

function putLocal(put: (value: number) => void, line: Line, m: Measures, index: number): void {
  const text = line.normal;
  put(Math.log1p(m.letters[index] ?? 0));
  put(m.sentence[index] ?? 0);
  put(Math.min(8, m.commas[index] ?? 0));
  put(m.digits[index] ?? 0);
  put(m.latin[index] ?? 0);
  put(m.spaces[index] ?? 0);
  put(m.little[index] ?? 0);
  put((m.prose[index] ?? 0) > 0 ? 1 : 0);
  put(line.indented ? 1 : 0);
  put(line.linked);
  put(Math.min(4, m.repeats[index] ?? 1));
  put(text.endsWith(':') ? 1 : 0);
  put(/[“"「『]/.test(text.slice(0, 400)) ? 1 : 0);
  put(/^\s*[([]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)\].、:]/.test(text) ? 1 : 0);
  put(/(?:\.{3}|…)\s*$/.test(text) ? 1 : 0);
  put(/[!?]/.test(text.slice(-3)) ? 1 : 0);
  put(line.kind === 'heading' ? 1 : 0);
  put(/[a-z]{2}[.!?][”"')]?$/.test(text) ? 1 : 0);
}

function putNeighbour(put: (value: number) => void, near: Line | undefined, line: Line, m: Measures, index: number): void {
  if (!near) { for (let left = AROUND.length; left > 0; left--) put(-1); return; }
  put(Math.log1p(m.letters[index] ?? 0));
  put((m.prose[index] ?? 0) > 0 ? 1 : 0);
  put(m.frame[index] ?? 0);
  put(near.cues.names.has('bullet') ? 1 : 0);
  put(near.cues.names.has('loneDate') || near.cues.names.has('dateline') || near.cues.names.has('ago') ? 1 : 0);
  put(near.indented === line.indented ? 1 : 0);
  put(near.linked);
  put(near.kind === 'heading' ? 1 : 0);
}

interface Page {
  readonly prose: Float64Array;
  readonly frame: Float64Array;
  readonly index: Float64Array;
  readonly linked: Float64Array;
  readonly latin: number;
  readonly kin: Float32Array;
  readonly kinSum: Float64Array;
  readonly dates: Float64Array;
  readonly sinceDateline: Float32Array;
  readonly datelineAt: Int32Array;
  readonly untilDateline: Float32Array;
  readonly sinceListHeading: Float32Array;
  readonly sinceEditor: Float32Array;
  readonly untilEditor: Float32Array;
  readonly runShare: Float32Array;
  readonly bestRun: readonly [start: number, end: number];
  readonly indent: number;
}

const FAR = 60;

function readPage(lines: readonly Line[], m: Measures): Page {
  const has = (index: number, ...names: readonly CueName[]): boolean => names.some((name) => lines[index]?.cues.names.has(name));
  const isDateline = (index: number): boolean => (has(index, 'dateline') || (has(index, 'sourceLine') && index < m.count)) && !has(index, 'loneDate');
  const runs = findRuns(m);
  const kin = kinship(lines, m, runs.best);
  return {
    prose: runningSum(m.count, (index) => m.prose[index] ?? 0),
    frame: runningSum(m.count, (index) => m.frame[index] ?? 0),
    index: runningSum(m.count, () => 1),
    kin, kinSum: runningSum(m.count, (index) => kin[index] ?? 0),
    linked: runningSum(m.count, (index) => lines[index]?.linked ?? 0),
    latin: m.latin.reduce((sum, share) => sum + share, 0) / Math.max(1, m.count),
    dates: runningSum(m.count, (index) => (has(index, 'loneDate', 'ago', 'datedItem') ? 1 : 0)),
    sinceDateline: distances(m.count, isDateline, 1), untilDateline: distances(m.count, isDateline, -1), datelineAt: lastSeen(m.count, isDateline),
    sinceListHeading: distances(m.count, (index) => has(index, 'listHeading'), 1),
    sinceEditor: distances(m.count, (index) => has(index, 'editor'), 1), untilEditor: distances(m.count, (index) => has(index, 'editor'), -1),
    runShare: runs.share, bestRun: runs.best,
    indent: lines.reduce((sum, line, index) => sum + (line.indented && (m.prose[index] ?? 0) > 0 ? 1 : 0), 0) / Math.max(1, m.prose.reduce((sum, letters) => sum + (letters > 0 ? 1 : 0), 0)),
  };
}

function putPage(put: (value: number) => void, page: Page, index: number, count: number): void {
  const all = page.prose[count] ?? 0;
  const dateline = page.datelineAt[index] ?? -1;
  put(index / Math.max(1, count));
  put((page.prose[index] ?? 0) / Math.max(1, all));
  put(page.sinceDateline[index] ?? FAR);
  put(dateline < 0 ? -1 : Math.log1p((page.prose[index] ?? 0) - (page.prose[dateline] ?? 0)));
  put(page.untilDateline[index] ?? FAR);
  put(dateline < 0 ? 0 : 1);
  put(page.sinceListHeading[index] ?? FAR);
  put(page.sinceEditor[index] ?? FAR);
  put(page.untilEditor[index] ?? FAR);
  put(page.runShare[index] ?? 0);
  const [start, end] = page.bestRun;
  put(index >= start && index < end ? 1 : 0);
  put(Math.min(FAR, Math.max(0, start - index)));
  put(Math.min(FAR, Math.max(0, index - end + 1)));
  put(Math.log1p(all));
  put(Math.log1p(count));
  put((page.frame[count] ?? 0) / Math.max(1, count));
  put(page.indent);
  put(Math.min(FAR, page.dates[index] ?? 0));
  put(Math.log1p(Math.max(0, all - (page.prose[index + 1] ?? all))));
  put((page.linked[count] ?? 0) / Math.max(1, count));
  put(page.latin);
  put(sumOf(page.linked, index - 8, index));
  put(sumOf(page.linked, index + 1, index + 9));
  put(page.kin[index] ?? 0);
  put(sumOf(page.kinSum, index - 4, index));
  put(sumOf(page.kinSum, index + 1, index + 5));
}

function runningSum(count: number, value: (index: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) sums[index + 1] = (sums[index] ?? 0) + value(index);
  return sums;
}

function sumOf(sums: Float64Array, from: number, to: number): number {
  const last = sums.length - 1;
  return (sums[Math.max(0, Math.min(last, to))] ?? 0) - (sums[Math.max(0, Math.min(last, from))] ?? 0);
}

function lastSeen(count: number, is: (index: number) => boolean): Int32Array {
  const out = new Int32Array(count);
  let last = -1;
  for (let index = 0; index < count; index++) { out[index] = last; if (is(index)) last = index; }
  return out;
}

function distances(count: number, is: (index: number) => boolean, step: 1 | -1): Float32Array {
  const out = new Float32Array(count).fill(FAR);
  let last = -1;
  for (let n = 0; n < count; n++) {
    const index = step === 1 ? n : count - 1 - n;
    if (last >= 0) out[index] = Math.min(FAR, Math.abs(index - last));
    if (is(index)) last = index;
  }
  return out;
}

/** Stretches of prose that hold together over up to three other lines, each with its share of the largest one's letters. */
function findRuns(m: Measures): { readonly share: Float32Array; readonly best: readonly [number, number] } {
  const share = new Float32Array(m.count);
  const runs: { start: number; end: number; letters: number }[] = [];
  let open: { start: number; end: number; letters: number } | undefined;
  for (let index = 0; index < m.count; index++) {
    const letters = m.prose[index] ?? 0;
    if (letters === 0) continue;
    if (open && index - open.end <= 3) { open.end = index + 1; open.letters += letters; } else { open = { start: index, end: index + 1, letters }; runs.push(open); }
  }
  const best = runs.reduce((top, run) => (run.letters > top.letters ? run : top), { start: 0, end: 0, letters: 0 });
  for (const run of runs) share.fill(run.letters / Math.max(1, best.letters), run.start, run.end);
  return { share, best: [best.start, best.end] };
}
