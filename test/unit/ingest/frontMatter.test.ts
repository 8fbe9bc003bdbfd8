import assert from 'node:assert/strict';
import type { Declared } from '../../../src/core/cues/declared';
import { readFrontMatter } from '../../../src/core/ingest/frontMatter';
import { isClipping } from '../../../src/core/markdown/looseFrontMatter';
import { read } from '../judge/read';

/** What is claimed, field by field; dates of Greenwich with a Z. */
function claims(yaml: string): Readonly<Record<string, readonly string[]>> | undefined {
  const declared: Declared | undefined = readFrontMatter(yaml);
  if (!declared) return undefined;
  const plain = Object.entries(declared).map(([key, values]) => [key, (values as readonly { value: string; isUtc?: boolean }[]).map(({ value, isUtc }) => (isUtc ? `${value}Z` : value))] as const);
  return Object.fromEntries(plain.filter(([, values]) => values.length > 0));
}

const webClipper = 'title: "江边建起新图书馆"\nsource: "https://news.example.com/1.html"\nauthor:\n  - "[[林安]]"\n  - "[[People/周宁|周宁]]"\npublished: 2024-05-06\ncreated: 2024-05-07\ndescription: "新馆开门"\ntags:\n  - "clippings"';

describe('readFrontMatter', () => {
  it('reads the keys of Obsidian Web Clipper', () => {
    assert.deepEqual(claims(webClipper), { titles: ['江边建起新图书馆'], published: ['2024-05-06'], captured: ['2024-05-07'], urls: ['https://news.example.com/1.html'], authors: ['林安', '周宁'] });
  });
  it('reads those it left empty', () => {
    assert.deepEqual(claims('title: "题目"\nsource: "https://news.example.com/1.html"\nauthor:\npublished:\ncreated: 2024-05-07\ndescription:\ntags:\n  - "clippings"'), { titles: ['题目'], captured: ['2024-05-07'], urls: ['https://news.example.com/1.html'] });
  });
  it('reads the keys of other programs', () => {
    assert.deepEqual(claims('created: 2024-05-07T10:20:00 (UTC +08:00)\ntags: []\nsource: https://news.example.com/1.html\nauthor: 林安'), { captured: ['2024-05-07T10:20:00'], urls: ['https://news.example.com/1.html'], authors: ['林安'] });
    assert.deepEqual(claims('title: 题目\nauthor: "[林安](https://example.com/a)"\ndate_saved: 2024-05-07T02:20:00Z\ndate_published: 2024-05-06T00:00:00.000Z\nurl: https://news.example.com/1.html\nsite_name: 江城网'), { titles: ['题目'], published: ['2024-05-06T00:00:00Z'], captured: ['2024-05-07T02:20:00Z'], sites: ['江城网'], urls: ['https://news.example.com/1.html'], authors: ['林安'] });
    assert.deepEqual(claims('source: news.example.com\ndate: 2024/05/06 10:20\nauthors: {name: 林安}'), { published: ['2024-05-06T10:20'], sites: ['news.example.com'], authors: ['林安'] });
  });
  it('reads keys and dates in Chinese', () => {
    assert.deepEqual(claims('标题: 江边建起新图书馆\n来源: 江城晚报\n作者: [林安, 周宁]\n发布时间: 2024年5月6日 10:20\n链接: https://news.example.com/1.html\n剪藏时间: 2024-05-07'), {
      titles: ['江边建起新图书馆'], published: ['2024-05-06T10:20'], captured: ['2024-05-07'], publishers: ['江城晚报'], urls: ['https://news.example.com/1.html'], authors: ['林安', '周宁'],
    });
  });
  it('tells an outlet from an address and from a path', () => {
    assert.deepEqual(claims('source: 江城晚报'), { publishers: ['江城晚报'] });
    assert.deepEqual(claims('source: seeds/001.txt\npublisher: 江城晚报'), { publishers: ['江城晚报'] });
    assert.deepEqual(claims('source: seeds/001.txt'), {});
  });
  it('reads what is no valid YAML line by line', () => {
    assert.deepEqual(claims('title: 专访: "江边的图书馆" 何以成名: 答案\nsource: https://news.example.com/1.html\nauthor:\n- [[林安]]\npublished: 2024-05-06\n\tnote: x'), {
      titles: ['专访: "江边的图书馆" 何以成名: 答案'], published: ['2024-05-06'], urls: ['https://news.example.com/1.html'], authors: ['林安'],
    });
    assert.deepEqual(claims('title: "他说"不去""\ntitle: again'), { titles: ['他说"不去"'] });
  });
  it('has nothing to say of what is no front matter', () => {
    for (const yaml of ['a: [', '- 一\n- 二', '正文', '*&x: {{']) assert.equal(readFrontMatter(yaml), undefined, yaml);
  });
  it('comes to an end on any YAML', () => {
    for (const yaml of ['['.repeat(9000), 'title: '.repeat(2000), `a: &a [x]\n${'b: [*a,*a]\n'.repeat(500)}`, '[['.repeat(5000), '- '.repeat(9000)]) readFrontMatter(`title: x\n${yaml}`);
  });
});

describe('isClipping', () => {
  const note = (yaml: string): string => `---\n${yaml}\n---\n正文`;
  it('knows what a web clipper wrote', () => {
    assert.ok(isClipping(note(webClipper)));
    assert.ok(isClipping(note(webClipper.replaceAll('\n', '\r\n'))));
    assert.ok(isClipping(note('url: https://news.example.com/1.html\ntags: [clipped, 江城]')));
    assert.ok(isClipping(note('created: 2024-05-07T10:20:00 (UTC +08:00)\ntags: []\nsource: https://news.example.com/1.html\nauthor: ')));
  });
  it('leaves notes to their writer', () => {
    for (const yaml of ['title: 读书笔记\ndate: 2024-05-06\ntags: [图书馆]', 'bibliography: references.json', 'source: 江城晚报\ncreated: 2024-05-06\nauthor: 林安', 'title: 博客\nurl: /posts/1\ncreated: 2024-05-06\nauthor: 林安', 'title: 题\nlink: https://news.example.com/']) {
      assert.equal(isClipping(note(yaml)), false, yaml);
    }
    assert.equal(isClipping('# 笔记\n\nsource: https://news.example.com/1.html\ncreated: 2024\nauthor: x'), false);
  });
});

describe('a clipping', () => {
  it('has its details from the front matter, and the time of clipping as that of saving', () => {
    const story = '5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。';
    const { metadata, blocks, raw } = read(`---\n${webClipper}\n---\n## 江边建起新图书馆\n\n${story}\n\n${story}\n`, 'clippings/a.md');
    assert.deepEqual([metadata.title?.value, metadata.published?.value, metadata.capturedNotBefore?.value, metadata.url?.value], ['江边建起新图书馆', '2024-05-06', '2024-05-07', 'https://news.example.com/1.html']);
    assert.deepEqual([metadata.authors.map(({ value }) => value), raw.slice(blocks[0]?.span.start, blocks[0]?.span.end)], [['林安', '周宁'], '江边建起新图书馆']);
  });
});
