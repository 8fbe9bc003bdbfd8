import { readFileSync } from 'node:fs';
import type { QuotationSource } from '../sources';
import { bare } from './passages';

/** What quotations are looked up in, to rule out a second reading of them. */
export interface Collection {
  readonly sources: readonly QuotationSource[];
  /** Whether words stand on any page, whatever the marks. */
  stands(words: string): boolean;
  /** Whether words share a run of so many characters with an article. */
  shares(words: string, length: number, source: QuotationSource): boolean;
  /** The same for the whole page. */
  sharesPage(words: string, length: number, source: QuotationSource): boolean;
}

function sharesRun(words: string, length: number, text: string): boolean {
  const plain = bare(words);
  for (let start = 0; start + length <= plain.length; start++) if (text.includes(plain.slice(start, start + length))) return true;
  return false;
}

/** Prepares sources to be searched. */
export function collectionOf(all: readonly QuotationSource[]): Collection {
  const sources = all.filter(source => source.body.length > 0);
  const pages = new Map(all.map(source => [source.name, bare(readFileSync(source.file, 'utf8').replace(/<[^>]+>/g, ''))]));
  const articles = new Map(all.map(source => [source.name, source.body.map(bare).join('')]));
  return {
    sources,
    stands: words => [...pages.values()].some(page => page.includes(bare(words))),
    shares: (words, length, { name }) => sharesRun(words, length, articles.get(name) ?? ''),
    sharesPage: (words, length, { name }) => sharesRun(words, length, pages.get(name) ?? ''),
  };
}
