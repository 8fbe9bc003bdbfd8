import * as vscode from 'vscode';
import type { ReadError, RepairKind, ScriptTarget, Writing } from '../core/document';
import type { GroupKey, Grouping } from '../core/library/groups';
import type { ReaderPage } from '../protocol';
import type { SourceSummary } from '../worker/port';

/** Says why a file could not be read, and what can be done about it. */
export function errorWords(error: ReadError): string {
  switch (error.kind) {
    case 'empty': return vscode.l10n.t('The file is empty.');
    case 'binary': return vscode.l10n.t('This is not a text file. Save the page again as text or Markdown.');
    case 'noPage': return vscode.l10n.t('The archive holds no page. Save the page again.');
    case 'tooLarge': return vscode.l10n.t('The file is too large to read: {0} MB, and Seedbed reads up to {1} MB.', megabytes(error.bytes), megabytes(error.limit));
    case 'missing': return vscode.l10n.t('The file is no longer there.');
    case 'forbidden': return vscode.l10n.t('Seedbed has no permission to read this. Change the rights of the file or folder, then refresh.');
    case 'unsupported': return vscode.l10n.t('Seedbed does not read {0} files yet.', error.format);
    case 'failed': return vscode.l10n.t('The file could not be read: {0}', error.message);
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString(vscode.env.language, { maximumFractionDigits: 1 });

/** The name of a group in the tree. */
export function groupWords(key: GroupKey): string {
  switch (key.kind) {
    case 'year': return new Intl.DateTimeFormat(vscode.env.language, { year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(key.year, 0));
    case 'month': return new Intl.DateTimeFormat(vscode.env.language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(key.year, key.month - 1));
    case 'topic': return key.label;
    case 'publisher': return key.name;
    case 'undated': return vscode.l10n.t('No Date');
    case 'noTopic': return vscode.l10n.t('Other');
    case 'noPublisher': return vscode.l10n.t('Publisher Unknown');
    case 'unreadable': return vscode.l10n.t('Not Readable');
  }
}

/** The name of an arrangement of the tree, as it stands in the pick list. */
export function groupingWords(grouping: Grouping): string {
  switch (grouping) {
    case 'date': return vscode.l10n.t('Date');
    case 'topic': return vscode.l10n.t('Topic');
    case 'publisher': return vscode.l10n.t('Publisher');
    case 'dateTopic': return vscode.l10n.t('Date, then Topic');
  }
}

/** What a text is written in; undefined where it holds no Chinese or Japanese, or too little to tell. */
export function writingWords({ script, region }: Writing): string | undefined {
  switch (script) {
    case 'Hans': return vscode.l10n.t('Simplified Chinese');
    case 'Hant': return traditionalWords(region);
    case 'mixed': return vscode.l10n.t('Simplified and Traditional mixed');
    case 'Jpan': return vscode.l10n.t('Japanese');
    case 'none': return undefined;
  }
}

function traditionalWords(region: Writing['region']): string {
  switch (region) {
    case 'TW': return vscode.l10n.t('Traditional Chinese (Taiwan)');
    case 'HK': return vscode.l10n.t('Traditional Chinese (Hong Kong)');
    case 'CN': return vscode.l10n.t('Traditional Chinese, mainland wording');
    case undefined: return vscode.l10n.t('Traditional Chinese');
  }
}

/** The name of a script to show or convert to. */
export function scriptWords(target: ScriptTarget): string {
  switch (target) {
    case 'as-saved': return vscode.l10n.t('As saved');
    case 'hans': return vscode.l10n.t('Simplified');
    case 'hant': return vscode.l10n.t('Traditional');
    case 'tw': return vscode.l10n.t('Traditional (Taiwan)');
    case 'twp': return vscode.l10n.t('Traditional (Taiwan, local words)');
    case 'hk': return vscode.l10n.t('Traditional (Hong Kong)');
    case 'hkp': return vscode.l10n.t('Traditional (Hong Kong, local words)');
    case 'jp': return vscode.l10n.t('Japanese kanji');
  }
}

/** Why a text was not converted. */
export function unchangedWords(from: Writing, target: ScriptTarget): string {
  const words = writingWords(from);
  if (words === undefined) return vscode.l10n.t('There is no Chinese here that could be converted.');
  if (from.script === 'mixed') return vscode.l10n.t('Simplified and Traditional are mixed here. Such text can be converted to Simplified only: a conversion to Traditional would spoil what is Traditional already.');
  if (from.script === 'Jpan' && target !== 'jp') return vscode.l10n.t('Japanese text cannot be converted to “{0}”.', scriptWords(target));
  return vscode.l10n.t('Nothing was converted: the text is in that script already ({0}).', words);
}

/** A printed time such as `2025-06-04T14:44` in the words of the display language, to the printed precision. */
export function dateWords(printed: string): string {
  const [year, month, day, hour, minute, second] = (printed.match(/\d+/g) ?? []).map(Number);
  if (year === undefined) return printed;
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) format.month = 'long';
  if (day !== undefined) format.day = 'numeric';
  if (hour !== undefined) Object.assign(format, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return new Intl.DateTimeFormat(vscode.env.language, format).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0));
}

/** What a source is called where it has no headline: the beginning of its text, else the name of its file. */
export function titleWords(source: SourceSummary): string {
  if (source.title) return source.title;
  return source.lead ? `${[...source.lead].slice(0, 24).join('')}…` : source.path.slice(source.path.lastIndexOf('/') + 1);
}

/** `人民日报 · 2025-06-04`: what stands beside a title in the tree and in pick lists. */
export const bylineWords = (source: SourceSummary): string => [source.publisher, source.published?.slice(0, 10)].filter(Boolean).join(' · ');

/** One line that tells what was repaired in a page; undefined where nothing was. */
export function repairWords(repairs: ReaderPage['repairs']): string | undefined {
  if (repairs.length === 0) return undefined;
  const parts = repairs.map(each => repairCountWords(each.kind, each.count));
  const guesses = repairs.reduce((sum, each) => sum + each.uncertain, 0);
  const sentence = vscode.l10n.t('Repaired here, not in the file: {0}.', new Intl.ListFormat(vscode.env.language).format(parts));
  if (guesses === 0) return sentence;
  return `${sentence} ${guesses === 1 ? vscode.l10n.t('One repair holds a guess; it is marked.') : vscode.l10n.t('{0} repairs hold a guess; they are marked.', guesses)}`;
}

function repairCountWords(kind: RepairKind, count: number): string {
  const one = count === 1;
  switch (kind) {
    case 'pinyinGloss': return one ? vscode.l10n.t('1 pinyin gloss taken out') : vscode.l10n.t('{0} pinyin glosses taken out', count);
    case 'shiftedBytes': return one ? vscode.l10n.t('1 garbled passage restored') : vscode.l10n.t('{0} garbled passages restored', count);
    case 'letterSpacing': return one ? vscode.l10n.t('1 spaced-out word joined') : vscode.l10n.t('{0} spaced-out words joined', count);
    case 'mojibake': return one ? vscode.l10n.t('1 passage in the wrong encoding restored') : vscode.l10n.t('{0} passages in the wrong encoding restored', count);
    case 'invisible': return one ? vscode.l10n.t('1 invisible character taken out') : vscode.l10n.t('{0} invisible characters taken out', count);
    case 'compatibility': return one ? vscode.l10n.t('1 look-alike character replaced') : vscode.l10n.t('{0} look-alike characters replaced', count);
    case 'entity': return one ? vscode.l10n.t('1 HTML entity decoded') : vscode.l10n.t('{0} HTML entities decoded', count);
    case 'spamLine': return one ? vscode.l10n.t('1 line of spam taken out') : vscode.l10n.t('{0} lines of spam taken out', count);
    case 'punctuation': return one ? vscode.l10n.t('1 mark given its full width back') : vscode.l10n.t('{0} marks given their full width back', count);
  }
}
