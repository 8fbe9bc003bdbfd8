import assert from 'node:assert/strict';
import type { Metadata } from '../../../src/core/document';
import { read } from './read';

const story = [
  '5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。',
  '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放，节假日也不闭馆。',
  '“孩子放学后有地方去了。”家住附近的王女士说，她每个周末都会带着女儿来这里读书，一坐就是一个下午。',
];
const english = [
  'The new library on the river opened its doors on Monday, and more than three thousand readers came on the first day alone.',
  'It holds two hundred thousand books, a room for children and another for quiet study, and it will be open all year round.',
];

interface Parts {
  readonly head?: string;
  /** Between menu and headline, and between headline and story. */
  readonly above?: string;
  readonly below?: string;
  readonly headline?: string;
  readonly story?: readonly string[];
  readonly tail?: string;
}

/** A saved page with a menu, a headline, a story and a foot. */
function page({ head = '', above = '', headline = '<h1>江边建起新图书馆</h1>', below = '', story: paragraphs = story, tail = '' }: Parts): string {
  const menu = ['首页', '新闻', '财经', '体育', '更多'].map((text) => `<li><a href="#">${text}</a></li>`).join('');
  return `<!doctype html><html><head><meta charset="utf-8">${head}</head><body><ul>${menu}</ul>${above}${headline}${below}${paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}${tail}
    <h3>相关新闻</h3><ul><li><a href="#">江城地铁三号线试运行</a> 2024-05-20</li><li><a href="#">市民公园改造完成</a> 2024-05-21</li></ul><footer>版权所有 © 2025 江城网络公司</footer></body></html>`;
}

type Single = 'title' | 'published' | 'publisher' | 'site' | 'url';
type Several = 'authors' | 'editors' | 'series' | 'section';

function fieldOf(metadata: Metadata, name: Single | Several): string {
  const found = metadata[name];
  const fields = found === undefined ? [] : Array.isArray(found) ? found : [found];
  return fields.map(({ value, from }) => `${from} ${value}`).join(', ');
}

interface Case { readonly it: string; readonly parts: Parts; readonly gives: Partial<Readonly<Record<Single | Several, string>>> }

const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

const titles: readonly Case[] = [
  { it: 'takes what is printed, and says so', parts: { head: '<title>江边建起新图书馆_江城网</title>' }, gives: { title: 'headline 江边建起新图书馆' } },
  { it: 'keeps a series that the page declares as part of its title', parts: { head: '<title>江城观察丨江边建起新图书馆-江城网</title>', headline: '<h1>江城观察丨江边建起新图书馆</h1>' }, gives: { title: 'headline 江城观察丨江边建起新图书馆', series: '' } },
  { it: 'parts a series from the title where the page declares it without', parts: { head: '<title>江边建起新图书馆-江城网</title>', headline: '<h1>江城观察丨江边建起新图书馆</h1>' }, gives: { title: 'headline 江边建起新图书馆', series: 'headline 江城观察' } },
  { it: 'keeps a media tag that the page declares', parts: { head: '<title>江边建起新图书馆(图)_江城网</title>', headline: '<h1>江边建起新图书馆(图)</h1>' }, gives: { title: 'headline 江边建起新图书馆(图)' } },
  { it: 'joins a headline that is set in two lines', parts: { head: '<meta property="og:title" content="江边建起新图书馆 市民周末有了好去处">', headline: '<h1>江边建起新图书馆<br>市民周末有了好去处</h1>' }, gives: { title: 'openGraph 江边建起新图书馆 市民周末有了好去处' } },
  { it: 'takes the declared title where none is printed, without the names of channel and site', parts: { head: '<title>江边建起新图书馆_要闻_江城网</title>', headline: '' }, gives: { title: 'pageTitle 江边建起新图书馆' } },
  { it: 'drops the name of a site before the title', parts: { head: '<title>江城网:江边建起新图书馆</title>', headline: '' }, gives: { title: 'pageTitle 江边建起新图书馆' } },
  { it: 'prefers the printed headline to one made shorter for sharing', parts: { head: '<meta property="og:title" content="江边建图书馆"><title>江边建起新图书馆_江城网</title>' }, gives: { title: 'headline 江边建起新图书馆' } },
  { it: 'takes no heading with the name of the site for the headline', parts: { head: '<title>江边建起新图书馆_江城网</title>', above: '<h1>江城网</h1>', headline: '<div>江边建起新图书馆</div>' }, gives: { title: 'headline 江边建起新图书馆' } },
  { it: 'leaves dashes inside a title alone', parts: { head: '<title>江城-云州铁路通车：一小时到云州-江城网</title>', headline: '' }, gives: { title: 'pageTitle 江城-云州铁路通车：一小时到云州' } },
];

