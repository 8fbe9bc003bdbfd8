import type { Analysis, Box } from '../cues/analysis';
import { letters } from '../cues/headline';
import { classify } from './classify';
import { boxesAround } from './pageTree';
import { boxKey, lineKey, type SiteProfile } from './siteProfile';

/**
 * Learns which lines recur on the pages of one site, and which boxes hold their bodies. Copies of one article count once, so that a page saved twice does
 * not make its own text a template.
 */
export function learnSite(analyses: readonly Analysis[]): SiteProfile {
  const articles = new Map<string, Page>();
  const known: Page[] = [];
  for (const analysis of analyses) {
    const longest = [...analysis.lines].sort((a, b) => b.normal.length - a.normal.length).slice(0, 3).map((line) => letters(line.normal.slice(0, 200)));
    const copy = longest.map((key) => articles.get(key)).find((page) => page !== undefined);
    const page = copy ?? { lines: new Set(), containers: new Set() };
    if (!copy) known.push(page);
    for (const key of longest) if (key.length >= 20) articles.set(key, page);
    for (const line of analysis.lines) { const key = lineKey(line); if (key !== undefined) page.lines.add(key); }
    const container = containerOf(analysis);
    if (container !== undefined) page.containers.add(container);
  }
  return { pages: known.length, lines: recurring(known.map(({ lines }) => lines)), containers: recurring(known.map(({ containers }) => containers)) };
}

/** The keys of the lines of an article, and of the boxes that hold it in its copies. */
interface Page { readonly lines: Set<string>; readonly containers: Set<string> }

/** How many of `sets` hold a key, for those keys that at least two hold. */
function recurring(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keys of sets) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts) if (count < 2) counts.delete(key);
  return counts;
}

/** What a page shows by itself does not change, and a site is learnt again with every page that joins it. */
const containers = new WeakMap<Analysis, string | undefined>();

function containerOf(analysis: Analysis): string | undefined {
  if (!analysis.boxes) return undefined;
  if (!containers.has(analysis)) containers.set(analysis, readContainer(analysis, analysis.boxes));
  return containers.get(analysis);
}

/** Of the letters of a body, the least that its container holds. */
const MOST = 0.9;

/** The key of the innermost box that holds the body, as the page is read by itself; undefined where nothing but the page does. */
function readContainer(analysis: Analysis, boxes: readonly Box[]): string | undefined {
  const { verdicts, measures } = classify(analysis, undefined);
  const held = new Float64Array(boxes.length);
  let all = 0;
  analysis.lines.forEach(({ place }, index) => {
    const letters = verdicts[index]?.role === 'body' ? measures.letters[index] ?? 0 : 0;
    all += letters;
    for (const box of boxesAround(place?.box ?? -1, boxes)) held[box] = (held[box] ?? 0) + letters;
  });
  const inner = held.reduce((best, letters, box) => (all > 0 && letters >= MOST * all ? box : best), -1);
  return inner < 0 || boxes[inner]?.tag === 'body' || boxes[inner]?.tag === 'html' ? undefined : boxKey(boxes, inner);
}
