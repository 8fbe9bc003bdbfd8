import type { Result } from '../../document';
import type { BibliographyError } from '../bibliography';
import type { CslDate, CslItem, CslName } from '../cslItem';
import { isoDate } from '../itemWords';
import { findBibEntries } from './bibEntries';
import { markText, MARK_FIELD } from './seedbedField';

/** `text` with `item` added at the end as BibLaTeX; every other byte stays. Without a text, a new file. An entry that is not closed would swallow it. */
export function addBibEntry(text: string | undefined, item: CslItem): Result<string, BibliographyError> {
  const { entries, problems } = findBibEntries(text ?? ''), unclosed = problems.find(({ kind }) => kind === 'unclosed');
  if (unclosed) return { ok: false, error: { kind: 'unclosed', line: (text ?? '').slice(0, unclosed.span.start).split('\n').length } };
  if (entries.some(({ key }) => key === item.id)) return { ok: false, error: { kind: 'taken', key: item.id } };
  return { ok: true, value: appended(text, item) };
}

function appended(text: string | undefined, item: CslItem): string {
  const eol = text?.includes('\r\n') ? '\r\n' : '\n', before = text ?? '';
  const entry = toBibEntry(item).replace(/\n/g, eol);
  const gap = before.replace(/^\uFEFF/, '').trim() === '' || /\n\s*\n[ \t]*$/.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  return `${before}${gap}${entry}${eol}`;
}

const TYPES: Readonly<Record<string, string>> = { 'article-newspaper': 'article', 'article-journal': 'article', 'article-magazine': 'article', book: 'book', thesis: 'thesis', report: 'report' };
const LANGUAGES: Readonly<Record<string, string>> = { zh: 'chinese', ja: 'japanese', en: 'english' };

/** An item as BibLaTeX; Chinese stays as it is, names are held together by braces. */
export function toBibEntry(item: CslItem): string {
  const lines = bibFields(item).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${typeOf(item)}{${item.id},`, ...lines, '}'].join('\n');
}

const typeOf = ({ type }: CslItem): string => TYPES[type] ?? 'online';

/** What an item says in fields of BibLaTeX, in order; the values stand for themselves in braces. */
export function bibFields(item: CslItem): readonly (readonly [name: string, value: string])[] {
  const type = typeOf(item), container = item['container-title'];
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['title', escaped(item.title)],
    [type === 'article' ? 'journaltitle' : 'organization', escaped(container)],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['publisher', escaped(item.publisher)],
    ['date', date(item.issued)],
    ['url', item.URL?.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', date(item.accessed)],
    ['langid', LANGUAGES[item.language?.slice(0, 2).toLowerCase() ?? '']],
    [MARK_FIELD, item.custom?.seedbed && markText(item.custom.seedbed)],
  ];
  return fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
}

const date = (issued: CslDate | undefined): string | undefined => (issued ? isoDate(issued) : undefined);

function names(list: readonly CslName[] | undefined): string | undefined {
  return list?.map(({ literal, family = '', given = '' }) => (literal !== undefined ? `{${escaped(literal) ?? ''}}` : [family, given].filter(part => part !== '').map(part => escaped(part) ?? '').join(', '))).join(' and ');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '{\\textbackslash}', '~': '{\\textasciitilde}', '^': '\\^{}' };

/** The characters that TeX would take for its own. */
const escaped = (text: string | undefined): string | undefined => text?.replace(/[\\~^{}%&#_$]/g, mark => ESCAPES[mark] ?? `\\${mark}`);