const dates: readonly Case[] = [
  { it: 'takes the printed clock where the page declares the day', parts: { head: meta('publishdate', '2024-05-06'), below: '<div>2024年05月06日10:20 来源：江城晚报</div>' }, gives: { published: 'dateline 2024-05-06T10:20' } },
  { it: 'takes the declared clock where the page prints the day', parts: { head: meta('publishdate', '2024-05-06T10:20:30+08:00'), below: '<div>2024年05月06日 来源：江城晚报</div>' }, gives: { published: 'meta 2024-05-06T10:20:30' } },
  { it: 'believes the dateline beside 来源 where the two are days apart', parts: { head: meta('publishdate', '2024-05-16 08:00'), below: '<div>2024年05月06日10:20 来源：江城晚报</div>' }, gives: { published: 'dateline 2024-05-06T10:20' } },
  { it: 'believes the page where only an update is printed', parts: { head: meta('publishdate', '2024-05-06 08:00'), below: '<div>更新时间：2024年05月16日10:20</div>' }, gives: { published: 'meta 2024-05-06T08:00' } },
  { it: 'puts the clock of Greenwich forward to that of China on a Chinese page', parts: { head: ld({ '@type': 'NewsArticle', headline: '江边建起新图书馆', datePublished: '2024-05-05T22:20:00Z' }) }, gives: { published: 'linkedData 2024-05-06T06:20:00' } },
  { it: 'leaves a clock with the place of its outlet', parts: { head: ld({ '@type': 'NewsArticle', datePublished: '2024-05-06T06:20:00+08:00' }) }, gives: { published: 'linkedData 2024-05-06T06:20:00' } },
  { it: 'takes the printed clock of an English page that declares Greenwich', parts: { head: ld({ '@type': 'NewsArticle', datePublished: '2024-05-07T02:20:00Z' }), headline: '<h1>A library by the river</h1>', below: '<p>May 6, 2024, 10:20pm</p>', story: english }, gives: { published: 'dateline 2024-05-06T22:20' } },
  { it: 'takes of two printed dates the one that the page declares', parts: { head: meta('publishdate', '2024-05-06'), below: '<div>2024-05-06</div><div>时间：2024-04-12</div>' }, gives: { published: 'dateline 2024-05-06' } },
  { it: 'believes no date to come', parts: { head: meta('publishdate', '2031-01-01') + meta('dc.date', '2024-05-06') }, gives: { published: 'meta 2024-05-06' } },
  { it: 'reads the day from the address where nothing else tells it', parts: { head: '<link rel="canonical" href="https://news.example.com/2024/0506/c12345.html">' }, gives: { published: 'address 2024-05-06' } },
  { it: 'reads the day from a numbered file', parts: { head: '<link rel="canonical" href="https://www.example.com/yw/202405/t20240506_987654.html">' }, gives: { published: 'address 2024-05-06' } },
  { it: 'reads no day from a number that is none', parts: { head: '<link rel="canonical" href="https://www.example.com/item/1202405061.html">' }, gives: { published: '' } },
  { it: 'reads seconds noted in a script as the clock of China', parts: { head: '<script>var ct = "1714962000";</script>' }, gives: { published: 'script 2024-05-06T10:20:00' } },
  { it: 'takes no date of a list of other pages or of a copyright', parts: {}, gives: { published: '' } },
];

