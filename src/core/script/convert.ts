import type { OwnWords, ScriptTarget, Writing } from '../document';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { openccChain, type Locale } from './openccPairs';
import { withOwnWords } from './ownWords';
import { replaceWords, splitAtWords, type Segmented } from './segments';

/** Whether a text is converted, is `already` what is asked for, or has `nothing` that could be converted without harm. */
export type ConversionNeed = 'convert' | 'already' | 'nothing';

interface Pair { readonly from: Locale; readonly to: Locale }

/** Whose conversion gives each target. */
const toLocale: Readonly<Record<Exclude<ScriptTarget, 'as-saved'>, Locale>> = { hans: 'cn', hant: 't', tw: 'tw', twp: 'twp', hk: 'hk', hkp: 'hkp', jp: 'jp' };

/** What a text is in already: a text from Taiwan has the words of Taiwan. */
const alreadyIn: Readonly<Record<Locale, readonly ScriptTarget[]>> = {
  cn: ['hans'], t: ['hant'], tw: ['tw', 'twp'], hk: ['hk', 'hkp'], jp: ['jp'], twp: [], hkp: [],
};

/** What asking for `target` means for a text that is written so. */
export function conversionFor(from: Writing, target: ScriptTarget): ConversionNeed {
  const pair = pairFor(from, target);
  return typeof pair === 'string' ? pair : 'convert';
}

/** `base` in the script of `target`, or `base` itself where `conversionFor` says that nothing is converted; own words come before any dictionary. */
export function convert(base: MappedText, from: Writing, target: ScriptTarget, tables: Tables, words?: OwnWords): MappedText {
  const pair = pairFor(from, target);
  return typeof pair === 'string' ? base : convertParts(withOwnWords(base, words, target, tables), pair, tables);
}

/** The converted text alone. */
export function convertText(text: string, from: Writing, target: ScriptTarget, tables: Tables, words?: OwnWords): string {
  return convert(mapped(text), from, target, tables, words).text;
}

/** `base` through opencc's conversion from one locale to another, whatever it is written in. */
export function convertPair(base: MappedText, from: Locale, to: Locale, tables: Tables): MappedText {
  return from === to ? base : convertParts({ text: base, segments: { ends: [base.text.length] } }, { from, to }, tables);
}

/**
 * Traditional text is never sent through the Simplified dictionaries: they would turn 了 into 瞭 and 布 into 佈. Mixed text can only become
 * Simplified, for the same reason. Japanese has no words in the dictionaries of Taiwan and Hong Kong, so it gets their characters alone.
 */
function pairFor(writing: Writing, target: ScriptTarget): Pair | Exclude<ConversionNeed, 'convert'> {
  if (target === 'as-saved') return 'already';
  const from = fromLocale(writing);
  if (writing.script === 'mixed' && target !== 'hans') return 'nothing';
  if (from === undefined || alreadyIn[from].includes(target)) return 'already';
  const to = toLocale[target];
  if (from === 'jp' && (to === 'twp' || to === 'hkp')) return { from, to: to === 'twp' ? 'tw' : 'hk' };
  return { from, to };
}

function fromLocale({ script, region }: Writing): Locale | undefined {
  switch (script) {
    case 'Hans': return 'cn';
    case 'Hant': return region === 'TW' ? 'tw' : region === 'HK' ? 'hk' : 't';
    case 'mixed': return 't';
    case 'Jpan': return 'jp';
    case 'none': return undefined;
  }
}

function convertParts(parts: Segmented, { from, to }: Pair, tables: Tables): MappedText {
  const { normalization, segmentation, conversion } = openccChain(from, to, tables);
  const normal = normalization.reduce(replaceWords, parts);
  const split = segmentation ? splitAtWords(normal, segmentation) : normal;
  return conversion.reduce(replaceWords, split).text;
}
