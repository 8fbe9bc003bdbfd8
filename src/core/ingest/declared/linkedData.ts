import type { Declared } from '../../cues/declared';
import { dateClaim, isAddress, outletClaims, personClaims, siteClaims } from './metaTags';
import type { PageScript } from './pageFacts';
import { plainWords } from './plainWords';

type Data = Readonly<Record<string, unknown>>;

/** What the page calls itself elsewhere; it tells its own article from others it lists. */
export interface OwnNames { readonly titles: readonly string[]; readonly url: string }

/** More things than the description of one page needs. */
const MOST_THINGS = 5000;
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting|Posting)$/i;
const PAGE = /(?:WebPage|ItemPage|VideoObject|CreativeWork|cambrian)$/i;

/**
 * What the JSON-LD of a page says of its article: of several the one that bears the page's title or address, else the first. Broken
 * JSON is mended where only commas and control characters are wrong, and searched for its dates where it is not.
 */
export function readLinkedData(scripts: readonly PageScript[], own: OwnNames): Partial<Declared> {
  const sources = scripts.filter(({ type }) => /^application\/ld\+json\b/i.test(type.trim())).map(({ text }) => text);
  if (sources.length === 0) return {};
  const roots = sources.map(parse);
  const things = allThings(roots);
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' && Object.keys(thing).length > 1 ? [[thing['@id'], thing] as const] : [])));
  const article = ownArticle(things, own);
  return article ? fieldsOf(article, byId) : brokenFields(sources.filter((_, index) => roots[index] === undefined));
}

function parse(source: string): unknown {
  const json = withoutWrapping(source).replace(/[\u0000-\u001f\u2028\u2029]+/g, ' ');
  try { return JSON.parse(json); } catch { /* mended below */ }
  try { return JSON.parse(json.replace(/,(?=\s{0,40}[}\]])/g, '')); } catch { return undefined; }
}

/** The JSON in a script without the comments and CDATA marks around it. */
function withoutWrapping(source: string): string {
  const mark = source.indexOf('<![CDATA['), close = source.lastIndexOf(']]>');
  const inner = mark < 0 ? source : source.slice(mark + 9, close > mark ? close : undefined);
  const starts = [inner.indexOf('{'), inner.indexOf('[')].filter((at) => at >= 0);
  return inner.slice(Math.min(...starts, inner.length), Math.max(inner.lastIndexOf('}'), inner.lastIndexOf(']')) + 1);
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every record in `roots`, outer ones first. */
function allThings(roots: readonly unknown[]): readonly Data[] {
  const waiting = [...roots], things: Data[] = [];
  for (let at = 0; at < waiting.length && at < MOST_THINGS; at++) {
    const value = waiting[at];
    if (isData(value)) things.push(value);
    if (isData(value) || Array.isArray(value)) for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) waiting.push(inner);
  }
  return things;
}

function ownArticle(things: readonly Data[], own: OwnNames): Data | undefined {
  let best: { readonly thing: Data; readonly score: number } | undefined;
  for (const thing of things) {
    const score = articleScore(thing, own);
    if (score > (best?.score ?? 0)) best = { thing, score };
  }
  return best?.thing;
}

/** How well a thing fits the article of the page; 0 for what is none. */
function articleScore(thing: Data, { titles, url }: OwnNames): number {
  const types = [...words(thing['@type']), ...words(thing['@context'])].map((type) => type.replace(/\.jsonld$/, ''));
  const isArticle = types.some((type) => ARTICLE.test(type)), isPage = types.some((type) => PAGE.test(type));
  const isDated = thing['datePublished'] !== undefined || thing['pubDate'] !== undefined;
  if (!isArticle && !isPage && !(isDated && thing['headline'] !== undefined)) return 0;
  const [headline = ''] = [...words(thing['headline']), ...words(thing['title'])];
  const addresses = [...words(thing['url']), ...words(thing['@id']), ...idsOf(thing['mainEntityOfPage'])];
  return (isArticle ? 2 : 1) + (isDated ? 1 : 0) + (headline.length > 3 && titles.some((title) => title.includes(headline) || headline.includes(title)) ? 4 : 0) + (url !== '' && addresses.some((address) => samePage(address, url)) ? 3 : 0);
}

function idsOf(value: unknown): readonly string[] {
  return isData(value) ? [...words(value['@id']), ...words(value['url'])] : words(value);
}

function samePage(one: string, other: string): boolean {
  const plain = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|[#?].*$|\/+$/g, '');
  return plain(one) === plain(other);
}

function fieldsOf(article: Data, byId: ReadonlyMap<string, Data>): Partial<Declared> {
  const from = 'linkedData';
  const isArticle = words(article['@type']).some((type) => ARTICLE.test(type)) || article['headline'] !== undefined;
  const first = (...keys: readonly string[]): readonly string[] => keys.map((key) => words(article[key])).find((values) => values.length > 0) ?? [];
  return {
    titles: first('headline', 'title', ...(isArticle ? ['name'] : [])).slice(0, 1).map((value) => ({ value, from })),
    summaries: first('articleBody', 'description').slice(0, 1).map((value) => ({ value, from })),
    published: first('datePublished', 'pubDate', 'dateCreated', ...(isArticle ? [] : ['uploadDate'])).slice(0, 1).flatMap((value) => dateClaim(value, from)),
    sites: siteClaims(namesOf(article['publisher'], byId), from).slice(0, 1),
    publishers: outletClaims(namesOf(article['sourceOrganization'] ?? article['isBasedOn'], byId), from).slice(0, 1),
    urls: first('url', '@id').concat(idsOf(article['mainEntityOfPage'])).filter(isAddress).slice(0, 1).map((value) => ({ value, from })),
    authors: personClaims(namesOf(article['author'] ?? article['creator'], byId, true), from),
    editors: personClaims(namesOf(article['editor'], byId, true), from),
    section: first('articleSection').map((value) => ({ value, from })),
  };
}

function words(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, 50).filter((item) => typeof item === 'string').flatMap((item: string) => plainWords(item) ?? []);
  const text = typeof value === 'string' ? plainWords(value) : typeof value === 'number' ? String(value) : undefined;
  return text === undefined ? [] : [text];
}

/** The names of people or organisations, written out or referred to; with `onlyPeople`, not what is called an organisation. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Data>, onlyPeople = false): readonly string[] {
  const things: readonly unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value];
  return things.flatMap((thing) => {
    const id = isData(thing) && thing['name'] === undefined ? thing['@id'] : undefined;
    const whole = typeof id === 'string' ? byId.get(id) : thing;
    if (!isData(whole)) return words(whole).filter((text) => !isAddress(text));
    return onlyPeople && words(whole['@type']).some((type) => /Organi[sz]ation|Corporation|WebSite/.test(type)) ? [] : words(whole['name']).slice(0, 3);
  });
}

/** The date of JSON that cannot be read, if it has one only. */
function brokenFields(sources: readonly string[]): Partial<Declared> {
  const dates = sources.flatMap((source) => [...source.matchAll(/"(?:datePublished|pubDate)"\s{0,4}:\s{0,4}"([^"\\\n]{8,40})"/g)].map((match) => match[1] ?? ''));
  const [only] = new Set(dates);
  return only !== undefined && new Set(dates).size === 1 ? { published: dateClaim(only, 'linkedData') } : {};
}