const publishers: readonly Case[] = [
  { it: 'reads a linked source before an author', parts: { below: '<div>2024-05-06 10:20 来源：<a href="#">江城晚报</a> 作者：林安</div>' }, gives: { publisher: 'dateline 江城晚报' } },
  { it: 'prefers the printed source to the declared one', parts: { head: meta('source', '江城网'), below: '<div>2024-05-06 10:20 稿源：江城晚报</div>' }, gives: { publisher: 'dateline 江城晚报' } },
  { it: 'takes the declared source where none is printed', parts: { head: meta('ContentSource', '江城晚报') }, gives: { publisher: 'meta 江城晚报' } },
  { it: 'drops the marks of a title around a name', parts: { below: '<div>2024-05-06 10:20 来源：《江城晚报》</div>' }, gives: { publisher: 'dateline 江城晚报' } },
  { it: 'reads 来源于 without a colon', parts: { below: '<div>本文来源于江城统计局 2024-05-06 10:20:36</div>' }, gives: { publisher: 'dateline 江城统计局' } },
  { it: 'reads 摘自 on a line of its own', parts: { below: '<div>2024-05-06 10:20</div><p>摘自江城在线-江城晚报</p>' }, gives: { publisher: 'dateline 江城在线-江城晚报' } },
  { it: 'takes no place for a source', parts: { below: '<div>2024年05月06日 10:20:35 来自云州省</div>' }, gives: { publisher: '' } },
  { it: 'reads a source in brackets at the end of a long paragraph', parts: { story: [...story.slice(0, 2), `${story.join('')}${story.join('')}（来源：江城晚报）`] }, gives: { publisher: 'byline 江城晚报' } },
  { it: 'reads a name beside the date', parts: { below: '<div>2024-05-06 10:20:36 江城网站 | 我来说两句</div>' }, gives: { publisher: 'dateline 江城网站' } },
  { it: 'reads a name between headline and date', parts: { below: '<div>江城日报</div><div>2024-05-06 10:20发布于云州</div>' }, gives: { publisher: 'dateline 江城日报' } },
  { it: 'reads the agency of the lead where no source is named', parts: { story: [`江城社云州5月5日电（记者林安）${story[0] ?? ''}`, ...story.slice(1)] }, gives: { publisher: 'lead 江城社' } },
  { it: 'takes the source of one paragraph for none of the page', parts: { below: '<div>2024-05-06 10:20</div>', story: [...story, '（本段摘自：云州早报）'] }, gives: { publisher: '' } },
  { it: 'takes a caption for no source', parts: { below: '<div>2024-05-06 10:20</div><p>来源：资料图</p>' }, gives: { publisher: '' } },
  { it: 'takes the publisher of JSON-LD for the site, not for the source', parts: { head: ld({ '@type': 'NewsArticle', headline: '江边建起新图书馆', publisher: { '@type': 'Organization', name: '江城网' } }) }, gives: { publisher: '', site: 'linkedData 江城网' } },
  { it: 'drops the slogan behind the name of a site', parts: { head: '<meta property="og:site_name" content="江城网 | 江城人的网站">' }, gives: { site: 'openGraph 江城网' } },
  { it: 'takes no headline for the name of a site', parts: { head: '<meta property="og:site_name" content="江边建起新图书馆">' }, gives: { site: '' } },
  { it: 'takes no address for the name of a site', parts: { head: '<meta property="og:site_name" content="https://www.example.com">' }, gives: { site: '' } },
  { it: 'reads the account that a script names', parts: { head: '<script>var nickname = htmlDecode("江城晚报");</script>' }, gives: { publisher: 'script 江城晚报' } },
  { it: 'invents no publisher for an English page', parts: { headline: '<h1>A library by the river</h1>', below: '<p>May 6, 2024</p>', story: english }, gives: { publisher: '' } },
];

