import assert from 'node:assert/strict';
import type { Declared } from '../../../src/core/cues/declared';
import { parseHtml } from '../../../src/core/ingest/parseHtml';

/** The claims of one field that a page makes: `origin value`, a clock of Greenwich with a Z behind it. */
function claims(field: keyof Declared, source: string): readonly string[] {
  const found = parseHtml(source).declared?.[field] ?? [];
  return found.map((claim) => `${claim.from} ${claim.value}${'isUtc' in claim && claim.isUtc ? 'Z' : ''}`);
}

const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

interface Case { readonly it: string; readonly field: keyof Declared; readonly source: string; readonly gives: readonly string[] }

const cases: readonly Case[] = [
  // meta tags
  { it: 'knows the tags of Chinese government sites', field: 'published', source: meta('PubDate', '2024-05-06 10:20'), gives: ['meta 2024-05-06T10:20'] },
  { it: 'reads names in any spelling', field: 'published', source: meta('publish-date', '2024年5月6日') + meta('Publish_Time', '2024/05/06 10:20:30'), gives: ['meta 2024-05-06', 'meta 2024-05-06T10:20:30'] },
  { it: 'puts Open Graph first, with its article part', field: 'published', source: `${meta('date', '2024-05-07')}<meta property="article:published_time" content="2024-05-06T10:20:00+08:00">`, gives: ['openGraph 2024-05-06T10:20:00', 'meta 2024-05-07'] },
  { it: 'reads tags made for feeds of other firms', field: 'published', source: meta('weibo: article:create_at', '2024-05-06 10:20:00') + meta('bytedance:published_time', '2024-05-06T10:20:00+08:00'), gives: ['openGraph 2024-05-06T10:20:00', 'openGraph 2024-05-06T10:20:00'] },
  { it: 'takes midnight for no clock', field: 'published', source: meta('citation_publication_date', '2024-05-06 00:00:00'), gives: ['meta 2024-05-06'] },
  { it: 'reads seconds and milliseconds since 1970', field: 'published', source: meta('ptime', '1714962000') + meta('newstime', '1714962000000'), gives: ['meta 2024-05-06T02:20:00Z', 'meta 2024-05-06T02:20:00Z'] },
  { it: 'reads dates as mail and browsers write them', field: 'published', source: meta('sailthru.date', 'Mon, 06 May 2024 10:20:00 GMT') + meta('parsely-pub-date', 'Mon May 06 2024 10:20:00'), gives: ['meta 2024-05-06T10:20:00', 'meta 2024-05-06T10:20:00Z'] },
  { it: 'never takes the time of a change', field: 'published', source: '<meta property="article:modified_time" content="2024-05-09T10:20:00+08:00">' + meta('dcterms.modified', '2024-05-09'), gives: [] },
  { it: 'drops the label that a source repeats', field: 'publishers', source: meta('ContentSource', '来源：江城晚报'), gives: ['meta 江城晚报'] },
  { it: 'takes no number for a source', field: 'publishers', source: meta('source', '4'), gives: [] },
  { it: 'takes no profile address for a person', field: 'authors', source: '<meta property="article:author" content="https://social.example.com/lin">' + meta('author', '作者：林安'), gives: ['meta 林安'] },
  { it: 'reads each of several authors', field: 'authors', source: meta('citation_author', 'Lin An') + meta('citation_author', 'Fang Wen'), gives: ['meta Lin An', 'meta Fang Wen'] },
  { it: 'keeps every title that differs', field: 'titles', source: `<meta property="og:title" content="江边建起新图书馆">${meta('twitter:title', '新图书馆')}<title>江边建起新图书馆_江城网</title>`, gives: ['openGraph 江边建起新图书馆', 'meta 新图书馆', 'pageTitle 江边建起新图书馆_江城网'] },
  { it: 'resolves references that were escaped twice', field: 'titles', source: '<meta property="og:title" content="&amp;ldquo;江&amp;rdquo;&amp;#8212;一条河">', gives: ['openGraph “江”—一条河'] },
  { it: 'takes no unfilled template for a title', field: 'titles', source: '<meta property="og:title" content="{{title}}"><title>undefined</title>', gives: [] },
  { it: 'takes no title of a drawing for that of the page', field: 'titles', source: '<body><svg><title>放大镜</title></svg><p>文</p></body>', gives: [] },
  { it: 'believes addresses only', field: 'urls', source: '<link rel="canonical" href="/1.html"><meta property="og:url" content="https://news.example.com/1.html">', gives: ['openGraph https://news.example.com/1.html'] },
  // JSON-LD
  { it: 'reads an article in a graph, and people it refers to', field: 'authors', source: ld({ '@graph': [{ '@type': 'WebSite', name: '江城网' }, { '@type': 'NewsArticle', author: { '@id': '#lin' } }, { '@type': 'Person', '@id': '#lin', name: '林安' }] }), gives: ['linkedData 林安'] },
  { it: 'takes no organisation for an author', field: 'authors', source: ld({ '@type': 'Article', author: [{ '@type': 'Organization', name: '江城晚报' }, '方文'] }), gives: ['linkedData 方文'] },
  { it: 'takes the publisher of an article for its site', field: 'sites', source: ld({ '@type': ['Article'], publisher: { '@type': 'Organization', name: '江城网' } }), gives: ['linkedData 江城网'] },
  { it: 'chooses of several articles the one with the title of the page', field: 'published', source: `<title>江边建起新图书馆_江城网</title>${ld([{ '@type': 'NewsArticle', headline: '地铁三号线试运行', datePublished: '2024-05-09' }, { '@type': 'NewsArticle', headline: '江边建起新图书馆', datePublished: '2024-05-06' }])}`, gives: ['linkedData 2024-05-06'] },
  { it: 'chooses of several articles the one with the address of the page', field: 'published', source: `<link rel="canonical" href="https://www.news.example.com/2/">${ld([{ '@type': 'Article', url: 'https://news.example.com/1', datePublished: '2024-05-09' }, { '@type': 'Article', mainEntityOfPage: { '@id': 'http://news.example.com/2' }, datePublished: '2024-05-06' }])}`, gives: ['linkedData 2024-05-06'] },
  { it: 'reads what search engines of China ask for', field: 'published', source: ld({ '@context': 'https://engine.example.com/contexts/cambrian.jsonld', title: '江边建起新图书馆', pubDate: '2024-05-06T10:20:00', upDate: '2024-05-09T10:20:00' }), gives: ['linkedData 2024-05-06T10:20:00'] },
  { it: 'looks behind comments and CDATA, past control characters and commas too many', field: 'titles', source: '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"江边\u000b建起",}\n//]]></script>', gives: ['linkedData 江边 建起'] },
  { it: 'finds the one date of JSON that is broken', field: 'published', source: '<script type="application/ld+json">{"@type":"Article","headline":"他说"好"","datePublished":"2024-05-06T10:20:00Z"}</script>', gives: ['linkedData 2024-05-06T10:20:00Z'] },
  { it: 'finds nothing in JSON that is cut', field: 'titles', source: '<script type="application/ld+json">{"@type":"Article","headline":"江边</script>', gives: [] },
  // microdata, RDFa, <time>
  { it: 'reads the properties of an article', field: 'published', source: '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2024-05-06"><span itemprop="dateModified">2024-05-09</span></div>', gives: ['microdata 2024-05-06'] },
  { it: 'reads a person within an article', field: 'authors', source: '<div itemscope itemtype="http://schema.org/Article"><p itemprop="author" itemscope itemtype="http://schema.org/Person">By <b itemprop="name">Lin An</b></p></div>', gives: ['microdata Lin An'] },
  { it: 'takes no date of a comment or of another article', field: 'published', source: '<div itemscope itemtype="http://schema.org/Article"><time itemprop="datePublished" datetime="2024-05-06">6 May</time><div itemscope itemtype="http://schema.org/Comment"><time itemprop="datePublished" datetime="2024-05-08">8 May</time></div></div><div itemscope itemtype="http://schema.org/Article"><time itemprop="datePublished" datetime="2024-05-09">9 May</time></div>', gives: ['microdata 2024-05-06'] },
  { it: 'reads properties of RDFa', field: 'titles', source: '<div typeof="schema:NewsArticle"><h1 property="schema:headline">江边建起新图书馆</h1></div>', gives: ['microdata 江边建起新图书馆'] },
  { it: 'prefers the time that is marked as that of publication', field: 'published', source: '<article><time datetime="2024-05-09">x</time><time class="updated" datetime="2024-05-10">x</time><time class="entry-date published" datetime="2024-05-06">x</time></article>', gives: ['timeElement 2024-05-06', 'timeElement 2024-05-09'] },
  { it: 'takes no time outside an article', field: 'published', source: '<aside><time datetime="2024-05-09">x</time></aside>', gives: [] },
  // scripts
  { it: 'reads plain assignments of a script', field: 'published', source: '<script>var biz = ""; var ct = "1714962000";</script>', gives: ['script 2024-05-06T02:20:00Z'] },
  { it: 'reads names through a function around them', field: 'publishers', source: '<script>var nickname = htmlDecode("江城晚报");</script>', gives: ['script 江城晚报'] },
  { it: 'reads the entries of a record', field: 'titles', source: "<script>window.page = { articleTitle: '江边建起新图书馆', id: 1 }</script>", gives: ['script 江边建起新图书馆'] },
  { it: 'passes over a name that many records have', field: 'published', source: '<script>var list = [{ publishTime: "2024-05-06" }, { publishTime: "2024-05-07" }]</script>', gives: [] },
];

