import type { Span } from '../document';
import { alignAround, seedPlaces, seedsIn } from './alignWithin';
import type { SearchText } from './searchText';

/** Where a quotation stands in an article: its folded letters, in `raw`, and as it is shown. */
export interface QuotationPlace { readonly folded: Span; readonly span: Span; readonly words: string }

/** Share of a quotation that has to stand in order where it does not stand as it is. */
const LEAST_SHARE = 0.75;

/** Marks that end what is quoted. */
const ENDING = /^[。！？!?…]+/;

/** Letters at either end of a quotation that may be others where it stands: they are taken along. */
const MOST_BESIDE = 4;

const seeds = new WeakMap<SearchText, ReadonlyMap<string, readonly number[]>>();

/** Finds folded words of a quotation in an article, whether that quotes them or not: as they are, else with a few letters changed, put in or left out. */
export function quotationPlace(text: SearchText, quotation: string): QuotationPlace | undefined {
  const at = text.text.indexOf(quotation), folded = at >= 0 ? { start: at, end: at + quotation.length } : closest(text, quotation);
  if (!folded) return undefined;
  const inside = text.toShown(folded), shown = { start: inside.start, end: inside.end + (ENDING.exec(text.shown.slice(inside.end))?.[0].length ?? 0) };
  return { folded, span: text.toRaw(shown), words: text.shown.slice(shown.start, shown.end) };
}

function closest(article: SearchText, quotation: string): Span | undefined {
  const { text } = article, places = seeds.get(article) ?? seedPlaces(text);
  seeds.set(article, places);
  const seed = seedsIn(quotation, text, places)[0], runs = seed ? alignAround(quotation, text, seed) : [];
  const first = runs[0], last = runs.at(-1), covered = runs.reduce((sum, { length }) => sum + length, 0);
  if (!first || !last || covered < quotation.length * LEAST_SHARE) return undefined;
  const before = Math.min(first.own, first.other, MOST_BESIDE), end = last.other + last.length, behind = quotation.length - last.own - last.length;
  return { start: first.other - before, end: Math.min(text.length, end + Math.min(behind, MOST_BESIDE)) };
}
