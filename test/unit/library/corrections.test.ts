import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { loadRomanise, type Romanise } from '../../../src/core/cite/romanise';
import { changeCorrections } from '../../../src/core/corrections/changeCorrections';
import type { Correction, SiteMark } from '../../../src/core/corrections/corrections';
import { readCorrections } from '../../../src/core/corrections/readCorrections';
import type { Block } from '../../../src/core/document';
import { Library } from '../../../src/core/library/library';
import { tables } from '../tables';
import { cubs, pageText, pandas, rates } from './pages';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const advice = ['点击量:12', '欢迎订阅本栏目，第一时间了解河海动态，更多内容请留意每周末的专题。'];
const hashOf = (text: string): string => createHash('sha256').update(bytesOf(text)).digest('hex');
const withAdvice = (page: typeof pandas, clicks: string): string => pageText({ ...page, paragraphs: [...page.paragraphs, clicks, advice[1] ?? ''] });

describe('what the writer puts right', () => {
  let romanise: Romanise;
  let library: Library;
  let file: string | undefined;
  before(async () => { romanise = await loadRomanise(); });
  beforeEach(() => { library = new Library(tables, romanise); file = undefined; });

  const put = (id: string, text: string, path = `seeds/${id}.txt`): void =>
    library.put({ id, path, bytes: bytesOf(text), hash: hashOf(text), now: '2025-01-01T12:00:00' });
  const correct = (...corrections: Correction[]): readonly string[] => {
    const changed = changeCorrections(file, corrections);
    assert.ok(changed.ok);
    file = changed.value.text;
    return takeOver();
  };
  const takeOver = (): readonly string[] => {
    const read = readCorrections(file);
    assert.ok(read.ok);
    library.correct(read.value);
    return library.settle().changed.map(summary => summary.id).sort();
  };
  const block = (id: string, words: string): { readonly block: Block; readonly index: number } => {
    const document = library.document(id);
    assert.ok(document.ok);
    const index = document.value.blocks.findIndex(({ span }) => document.value.raw.slice(span.start, span.end).includes(words));
    return { index, block: document.value.blocks[index] ?? assert.fail(words) };
  };
  const judged = (id: string, words: string): readonly string[] => { const { role, reason, by } = block(id, words).block; return [role, reason, by]; };
  const source = (id: string) => library.correctable(id, [])?.source ?? assert.fail(id);
  const site = (id: string): SiteMark => library.siteReport(id)?.site ?? assert.fail(id);
  const mark = (id: string, words: string, role: 'body' | 'boilerplate' | undefined): Correction => {
    const found = library.correctable(id, [block(id, words).index]);
    return { kind: 'block', source: source(id), block: found?.blocks[0]?.words ?? assert.fail(words), role };
  };

  it('makes a hidden block body, and nothing else', () => {
    put('pandas', pageText(pandas));
    library.settle();
    const hidden = library.summary('pandas')?.hiddenBlocks ?? 0;
    assert.deepEqual(correct(mark('pandas', '您此时的心情', 'body')), ['pandas']);
    assert.deepEqual(judged('pandas', '您此时的心情'), ['body', 'paragraph', 'writer']);
    assert.equal(library.summary('pandas')?.hiddenBlocks, hidden - 1);
  });
  it('takes a block out of the body', () => {
    put('pandas', pageText(pandas));
    library.settle();
    correct(mark('pandas', '竹林连成一片', 'boilerplate'));
    assert.deepEqual(judged('pandas', '竹林连成一片'), ['boilerplate', 'setAside', 'writer']);
    assert.ok(!library.summary('pandas')?.lead.includes('竹林连成一片'));
  });
  it('shows a headline as body on demand, and keeps it as the title', () => {
    put('pandas', pageText(pandas));
    library.settle();
    correct(mark('pandas', pandas.title, 'body'));
    assert.equal(judged('pandas', pandas.title)[0], 'body');
    assert.equal(library.summary('pandas')?.title, pandas.title);
  });
  it('tells blocks apart that say the same', () => {
    put('pandas', pageText({ ...pandas, paragraphs: ['巡护员说，山里又下雪了。', ...pandas.paragraphs, '巡护员说，山里又下雪了。'] }));
    library.settle();
    const document = library.document('pandas');
    assert.ok(document.ok);
    const { blocks, raw } = document.value;
    const twins = blocks.flatMap(({ span }, at) => (raw.slice(span.start, span.end).includes('又下雪了') ? [at] : []));
    const second = library.correctable('pandas', [twins[1] ?? -1])?.blocks[0]?.words ?? assert.fail();
    assert.equal(second.nth, 2);
    correct({ kind: 'block', source: source('pandas'), block: second, role: 'boilerplate' });
    const read = library.document('pandas');
    assert.deepEqual(twins.map(at => read.ok && read.value.blocks[at]?.role), ['body', 'boilerplate']);
  });

  it('puts fields right, with their place on the shelf and their key', () => {
    put('pandas', pageText(pandas));
    library.settle();
    const set = (name: 'title' | 'published' | 'authors' | 'publisher', value: string | readonly string[]): Correction => ({ kind: 'detail', source: source('pandas'), name, value });
    assert.deepEqual(correct(set('published', '2023-01-02'), set('authors', ['王明', '陈江']), set('publisher', '')), ['pandas']);
    const summary = library.summary('pandas') ?? assert.fail();
    assert.deepEqual([summary.published, summary.authors, summary.publisher], ['2023-01-02', ['王明', '陈江'], undefined]);
    assert.match(summary.citekey, /20230102$/);
    assert.deepEqual(library.search('王明').map(({ id }) => id), ['pandas']);
    const details = new Map(library.details('pandas')?.map(detail => [detail.name, detail]));
    assert.deepEqual(details.get('published'), { name: 'published', values: ['2023-01-02'], from: 'writer', told: ['2024-05-06T08:30'] });
    assert.deepEqual(details.get('publisher')?.from, 'writer');
    assert.deepEqual(details.get('title'), { name: 'title', values: [pandas.title], from: 'headline', told: [pandas.title] });
  });

  it('hides a line on every page of the site, whatever its numbers are, and shows it again', () => {
    put('pandas', withAdvice(pandas, '欢迎转发12次'));
    put('cubs', withAdvice(cubs, '欢迎转发3次'));
    library.settle();
    const hide: Correction = { kind: 'line', site: site('pandas'), text: '欢迎转发12次', shows: 'hidden' };
    const show: Correction = { ...hide, shows: 'shown' };
    correct(show);
    assert.deepEqual(['pandas', 'cubs'].map(id => judged(id, '欢迎转发')[0]), ['body', 'body']);
    assert.deepEqual(correct(hide), ['cubs', 'pandas']);
    assert.deepEqual(['pandas', 'cubs'].map(id => judged(id, '欢迎转发')[0]), ['boilerplate', 'boilerplate']);
    assert.deepEqual(library.siteReport('cubs')?.hidden, ['欢迎转发12次']);
  });
  it('lets the word on one block win over the word on the site', () => {
    put('pandas', pageText(pandas));
    put('cubs', pageText(cubs));
    library.settle();
    correct({ kind: 'line', site: site('pandas'), text: '保护区的竹林连成一片，为大熊猫提供食物和水源，巡护员每天都要走完三十公里的山路。', shows: 'hidden' });
    assert.deepEqual(judged('pandas', '竹林连成一片'), ['boilerplate', 'unwanted', 'writer']);
    assert.equal(library.correctable('pandas', [block('pandas', '竹林连成一片').index])?.blocks[0]?.told, 'boilerplate');
    correct(mark('pandas', '竹林连成一片', 'body'));
    assert.equal(judged('pandas', '竹林连成一片')[0], 'body');
  });
  it('finds a site without an address again by its lines, when the library is read anew', () => {
    put('pandas', pageText(pandas));
    put('cubs', pageText(cubs));
    library.settle();
    correct({ kind: 'line', site: { ...site('pandas'), key: 'any name' }, text: '您此时的心情', shows: 'shown' });
    library = new Library(tables, romanise);
    put('rates', pageText(rates));
    put('other', '# 江边\n\n江边的图书馆今天开馆，读者从早上八点就在门口排起了长队。\n\n您此时的心情', 'seeds/other.md');
    takeOver();
    assert.equal(judged('rates', '您此时的心情')[0], 'body');
    assert.notEqual(judged('other', '您此时的心情')[2], 'writer');
  });
  it('takes a site by the host of its address, with or without www', () => {
    const page = (host: string): string => `---\ntitle: 江边\nurl: https://${host}/a.html\n---\n\n江边的图书馆今天开馆，读者从早上八点就在门口排起了长队。\n\n扫码关注我们，了解更多江边的消息，每天都有。\n`;
    put('a', page('www.example.com'), 'a.md');
    put('b', page('example.com'), 'b.md');
    put('c', page('example.org'), 'c.md');
    library.settle();
    assert.deepEqual(site('a'), { key: 'example.com', lines: [] });
    assert.deepEqual(correct({ kind: 'line', site: site('a'), text: '扫码关注我们，了解更多江边的消息，每天都有。', shows: 'hidden' }), ['a', 'b']);
  });

  it('follows a file that is renamed, and leaves the one that took its place alone', () => {
    put('pandas', pageText(pandas));
    library.settle();
    correct({ kind: 'detail', source: source('pandas'), name: 'title', value: '放归' });
    library.remove('pandas');
    put('moved', pageText(pandas));
    put('pandas', pageText(rates));
    library.settle();
    assert.deepEqual(['moved', 'pandas'].map(id => library.summary(id)?.title), ['放归', rates.title]);
  });
  it('holds for a page that was saved anew', () => {
    put('pandas', pageText(pandas));
    library.settle();
    correct({ kind: 'detail', source: source('pandas'), name: 'title', value: '放归' });
    put('pandas', `${pageText(pandas)}\n\n关于我们`);
    library.settle();
    assert.equal(library.summary('pandas')?.title, '放归');
  });
  it('is nothing once it is taken back', () => {
    put('pandas', pageText(pandas));
    put('cubs', pageText(cubs));
    library.settle();
    const before = ['pandas', 'cubs'].map(id => library.summary(id));
    correct(mark('pandas', '您此时的心情', 'body'), { kind: 'line', site: site('cubs'), text: '视觉焦点', shows: 'shown' });
    file = undefined;
    assert.deepEqual(takeOver(), ['cubs', 'pandas']);
    assert.deepEqual(['pandas', 'cubs'].map(id => library.summary(id)), before);
  });
  it('reads no source anew that it does not concern', () => {
    for (const [id, page] of [['pandas', pandas], ['cubs', cubs], ['rates', rates]] as const) put(id, pageText(page));
    library.settle();
    const before = ['cubs', 'rates'].map(id => library.document(id));
    correct({ kind: 'detail', source: source('pandas'), name: 'title', value: '放归' });
    const after = ['cubs', 'rates'].map(id => library.document(id));
    assert.ok(before.every((document, at) => document.ok && document.value === (after[at]?.ok && after[at].value)));
  });

  describe('of what was learnt of a site', () => {
    const recurring = '河海热线八六';
    const page = (title: string, at: number): string => pageText({ ...pandas, title, paragraphs: [`第${at}天，队员们沿着河谷走了三十公里，记录下竹林和水源的位置。`, `天黑以前他们回到了第${at}号营地，把一天的记录整理好，又烧水煮饭。`, `第${at}天夜里下起了大雪，帐篷的顶上积了厚厚一层，谁也没有睡好觉。`, recurring] });
    beforeEach(() => {
      ['队员走进河谷深处', '营地迎来今年第一场雪', '竹林里装上新的相机'].forEach((title, at) => put(`p${at}`, page(title, at)));
      library.settle();
    });
    it('tells which lines recur, on how many articles', () => {
      const report = library.siteReport('p1') ?? assert.fail();
      assert.deepEqual([report.pages.length, report.articles, report.isLearningOff], [3, 3, false]);
      assert.deepEqual(report.recurring.find(line => line.text === '您此时的心情'), { text: '您此时的心情', articles: 3 });
      assert.ok(!report.recurring.some(line => line.text.includes('走了三十公里')));
    });
    it('leaves all of it unused when it is switched off, and uses it again', () => {
      const isRecurring = (id: string): boolean => judged(id, recurring)[2] === 'site';
      assert.ok(isRecurring('p0'));
      const off: Correction = { kind: 'learning', site: site('p0'), isOff: true };
      correct(off);
      assert.deepEqual(['p0', 'p1', 'p2'].map(isRecurring), [false, false, false]);
      assert.equal(library.siteReport('p2')?.isLearningOff, true);
      assert.ok((library.siteReport('p2')?.recurring.length ?? 0) > 0);
      correct({ ...off, isOff: false });
      assert.deepEqual(['p0', 'p1', 'p2'].map(isRecurring), [true, true, true]);
    });
  });
});
