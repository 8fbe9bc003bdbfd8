import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { scanNote } from '../../../src/core/markdown/scan';
import { citationHtml, referencesHtml, type CitationRendering } from '../../../src/host/notes/citationHtml';

const items: readonly CslItem[] = [
  { id: 'rmrb', type: 'article-newspaper', title: '标题', 'container-title': '人民日报', issued: { 'date-parts': [[2025, 6, 4]] }, language: 'zh-CN', URL: 'http://a.cn/b?c=1&d=2' },
  { id: 'gmw', type: 'webpage', title: '另一标题', 'container-title': '光明网', issued: { 'date-parts': [[2024, 4]] }, language: 'zh-CN' },
  { id: 'doe', type: 'book', title: 'A <b>Book</b>', author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[2020]] } },
  { id: 'bad', type: 'webpage', title: '"><script>', 'container-title': '<img src=x>', language: 'zh-CN', URL: 'javascript:alert(1)' },
];
const keys = items.map(item => item.id);
const complete: CitationRendering = { item: key => items.find(item => item.id === key), number: key => keys.indexOf(key) + 1, unknown: key => `no ${key}` };
const unread: CitationRendering = { ...complete, unknown: undefined };

function html(note: string, rendering = complete): string {
  const citation = scanNote(note).citations[0];
  assert.ok(citation, `${note} holds no citation`);
  return citationHtml(citation, note.slice(citation.span.start, citation.span.end), rendering);
}

/** What a reader of the preview sees. */
const shown = (note: string, rendering = complete): string => html(note, rendering).replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>');

describe('a citation in the preview', () => {
  it('reads as outlet and date', () => assert.equal(shown('[@rmrb]'), '（人民日报，2025-06-04）'));
  it('takes the punctuation of its language', () => assert.equal(shown('[@doe, p. 3]'), '(Doe, 2020, p. 3)'));
  it('keeps prefix, locator and order', () => assert.equal(shown('[参见 @gmw; @rmrb，第3段]'), '（参见 光明网，2024-04；人民日报，2025-06-04，第3段）'));
  it('leaves the outlet out where the writer did', () => assert.equal(shown('[-@rmrb]'), '（2025-06-04）'));
  it('reads as a name with its date in running text', () => {
    assert.equal(shown('@rmrb [第3段]'), '人民日报（2025-06-04，第3段）');
    assert.equal(shown('@doe'), 'Doe (2020)');
  });
  it('carries the full reference as its tooltip', () => assert.match(html('[@rmrb]'), /title="标题\[N\/OL\]\. 人民日报, 2025-06-04\. http:\/\/a\.cn\/b\?c=1&amp;d=2"/));
  it('marks a key nobody knows, beside one that is known', () => {
    assert.equal(shown('[@rmrb; @none]'), '（人民日报，2025-06-04；@none）');
    assert.match(html('[@rmrb; @none]'), /<span class="seedbed-unknown" title="no none">@none<\/span>/);
  });
  it('stays as written, but marked, where no key is known', () => {
    assert.equal(html('[@none]'), '<span class="seedbed-unknown" title="no none">[@none]</span>');
  });
  it('stays as written in running text: a person may be meant', () => assert.equal(html('@none'), '@none'));
  it('stays as written while the bibliography is not read', () => assert.equal(html('[@none]', unread), '[@none]'));
  it('never lets text of an entry become markup', () => assert.doesNotMatch(html('[@bad]'), /<img|<script|">"/));
});

describe('the list of references in the preview', () => {
  it('holds each entry once, in the order of the keys, under a heading', () => {
    const list = referencesHtml(['gmw', 'none', 'rmrb'], complete, '参考文献');
    assert.match(list, /<h2>参考文献<\/h2>/);
    assert.deepEqual([...list.matchAll(/<li id="([^"]*)">/g)].map(match => match[1]), ['seedbed-reference-2', 'seedbed-reference-1']);
  });
  it('links an address of the web only', () => {
    assert.match(referencesHtml(['rmrb'], complete, undefined), /<a href="http:\/\/a\.cn\/b\?c=1&amp;d=2">/);
    assert.doesNotMatch(referencesHtml(['bad'], complete, undefined), /href/);
  });
  it('is not there when nothing cited is known', () => assert.equal(referencesHtml(['none'], complete, '参考文献'), ''));
});
