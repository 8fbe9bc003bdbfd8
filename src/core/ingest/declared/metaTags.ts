import type { Claim, DateClaim, Declared } from '../../cues/declared';
import type { Origin } from '../../document';
import { plainWords } from './plainWords';
import { readInstant } from './readInstant';

/** Names of meta tags by field, the most trusted first, in small letters without spaces, dashes and underlines. */
type Names = Readonly<Record<'titles' | 'summaries' | 'published' | 'publishers' | 'sites' | 'urls' | 'authors' | 'editors' | 'section', readonly string[]>>;

/** Open Graph with its article part, and what was written in its manner. */
const OPEN_GRAPH: Names = {
  titles: ['og:title', 'og:headline', 'weibo:article:title'],
  summaries: ['og:description'],
  published: ['article:publishedtime', 'og:article:publishedtime', 'og:publishedtime', 'og:releasedate', 'og:pubdate', 'og:publishdate', 'article:published', 'article:publishtime', 'article:pubdate', 'bytedance:publishedtime', 'weibo:article:createat', 'article:createat', 'article:createdtime'],
  publishers: ['article:source', 'og:article:source', 'og:source', 'og:news:source'],
  sites: ['og:sitename'],
  urls: ['og:url'],
  authors: ['article:author', 'og:article:author', 'og:author', 'book:author', 'article:authorname'],
  editors: ['article:editor', 'og:article:editor'],
  section: ['article:section', 'og:article:section', 'og:category'],
};

/** The names that Chinese government sites must use, Dublin Core, Highwire, Parse.ly, Sailthru and those that content systems made up. */
const META: Names = {
  titles: ['articletitle', 'headline', 'hdl', 'citationtitle', 'dc.title', 'dcterms.title', 'parselytitle', 'sailthru.title', 'twitter:title', 'newstitle'],
  summaries: ['description', 'twitter:description'],
  published: [
    'pubdate', 'publishdate', 'publishtime', 'publicationdate', 'publicationtime', 'datepublished', 'published', 'publisheddate', 'publishedtime', 'publishedat', 'apub:time', 'apubtime', 'parselypubdate', 'sailthru.date',
    'citationpublicationdate', 'citationonlinedate', 'citationdate', 'dc.date.issued', 'dcterms.issued', 'dc.date.created', 'dcterms.created', 'dcterms.date', 'dc.date', 'prism.publicationdate', 'rnews:datepublished', 'originalpublicationdate',
    'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'shareaholic:articlepublishedtime', 'articledateoriginal', 'firstpublishedtime', 'releasedate', 'newsdate', 'newstime', 'ptime', 'createdate', 'createtime', 'date',
  ],
  publishers: ['contentsource', 'source', 'dc.source', 'sourcename', 'newssource', 'articlesource', 'mediasource', 'originsource', 'medianame', 'mediaid'],
  sites: ['sitename', 'applicationname', 'applemobilewebapptitle', 'dc.publisher', 'dcterms.publisher', 'citationjournaltitle'],
  urls: ['url'],
  authors: ['author', 'authors', 'byl', 'byline', 'dc.creator', 'dcterms.creator', 'dc.author', 'citationauthor', 'parselyauthor', 'sailthru.author', 'rnews:author', 'shareaholic:articleauthorname', 'creator', 'reporter'],
  editors: ['editor', 'responsibleeditor', 'zrbj', 'editorname'],
  section: ['columnname', 'section', 'parselysection', 'catalogname', 'channelname', 'articlesection'],
};

/** What the meta tags of a page say, by name as `PageFacts` has it. */
export function readMetaTags(metas: ReadonlyMap<string, readonly string[]>): readonly Partial<Declared>[] {
  return [fieldsOf(metas, OPEN_GRAPH, 'openGraph'), fieldsOf(metas, META, 'meta')];
}

function fieldsOf(metas: ReadonlyMap<string, readonly string[]>, names: Names, from: Origin): Partial<Declared> {
  const values = (field: keyof Names): readonly string[] => names[field].flatMap((name) => metas.get(name) ?? []).flatMap((value) => plainWords(value) ?? []);
  const claims = (field: keyof Names): readonly Claim[] => [...new Set(values(field))].map((value) => ({ value, from }));
  return {
    titles: claims('titles'), summaries: claims('summaries'), published: values('published').flatMap((value): readonly DateClaim[] => dateClaim(value, from)), publishers: outletClaims(values('publishers'), from),
    sites: siteClaims(values('sites'), from), urls: claims('urls').filter(({ value }) => isAddress(value)), authors: personClaims(values('authors'), from), editors: personClaims(values('editors'), from), section: claims('section'),
  };
}

/** A date as a claim, or none. */
export function dateClaim(value: string, from: Origin): readonly DateClaim[] {
  const instant = readInstant(value);
  return instant ? [{ ...instant, from }] : [];
}

export const isAddress = (value: string): boolean => /^https?:\/\/[^\s/]+/i.test(value);

const LABEL = /^(?:信息来源|稿件来源|文章来源|来源|來源|稿源|责任编辑|責任編輯|责编|编辑|編輯|作者|记者|記者|by|source)\s?[:：|]?\s*(?=\S)/i;

/** Names without the label they may repeat: `来源：江城晚报`. Numbers are keys of a content system. */
export function outletClaims(values: readonly string[], from: Origin): readonly Claim[] {
  return values.map((value) => value.replace(LABEL, '')).filter((value) => /\p{L}/u.test(value) && value.length <= 60 && !isAddress(value)).map((value) => ({ value, from }));
}

/** Names of sites without the slogan behind a bar; addresses are none. */
export function siteClaims(values: readonly string[], from: Origin): readonly Claim[] {
  const names = values.map((value) => (value.split(/\s*[|｜_]\s*|\s[-–—]\s/)[0] ?? '').replace(/^@/, '').trim());
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name) && name.length <= 40 && !isAddress(name)).map((value) => ({ value, from }));
}

/** People as they are written, without a label; addresses of profiles and what is too long for names are none. */
export function personClaims(values: readonly string[], from: Origin): readonly Claim[] {
  const names = values.map((value) => value.replace(LABEL, '').trim()).filter((value) => /\p{L}/u.test(value) && value.length <= 120 && !/^(?:https?:|\/|@|www\.)/i.test(value));
  return [...new Set(names)].map((value) => ({ value, from }));
}
