import type { Region } from '../document';
import { pairOf, regionBit, regionWords, type RegionWord, type RegionWords } from '../text/regionWords';
import type { Tables } from '../text/tables';

/** What the mainland needs against each of the others, of words that it has and the other has not: so many, and so many times as many as the other way round. */
const mainlandNeeds = { words: 3, lead: 1.5 };

/** The same for Taiwan and Hong Kong; in a headline one word is enough. */
const regionalNeeds = { words: 2, lead: 2 };
const headline = 60;

const regions = ['CN', 'TW', 'HK'] as const;

/** Where a Traditional text was written, by the words and characters that some regions write and others do not, one at least that is its own; undefined where they do not tell. */
export function detectRegion(text: string, tables: Tables): Region | undefined {
  const hits = countRegionWords(text, tables);
  const words = text.length <= headline ? 1 : regionalNeeds.words;
  const leads = (region: Region, other: Region): boolean => {
    const needs = region === 'CN' ? mainlandNeeds : { ...regionalNeeds, words };
    const own = wordsOf(hits, region, other);
    return own >= needs.words && own > needs.lead * wordsOf(hits, other, region);
  };
  const isNamed = (region: Region): boolean => (hits[regionBit[region]] ?? 0) > 0;
  return regions.find(region => isNamed(region) && regions.every(other => other === region || leads(region, other)));
}

/** How many words `region` has and `other` has not. */
function wordsOf(hits: Uint32Array, region: Region, other: Region): number {
  return hits.reduce((sum, count, bits) => ((bits & regionBit[region]) !== 0 && (bits & regionBit[other]) === 0 ? sum + count : sum), 0);
}

/** Occurrences of words by the regions that write them, as bits. */
function countRegionWords(text: string, tables: Tables): Uint32Array {
  const words = regionWords(tables);
  const hits = new Uint32Array(8);
  for (let index = 0; index < text.length; index += 1) {
    const start = words.starts[text.charCodeAt(index)] ?? 0;
    const found = start > 0 && wordAt(text, index, words, start);
    if (!found) continue;
    hits[found.regions] = (hits[found.regions] ?? 0) + 1;
    index += found.word.length - 1;
  }
  return hits;
}

function wordAt(text: string, index: number, { pairs, groups }: RegionWords, start: number): RegionWord | undefined {
  const first = text.charCodeAt(index);
  if (pairs[pairOf(first, text.charCodeAt(index + 1))] === 0 && pairs[pairOf(first, 0)] === 0) return undefined;
  return groups[start]?.find(({ word }) => text.startsWith(word, index));
}
