import { lineForm } from '../corrections/wordKeys';
import type { Analysis, Line } from '../cues/analysis';
import { isFrameLine } from '../judge/siteProfile';
import type { Shelved } from './shelved';

/** Lines kept of a site without an address, to know it again by. */
const KEPT = 8;
/** A line of one or two letters stands on the pages of many sites. */
const SHORTEST = 3;

/** Pages of a site that are looked through for its lines. */
const LOOKED_AT = 100;

const known = new WeakMap<readonly Analysis[], ReadonlySet<string>>();

/** The pages of a source's site; the source alone before sites are learnt. */
export const sitePages = (source: Shelved): readonly Analysis[] => source.site?.pages ?? [source.analysis];

/** The first pages of a source's site: what stands on most of a large site stands on most of these. */
export const firstPages = (source: Shelved): readonly Analysis[] => sitePages(source).slice(0, LOOKED_AT);

/** The forms of all short lines on the first pages of a source's site. */
export function siteForms(source: Shelved): ReadonlySet<string> {
  const pages = sitePages(source);
  const forms = known.get(pages) ?? new Set(firstPages(source).flatMap(page => page.lines.filter(isFrameLine).map(line => lineForm(line.text))));
  known.set(pages, forms);
  return forms;
}

/**
 * The lines by which a site without an address is known again: those that stand on most of its pages. Of equals the longer one tells
 * more; on a page that stands alone the shorter one, as its long lines are likely its own.
 */
export function tellingLines(pages: readonly Analysis[]): readonly string[] {
  const counts = new Map<string, { readonly text: string; pages: number }>();
  for (const page of pages) {
    const lines = new Map(page.lines.filter(isTelling).map(line => [lineForm(line.text), line.text.trim()]));
    for (const [form, text] of lines) {
      const counted = counts.get(form) ?? { text, pages: 0 };
      counted.pages++;
      counts.set(form, counted);
    }
  }
  const longFirst = pages.length > 1 ? 1 : -1;
  const common = [...counts.values()].filter(line => line.pages * 2 > pages.length);
  common.sort((a, b) => b.pages - a.pages || (b.text.length - a.text.length) * longFirst);
  return common.slice(0, KEPT).map(line => line.text);
}

/** A line with a number in it is more likely a date than part of the frame. */
const isTelling = (line: Line): boolean => {
  const form = lineForm(line.text);
  return isFrameLine(line) && form.length >= SHORTEST && !form.includes('#');
};
