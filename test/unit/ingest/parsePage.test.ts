import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/ingest/parsePage';
import { tables } from '../tables';

const story = ['5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。', '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放。'];
const paragraphs = story.map((text) => `<p class="a">${text}</p>`).join('');
const shown = (source: string): readonly string[] => { const { raw, blocks } = parsePage(source, tables); return blocks.map(({ span }) => raw.slice(span.start, span.end)); };
const inner = (page: string): string => page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe('parsePage', () => {
  it('reads the frame of a page that shows hardly anything by itself', () => {
    assert.deepEqual(shown(`<a href="/">首页</a><iframe class="f" srcdoc="${inner(`<html><body>${paragraphs}</body></html>`)}"></iframe>`), ['首页', ...story]);
  });
  it('reads no frame of a page that has its text', () => {
    assert.deepEqual(shown(`${paragraphs}<iframe srcdoc="<p>江城特产，欢迎选购</p>"></iframe>`), story);
  });
  it('reads a page around the pictures in it', () => {
    assert.deepEqual(shown(`<p>${story[0]}<img src="data:image/png;base64,${'A'.repeat(10_000)}"></p><p>${story[1]}</p>`), story);
  });
  it('reads the shown tree of an element, as pages and archives write it, and no other template', () => {
    for (const name of ['shadowrootmode', 'shadowmode', 'shadowroot']) assert.deepEqual(shown(`<x-story><template ${name}="open">${paragraphs}</template></x-story><template><p>不</p></template>`), story);
  });
  it('comes to an end on frames that never end', () => {
    for (const piece of ['<iframe srcdoc="', "<iframe srcdoc='", '<iframe ', '<iframe srcdoc=']) assert.ok(Array.isArray(shown(piece.repeat(5000))));
  });
});