const people: readonly Case[] = [
  { it: 'takes no outlet in the author tag for a person', parts: { head: meta('author', '江城网') }, gives: { authors: '' } },
  { it: 'takes no office for a person', parts: { head: meta('author', 'Staff Writer'), headline: '<h1>A library by the river</h1>', story: english }, gives: { authors: '' } },
  { it: 'takes nobody for nobody', parts: { head: meta('author', 'admin'), below: '<div>2024-05-06 来源：江城晚报 作者：佚名</div>' }, gives: { authors: '' } },
  { it: 'takes nobody who is the editor on duty for an author', parts: { head: meta('author', '方文'), tail: '<p>(责任编辑：方文)</p>' }, gives: { authors: '', editors: 'byline 方文' } },
  { it: 'prefers the printed reporters of a Chinese page', parts: { head: meta('author', '方文'), story: [`本报江城5月5日电（记者林安、王晓）${story[0] ?? ''}`, ...story.slice(1)] }, gives: { authors: 'byline 林安, byline 王晓' } },
  { it: 'prefers the declared authors of an English page', parts: { head: ld({ '@type': 'NewsArticle', author: [{ '@type': 'Person', name: 'Jane Miller' }, { '@type': 'Person', name: 'Tom Reed' }] }), headline: '<h1>A library by the river</h1>', below: '<p>By Jane Miller</p>', story: english }, gives: { authors: 'linkedData Jane Miller, linkedData Tom Reed' } },
  { it: 'parts names that are written as one, and drops what follows them', parts: { head: meta('author', 'By Jane Miller, MD, and Tom Reed, River Post'), headline: '<h1>A library by the river</h1>', story: english }, gives: { authors: 'meta Jane Miller, meta Tom Reed' } },
  { it: 'takes no firm in the author tag where linked data names a person', parts: { head: meta('author', 'Holm Press') + ld({ '@type': 'NewsArticle', author: 'Jane Miller' }), headline: '<h1>A library by the river</h1>', story: english }, gives: { authors: 'linkedData Jane Miller' } },
  { it: 'reads a reporter with the place behind a slanting line', parts: { story: [`【林安╱江城報導】${story[0] ?? ''}`, ...story.slice(1)] }, gives: { authors: 'byline 林安' } },
  { it: 'reads an editor named before the office', parts: { tail: '<p>(林安 编辑)</p>' }, gives: { editors: 'byline 林安' } },
];

