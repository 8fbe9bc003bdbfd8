import assert from 'node:assert/strict';
import { formatInline, formatReference } from '../../../src/core/cite/formatReference';
import { toCslItem, type CitableSource } from '../../../src/core/cite/toCslItem';

const source: CitableSource = {
  path: 'seeds/a.txt', hash: 'ff', script: 'Hans', title: '河海新区建设提速', lead: '河海新区近日动工。又一句。', authors: ['谷青', '王川'],
  publisher: '河海网-河海日报', published: '2025-06-04T14:44', url: 'http://example.org/1',
};
const item = (changes: Partial<CitableSource> = {}) => toCslItem({ ...source, ...changes }, 'hhrb20250604', text => text);

describe('the item of a source', () => {
  it('is a newspaper piece by literal names, in the outlet behind the site', () => {
    assert.deepEqual(item(), {
      id: 'hhrb20250604', type: 'article-newspaper', title: '河海新区建设提速', author: [{ literal: '谷青' }, { literal: '王川' }], 'container-title': '河海日报',
      issued: { 'date-parts': [[2025, 6, 4]] }, language: 'zh-CN', URL: 'http://example.org/1', custom: { seedbed: { path: 'seeds/a.txt', hash: 'ff' } },
    });
  });
  it('is a web page where the outlet is no paper or agency', () => {
    for (const publisher of ['河海网', '河海新闻客户端', '河海旅行社', '河海出版社', 'Example Daily News Network']) assert.equal(item({ publisher }).type, 'webpage', publisher);
    for (const publisher of ['河海晚报', '河海社', '河海晚报客户端', 'The Example Times']) assert.equal(item({ publisher }).type, 'article-newspaper', publisher);
  });
  it('has the outlet for its author where no byline is printed', () => assert.deepEqual(item({ authors: [] }).author, [{ literal: '河海日报' }]));
  it('is by the site where the page names no publisher', () => {
    assert.deepEqual(toCslItem({ path: 'p', hash: 'h', script: 'Hans', title: '题', lead: '', authors: [], site: '河海在线' }, 'k', text => text).author, [{ literal: '河海在线' }]);
  });
  it('stands in the site, unless that is its author already', () => {
    const page = { publisher: '河海网', site: '江城在线' };
    assert.deepEqual([item(page)['container-title'], item({ ...page, authors: [] })['container-title'], item({ publisher: '河海网', site: '河海网新闻', authors: [] })['container-title']], ['河海网', '江城在线', undefined]);
  });
  it('is a web page of the site that carries the copy of an agency', () => {
    const page = { publisher: '河海社', site: '江城在线' };
    const { type, author, source: from, 'container-title': container } = item(page);
    assert.deepEqual([type, author?.length, from, container], ['webpage', 2, '河海社', '江城在线']);
    const unsigned = item({ ...page, authors: [] });
    assert.deepEqual([unsigned.author, unsigned.source, unsigned['container-title']], [[{ literal: '河海社' }], undefined, '江城在线']);
    assert.equal(item({ publisher: '河海社' }).type, 'article-newspaper');
  });
  it('is a broadcast where its headline says so, in its programme', () => {
    const { type, medium, source: from, 'container-title': container } = item({ mediaTag: '视频', series: ['河海晚间新闻'], publisher: '河海电视台' });
    assert.deepEqual([type, medium, from, container], ['broadcast', '视频', '河海电视台', '河海晚间新闻']);
    assert.equal(item({ mediaTag: '组图' }).type, 'article-newspaper');
  });
  it('says when the page was saved, where that is told', () => assert.deepEqual(item({ saved: '2025-11-21T08:00' }).accessed, { 'date-parts': [[2025, 11, 21]] }));
  it('leaves out what the page does not say', () => {
    assert.deepEqual(toCslItem({ path: 'p', hash: 'h', script: 'none', title: '', lead: '', authors: [] }, 'k', text => text), { id: 'k', type: 'webpage', custom: { seedbed: { path: 'p', hash: 'h' } } });
  });
  it('takes the first sentence for a title where there is no headline', () => assert.equal(item({ title: '' }).title, '河海新区近日动工。'));
  it('never says when the page was looked at', () => assert.equal('accessed' in item(), false));
  it('goes as far as the date does', () => assert.deepEqual(item({ published: '2025-06' }).issued, { 'date-parts': [[2025, 6]] }));
});

describe('a readable reference', () => {
  it('follows GB/T 7714 for a newspaper piece online', () => assert.equal(formatReference(item()), '谷青, 王川. 河海新区建设提速[N/OL]. 河海日报, 2025-06-04. http://example.org/1'));
  it('follows it for a page of a site, with the day it was saved', () =>
    assert.equal(formatReference(item({ authors: [], publisher: '河海网', saved: '2025-11-21' })), '河海网. 河海新区建设提速[EB/OL]. (2025-06-04)[2025-11-21]. http://example.org/1'));
  it('follows it for a page that another site carries, and for a broadcast', () => {
    assert.equal(formatReference(item({ authors: [], publisher: '河海社', site: '江城在线' })), '河海社. 河海新区建设提速[EB/OL]//江城在线. (2025-06-04). http://example.org/1');
    assert.equal(formatReference(item({ authors: [], publisher: '河海电视台', mediaTag: '视频', series: ['晚间新闻'] })), '河海电视台. 河海新区建设提速[Z/OL]//晚间新闻. (2025-06-04). http://example.org/1');
  });
  it('ends with a full stop without an address', () => assert.equal(formatReference({ id: 'a', type: 'book', title: 'Seeds', author: [{ family: 'Smith', given: 'Ann' }], publisher: 'Plain Press', issued: { 'date-parts': [[2020]] } }), 'Smith Ann. Seeds[M]. Plain Press, 2020.'));
  it('cuts a long list of authors in the language of the item', () => {
    const author = ['甲', '乙', '丙', '丁'].map(literal => ({ literal }));
    assert.match(formatReference({ id: 'a', type: 'book', title: '书', author }), /^甲, 乙, 丙, 等\. 书\[M\]\.$/);
    assert.match(formatReference({ id: 'a', type: 'book', title: 'B', author, language: 'en' }), /^甲, 乙, 丙, et al\. B/);
  });
  it('joins a Chinese family and given name', () => assert.match(formatReference({ id: 'a', type: 'book', title: '书', author: [{ family: '谷', given: '青' }] }), /^谷青\./));
  it('does not end a title that asks a second time', () => assert.equal(formatReference({ id: 'a', type: 'x', title: '如何？' }), '如何？[Z].'));
  it('falls back to the key', () => assert.equal(formatReference({ id: 'a1', type: 'webpage' }), 'a1[EB].'));
});

describe('a citation in the text', () => {
  it('is Chinese in Chinese', () => assert.equal(formatInline(item()), '（河海日报，2025-06-04）'));
  it('is Western otherwise', () => assert.equal(formatInline({ id: 'a', type: 'book', title: 'B', author: [{ family: 'Smith' }, { family: 'Ray' }], issued: { 'date-parts': [[2020]] } }), '(Smith & Ray, 2020)'));
  it('names the title where nothing else is known', () => assert.equal(formatInline({ id: 'a', type: 'webpage', title: '无名' }), '（无名）'));
});
