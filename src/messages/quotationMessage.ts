import type { SourceId } from '../core/document';
import type { Change, CriticalKind } from '../core/quote/changes';
import type { CheckedQuotation } from '../core/quote/check';
import { toldChanges } from '../core/quote/finding';
import type { FoldedWay } from '../core/quote/foldedWays';
import type { Localiser } from './localiser';

/** Changes that one message tells. */
const MOST_TOLD = 4;

/** More characters of a change than these are cut. */
const LONGEST = 30;

/** Says what a verdict found; undefined where there is nothing to say. */
export function quotationMessage({ quotation, verdict }: CheckedQuotation, titleOf: (source: SourceId) => string, l10n: Localiser): string | undefined {
  switch (verdict.kind) {
    case 'verbatim': case 'elided': return undefined;
    case 'folded': return l10n.t('“{0}” has the same words, but for: {1}.', titleOf(verdict.source), listed(verdict.ways.map(way => wayWords(way, l10n)), l10n));
    case 'differs': return l10n.t('The words are not those of “{0}”: {1}', titleOf(verdict.source), changeWords(verdict.changes, quotation.text, verdict.passage.exact, l10n));
    case 'critical': return criticalWords(toldChanges(verdict.changes)[0]?.critical, titleOf(verdict.source), changeWords(toldChanges(verdict.changes), quotation.text, verdict.passage.exact, l10n), l10n);
    case 'elsewhere': return elsewhereWords(verdict, titleOf, l10n);
    case 'hidden': return verdict.reason === 'related' || verdict.reason === 'recommended'
      ? l10n.t('“{0}” has these words only in the teaser of another article.', titleOf(verdict.source))
      : l10n.t('“{0}” has these words only outside its article.', titleOf(verdict.source));
    case 'notFound': return verdict.searched === 'cited' ? l10n.t('These words are not in “{0}”.', listed(verdict.cited.map(titleOf), l10n)) : l10n.t('These words are not in “{0}”, nor in any other source.', listed(verdict.cited.map(titleOf), l10n));
  }
}

function elsewhereWords({ cited, others }: Extract<CheckedQuotation['verdict'], { readonly kind: 'elsewhere' }>, titleOf: (source: SourceId) => string, l10n: Localiser): string {
  const [best] = others, from = listed(cited.map(titleOf), l10n), to = best ? titleOf(best.source) : '';
  if (best?.kind === 'differs' || best?.kind === 'critical') return l10n.t('These words are not in “{0}”; “{1}” has words like these.', from, to);
  return others.length > 1 ? l10n.t('These words are not in “{0}”, but in “{1}” and other sources.', from, to) : l10n.t('These words are not in “{0}”, but in “{1}”.', from, to);
}

function criticalWords(kind: CriticalKind | undefined, title: string, changes: string, l10n: Localiser): string {
  switch (kind) {
    case 'unit': return l10n.t('Another unit than in “{0}”: {1}', title, changes);
    case 'negation': return l10n.t('A negation more or less than in “{0}”: {1}', title, changes);
    case 'name': return l10n.t('Another name than in “{0}”: {1}', title, changes);
    default: return l10n.t('Another number than in “{0}”: {1}', title, changes);
  }
}

function changeWords(changes: readonly Change[], words: string, passage: string, l10n: Localiser): string {
  const told = changes.slice(0, MOST_TOLD).map(({ note, source }) => {
    const ours = cut(words.slice(note.start, note.end)), theirs = cut(passage.slice(source.start, source.end));
    if (ours === '') return l10n.t('“{0}” is missing.', theirs);
    return theirs === '' ? l10n.t('“{0}” is not in the source.', ours) : l10n.t('“{0}” is “{1}” in the source.', ours, theirs);
  });
  const more = changes.length - told.length;
  return [...told, ...more > 0 ? [l10n.t('{0} more.', more)] : []].join(' ');
}

function cut(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

function wayWords(way: FoldedWay, l10n: Localiser): string {
  switch (way) {
    case 'script': return l10n.t('Chinese script');
    case 'words': return l10n.t('words of another region');
    case 'width': return l10n.t('width of letters');
    case 'punctuation': return l10n.t('punctuation');
    case 'damage': return l10n.t('damage that is repaired in the source');
  }
}

const listed = (words: readonly string[], { language }: Localiser): string => new Intl.ListFormat(language, { type: 'unit' }).format(words);
