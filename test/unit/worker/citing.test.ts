import assert from 'node:assert/strict';
import type { SourceSummary } from '../../../src/core/library/summary';
import { Citing } from '../../../src/worker/citing';
import { tables } from '../tables';

const address = 'file:///notes/references.json';

const source = (name: string, citekey: string, title: string, more: Partial<SourceSummary> = {}): SourceSummary => ({
  id: `file:///notes/seeds/${name}.txt`, path: `seeds/${name}.txt`, hash: name, citekey, title, format: 'text', encoding: 'utf-8', script: 'Hans',
  series: [], authors: [], editors: [], section: [], lead: '', repairs: 0, hiddenBlocks: 0, topics: [], ...more,
});

const sources = [
  source('a', 'rmrb20250604', '北京不断强化科技创新策源功能', { publisher: '人民日报', published: '2025-06-04', authors: ['谷业凯', '王昊男'] }),
  source('b', 'cc20240102', '长春举办冰雪节', { publisher: '长春日报', published: '2024-01-02' }),
];

const entries = [
  { id: 'smith2020', type: 'book', title: 'A History of Paper', author: [{ family: 'Smith', given: 'Jane' }], issued: { 'date-parts': [[2020]] } },
  { id: 'rm1', type: 'article-newspaper', title: '北京不断强化科技创新策源功能', 'container-title': '人民日报', custom: { seedbed: { path: 'seeds/a.txt', hash: 'a' } } },
];

async function citing(items: unknown = entries): Promise<Citing> {
  const made = new Citing({ summaries: () => sources, item: () => undefined }, tables);
  await made.putBibliography(address, typeof items === 'string' ? items : JSON.stringify(items));
  return made;
}

async function keys(typed: string, cited: readonly string[] = [], made = citing()): Promise<readonly string[]> {
  return (await (await made).complete({ files: [address], typed, cited })).map(({ key }) => key);
}

