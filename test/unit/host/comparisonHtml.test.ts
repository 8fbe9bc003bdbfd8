import assert from 'node:assert/strict';
import type { Difference } from '../../../src/core/quote/differences';
import { comparisonHtml, type ComparedSide } from '../../../src/host/sharing/comparisonHtml';

const side = (title: string): ComparedSide => ({ title, lang: 'zh-Hans', byline: '江边日报 · 2024-05-01', links: [{ words: 'Open', address: 'command:open?["a"]' }] });
const words = { title: 'Compare', summary: 'Summary', onlyFirst: 'first', onlySecond: 'second', lang: 'en' };
const site = { cspSource: 'https://x.test', style: 'https://x.test/reader.css' };

/** The page of two texts that differ in one run each. */
function page(one: string, other: string, differences: readonly Difference[], title = '标题'): string {
  const span = { start: 0, end: 1 };
  return comparisonHtml({ one: { text: one, span, lang: 'zh-Hans' }, other: { text: other, span, lang: 'zh-Hant-TW' }, differences }, [side(title), { ...side(title), note: 'earliest' }], words, site);
}
const run = (kind: Difference['kind'], note: readonly [number, number], source: readonly [number, number]): Difference => ({ kind, note: { start: note[0], end: note[1] }, source: { start: source[0], end: source[1] } });

describe('the page of a comparison', () => {
  it('marks on each side what only that side has, paragraph by paragraph, in the language of the side', () => {
    const html = page('灯亮。\n船来', '燈滅了。\n船來', [run('same', [0, 1], [0, 1]), run('note', [1, 3], [1, 1]), run('source', [3, 3], [1, 4]), run('same', [3, 6], [4, 7])]);
    assert.match(html, /<article lang="zh-Hans"><p>灯<mark class="only-first">亮。<\/mark><\/p>\n<p>船来<\/p><\/article>/);
    assert.match(html, /<article lang="zh-Hant-TW"><p>燈<mark class="only-second">滅了。<\/mark><\/p>\n<p>船來<\/p><\/article>/);
    assert.match(html, /<mark class="only-first">first<\/mark>/);
  });
  it('has no legend where nothing differs', () => assert.doesNotMatch(page('灯', '燈', [run('same', [0, 1], [0, 1])]), /<mark/));
  it('lets nothing run or load, and takes markup of sources as text', () => {
    const html = page('<img src=x>', '"', [run('note', [0, 11], [0, 0]), run('source', [11, 11], [0, 1])], '<script>alert(1)</script>');
    assert.match(html, /content="default-src 'none'; style-src https:\/\/x\.test"/);
    assert.doesNotMatch(html, /<script|<img/);
    assert.match(html, /href="command:open\?\[&quot;a&quot;\]"/);
  });
});
