import assert from 'node:assert/strict';
import { parseHtml } from '../../../src/core/ingest/parseHtml';
import { bodyOf, read } from '../judge/read';

const shown = (source: string): readonly (readonly [string, string])[] => {
  const { raw, blocks } = parseHtml(source);
  return blocks.map(({ kind, span }) => [kind, raw.slice(span.start, span.end)]);
};

describe('parseHtml', () => {
  it('ends lines at block elements and breaks, and runs white space together', () => {
    assert.deepEqual(shown('<div>一<p>二\n  <b>三</b> 四</p>五<br>六</div>'), [['paragraph', '一'], ['paragraph', '二 三 四'], ['paragraph', '五'], ['paragraph', '六']]);
  });
  it('keeps headings, items, quotations, captions and code apart', () => {
    const source = '<h1>题</h1><ul><li>甲</li><li>乙</li></ul><blockquote>引</blockquote><figure><img><figcaption>图</figcaption></figure><pre>x = 1</pre><p>文</p>';
    assert.deepEqual(shown(source), [['heading', '题'], ['listItem', '甲'], ['listItem', '乙'], ['quotation', '引'], ['caption', '图'], ['code', 'x = 1'], ['paragraph', '文']]);
  });
  it('makes a line of each row of a table of facts, and none of a table for layout', () => {
    assert.deepEqual(shown('<table><tr><th>年</th><th>人</th></tr><tr><td>2023</td><td>12</td></tr></table>').map(([kind]) => kind), ['table', 'table']);
    assert.deepEqual(shown('<table><tr><td><p>左</p></td><td><p>右</p></td></tr></table>').map(([, text]) => text), ['左', '右']);
  });
  it('shows no scripts, no styles and nothing hidden', () => {
    assert.deepEqual(shown('<style>p{}</style><script>1</script><noscript>无</noscript><p hidden>藏</p><p style="display: none">藏</p><p>现</p>').map(([, text]) => text), ['现']);
  });
  it('tells which share of a line is links', () => {
    assert.deepEqual(parseHtml('<p><a href="/">首页</a>文字</p><p>文字</p>').blocks.map(({ linked }) => linked), [0.5, 0]);
  });
  it('walks pages nested ten thousand deep', () => {
    assert.deepEqual(shown(`${'<div>'.repeat(10_000)}底`).map(([, text]) => text), ['底']);
  });
  it('spans the text it shows', () => {
    const { raw, blocks } = parseHtml('<p> 一 </p>\n<p>二</p>');
    assert.equal(raw, '一\n二\n');
    assert.deepEqual(blocks.map(({ span }) => span), [{ start: 0, end: 1 }, { start: 2, end: 3 }]);
  });
  it('hands on what the page declares of itself', () => {
    assert.deepEqual(parseHtml('<title>江边建起新图书馆_江城网</title><p>文</p>').declared?.titles, [{ value: '江边建起新图书馆_江城网', from: 'pageTitle' }]);
    assert.equal(parseHtml('<p>文</p>').declared, undefined);
  });
});

describe('judge, on an HTML page', () => {
  const story = ['5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。', '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放。', '“孩子放学后有地方去了。”家住附近的王女士说。'];
  const links = (texts: readonly string[]): string => `<ul>${texts.map((text) => `<li><a href="#">${text}</a></li>`).join('')}</ul>`;
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>江边建起新图书馆-江城网</title></head><body>${links(['首页', '新闻', '财经', '体育', '更多'])}
    <div>您的位置：<a href="/">江城网</a> &gt; <a href="/n">新闻</a> &gt; 正文</div><h1>江边建起新图书馆</h1><div>2024年05月06日10:20 来源：<a>江城晚报</a></div>
    ${story.map((text) => `<p>　　${text}</p>`).join('\n')}<p>(责编：方文)</p><h3>相关新闻</h3>${links(['江城地铁三号线试运行', '市民公园改造完成', '老街夜市本周末开市'])}<footer>版权所有 江城网</footer></body></html>`;
  const document = read(page, 'page.html');

  it('finds the body', () => assert.deepEqual(bodyOf(document), story));
  it('finds headline, date, publisher, site, section and editor', () => {
    const { title, published, publisher, site, section, editors } = document.metadata;
    assert.deepEqual([title?.value, published?.value, publisher?.value, site?.value], ['江边建起新图书馆', '2024-05-06T10:20', '江城晚报', '江城网']);
    assert.deepEqual([section.map(({ value }) => value), editors.map(({ value }) => value)], [['新闻'], ['方文']]);
  });
  it('keeps the lines of code apart, and takes preformatted Chinese for paragraphs', () => {
    assert.deepEqual(shown('<pre><code>if (a) {\n  b  = 2;\n}</code></pre>'), [['code', 'if (a) {'], ['code', '  b  = 2;'], ['code', '}']]);
    assert.deepEqual(shown('<pre>江边新建了一座图书馆，\n昨天开门。</pre>'), [['paragraph', '江边新建了一座图书馆， 昨天开门。']]);
  });
  it('shows a template that holds the shown tree of its parent', () => {
    assert.deepEqual(shown('<div><template shadowrootmode="open"><p>影</p></template></div><template><p>无</p></template>').map(([, text]) => text), ['影']);
  });
  it('tells the box that each block stands in, with its names', () => {
    const { blocks, boxes } = parseHtml('<div id="Main" class="article  content"><p>一</p>二</div>');
    assert.deepEqual(blocks.map(({ place }) => boxes[place?.box ?? -1]), [{ tag: 'p', parent: 2, names: '' }, { tag: 'div', parent: 1, names: 'main article content' }]);
  });
  it('says which blocks follow a picture, stand in the middle or are bold', () => {
    const places = parseHtml('<p>文</p><img><p align="center"><b>图</b></p>').blocks.map(({ place }) => place && [place.pictured, place.centred, place.strong]);
    assert.deepEqual(places, [[false, false, 0], [true, true, 1]]);
  });
});
