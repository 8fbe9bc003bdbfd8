import { parse as parseYaml } from 'yaml';
import { readDate } from '../cues/dates';
import { NOTHING_DECLARED, type Claim, type DateClaim, type Declared } from '../cues/declared';
import { normalLine } from '../cues/normal';
import { ADDRESS_KEYS, CAPTURED_KEYS, plainKey, readLoosely } from '../markdown/looseFrontMatter';

const TITLES = ['title', 'fulltitle', 'headline', '标题', '標題'];
const PUBLISHED = ['published', 'datepublished', 'publisheddate', 'publishdate', 'publishtime', 'pubdate', 'date', '发布时间', '发布日期', '發佈時間', '日期'];
const PUBLISHERS = ['publisher', 'publication', '来源', '來源', '出处'];
const SITES = ['site', 'sitename', 'website', 'domain', '网站', '網站'];
const AUTHORS = ['author', 'authors', 'byline', 'creator', '作者', '记者', '記者'];
const EDITORS = ['editor', 'editors', '编辑', '責任編輯', '责任编辑'];
const SECTIONS = ['section', 'channel', '栏目', '频道'];
/** In a `source` that is no address these tell a path or a host from the name of an outlet. */
const PATH = /[/\\]|\.(?:txt|md|html?|mhtml?)$/i, HOST = /^[\w-]+(?:\.[\w-]+)+$/;

type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * What front matter says of the page that was clipped, by the keys of Obsidian Web Clipper and of other programs, in English and Chinese; read line by
 * line where it is no valid YAML. Undefined where it cannot be read and knows none of the keys.
 */
export function readFrontMatter(yaml: string): Declared | undefined {
  const fields = readFields(yaml);
  if (!fields) return undefined;
  const first = (keys: readonly string[], fits: (value: string) => boolean = () => true): readonly Claim[] =>
    keys.flatMap((key) => fields.get(key)?.filter(fits).slice(0, 1) ?? []).slice(0, 1).map(claim);
  const all = (keys: readonly string[]): readonly Claim[] => (keys.map((key) => fields.get(key) ?? []).find((values) => values.length > 0) ?? []).map(claim);
  const isName = (value: string): boolean => !isAddress(value) && !PATH.test(value);
  return {
    ...NOTHING_DECLARED,
    titles: first(TITLES), published: dates(fields, PUBLISHED), captured: dates(fields, CAPTURED_KEYS),
    publishers: first([...PUBLISHERS, 'source'], (value) => isName(value) && !HOST.test(value)),
    sites: first([...SITES, 'source'], (value) => isName(value) && (!fields.get('source')?.includes(value) || HOST.test(value))),
    urls: first(ADDRESS_KEYS, isAddress), authors: all(AUTHORS), editors: all(EDITORS), section: all(SECTIONS),
  };
}

const claim = (value: string): Claim => ({ value, from: 'frontMatter' });

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/.test(value);

function dates(fields: Fields, keys: readonly string[]): readonly DateClaim[] {
  const claims = keys.flatMap((key) => fields.get(key) ?? []).map((text) => ({ value: readDate(normalLine(text)), isUtc: /\d(?:Z|[+-]00:?00)$/.test(text.trim()) }));
  return claims.flatMap(({ value, isUtc }) => (value === undefined ? [] : [{ ...claim(value), isUtc: isUtc && value.length > 10 }])).slice(0, 1);
}

function readFields(yaml: string): Fields | undefined {
  try {
    const value: unknown = parseYaml(yaml);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value).map(([key, words]) => [plainKey(key), wordsOf(words)]));
  } catch {
    const fields = new Map([...readLoosely(yaml)].map(([key, words]) => [key, words.flatMap(wordsOf)]));
    return [...TITLES, ...ADDRESS_KEYS].some((key) => fields.has(key)) ? fields : undefined;
  }
}

/** A value as words, that of a record by its `name`: of links the words are left, of an emptied value nothing. */
function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flat().flatMap((item) => (Array.isArray(item) ? [] : wordsOf(item)));
  if (typeof value === 'object' && value !== null) return 'name' in value && typeof value.name === 'string' ? wordsOf(value.name) : [];
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).replace(/\[\[([^\][]{1,200})\]\]/g, (_, link: string) => link.split('|').at(-1)?.split('/').at(-1) ?? '').replace(/\[([^\][]{1,200})\]\([^()\s]{0,2000}\)/g, '$1').trim();
  return text === '' || text === 'null' ? [] : [text];
}
