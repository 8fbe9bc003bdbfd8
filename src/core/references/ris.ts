import type { CslDate, CslItem, CslName } from '../cite/cslItem';
import { issueKey } from '../cite/citekey';
import { familyName } from '../cite/itemWords';

/** Types of the RIS format, of which a reader takes the first and a writer any; from the format's specification of 2011. */
const TYPES: readonly (readonly [ris: string, csl: string])[] = [
  ['NEWS', 'article-newspaper'], ['ELEC', 'webpage'], ['MPCT', 'broadcast'], ['VIDEO', 'motion_picture'], ['JOUR', 'article-journal'], ['MGZN', 'article-magazine'],
  ['BOOK', 'book'], ['CHAP', 'chapter'], ['THES', 'thesis'], ['RPRT', 'report'], ['CPAPER', 'paper-conference'], ['CONF', 'paper-conference'], ['STAT', 'legislation'],
  ['STAND', 'standard'], ['PAT', 'patent'], ['DATA', 'dataset'], ['COMP', 'software'], ['BLOG', 'post-weblog'], ['ICOMM', 'post'], ['PCOMM', 'personal_communication'],
  ['MAP', 'map'], ['SOUND', 'song'], ['SLIDE', 'speech'], ['EBOOK', 'book'], ['ECHAP', 'chapter'], ['EJOUR', 'article-journal'], ['ABST', 'article-journal'],
  ['INPR', 'article-journal'], ['ENCYC', 'entry-encyclopedia'], ['DICT', 'entry-dictionary'], ['UNPB', 'manuscript'], ['GEN', 'document'],
];

/** Items as an RIS file: UTF-8, lines end as the format has it. */
export const toRis = (items: readonly CslItem[]): string => items.map(item => `${recordOf(item).map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\nER  - \r\n`).join('\r\n');

type Line = readonly [tag: string, value: string];

function recordOf(item: CslItem): readonly Line[] {
  const field = (name: string): string | undefined => textOf((item as unknown as Readonly<Record<string, unknown>>)[name]);
  const [first, last] = (field('page') ?? '').split(/[-–—]+/);
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES.find(([, csl]) => csl === item.type)?.[0] ?? 'GEN'],
    ['ID', item.id],
    ...(item.author ?? []).map((name): Line => ['AU', nameLine(name)]),
    ...(item.editor ?? []).map((name): Line => ['ED', nameLine(name)]),
    ['TI', item.title], ['T2', item['container-title']], ['T3', field('collection-title')],
    ['PB', item.publisher], ['CY', field('publisher-place')], ['ET', field('edition')],
    ['PY', item.issued?.['date-parts'][0]?.[0]?.toString()], ['DA', dateLine(item.issued)], ['Y2', dateLine(item.accessed)],
    ['VL', field('volume')], ['IS', field('issue') ?? field('number')], ['SP', first], ['EP', last],
    ['DO', field('DOI')], ['SN', field('ISSN') ?? field('ISBN')], ['UR', item.URL], ['LA', item.language], ['M3', field('genre') ?? field('medium')],
    ['AB', field('abstract')], ['N1', field('note')],
  ];
  return lines.flatMap(([tag, value]) => (value ? [[tag, value.replace(/\s+/g, ' ').trim()] as const] : []));
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);

/** `Family, Given, Suffix`; a name of one part has no comma. */
function nameLine(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const given = [name.given, name['dropping-particle']].filter(part => part).join(' ');
  return [familyName(name), given, name.suffix ?? ''].join(', ').replace(/[, ]+$/, '');
}

/** `2025/06/04/`, with what is not known left empty. */
function dateLine(date: CslDate | undefined): string | undefined {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return year === undefined ? undefined : `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

/** The records of an RIS file; those without an end, a type or a title are counted as broken. */
export function readRis(text: string): { readonly items: readonly CslItem[]; readonly broken: number } {
  const items: CslItem[] = [], taken = new Set<string>();
  let broken = 0, record: [tag: string, value: string][] | undefined;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9])  ?-(?: (.*))?$/.exec(line.trimEnd()) ?? [];
    if (tag === 'TY') {
      if (record) broken++;
      record = [[tag, value.trim()]];
    } else if (tag === 'ER') {
      const item = record && itemOf(record, taken);
      if (item) items.push(item);
      else broken++;
      record = undefined;
    } else if (record && tag !== '') record.push([tag, value.trim()]);
    else if (record && line.trim() !== '') continued(record, line.trim());
  }
  return { items, broken: broken + (record ? 1 : 0) };
}

/** A line without a tag goes on with the one before. */
function continued(record: [tag: string, value: string][], line: string): void {
  const last = record.at(-1);
  if (last) last[1] = `${last[1]} ${line}`.trim();
}

function itemOf(record: readonly Line[], taken: Set<string>): CslItem | undefined {
  const all = (...tags: readonly string[]): readonly string[] => record.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value);
  const one = (...tags: readonly string[]): string | undefined => tags.flatMap(tag => all(tag))[0];
  const title = one('TI', 'T1', 'CT');
  if (title === undefined) return undefined;
  const type = TYPES.find(([ris]) => ris === one('TY'))?.[1] ?? 'document', isBook = /^(?:book|chapter|report|thesis)$/.test(type);
  const page = [one('SP'), one('EP')].filter(part => part !== undefined).join('-');
  const fields: Readonly<Record<string, unknown>> = {
    title, 'container-title': one('T2', 'JO', 'JF', 'BT', 'JA'), 'collection-title': one('T3'),
    author: namesIn(all('AU', 'A1')), editor: namesIn(all('ED', 'A2', 'A3')),
    publisher: one('PB'), 'publisher-place': one('CY', 'PP'), edition: one('ET'),
    issued: dateIn(one('DA')) ?? dateIn(one('PY', 'Y1')), accessed: dateIn(one('Y2')),
    volume: one('VL'), issue: one('IS'), page, DOI: one('DO'), [isBook ? 'ISBN' : 'ISSN']: one('SN'), URL: one('UR', 'L1', 'L2'), language: one('LA'), genre: one('M3'),
    abstract: one('AB', 'N2'), note: one('N1'),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
  const id = issueKey(one('ID')?.replace(NO_KEY, '-') ?? madeKey(fields), taken);
  taken.add(id);
  return { ...Object.fromEntries(present), id, type };
}

/** What pandoc takes for no part of a key. */
const NO_KEY = /[^\p{L}\p{N}_:.#$%&+?<>~/-]+/gu;

/** Family name and year, where a record has no key of its own. */
function madeKey({ author, issued }: Readonly<Record<string, unknown>>): string {
  const [name] = author as readonly CslName[], year = (issued as CslDate | undefined)?.['date-parts'][0]?.[0];
  const letters = (name?.family ?? name?.literal ?? '').toLowerCase().replace(/[^a-z]+/g, '');
  return `${letters || 'ref'}${year ?? 'nd'}`;
}

/** A name with a comma has a family name before it, any other stands by itself. */
const namesIn = (names: readonly string[]): readonly CslName[] => names.map(name => {
  const [family = '', given = '', suffix = ''] = name.split(',').map(part => part.trim());
  return given === '' ? { literal: family } : { family, given, ...(suffix && { suffix }) };
});

function dateIn(text: string | undefined): CslDate | undefined {
  const parts = /^(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?/.exec(text ?? '')?.slice(1).filter(part => part !== undefined).map(Number);
  return parts && { 'date-parts': [parts] };
}
