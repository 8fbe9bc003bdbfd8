import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/ingest/parsePage';
import { withinDepth } from '../../../src/core/ingest/withinDepth';
import { read } from '../judge/read';
import { tables } from '../tables';

const story = '5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。';
const shown = (source: string): readonly string[] => { const { raw, blocks } = parsePage(source, tables); return blocks.map(({ span }) => raw.slice(span.start, span.end)); };

describe('withinDepth', () => {
  it('leaves pages as they are written, well or badly', () => {
    const pages = [
      `<!DOCTYPE html><html><body><div><ul>${'<li><div>一<p>二'.repeat(600)}</ul></div></body></html>`,
      `<table>${'<tr><td>一<td>二'.repeat(600)}</table>`, `<dl>${'<dt>一<dd>二'.repeat(600)}</dl>`, '<p>一<br>二<img src="a">'.repeat(600), '<a name=x>一<p>'.repeat(600), '<b><i>一</b></i>'.repeat(600),
      `<select>${'<option>一'.repeat(600)}</select>`, '<body><p>一</body>'.repeat(600), `<svg>${'<path d="M0"/>'.repeat(600)}</svg>`, `<script>"${'<div>'.repeat(600)}"</script>`, `<!-- ${'<div>'.repeat(600)} -->`, `<div title="${'<div>'.repeat(600)}">一</div>`, 'a < b > c &lt;div> </ x <3', '<', '<div', '<div a="', '</',
    ];
    for (const page of pages) assert.equal(withinDepth(page), page);
  });
  it('keeps the text in blocks that are too deep, and their line ends', () => {
    assert.deepEqual(shown(`${'<div>'.repeat(3000)}<p>${story}</p><div>一</div><div><span>二</span></div>${'</div>'.repeat(3000)}<p>三</p>`), [story, '一', '二', '三']);
  });
  it('keeps drawings closed and scripts unread', () => {
    assert.deepEqual(shown(`${'<div>'.repeat(3000)}<svg><g><title>图</title></g></svg><SCRIPT>"<p>不"</script><style>p{}</style>${story}`), [story]);
  });
});

describe('a hostile page', () => {
  const size = 60_000;
  const pages: Readonly<Record<string, string>> = {
    'blocks without end': '<div>', 'paragraphs in marks': '<font><p>', 'marks of many kinds': '<b><i><u><s><em><p>', 'links around blocks': '<a><div>', 'marks around blocks': '<b><div></b>', 'tables in tables': '<table><tr><td>', 'text between cells': '<table><b>字', 'lists in lists': '<ul><li>',
    'hidden in hidden': '<div hidden>字', forms: '<form><div>', drawings: '<svg><g>', formulas: '<math><mi>', templates: '<template><div>', 'broken entities': '&#x&amp&notit;', zeros: `<p>\0${'字'.repeat(60)}`, quotes: '<p a="', comments: '<!--', 'nothing but brackets': '<', headings: '<h1><h2>', objects: '<object><p>', frames: '<iframe srcdoc="', buttons: '<button>字', captions: '<table><caption>', shadows: '<template shadowrootmode=open><p>',
  };
  for (const [name, piece] of Object.entries(pages)) {
    it(`of ${name} is read, with the story in it or behind it`, () => {
      const page = piece.repeat(size / piece.length);
      const document = read(`<p>${story}</p>${page}${story}`, 'a.html');
      assert.ok(document.raw.includes(story));
    });
  }
  it('of marks that differ in each paragraph is read', () => {
    const page = Array.from({ length: 3000 }, (_, at) => `<font color="${at}"><p>${at}`).join('');
    assert.equal(shown(page).length, 3000);
  });
  it('of a hundred thousand attributes, cells or line ends in one element is read', () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ');
    assert.deepEqual(shown(`<p ${attributes}>${story}</p>`), [story]);
    assert.deepEqual(shown(`${'<div>'.repeat(600)}<div ${attributes}>${story}</div>`), [story]);
    assert.equal(shown(`<table><tr>${'<td>1</td>'.repeat(100_000)}</tr></table>`).length, 1);
    assert.deepEqual(shown(`<p hidden>${'<br>'.repeat(100_000)}</p><p>${story}</p>`), [story]);
  });
  it('of plain text is read as text', () => assert.ok(read(`<p>${story}</p><plaintext><p>${story}`, 'a.html').raw.includes('<p>')));
  it('of a megabyte in one attribute is read', () => {
    const long = 'x'.repeat(1_000_000);
    for (const page of [`<p title="${long}">${story}</p>`, `<p title=${long}>${story}</p>`, `<p ${long}>${story}</p>`, `<${long}>${story}`]) assert.deepEqual(shown(page), [story]);
  });
});