describe('completing a citation', () => {
  it('offers entries and sources, each source once', async () => assert.deepEqual([...await keys('')].sort(), ['cc20240102', 'rm1', 'smith2020']));
  it('finds part of a key', async () => assert.deepEqual(await keys('2024'), ['cc20240102']));
  it('finds a title in the other script', async () => assert.deepEqual(await keys('科技創新'), ['rm1']));
  it('finds an outlet, a byline and a family name', async () => {
    assert.deepEqual(await keys('长春日报'), ['cc20240102']);
    assert.deepEqual(await keys('smith'), ['smith2020']);
    assert.deepEqual(await keys('谷业凯', [], Promise.resolve(new Citing({ summaries: () => sources, item: () => undefined }, tables))), ['rmrb20250604']);
  });
  it('finds a date as people write it', async () => assert.deepEqual(await keys('2024年1月2日'), ['cc20240102']));
  it('finds the initials of a title in pinyin, by any reading of a character', async () => {
    assert.deepEqual(await keys('ccjb'), ['cc20240102']);
    assert.deepEqual(await keys('kjcx'), ['rm1']);
    assert.deepEqual(await keys('zcjb'), ['cc20240102'], '长 is also read zhǎng');
    assert.deepEqual(await keys('x'), ['cc20240102', 'rm1'], 'a single letter, or the list would close at the first of them');
  });
  it('puts what the note cites already before what fits no better', async () => {
    assert.equal((await keys('', ['smith2020']))[0], 'smith2020');
    assert.equal((await keys('', ['cc20240102', 'smith2020']))[0], 'cc20240102');
  });
  it('puts the beginning of a key before the inside of a title', async () => {
    const made = citing([{ id: 'x1', title: 'On paper' }, { id: 'paper2', title: 'Ink' }]);
    assert.deepEqual(await keys('paper', [], made), ['paper2', 'x1']);
  });
  it('tells title, name, date and source', async () => {
    const [row] = await (await citing()).complete({ files: [address], typed: 'cc2024', cited: [] });
    assert.deepEqual(row, { key: 'cc20240102', title: '长春举办冰雪节', name: '长春日报', date: '2024-01-02', source: 'file:///notes/seeds/b.txt', hasEntry: false });
  });
  it('gives a source a key that no entry has', async () => assert.deepEqual(await keys('冰雪', [], citing([{ id: 'cc20240102', title: 'x' }])), ['cc20240102a']));
  it('offers an entry before the others of its file are read, and the right one of two', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ id: `k${at}`, title: `Title ${at}` }));
    assert.deepEqual(await keys('k2999', [], citing(many)), ['k2999']);
    assert.deepEqual((await keys('k', [], citing([...many, { id: 'k1', title: 'again' }]))).filter(key => key === 'k1').length, 1);
  });
  it('gives a hundred rows at most', async () => assert.equal((await keys('k', [], citing(Array.from({ length: 500 }, (_, at) => ({ id: `k${at}`, title: 't' }))))).length, 100));
  it('offers what a changed bibliography holds', async () => {
    const made = await citing();
    await made.putBibliography(address, JSON.stringify([...entries, { id: 'new2024', title: 'Fresh' }]));
    assert.deepEqual(await keys('fresh', [], Promise.resolve(made)), ['new2024']);
    await made.putBibliography(address, undefined);
    assert.deepEqual(await keys('smith', [], Promise.resolve(made)), []);
  });
  it('loses the broken entry alone', async () => {
    const text = JSON.stringify([{ id: 'one', title: 'a' }, { id: 'two', title: 'b' }, { id: 'three', title: 'c' }]).replace('"title":"b"', '"title":b');
    const made = await citing(text);
    assert.deepEqual([...await keys('t', [], Promise.resolve(made))].sort(), ['three']);
    assert.deepEqual([...await keys('one', [], Promise.resolve(made))], ['one']);
    const file = await made.problemOf(address), broken = await made.entryProblems(address);
    assert.equal(file?.kind, 'syntax');
    assert.deepEqual(broken.map(({ key, kind }) => [key, kind]), [['two', 'syntax']]);
  });
});

describe('what a key stands for', () => {
  it('is its entry, with the source the entry was made for', async () => {
    const [found] = await (await citing()).lookUp([address], ['rm1']);
    assert.deepEqual([found?.item?.title, found?.entry?.bibliography, found?.source], [entries[1]?.title, address, sources[0]?.id]);
  });
  it('is where the key stands in the file', async () => {
    const text = JSON.stringify(entries, null, 2), lines = text.split('\n');
    const line = lines.findIndex(each => each.includes('"rm1"')), character = (lines[line] ?? '').indexOf('rm1');
    assert.deepEqual(await (await citing(text)).entryPlace(address, 'rm1'), { from: { line, character }, to: { line, character: character + 3 } });
  });
  it('is the source of the same address where the entry is of another program', async () => {
    const page = source('c', 'c1', 't', { url: 'https://example.org/x' });
    const made = new Citing({ summaries: () => [page], item: () => undefined }, tables);
    await made.putBibliography(address, JSON.stringify([{ id: 'foreign', type: 'book', URL: 'https://example.org/x' }]));
    assert.equal((await made.lookUp([address], ['foreign']))[0]?.source, page.id);
  });
  it('is the source that would be given the key, where no entry has it', async () => assert.equal((await (await citing()).lookUp([address], ['cc20240102']))[0]?.source, sources[1]?.id));
  it('is nothing for a key nobody knows', async () => assert.deepEqual(await (await citing()).lookUp([address], ['nobody']), [{ key: 'nobody' }]));
});

