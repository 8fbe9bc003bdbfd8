import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { loadRomanise, type Romanise } from '../../../src/core/cite/romanise';
import { Library } from '../../../src/core/library/library';
import { finish } from '../../../src/core/text/finish';
import { tables } from '../tables';
import { cubs, pageText, pandas, rates, type PageText } from './pages';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the library', () => {
  let romanise: Romanise;
  let library: Library;
  before(async () => { romanise = await loadRomanise(); });
  beforeEach(() => { library = new Library(tables, romanise); });

  const put = (id: string, page: PageText | string): void => {
    const bytes = bytesOf(typeof page === 'string' ? page : pageText(page));
    library.put({ id, path: `seeds/${id}.txt`, bytes, hash: createHash('sha256').update(bytes).digest('hex'), now: '2025-01-01T12:00:00' });
  };
  const putThree = (): void => { put('pandas', pandas); put('cubs', cubs); put('rates', rates); };

  it('summarises a source', () => {
    putThree();
    const { changed } = library.settle();
    assert.deepEqual(changed.map(summary => summary.id).sort(), ['cubs', 'pandas', 'rates']);
    const summary = library.summary('pandas') ?? assert.fail();
    assert.deepEqual([summary.title, summary.published, summary.publisher, summary.editors, summary.script, summary.encoding], [pandas.title, '2024-05-06T08:30', '河海网-河海日报', ['李文'], 'Hans', 'utf-8']);
    assert.equal(summary.lead, pandas.paragraphs.join(''));
    assert.equal(summary.hiddenBlocks > 6, true);
    assert.match(summary.hash, /^[0-9a-f]{64}$/);
  });
  it('cuts a long lead at a sentence between 200 and 300 characters', () => {
    put('long', { ...pandas, paragraphs: Array.from({ length: 12 }, (_, at) => `第${at}组队员沿着河谷向北走了一整天，记录下每一处竹林和水源的位置，晚上回到营地。`) });
    library.settle();
    const { lead } = library.summary('long') ?? assert.fail();
    assert.ok(lead.length >= 200 && lead.length <= 300 && lead.endsWith('。'), lead);
  });
  it('cuts a lead without sentences at 300 characters', () => {
    put('endless', { ...pandas, paragraphs: ['河海日夜不停地流着，'.repeat(60), ...pandas.paragraphs] });
    library.settle();
    const { lead } = library.summary('endless') ?? assert.fail();
    assert.equal(lead.length, 300);
    assert.ok(lead.endsWith('…'));
  });
  it('gives topics that overlap and lets a page that is like no other stand alone', () => {
    putThree();
    const { topics } = library.settle();
    assert.deepEqual(topics.map(topic => [topic.label, [...topic.members].sort()]), [['大熊猫', ['cubs', 'pandas']]]);
    assert.deepEqual(library.summary('pandas')?.topics, [topics[0]?.id]);
    assert.deepEqual(library.summary('rates')?.topics, []);
    assert.deepEqual(library.topicLabels(library.summary('cubs') ?? assert.fail()), ['大熊猫']);
  });
  it('gives keys by date and path, whatever the order the files came in', () => {
    put('b', { ...pandas, dateline: '来源:河海网2024-05-06 08:30' });
    put('a', cubs);
    library.settle();
    assert.deepEqual(['a', 'b'].map(id => library.summary(id)?.citekey), ['hhw20240506a', 'hhw20240506']);
  });

  it('says nothing twice', () => {
    putThree();
    library.settle();
    assert.deepEqual(library.settle().changed, []);
    put('rates', rates);
    assert.deepEqual(library.settle().changed, []);
  });
  it('reports only what a change touched', () => {
    putThree();
    library.settle();
    put('rates', { ...rates, title: '存款准备金率再次下调' });
    assert.deepEqual(library.settle().changed.map(summary => [summary.id, summary.title]), [['rates', '存款准备金率再次下调']]);
  });
  it('forgets a source that is gone, with its topic', () => {
    putThree();
    library.settle();
    library.remove('cubs');
    const { removed, changed, topics } = library.settle();
    assert.deepEqual([removed, changed.map(summary => summary.id), topics], [['cubs'], ['pandas'], []]);
    assert.equal(library.document('cubs').ok, false);
    assert.deepEqual(library.search('幼仔'), []);
  });
  it('does not report the removal of what was never there', () => {
    library.remove('nobody');
    assert.deepEqual(library.settle().removed, []);
  });
  it('keeps a source that is removed and comes back before it settles', () => {
    putThree();
    library.settle();
    library.remove('cubs');
    put('cubs', cubs);
    const { removed, changed } = library.settle();
    assert.deepEqual([removed, changed], [[], []]);
  });
  it('keeps a row for a file that cannot be read, with the reason', () => {
    put('empty', ' \n');
    library.fail('locked', 'seeds/locked.txt', { kind: 'forbidden' });
    assert.deepEqual(library.settle().changed.map(({ id, path, error }) => [id, path, error?.kind]), [['empty', 'seeds/empty.txt', 'empty'], ['locked', 'seeds/locked.txt', 'forbidden']]);
    assert.deepEqual(library.document('locked'), { ok: false, error: { kind: 'forbidden' } });
    put('empty', pandas);
    assert.equal(library.settle().changed[0]?.error, undefined);
  });
  it('keeps the others when one file brings out a bug', () => {
    library = new Library({ get: name => { if (name === 'characters') throw new Error('table is broken'); return tables.get(name); } }, romanise);
    const bytes = Uint8Array.from([0xba, 0xd3, 0xba, 0xa3, 0xd0, 0xc2, 0xc7, 0xf8, 0xb6, 0xaf, 0xb9, 0xa4, 0x0a]);
    library.put({ id: 'gbk', path: 'seeds/gbk.txt', bytes, hash: 'h', now: '2025-01-01T12:00:00' });
    put('pandas', pandas);
    assert.deepEqual(library.settle().changed.map(({ title, error }) => [title, error]), [[pandas.title, undefined], ['', { kind: 'failed', message: 'table is broken' }]]);
  });
  it('shows rows at once while more files follow, and topics with the last of them', () => {
    put('pandas', pandas);
    assert.deepEqual(library.settle(true).changed.map(summary => [summary.title, summary.topics]), [[pandas.title, []]]);
    put('cubs', cubs);
    library.settle(true);
    const last = library.settle();
    assert.deepEqual(last.topics.map(topic => topic.label), ['大熊猫']);
    assert.deepEqual(last.changed.map(summary => summary.id).sort(), ['cubs', 'pandas']);
  });
  it('shows rows without their topics once it is hurried, and makes up for it with the next settling', () => {
    putThree();
    const hurried = finish(library.settling(false, () => true));
    assert.deepEqual([hurried.changed.length, hurried.topics], [3, []]);
    const later = library.settle();
    assert.deepEqual([later.changed.map(summary => summary.id).sort(), later.topics.map(topic => topic.label)], [['cubs', 'pandas'], ['大熊猫']]);
  });
  it('gives the same document again after many others were opened', () => {
    for (let at = 0; at < 40; at++) put(`p${at}`, { ...pandas, title: `第${at}只大熊猫` });
    library.settle();
    const first = library.document('p3');
    for (let at = 0; at < 40; at++) library.document(`p${at}`);
    assert.deepEqual(library.document('p3'), first);
    assert.equal(first.ok && first.value.metadata.title?.value, '第3只大熊猫');
  });
  it('comes to the same in one batch or several', () => {
    putThree();
    library.settle();
    const once = ['pandas', 'cubs', 'rates'].map(id => library.summary(id));
    library = new Library(tables, romanise);
    put('rates', rates);
    library.settle(true);
    put('cubs', cubs);
    library.settle();
    put('pandas', pandas);
    library.settle();
    assert.deepEqual(['pandas', 'cubs', 'rates'].map(id => library.summary(id)), once);
  });
  it('reads a text that is not on the shelf', () => {
    const document = library.readLoose({ id: 'x', path: 'notes/x.txt', bytes: bytesOf(pageText(rates)), now: '2025-01-01T12:00:00' });
    assert.ok(document.ok);
    assert.equal(document.value.metadata.title?.value, rates.title);
    assert.deepEqual(library.settle().changed, []);
  });

  describe('searched', () => {
    const found = (query: string): string[] => library.search(query).map(summary => summary.id);
    beforeEach(() => { putThree(); library.settle(); });
    it('finds a title in either script', () => assert.deepEqual([found('大熊猫 幼仔'), found('大熊貓 幼仔')], [['cubs'], ['cubs']]));
    it('finds publisher, date in several forms, key, editor and path', () => {
      for (const query of ['河海日报', '2024-05-06 河海日报', '2024年5月 日报', '20240506 日报', 'hhrb20240506', '李文 日报', 'SEEDS/pandas']) assert.deepEqual(found(query), ['pandas'], query);
    });
    it('asks for all words', () => assert.deepEqual(found('大熊猫 2023'), []));
    it('puts a title that begins with the word first, then the newest', () => assert.deepEqual(found('大熊猫'), ['cubs', 'pandas']));
    it('gives everything, newest first, for an empty query', () => assert.deepEqual(found('  '), ['cubs', 'pandas', 'rates']));
  });
});
