import type { Declared } from '../../cues/declared';
import { dateClaim, outletClaims, personClaims } from './metaTags';
import type { PageScript } from './pageFacts';
import { plainWords } from './plainWords';

/** Names under which the scripts of content systems note what their page is about, by field, the most trusted first. */
const NAMES: Readonly<Record<'titles' | 'published' | 'publishers' | 'authors' | 'editors', readonly string[]>> = {
  titles: ['msg_title', 'articleTitle', 'article_title', 'newsTitle', 'news_title', 'contentTitle', 'docTitle'],
  published: ['ct', 'oriCreateTime', 'publish_time', 'publishTime', 'pubTime', 'pubtime', 'pub_time', 'publishDate', 'publish_date', 'pubDate', 'pubdate', 'publishedAt', 'published_at', 'published_time', 'datePublished', 'articlePubTime', 'newsTime', 'newstime', 'ptime'],
  publishers: ['nickname', 'profile_nickname', 'sourceName', 'source_name', 'articleSource', 'newsSource', 'mediaName', 'media_name', 'originSource', 'docSource'],
  authors: ['articleAuthor', 'article_author', 'authorName', 'author_name', 'newsAuthor', 'docAuthor'],
  editors: ['editorName', 'editor_name', 'articleEditor', 'zebian'],
};
const ALL = Object.values(NAMES).flat();
/** `var ct = "1700000000"`, `publishTime: '2024-05-06 10:20'`, `"pubTime":"…"`, `d.ct = htmlDecode("…")`. */
const ASSIGNMENT = new RegExp(`(?<![\\w$])["']?(${ALL.join('|')})["']?\\s{0,8}[=:]\\s{0,8}(?:[\\w.]{1,24}\\(\\s{0,4})?(?:"([^"\\\\\\r\\n]{1,200})"|'([^'\\\\\\r\\n]{1,200})'|(\\d{10}(?:\\d{3})?)(?![\\w.]))`, 'g');

/** What the inline scripts of a page note of it as plain assignments. A name with several values notes a list of other pages. Nothing is run. */
export function readScriptFacts(scripts: readonly PageScript[]): Partial<Declared> {
  const noted = new Map<string, Set<string>>();
  for (const { type, text } of scripts) {
    if (/ld\+json|template|html/i.test(type)) continue;
    for (const match of text.matchAll(ASSIGNMENT)) {
      const name = match[1] ?? '', values = noted.get(name) ?? new Set();
      const value = values.size < 2 ? plainWords(match[2] ?? match[3] ?? match[4] ?? '') : undefined;
      if (value !== undefined) noted.set(name, values.add(value));
    }
  }
  const from = 'script';
  const values = (field: keyof typeof NAMES): readonly string[] => NAMES[field].flatMap((name) => { const found = noted.get(name); return found?.size === 1 ? [...found] : []; });
  return {
    titles: values('titles').slice(0, 1).map((value) => ({ value, from })),
    published: values('published').flatMap((value) => dateClaim(value, from)),
    publishers: outletClaims(values('publishers'), from), authors: personClaims(values('authors'), from), editors: personClaims(values('editors'), from),
  };
}
