import assert from 'node:assert/strict';
import type { Claim } from '../../../src/core/cues/declared';
import type { Repair } from '../../../src/core/document';
import { detectFormat } from '../../../src/core/ingest/detectFormat';
import { parseMarkdown } from '../../../src/core/ingest/parseMarkdown';
import { withoutMarks } from '../../../src/core/ingest/withoutMarks';
import { parseText } from '../../../src/core/ingest/parseText';

describe('parseText', () => {
  const texts = (raw: string): readonly string[] => parseText(raw, []).map(({ span }) => raw.slice(span.start, span.end));

  it('makes a block of every line that is not blank', () => assert.deepEqual(texts('一\n\n  \u3000二 \r\n\u00a0\r三'), ['一', '二', '三']));
  it('counts lines as editors do, after LF, CRLF and CR', () => {
    assert.deepEqual(parseText('一\r\n二\r三\n四', []).map(({ lines }) => lines), [[1, 1], [2, 2], [3, 3], [4, 4]]);
  });
  it('joins lines that one repair crosses', () => {
    const repair: Repair = { span: { start: 1, end: 4 }, text: '', kind: 'shiftedBytes', certain: true };
    assert.deepEqual(parseText('一二\n三四\n五', [repair]).map(({ lines, span }) => [lines, span]), [[[1, 2], { start: 0, end: 5 }], [[3, 3], { start: 6, end: 7 }]]);
  });
  it('remembers which lines stood in', () => assert.deepEqual(parseText('　　一\n二\n  三', []).map(({ indented }) => indented), [true, false, true]));
  it('has nothing for a blank text', () => assert.deepEqual(texts(' \n\u3000\n'), []));
});

describe('parseMarkdown', () => {
  const clipping = '---\ntitle: "江边建起新图书馆"\nsource: "https://news.example.com/a/1.html"\nauthor:\n  - "[[林安]]"\npublished: 2024-05-06\nsite: 江城网\n---\n# 江边建起新图书馆\n\n5月5日,新馆开门。\n\n> 孩子放学后有地方去了。\n\n- 藏书二十万册\n\n![](a.png)\n\n```\ncode\n```\n';
  const { blocks, declared } = parseMarkdown(clipping, []);

  it('reads the front matter of a web clipper', () => {
    const claims: readonly (readonly [string, readonly Claim[]])[] = Object.entries(declared ?? {});
    assert.ok(claims.every(([, each]) => each.every(({ from }) => from === 'frontMatter')));
    assert.deepEqual(claims.flatMap(([field, each]) => each.map(({ value }) => `${field}: ${value}`)), [
      'titles: 江边建起新图书馆', 'published: 2024-05-06', 'sites: 江城网', 'urls: https://news.example.com/a/1.html', 'authors: 林安',
    ]);
  });
  it('leaves its marks outside the blocks', () => {
    assert.deepEqual(blocks.map(({ kind, span }) => [kind, clipping.slice(span.start, span.end)]), [
      ['heading', '江边建起新图书馆'], ['paragraph', '5月5日,新馆开门。'], ['quotation', '孩子放学后有地方去了。'], ['listItem', '藏书二十万册'], ['code', 'code'],
    ]);
  });
  it('takes a broken front matter for text', () => assert.equal(parseMarkdown('---\na: [\n---\ntext', []).declared, undefined));
  it('tells how much of a line is links', () => {
    const [line] = parseMarkdown('[首页](/) [新闻](/n) 正文', []).blocks;
    assert.equal(line?.linked, 0.5);
  });
});

describe('withoutMarks', () => {
  it('blanks the marks of links and strong words and keeps every unit in its place', () => {
    const text = '来源：[江城晚报](https://example.org/a(b)) **要闻** 2*3';
    const plain = withoutMarks(text);
    assert.equal(plain.length, text.length);
    assert.deepEqual(plain.split(/\s+/), ['来源：', '江城晚报', '要闻', '2*3']);
  });
});

describe('detectFormat', () => {
  it('goes by the name', () => assert.deepEqual(['a.md', 'a.html', 'a.HTM', 'a.txt', 'a'].map((path) => detectFormat(path, 'x')), ['markdown', 'html', 'html', 'text', 'text']));
  it('knows a page that was saved under another name', () => assert.equal(detectFormat('page.txt', '\n<!DOCTYPE html><html>'), 'html'));
});
