import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { paragraphLocator } from '../../../src/core/cite/paragraphLocator';
import { inlineMarkdown, linkMarkdown, referenceMarkdown } from '../../../src/core/cite/referenceMarkdown';
import { scanNote } from '../../../src/core/markdown/scan';

const paper: CslItem = {
  id: 'k', type: 'article-newspaper', title: '江边建起新图书馆', 'container-title': '江边日报', issued: { 'date-parts': [[2025, 6, 4]] }, language: 'zh-CN', URL: 'https://news.example/a_b_(1).html',
};

describe('a reference in a footnote', () => {
  it('keeps the brackets of the standard, and its address is a link', () =>
    assert.equal(referenceMarkdown(paper), '江边建起新图书馆[N/OL]. 江边日报, 2025-06-04. <https://news.example/a_b_(1).html>'));
  it('means nothing but itself, whatever the title holds', () => {
    const line = referenceMarkdown({ ...paper, title: '*甲* [乙](javascript:x) `丙` @丁 <b>' });
    const scan = scanNote(line);
    assert.deepEqual([scan.citations.length, scan.code.length, scan.links.length], [0, 0, 1]);
    assert.match(line, /^\\\*甲\\\* \\\[乙\\\]\(javascript:x\)/);
  });
  it('has no link where the address is none', () => assert.doesNotMatch(referenceMarkdown({ ...paper, URL: 'javascript:alert(1)' }), /</));
  it('is one line', () => assert.doesNotMatch(referenceMarkdown({ ...paper, title: '甲\n\n乙' }), /\n/));
});

describe('a citation as text', () => {
  it('names outlet and date', () => assert.equal(inlineMarkdown(paper), '（江边日报，2025-06-04）'));
  it('escapes an outlet that looks like markup', () => assert.equal(inlineMarkdown({ ...paper, 'container-title': '*江边*' }), '（\\*江边\\*，2025-06-04）'));
});

describe('a link to a source', () => {
  it('leads to the page on the web', () => assert.equal(linkMarkdown('江边 [图]', 'https://news.example/甲_(1)?x=1#y'), '[江边 \\[图\\]](https://news.example/甲_%281%29?x=1#y)'));
  it('leads to a file whose name has spaces, brackets and signs', () => assert.equal(linkMarkdown('甲', '../资料/a (1) 100%#.txt'), '[甲](../资料/a%20%281%29%20100%25%23.txt)'));
  it('never takes a name for a scheme', () => assert.equal(linkMarkdown('甲', 'javascript:x.txt'), '[甲](./javascript:x.txt)'));
});

describe('the locator of a quotation', () => {
  it('counts paragraphs in the words of the note', () => {
    assert.deepEqual([paragraphLocator([3, 3], true), paragraphLocator([3, 5], true)], ['，第3段', '，第3至5段']);
    assert.deepEqual([paragraphLocator([3, 3], false), paragraphLocator([3, 5], false)], [', para. 3', ', paras. 3–5']);
  });
  it('leaves the key as it is', () => {
    for (const locator of [paragraphLocator([3, 5], true), paragraphLocator([3, 5], false)]) {
      assert.deepEqual(scanNote(`“甲”[@k1${locator}]`).citations.map(({ keys }) => keys.map(({ key }) => key)), [['k1']]);
    }
  });
});
