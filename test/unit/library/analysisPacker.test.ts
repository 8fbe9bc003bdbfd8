import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../../src/core/analyse';
import { judge } from '../../../src/core/judge/judge';
import { AnalysisPacker } from '../../../src/core/library/analysisPacker';
import { tables } from '../tables';

const seedFolder = join(__dirname, '../../../seeds');
const html = `<html><head><title>河海新区开工</title></head><body><div id="top" class="nav bar"><a href="/">首页</a> <a href="/a">新闻</a></div>
<article class="content"><h1>河海新区开工</h1><img src="a.jpg"><p style="text-align:center">图为工地</p><p>  <b>河海新区</b>今天开工，来自各地的客人参加了仪式。</p>
<blockquote>我们等了很久。</blockquote><ul><li>第一期</li><li>第二期</li></ul><table><tr><td>年</td><td>里</td></tr><tr><td>1</td><td>2</td></tr></table></article></body></html>`;
const regional = '台北的軟體業者\n\n使用者在網路上申請健保，軟體由業者提供，捷運也可以使用。\n';
const markdown = '---\ntitle: 河海\n---\n\n# 河海\n\n- **第一** 期\n\n> 引文\n\n```\ncode\n```\n';

const analysed = (path: string, bytes: Uint8Array): Analysis => {
  const analysis = analyse(bytes, { id: path, path, now: '2025-01-01T12:00:00' }, tables);
  return analysis.ok ? analysis.value : assert.fail(path);
};
const pages = [
  ...readdirSync(seedFolder).filter(name => name.endsWith('.txt')).map(name => analysed(name, readFileSync(join(seedFolder, name)))),
  analysed('a.html', new TextEncoder().encode(html)),
  analysed('taiwan.txt', new TextEncoder().encode(regional)),
  analysed('a.md', new TextEncoder().encode(markdown)),
];

/** All fields as they are read. */
const plain = ({ ...fields }: Analysis): Analysis => fields;

describe('a packed analysis', () => {
  for (const page of pages) {
    it(`of ${page.path} says the same once others were read since`, () => {
      const packer = new AnalysisPacker(tables);
      const packed = packer.pack(page);
      for (let others = 0; others < 200; others++) packer.pack(page);
      assert.notEqual(packed.lines, page.lines);
      assert.deepEqual(plain(packed), { boxes: undefined, ...page });
      assert.deepEqual(judge(packed, undefined), judge(page, undefined));
    });
  }
  it('is not worked out again while it is in use', () => {
    const packed = new AnalysisPacker(tables).pack(pages[0] ?? assert.fail());
    assert.equal(packed.lines, packed.lines);
    assert.equal(packed.lines, pages[0]?.lines);
  });
});
