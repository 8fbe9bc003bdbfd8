import type { Result } from '../../document';
import type { BibliographyError } from '../bibliography';
import type { CslDate, CslItem, CslName } from '../cslItem';
import { isoDate } from '../itemWords';
import { readNames } from '../readItem';
import { findBibEntries } from './bibEntries';
import { markText, MARK_FIELD } from './seedbedField';

/** `text` with `items` added at the end as BibLaTeX; every other byte stays. Without a text, a new file. An entry that is not closed would swallow them. */
export function addBibEntries(text: string | undefined, items: readonly CslItem[]): Result<string, BibliographyError> {
  const { entries, problems } = findBibEntries(text ?? ''), unclosed = problems.find(({ kind }) => kind === 'unclosed');
  if (unclosed) return { ok: false, error: { kind: 'unclosed', line: (text ?? '').slice(0, unclosed.span.start).split('\n').length } };
  const present = new Set(entries.map(({ key }) => key)), taken = items.find(({ id }) => present.has(id));
  return taken ? { ok: false, error: { kind: 'taken', key: taken.id } } : { ok: true, value: appended(text, items.map(item => ({ ...item, id: bibKey(item.id) }))) };
}

function appended(text: string | undefined, items: readonly CslItem[]): string {
  const eol = text?.includes('\r\n') ? '\r\n' : '\n', before = text ?? '';
  const entries = items.map(item => `${toBibEntry(item)}\n`).join('\n').replace(/\n/g, eol);
  const gap = before.replace(/^\uFEFF/, '').trim() === '' || /\n\s*\n[ \t]*$/.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  return `${before}${gap}${entries}`;
}

/** A key as BibLaTeX takes it: what would end it, or stands for something else there, becomes a hyphen. */
const bibKey = (key: string): string => key.replace(/[\s{}(),=#%"'\\~@]+/gu, '-');

/** Types of BibLaTeX by those of CSL; what stands on the web by itself is `online`, and so is what has no type of its own. */
const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'article', 'article-journal': 'article', 'article-magazine': 'article', book: 'book', chapter: 'incollection', 'entry-encyclopedia': 'inreference',
  'paper-conference': 'inproceedings', thesis: 'thesis', report: 'report', patent: 'patent', dataset: 'dataset', software: 'software', manuscript: 'unpublished', legislation: 'legislation',
};

const SUBTYPES: Readonly<Record<string, string>> = { 'article-newspaper': 'newspaper', 'article-magazine': 'magazine' };

/** What a piece stands in has a name of its own for each type. */
const CONTAINERS: Readonly<Record<string, string>> = { article: 'journaltitle', incollection: 'booktitle', inreference: 'booktitle', inproceedings: 'booktitle', online: 'organization', misc: 'organization' };

/** Names of languages that BibLaTeX knows; Chinese keeps its code, which tells its script, as it has no names for that. */
const LANGUAGES: Readonly<Record<string, string>> = { ja: 'japanese', en: 'english', fr: 'french', de: 'german', es: 'spanish', ru: 'russian', ko: 'korean' };

/** An item as BibLaTeX; Chinese stays as it is, names are held together by braces. */
export function toBibEntry(item: CslItem): string {
  const lines = bibFields(item).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${typeOf(item)}{${item.id},`, ...lines, '}'].join('\n');
}

const typeOf = ({ type, URL }: CslItem): string => TYPES[type] ?? (type === 'document' && URL === undefined ? 'misc' : 'online');

/** What an item says in fields of BibLaTeX, in order; the values stand for themselves in braces. */
export function bibFields(item: CslItem): readonly (readonly [name: string, value: string])[] {
  const type = typeOf(item), others = item as unknown as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => escaped(wordsOf(others[name]));
  const isArticle = type === 'article';
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(readNames(others['translator']))],
    ['title', titled(item.title)],
    [CONTAINERS[type] ?? '', CONTAINERS[type] && titled(item['container-title'])],
    ['entrysubtype', SUBTYPES[item.type]],
    ['series', text('collection-title')],
    ['type', text('genre')],
    ['edition', text('edition')],
    ['volume', text('volume')],
    ['number', isArticle ? text('issue') : text('number') ?? text('collection-number')],
    ['pages', text('page')?.replace(/(\d)[-–](\d)/g, '$1--$2')],
    ['publisher', escaped(item.publisher)],
    ['location', text('publisher-place')],
    ['date', date(item.issued)],
    ['doi', wordsOf(others['DOI'])?.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['isbn', text('ISBN')],
    ['issn', text('ISSN')],
    ['url', item.URL?.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', date(item.accessed)],
    ['langid', languageOf(item)],
    ['note', text('note')],
    [MARK_FIELD, item.custom?.seedbed && markText(item.custom.seedbed)],
  ];
  return fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
}

/** Programs write English titles in small letters unless braces keep the capitals. */
const titled = (title: string | undefined): string | undefined => (title !== undefined && /.\p{Lu}/u.test(title) ? `{${escaped(title) ?? ''}}` : escaped(title));

const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);

function languageOf({ language = '' }: CslItem): string | undefined {
  const code = language.slice(0, 2).toLowerCase();
  return code === 'zh' ? language.replace(/[^\w-]/g, '') : LANGUAGES[code];
}

/** A day, month or year; the first and the last of a range. */
function date(when: CslDate | undefined): string | undefined {
  return when?.['date-parts'].map(parts => isoDate({ 'date-parts': [parts] })).join('/');
}

const names = (list: readonly CslName[] | undefined): string | undefined => list?.map(written).filter(name => name !== '').join(' and ');

/** `von Family, Suffix, Given`; a literal name is held together by braces. */
function written(name: CslName): string {
  if (name.literal !== undefined) return `{${escaped(name.literal) ?? ''}}`;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(part => part).join(' ');
  return [family, name.suffix, name.given].filter(part => part).map(part => escaped(part) ?? '').join(', ');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '{\\textbackslash}', '~': '{\\textasciitilde}', '^': '\\^{}' };

/** The characters that TeX would take for its own. */
const escaped = (text: string | undefined): string | undefined => text?.replace(/[\\~^{}%&#_$]/g, mark => ESCAPES[mark] ?? `\\${mark}`);
