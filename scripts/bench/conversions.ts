import { Converter } from 'opencc-js';
import { convertPair } from '../../src/core/script/convert';
import { locales, type Locale } from '../../src/core/script/openccPairs';
import { mapped } from '../../src/core/text/mappedText';
import type { Tables } from '../../src/core/text/tables';

export interface ComparedPair { readonly from: Locale; readonly to: Locale; /** UTF-16 units that were converted. */ readonly length: number; readonly different: number }

/** Every pair of opencc-js over all `texts`, and how many of them come out otherwise than from opencc-js itself. */
export function comparePairs(texts: readonly string[], tables: Tables): readonly ComparedPair[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return locales.flatMap(from => locales.filter(to => to !== from).map((to) => {
    const theirs = Converter({ from, to });
    const different = texts.filter(text => convertPair(mapped(text), from, to, tables).text !== theirs(text)).length;
    return { from, to, length, different };
  }));
}