/** Pages as content systems of different kinds make them: what each field of theirs is made of. */
const systems: readonly Case[] = [
  {
    it: 'reads a portal whose source stands behind the date without a word for it',
    parts: { head: '<meta property="og:title" content="江边建起新图书馆"><meta property="article:published_time" content="2024-05-06T10:20:36+08:00"><meta property="article:author" content="江城财经"><meta name="weibo: article:create_at" content="2024-05-06 10:20:36">', below: '<div class="date-source"><span class="date">2024年05月06日 10:20</span> <a class="source" href="#">云州新闻</a></div>' },
    gives: { published: 'dateline 2024-05-06T10:20', publisher: 'dateline 云州新闻', authors: '' },
  },
  {
    it: 'reads a portal of accounts',
    parts: { head: '<meta itemprop="datePublished" content="2024-05-06 10:20"/><meta itemprop="dateUpdate" content="2024-05-08 10:20"/><meta name="mediaid" content="云州新闻"/>' },
    gives: { published: 'microdata 2024-05-06T10:20', publisher: 'meta 云州新闻' },
  },
  {
    it: 'reads a government site',
    parts: { head: '<meta name="firstpublishedtime" content="2024-05-06-10:20:36"/><meta name="lastmodifiedtime" content="2024-05-08-10:20:36"/><meta name="SiteName" content="云州市人民政府"/><meta name="ColumnName" content="要闻"/><meta name="ContentSource" content="云州日报"/><meta name="author" content="王晓"/>' },
    gives: { published: 'meta 2024-05-06T10:20:36', site: 'meta 云州市人民政府', section: 'meta 要闻', publisher: 'meta 云州日报', authors: 'meta 王晓' },
  },
  {
    it: 'reads a paper whose tags hold keys',
    parts: { head: '<meta name="publishdate" content="2024-05-06"><meta name="source" content="来源：云州日报"><meta name="editor" content="102156"><meta name="catalogs" content="70731">', below: '<div>2024年05月06日10:20 | 来源：<a href="#">云州网－云州日报</a></div>' },
    gives: { published: 'dateline 2024-05-06T10:20', publisher: 'dateline 云州网－云州日报', editors: '' },
  },
  {
    it: 'reads a paper of Taiwan',
    parts: { head: ld({ '@context': 'http://schema.org', '@type': 'NewsArticle', mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://news.example.com/story/1' }, headline: '江邊建起新圖書館', datePublished: '2024-05-06T10:20:36+08:00', dateModified: '2024-05-07T10:20:36+08:00', author: { '@type': 'Person', name: '雲州日報 記者陳安／雲州報導' }, publisher: { '@type': 'Organization', name: '雲州新聞網' } }), headline: '<h1>江邊建起新圖書館</h1>', story: ['5月5日，江邊新建的圖書館開門迎客，第一天就有三千多名讀者走進這座由舊倉庫改成的建築，館內座無虛席，一位難求。', '館長介紹，圖書館藏書二十萬冊，設有兒童閱覽區和臨江的自習室，全年免費開放，節假日也不閉館，歡迎市民前來。'] },
    gives: { title: 'headline 江邊建起新圖書館', published: 'linkedData 2024-05-06T10:20:36', authors: 'linkedData 陳安', site: 'linkedData 雲州新聞網', url: 'linkedData https://news.example.com/story/1' },
  },
  { it: 'takes the first of a time of publication and one of an update', parts: { below: '<div>撰文：林安</div><div>出版：2024-05-06 10:20 更新：2024-05-06 12:40</div>' }, gives: { published: 'dateline 2024-05-06T10:20', authors: 'byline 林安' } },
  { it: 'takes the first of two with a slanting line', parts: { below: '<div>发布/2024年5月6日 10:20</div><div>更新/2024年5月8日 12:40</div>' }, gives: { published: 'dateline 2024-05-06T10:20' } },
  {
    it: 'reads a weblog whose plugin declares a graph',
    parts: { head: `<meta property="article:published_time" content="2024-05-06T02:20:36+00:00">${ld({ '@graph': [{ '@type': 'Article', '@id': 'https://b.example.com/1/#article', headline: '江边建起新图书馆', datePublished: '2024-05-06T02:20:36+00:00', author: { name: '林安', '@id': 'https://b.example.com/#/schema/person/1' }, publisher: { '@id': 'https://b.example.com/#organization' }, articleSection: ['读书'] }, { '@type': 'Organization', '@id': 'https://b.example.com/#organization', name: '江边札记' }] })}` },
    gives: { published: 'openGraph 2024-05-06T10:20:36', authors: 'linkedData 林安', site: 'linkedData 江边札记', section: 'linkedData 读书' },
  },
  {
    it: 'reads a post of an account, whose time is noted in a script',
    parts: { head: '<meta property="og:title" content="江边建起新图书馆"><meta property="og:site_name" content="公众平台"><meta name="author" content="王晓">', headline: '<h1 id="activity-name">江边建起新图书馆</h1>', below: '<div><span>原创</span> <a>云州发布</a> <em id="publish_time"></em></div>', tail: '<script>var nickname = htmlDecode("云州发布"); var ct = "1714962036"; var msg_title = \'江边建起新图书馆\'.html(false);</script>' },
    gives: { title: 'headline 江边建起新图书馆', published: 'script 2024-05-06T10:20:36', publisher: 'script 云州发布', authors: 'meta 王晓' },
  },
  {
    it: 'reads a page that keeps its data in a record of a script',
    parts: { head: '<script>var allData = {"docData":{"newsTime":"2024-05-06 10:20:36","editorName":"方文","editorCode":"PN135"},"list":[{"title":"江城地铁三号线试运行"}]};</script>' },
    gives: { published: 'script 2024-05-06T10:20:36', editors: 'script 方文' },
  },
];

describe('readMetadata', () => {
  for (const [name, cases] of Object.entries({ titles, dates, publishers, people, systems })) {
    describe(name, () => {
      for (const { it: does, parts, gives } of cases) {
        it(does, () => {
          const { metadata } = read(page(parts), 'page.html');
          for (const [field, value] of Object.entries(gives)) assert.equal(fieldOf(metadata, field as Single | Several), value, field);
        });
      }
    });
  }
});