describe('readPageHead', () => {
  for (const { it: does, field, source, gives } of cases) it(does, () => assert.deepEqual(claims(field, `${source}<p>文</p>`), gives));
  const many = 100_000;
  const hostile: Readonly<Record<string, string>> = {
    'lists nested by the hundred thousand': `<script type="application/ld+json">${'['.repeat(many)}${']'.repeat(many)}</script>`,
    'a list of articles by the hundred thousand': `<script type="application/ld+json">[${'{"@type":"Article","headline":"江边"},'.repeat(many)}{}]</script>`,
    'JSON of nothing but spaces and commas': `<script type="application/ld+json">{${' ,'.repeat(many)}${' '.repeat(many)}</script>`,
    'properties nested in properties': `${'<b itemprop="headline">'.repeat(5_000)}江边`,
    'one tag by the hundred thousand': '<meta name="pubdate" content="2024-05-06"><time pubdate datetime="2024-05-06">'.repeat(many / 2),
    'a title of a million separators': `<title>${'江 - _|'.repeat(250_000)}</title><meta property="og:title" content="${'江_'.repeat(many)}">`,
    'assignments by the hundred thousand': `<script>${Array.from({ length: many }, (_, at) => `var ct = "${1_700_000_000 + at}";`).join('')}${'publishTime = publishTime = '.repeat(many)}</script>`,
  };
  for (const [name, source] of Object.entries(hostile)) {
    it(`ends on ${name}`, () => {
      const result = parseHtml(`${source}<p>文</p>`).declared;
      assert.ok((result?.titles ?? []).every(({ value }) => value.length <= 1000) && (result?.published ?? []).length <= 100);
    });
  }
  it('says nothing of a page that says nothing', () => assert.equal(parseHtml('<p>文</p>').declared, undefined));
});
