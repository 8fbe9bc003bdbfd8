import assert from 'node:assert/strict';
import { readScriptText, type PageScript } from '../../../src/core/ingest/scriptText/scriptText';

const story = ['5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。', '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放。', '“孩子放学后有地方去了。”家住附近的王女士说，以后每个周末都会来。'];
const html = story.map((text) => `<p>${text}</p>`).join('');
const script = (text: string, type = '', id = ''): PageScript => ({ type, id, text });
const json = (value: unknown, id = '', type = 'application/json'): PageScript => script(JSON.stringify(value), type, id);
const read = (...scripts: readonly PageScript[]): ReturnType<typeof readScriptText> => readScriptText(scripts);

describe('readScriptText', () => {
  it('reads the article of a page that Next.js builds, with what stands beside it', () => {
    const page = { props: { pageProps: { article: { title: '江边建起新图书馆', publishTime: '2024-05-06 10:20', source: '江城晚报', author: { id: 7, name: '林安' }, content: html }, site: { title: '江城网' } } } };
    assert.deepEqual(read(json(page, '__NEXT_DATA__')), { html, title: '江边建起新图书馆', published: '2024-05-06T10:20', authors: ['林安'], source: '江城晚报' });
  });

  it('reads the state that a script assigns, without running it', () => {
    const state = JSON.stringify({ detail: { headline: '江边建起新图书馆', body: html } });
    assert.equal(read(script(`window.__INITIAL_STATE__ = ${state};(function(){var s;(s=document.currentScript).remove()}());`))?.html, html);
    assert.equal(read(script(`throw new Error(); window.__STATE__ = JSON.parse(${JSON.stringify(state)})`))?.title, '江边建起新图书馆');
  });

  it('reads literals that are no JSON: bare keys, single quotes, comments, words joined by a plus', () => {
    const text = `// don't stop here\nvar page = { title: '江边建起新图书馆', /* it's */ content: '<p>${story[0]}</p>' +\n  "<p>${story[1]}</p>", };\nvar words = /['"]/g;`;
    assert.deepEqual(read(script(text)), { html: `<p>${story[0]}</p><p>${story[1]}</p>`, title: '江边建起新图书馆', authors: [] });
  });

  it('reads text that is put together by one statement after another', () => {
    assert.equal(read(script(`var html = '';\nhtml += '<p>${story[0]}</p>';\nhtml += '<p>${story[1]}</p>';`))?.html, `<p>${story[0]}</p><p>${story[1]}</p>`);
  });

  it('reads what a function returns, as its literals stand', () => {
    assert.equal(read(script(`window.__NUXT__=(function(a,b){return {data:[{article:{title:a,content:${JSON.stringify(html)},top:b}}]}}("题",false));`))?.html, html);
  });

  it('reads the flat list of Nuxt, where records name the places of their values', () => {
    assert.deepEqual(read(json([['Reactive', 1], { news: 2 }, { title: 3, content: 4 }, '江边建起新图书馆', html], '__NUXT_DATA__')), { html, title: '江边建起新图书馆', authors: [] });
  });

  it('reads a stream that is pushed in pieces, with its long texts told by their bytes', () => {
    const stream = `0:{"title":"江边建起新图书馆","content":"$1a"}\n1a:T${new TextEncoder().encode(html).length.toString(16)},${html}2:["$","div",null,{}]\n`;
    const pieces = [stream.slice(0, 90), stream.slice(90)].map((piece) => script(`self.__next_f.push([1,${JSON.stringify(piece)}])`));
    assert.deepEqual(read(script('(self.__next_f=self.__next_f||[]).push([0])'), ...pieces), { html, title: '江边建起新图书馆', authors: [] });
  });

  it('reads JSON that is percent-encoded', () => {
    assert.equal(read(script(encodeURIComponent(JSON.stringify({ data: { content: html } })), 'application/json', 'RENDER_DATA'))?.html, html);
  });

  it('reads articleBody of JSON-LD as lines', () => {
    assert.deepEqual(read(json({ '@type': 'NewsArticle', headline: '江边建起新图书馆', author: [{ name: '林安' }, '周宁'], articleBody: story.join('\n') }, '', 'application/ld+json')), { text: story.join('\n'), title: '江边建起新图书馆', authors: ['林安', '周宁'] });
  });

  it('reads an article that is a list of paragraphs or a tree of nodes', () => {
    const blocks = story.map((text) => ({ type: 'paragraph', data: { text } }));
    assert.deepEqual(read(json({ title: '江边建起新图书馆', blocks })), { text: story.join('\n'), title: '江边建起新图书馆', authors: [] });
    const nodes = story.map((text) => ({ type: 'p', children: [{ value: text.slice(0, 9) }, { type: 'b', children: [{ value: text.slice(9, 14) }] }, { value: text.slice(14) }] }));
    assert.equal(read(json({ content: [{ type: 'image', value: '' }, ...nodes] }))?.text, story.join('\n'));
    assert.equal(read(json({ content: [`<b>${story[0]}</b>`, `a < b ${story[1]}`] }))?.html, `<p><b>${story[0]}</b></p>\n<p>a &lt; b ${story[1]}</p>`);
  });

  it('makes markup of what was escaped once more', () => {
    assert.equal(read(script(`var content_noencode = '${html.replaceAll('<', '\\x26lt;').replaceAll('>', '\\x26gt;')}'`))?.html, html);
  });

  it('takes a template of the page as it stands', () => assert.equal(read(script(html, 'text/template'))?.html, html));

  it('prefers the article to comments, summaries and the terms of use', () => {
    const page = { article: { content: html, summary: story.join('').repeat(2) }, comments: [{ content: story.join('').repeat(3) }], userAgreement: { text: story.join('').repeat(4) } };
    assert.equal(read(json(page))?.html, html);
  });

  it('prefers the article whose title is that of the page', () => {
    const list = [{ title: '老街夜市开市了', content: html.repeat(2) }, { title: '江边建起新图书馆', content: html }];
    assert.equal(readScriptText([json({ list })], '江边建起 新图书馆_江城网')?.html, html);
  });

  it('takes a list of pages for no article', () => {
    const items = story.map((text, at) => ({ title: `第${at}条`, content: text }));
    assert.equal(read(json({ content: items })), undefined);
  });

  it('tells the clock in China for seconds since 1970 and for clocks of Greenwich', () => {
    for (const [key, date] of [['publishTime', 1714962000], ['ptime', '1714962000000'], ['datePublished', '2024-05-06T02:20:00.000Z']] as const) {
      assert.equal(read(json({ [key]: date, content: html }))?.published, '2024-05-06T10:20:00');
    }
  });

  it('finds nothing in programs, styles, pictures and lists of words', () => {
    const program = 'function f(a){if(a){return "x"}else{for(var i=0;i<9;i++){g(a[i],"y")}}};'.repeat(40);
    const values = [program, 'a.b{color:red;margin:0}'.repeat(50), 'data:image/png;base64,' + 'iVBORw0KGgo'.repeat(200), '北京 上海 广州 深圳 '.repeat(60)];
    assert.equal(read(script(program), json({ content: values[0], text: values[1], body: values[2], html: values[3] })), undefined);
  });

  it('reads English', () => {
    const text = 'The new library by the river opened on Sunday, and three thousand readers came on its first day. "My children have a place to go," said Ms Wang, who lives nearby. It is free of charge all year round, and its reading room looks out on the water.';
    assert.deepEqual(read(json({ headline: 'A library by the river', datePublished: '2024-05-06T02:20:00Z', articleBody: text }, '', 'application/ld+json')), { text, title: 'A library by the river', published: '2024-05-06T02:20:00', authors: [] });
  });

  it('keeps what there is of JSON that was cut off', () => {
    assert.equal(read(script(JSON.stringify({ content: html }).slice(0, -30), 'application/json'))?.html?.slice(0, 40), html.slice(0, 40));
  });

  it('comes to an end on any script', () => {
    const size = 100_000;
    for (const piece of ['"', '\\"', "'", '`', '/[', '=/', '/*', '{', '[{', '}]', '["', "'[\"", '{"a":', '$1a:', '1:T9,', '+', '="', '%7B', '<p', '&lt;p']) {
      const text = piece.repeat(size / piece.length);
      assert.equal(read(script(text), script(text, 'application/json'), script(text, 'application/json', '__NUXT_DATA__'), script(`self.__next_f.push([1,${JSON.stringify(text)}])`)), undefined, piece);
    }
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`text${at}`, story[at % 3]?.repeat(2)]));
    assert.ok(read(json(many)));
    assert.ok(read(script(`var content = ${'['.repeat(100_000)}${JSON.stringify(html)}`)));
  });
});
