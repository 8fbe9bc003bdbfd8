import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../src/core/document';
import { locate } from '../../../src/core/quote/locate';
import { tables } from '../tables';
import { library, sourceOf } from './sources';

/** How words are found, where, and the parts of the file they are found in. */
function found(words: string, source: SourceDocument = library): readonly [closeness: string, scope: string, ...parts: string[]] | undefined {
  const location = locate(words, source, tables);
  return location && [location.closeness, location.text.scope, ...location.segments.map(({ span }) => source.raw.slice(span.start, span.end))];
}

describe('the place of a quotation in its source', () => {
  it('is where its words stand', () => assert.deepEqual(found('第一天来了三千名读者'), ['exact', 'body', '第一天来了三千名读者']));
  it('is found whatever white space stands in it', () => assert.deepEqual(found('第一天 来了\n三千名读者'), ['exact', 'body', '第一天来了三千名读者']));
  it('is found in the other script, in other widths, in other marks, and said to be so', () => {
    for (const words of ['第一天來了三千名讀者', '正式开门，第一天来了三千名读者', '馆长说：「我们等了五年', '馆长说：‘我们等了五年']) assert.equal(found(words)?.[0], 'folded', words);
  });
  it('goes over paragraphs, and over what is hidden between them', () => {
    const source = locate('终于把灯点亮了。”图书馆共有四层', library, tables);
    assert.deepEqual([source?.closeness, source?.text.scope], ['exact', 'body']);
  });
  it('is the body before the rest of the page, and there before it is only close in the body', () => {
    assert.deepEqual(found('老图书馆的屋顶要修'), ['exact', 'page', '老图书馆的屋顶要修']);
    assert.deepEqual(found('首页>江边>正文'), ['exact', 'page', '首页 > 江边 > 正文']);
  });
  it('is found through repaired damage, also by its damaged words', () => {
    const glossed = sourceOf(['江边的新图(tú)书馆昨天正式开门'], [['(tú)', '']]);
    assert.deepEqual(found('江边的新图书馆昨天', glossed), ['exact', 'body', '江边的新图(tú)书馆昨天']);
    assert.deepEqual(found('江边的新图(tu2)书馆昨天正式', sourceOf(['江边的新图(tu2)书馆昨天正式开门'], [['(tu2)', '']])), ['folded', 'saved', '江边的新图(tu2)书馆昨天正式']);
  });
  it('prefers the same characters among places that fold alike', () => {
    const both = sourceOf(['圖書館共有四層。', '图书馆共有四层。']);
    assert.deepEqual(found('图书馆共有四层', both), ['exact', 'body', '图书馆共有四层']);
    assert.deepEqual(found('图书馆共有四層', both), ['folded', 'body', '圖書館共有四層']);
  });
});

describe('the place of a quotation with gaps', () => {
  it('is that of its parts in order', () => {
    for (const gap of ['……', '…', '...', ' [...] ', '[……]', '。。。', '⋯⋯', '[图书馆]']) {
      assert.deepEqual(found(`江边的新图书馆${gap}来了三千名读者`), ['exact', 'body', '江边的新图书馆', '来了三千名读者'], gap);
    }
  });
  it('keeps the parts as near to one another as they come', () => {
    const location = locate('图书馆……那里看得最远', library, tables);
    assert.equal(library.raw.slice(location?.span.start, location?.span.end), '图书馆共有四层,那里看得最远');
  });
  it('is none where the parts stand in another order', () => assert.equal(found('来了三千名读者……江边的新图书馆昨天'), undefined));
  it('is close where a part is only close', () => assert.deepEqual(found('江边的新图书馆……来了五千名读者'), ['close', 'body', '江边的新图书馆', '来了三千名读者']));
  it('leaves an ellipsis at either end aside', () => assert.deepEqual(found('……来了三千名读者……'), ['exact', 'body', '来了三千名读者']));
  it('takes an ellipsis of the source itself as it stands', () => assert.deepEqual(found('等了……五年', sourceOf(['我们等了……五年'])), ['exact', 'body', '等了……五年']));
});

describe('words that differ from the source', () => {
  it('are found where they come close, which is said with how close', () => {
    const location = locate('藏书一百三十万册。儿童馆在三层', library, tables);
    assert.deepEqual(found('藏书一百三十万册。儿童馆在三层'), ['close', 'body', '藏书一百二十万册。儿童馆在二层']);
    assert.ok(location && location.similarity > 0.85 && location.similarity < 0.9);
  });
  it('are found with words left out and put in', () => {
    assert.equal(found('江边的图书馆昨天开门,第一天来了三千名读者')?.[2], '江边的新图书馆昨天正式开门,第一天来了三千名读者');
    assert.equal(found('图书馆一共有四层,藏书大约一百二十万册')?.[2], '图书馆共有四层,藏书一百二十万册');
  });
  it('are not found where they are another text', () => {
    for (const words of ['山上的老剧场明年才会关门', '图书馆关门了读者都走了', '馆长没有说过一句话']) assert.equal(found(words), undefined, words);
  });
  it('are nothing where they are but marks', () => assert.equal(found('……'), undefined));
});

describe('the words at the edge of a repaired run', () => {
  const mended = sourceOf(['第一天来了三千名读者乱码乱码'], [['乱码乱码', '。馆长说']]);
  it('are exact, though the place in the file holds all of the run', () => assert.deepEqual(found('来了三千名读者。', mended), ['exact', 'body', '来了三千名读者乱码乱码']));
});