describe('the key of a source', () => {
  it('is that of its entry', async () => assert.deepEqual(await (await citing()).keyOf([address], sources[0]?.id ?? ''), { key: 'rm1', hasEntry: true }));
  it('is a free one where it has none', async () => assert.deepEqual(await (await citing()).keyOf([address], sources[1]?.id ?? ''), { key: 'cc20240102', hasEntry: false }));
  it('is not that of an entry whose place another file has taken', async () => {
    const made = await citing([{ id: 'old', custom: { seedbed: { path: 'seeds/b.txt', hash: 'a' } } }]);
    assert.deepEqual(await made.keyOf([address], sources[1]?.id ?? ''), { key: 'cc20240102', hasEntry: false });
  });
});

describe('an entry whose key is renamed', () => {
  const renamed = async (name: string, text: string, key: string, to: string): Promise<string> => {
    const made = await citing(), file = `file:///notes/${name}`;
    await made.putBibliography(file, text);
    const lines = text.replace('\uFEFF', '').split('\n');
    for (const { from, to: { character }, text: put } of [...await made.keyEdits(file, key, to)].reverse()) {
      const line = lines[from.line] ?? '';
      lines[from.line] = line.slice(0, from.character) + put + line.slice(character);
    }
    return lines.join('\n');
  };
  it('changes in CSL-JSON at its id', async () => {
    assert.equal(await renamed('a.json', '\uFEFF[{"id": "other"},\n{"id": "a1",\n"title": "a1"}]', 'a1', 'b2'), '[{"id": "other"},\n{"id": "b2",\n"title": "a1"}]');
  });
  it('changes in BibLaTeX with what refers to it', async () => {
    assert.equal(await renamed('a.bib', '@book{a1,\n title={a1}}\n@inbook{c,\n crossref={a1}}\n', 'a1', 'b2'), '@book{b2,\n title={a1}}\n@inbook{c,\n crossref={b2}}\n');
  });
  it('changes nothing where nobody has it', async () => assert.equal(await renamed('a.json', '[{"id": "a1"}]', 'x', 'b2'), '[{"id": "a1"}]'));
});

describe('a bibliography in BibLaTeX', () => {
  const bib = 'file:///notes/books.bib';
  const opened = async (text: string): Promise<Citing> => {
    const made = new Citing({ summaries: () => sources, item: () => undefined }, tables);
    await made.putBibliography(bib, new TextEncoder().encode(text));
    return made;
  };
  const cai = '@book{cai1, author = {蔡倫}, title = {紙的歷史}, date = {0105}}\n';

  it('is completed like the others', async () => {
    const [row] = await (await opened(cai)).complete({ files: [bib], typed: '纸的', cited: [] });
    assert.deepEqual(row, { key: 'cai1', title: '紙的歷史', name: '蔡倫', date: '0105', hasEntry: true });
  });
  it('loses the entry that is not closed alone, and says in which line it begins', async () => {
    const made = await opened(`${cai}@book{open, title = {x\n\n@book{last, title = {Last}}\n`);
    assert.deepEqual((await made.complete({ files: [bib], typed: 'last', cited: [] })).map(({ key }) => key), ['last']);
    assert.deepEqual(await made.problemOf(bib), { kind: 'unclosed', line: 2 });
  });
  it('takes an entry that leads back to its source', async () => {
    const made = await opened(cai);
    const added = await made.addEntries(bib, cai, [{ id: 'cc20240102', type: 'article-newspaper', title: '长春举办冰雪节', custom: { seedbed: { path: 'seeds/b.txt', hash: 'b' } } }]);
    assert.ok(added.ok && typeof added.value === 'string' && added.value.startsWith(cai));
    await made.putBibliography(bib, added.value);
    assert.equal((await made.lookUp([bib], ['cc20240102']))[0]?.source, sources[1]?.id);
    assert.deepEqual(await made.keyOf([bib], sources[1]?.id ?? ''), { key: 'cc20240102', hasEntry: true });
  });
  it('is no text in another encoding', async () => {
    const made = await opened(cai);
    assert.deepEqual(await made.putBibliography(bib, Uint8Array.of(0xd6, 0xd0)), { entries: 0, isText: false });
  });
});
