import { writtenDates } from '../text/writtenDates';
import type { SourceSummary } from './summary';

/** What a search reads of a source, folded, with the weight of a hit. */
export interface SearchEntry { readonly summary: SourceSummary; readonly fields: readonly (readonly [weight: number, text: string])[] }

type Fold = (text: string) => string;

/** Prepares a source for searching; `fold` makes both scripts, both widths and both cases one. */
export function toSearchEntry(summary: SourceSummary, fold: Fold): SearchEntry {
  return {
    summary,
    fields: [
      [8, fold([summary.title, ...summary.series].join('\n'))],
      [5, fold(`${summary.publisher ?? ''}\n${summary.site ?? ''}`)],
      [5, fold(summary.citekey)],
      [4, fold([...summary.authors, ...summary.editors].join('\n'))],
      [3, fold(writtenDates(summary.published ?? ''))],
      [1, fold(summary.path)],
    ],
  };
}

/** Sources in which every word of `query` occurs, best first, then newest; all of them for an empty query. A scan: 5,000 sources take a few milliseconds. */
export function searchEntries(entries: Iterable<SearchEntry>, query: string, fold: Fold): readonly SourceSummary[] {
  const words = query.split(/\s+/).map(fold).filter(word => word !== '');
  const hits: { readonly summary: SourceSummary; readonly score: number }[] = [];
  for (const entry of entries) {
    const scores = words.map(word => scoreOf(entry, word));
    if (scores.every(score => score > 0)) hits.push({ summary: entry.summary, score: scores.reduce((sum, score) => sum + score, 0) });
  }
  return hits.sort((a, b) => b.score - a.score || newestFirst(a.summary, b.summary)).map(hit => hit.summary);
}

/** The weight of the best field that holds the word, half as much again where the field begins with it. */
function scoreOf(entry: SearchEntry, word: string): number {
  return entry.fields.reduce((best, [weight, text]) => {
    const at = text.indexOf(word);
    return at < 0 ? best : Math.max(best, at === 0 ? weight * 1.5 : weight);
  }, 0);
}

function newestFirst(a: SourceSummary, b: SourceSummary): number {
  const x = a.published ?? '', y = b.published ?? '';
  return x !== y ? (x < y ? 1 : -1) : a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
