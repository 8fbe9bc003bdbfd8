import type { CheerioAPI } from 'cheerio';
import type { Declared } from '../cues/analysis';
import { readDate } from '../cues/dates';
import { normalLine } from '../cues/normal';

const TITLE = ['og:title', 'twitter:title', 'ArticleTitle', 'headline', 'dc.title'];
const PUBLISHED = ['article:published_time', 'og:article:published_time', 'PubDate', 'publishdate', 'publish_date', 'publish-date', 'pubdate', 'og:release_date', 'datePublished', 'date', 'dc.date', 'dc.date.issued', 'parsely-pub-date', 'sailthru.date', 'publication_date'];
const PUBLISHER = ['ContentSource', 'source', 'article:source', 'mediaid', 'dc.source'];
const SITE = ['og:site_name', 'SiteName', 'application-name'];
const AUTHOR = ['author', 'article:author', 'og:article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author'];
const SECTION = ['article:section', 'ColumnName', 'og:article:section'];

/** What a page says of itself in meta tags, JSON-LD, microdata and `<time>`; undefined where it says nothing. */
export function readPageHead($: CheerioAPI): Declared | undefined {
  const metas = metaTags($);
  const meta = (names: readonly string[]): string | undefined => names.map((name) => metas.get(name.toLowerCase())).find((value) => value !== undefined);
  const linked = linkedData($);
  const title = meta(TITLE) ?? linked.title ?? clean($('title').first().text());
  const published = date(meta(PUBLISHED)) ?? date(linked.published) ?? date($('[itemprop="datePublished"]').first().attr('content') ?? $('[itemprop="datePublished"]').first().attr('datetime'))
    ?? date($('article time[datetime],time[pubdate]').first().attr('datetime'));
  const publisher = named(meta(PUBLISHER)), site = meta(SITE) ?? linked.site;
  const url = [$('link[rel="canonical"]').first().attr('href'), metas.get('og:url')].find((value) => value !== undefined && /^https?:\/\//.test(value));
  const author = named(meta(AUTHOR));
  const authors = linked.authors.length > 0 ? linked.authors : author === undefined || /^https?:/.test(author) ? [] : [author];
  const section = meta(SECTION);
  if ([title, published, publisher, site, url, section].every((value) => value === undefined) && authors.length === 0) return undefined;
  return {
    from: 'meta', ...(title !== undefined && { title }), ...(published !== undefined && { published }), ...(publisher !== undefined && { publisher }),
    ...(site !== undefined && { site }), ...(url !== undefined && { url }), authors, editors: [], section: section === undefined ? [] : [section],
  };
}

function metaTags($: CheerioAPI): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const element of $('meta[content]').toArray()) {
    const name = (element.attribs['property'] ?? element.attribs['name'] ?? element.attribs['itemprop'])?.toLowerCase();
    const content = clean(element.attribs['content'] ?? '');
    if (name !== undefined && content !== undefined && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

interface LinkedData { readonly title?: string; readonly published?: string; readonly site?: string; readonly authors: readonly string[] }

/** The first article in the page's JSON-LD; broken JSON is passed over. */
function linkedData($: CheerioAPI): LinkedData {
  for (const element of $('script[type="application/ld+json"]').toArray()) {
    const article = findArticle(parsed($(element).text()), 0);
    if (!article) continue;
    const title = words(article['headline'])[0], published = words(article['datePublished'])[0], site = names(article['publisher'])[0];
    return { ...(title !== undefined && { title }), ...(published !== undefined && { published }), ...(site !== undefined && { site }), authors: names(article['author']) };
  }
  return { authors: [] };
}

type Data = Readonly<Record<string, unknown>>;

function parsed(json: string): unknown {
  try { return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ')); } catch { return undefined; }
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

function findArticle(value: unknown, depth: number): Data | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(value)) return value.map((item) => findArticle(item, depth + 1)).find((item) => item !== undefined);
  if (!isData(value)) return undefined;
  if (words(value['@type']).some((type) => /Article|NewsArticle|BlogPosting|Report/.test(type)) || value['datePublished'] !== undefined) return value;
  return findArticle(value['@graph'], depth + 1) ?? findArticle(value['mainEntity'], depth + 1);
}

function words(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(words);
  const text = typeof value === 'string' ? clean(value) : undefined;
  return text === undefined ? [] : [text];
}

function names(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  return isData(value) ? words(value['name']) : words(value).filter((text) => !/^https?:/.test(text));
}

function clean(text: string): string | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' || words === 'null' || words === 'undefined' ? undefined : words;
}

/** A value without the label it may repeat: `来源：江城晚报`. */
function named(text: string | undefined): string | undefined {
  const words = text?.replace(/^(?:来源|來源|稿源|作者|记者|記者|by)\s?[:：]?\s*(?=\S)/i, '').trim();
  return words === undefined || words === '' || /^\d+$/.test(words) || words.length > 60 ? undefined : words;
}

function date(text: string | undefined): string | undefined {
  return text === undefined ? undefined : readDate(normalLine(text));
}
