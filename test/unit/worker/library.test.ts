import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_CORRECTIONS } from '../../../src/core/corrections/corrections';
import { readCorrections } from '../../../src/core/corrections/readCorrections';
import { startLibrary } from '../../../src/worker/client';
import { LibraryService } from '../../../src/worker/libraryService';
import type { LibraryPort, SourceChange } from '../../../src/worker/port';
import { bundle } from '../bundle';
import { cubs, pageText, pandas } from '../library/pages';
import { tables } from '../tables';

const saved = { script: 'as-saved', fullWidth: false } as const;
const seedFolder = join(__dirname, '../../../seeds');
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const seedChanges = (): SourceChange[] => readdirSync(seedFolder).filter(name => name.endsWith('.txt')).sort()
  .map(name => ({ kind: 'put', id: name.slice(0, 3), path: `seeds/${name}`, bytes: new Uint8Array(readFileSync(join(seedFolder, name))) }));

let program = '';
before(async () => { program = await bundle('src/worker/main.ts'); });

/** What the port promises, in process and in a worker alike. */
function promises(start: () => LibraryPort): void {
  let library: LibraryPort;
  before(async () => {
    library = start();
    await library.apply(seedChanges());
  });
  after(() => library.dispose());

  it('reports what a batch changed', async () => {
    const { changed } = await library.apply([{ kind: 'put', id: 'x', path: 'seeds/x.txt', bytes: encoded(pageText(pandas)) }, { kind: 'fail', id: 'y', path: 'y.txt', error: { kind: 'missing' } }]);
    assert.deepEqual(changed.map(({ id, title, error }) => [id, title, error?.kind]), [['x', pandas.title, undefined], ['y', '', 'missing']]);
    assert.deepEqual((await library.apply([{ kind: 'remove', id: 'x' }, { kind: 'remove', id: 'y' }])).removed, ['x', 'y']);
  });
  it('gives the page of a source', async () => {
    const page = await library.page('004', { script: 'hans', fullWidth: true });
    assert.ok(page.ok);
    assert.equal(page.value.title, '从开局之年首次地方考察，读懂“科技自立自强”的深意');
    assert.equal(page.value.citekey, 'ysxw20260211');
    assert.deepEqual(page.value.repairs.find(repair => repair.kind === 'pinyinGloss'), { kind: 'pinyinGloss', count: 506, uncertain: 0 });
  });
  it('quotes what is selected', async () => {
    const page = await library.page('001', saved);
    const block = (page.ok && page.value.blocks.find(each => each.role === 'body')) || assert.fail();
    const quotation = await library.quote('001', saved, { from: { block: block.index, offset: 0 }, to: { block: block.index, offset: 10 } });
    assert.deepEqual([quotation?.paragraphs, quotation?.passage.source], [[block.text.slice(0, 10)], '001']);
  });
  it('finds sources in either script', async () => assert.deepEqual(await library.search('科創中心 關鍵詞'), ['003']));
  it('cleans a source and a text that is none', async () => {
    const source = await library.cleanMarkdown({ kind: 'source', id: '000' });
    assert.match(source.ok ? source.value : '', /citekey: ysw20250331\n---\n\n# 北京全力打造国际科技创新高地\n/);
    const text = await library.cleanMarkdown({ kind: 'text', path: 'x.txt', text: pageText(cubs) });
    assert.match(text.ok ? text.value : '', /source: x.txt\n---\n\n# 大熊猫幼仔首次亮相\n/);
    const part = await library.cleanMarkdown({ kind: 'source', id: '000' }, [7, 10]);
    assert.match(part.ok ? part.value : '', /^央视网消息[^\n]*\n\n2025中关村[^\n]*\n$/);
  });
  it('finds a passage in either script, and shows it in the clean text and on the page', async () => {
    const passage = await library.findPassage('001', '長城腳下，雁棲湖畔，致力于打造世界級原始創新承載區') ?? assert.fail();
    assert.deepEqual([passage.kind, passage.paragraph, passage.exact], ['folded', 4, '长城脚下,雁栖湖畔,致力于打造世界级原始创新承载区']);
    const text = await library.sourceText('001', passage.span);
    assert.ok(text.ok && text.value.range);
    assert.equal(text.value.text.slice(text.value.range.start, text.value.range.end), passage.exact);
    assert.match(text.value.text, /^北京不断强化科技创新策源功能\n\n人民网-人民日报 · 2025-06-04 14:44\n/);
    const page = await library.page('001', saved), selection = await library.selectionAt('001', saved, passage.span);
    assert.ok(page.ok && selection);
    assert.equal(page.value.blocks[selection.from.block]?.text.slice(selection.from.offset, selection.to.offset), passage.exact);
    assert.equal(await library.findPassage('none', '长城脚下'), undefined);
  });
  it('finds the sentence that two seeds share, and sets it side by side', async () => {
    const [passage] = await library.sharedPassages('001'), place = passage?.others[0];
    assert.ok(passage && place && place.source === '000' && !place.isSame);
    const compared = await library.comparePassage('001', passage.span, place.source, place.span) ?? assert.fail();
    assert.match(compared.one.text, /^2023年5月,习近平总书记在河北考察并主持召开/);
    assert.deepEqual(compared.differences.filter(({ kind }) => kind !== 'same').map(({ note }) => compared.one.text.slice(note.start, note.end)), ['河北考察并']);
    assert.equal(await library.comparePassage('001', passage.span, 'none', place.span), undefined);
  });
  it('lists what several sources quote, the oldest first', async () => {
    const rows = await library.sharedQuotations() ?? assert.fail(), words = '要加快建设北京国际科技创新中心和高水平人才高地';
    const row = rows.find(each => each.words.startsWith(words)) ?? assert.fail();
    assert.deepEqual(row.carriers.map(({ source }) => source), ['000', '001']);
    assert.deepEqual(await library.carriersOf(`${words},着力打造`), row.carriers.map(({ source }, at) => ({ source, span: { start: row.carriers[at]?.span.start ?? 0, end: (row.carriers[at]?.span.start ?? 0) + words.length + 5 } })));
    await library.stopSharedQuotations();
  });
  it('names the lines that are boilerplate', async () => {
    const lines = await library.boilerplate({ kind: 'source', id: '000' });
    assert.ok(lines.ok);
    assert.deepEqual(lines.value.slice(0, 2).map(({ from, to, reason }) => [from, to, reason]), [[21, 21, 'sectionHeading'], [22, 22, 'related']]);
  });
  it('gives the text as decoded', async () => {
    const decoded = await library.decoded('001');
    assert.equal(decoded.ok && decoded.value.raw, readFileSync(join(seedFolder, '001_bcd046d04134275a.txt'), 'utf8'));
  });
  it('converts a text, or says that there is nothing to convert', async () => {
    assert.deepEqual(await library.convert('发展软件', 'hant'), { kind: 'converted', text: '發展軟件', from: { script: 'Hans' }, ambiguities: [] });
    assert.deepEqual(await library.convert('plain', 'hant'), { kind: 'unchanged', from: { script: 'none' } });
  });
  it('converts by the words of the writer, in texts and in pages, until they are taken back', async () => {
    const titleOf = async (): Promise<string> => {
      const page = await library.page('001', { script: 'hant', fullWidth: false });
      return page.ok ? page.value.title : '';
    };
    const before = await titleOf();
    assert.match(before, /創新/);
    await library.useWords({ keep: ['创新'], pairs: { 软件: '軟體' } });
    assert.equal((await library.convert('软件', 'hant')).kind === 'converted' && (await titleOf()), before.replace('創新', '创新'));
    await library.useWords({ keep: [], pairs: {} });
    assert.equal(await titleOf(), before);
  });
  it('tells which characters a conversion may have got wrong', async () => {
    assert.deepEqual(await library.convert('里、', 'tw'), { kind: 'unchanged', from: { script: 'none' } });
    assert.deepEqual(await library.ambiguities('皇後的頭髮'), [{ span: { start: 1, end: 2 }, choices: ['後', '后'] }]);
  });
  it('gives the item of a source, with its key, path and hash', async () => {
    const item = await library.cslItem('001');
    assert.ok(item.ok);
    assert.deepEqual([item.value.id, item.value['container-title'], item.value.custom?.seedbed?.path], ['rmrb20250604', '人民日报', 'seeds/001_bcd046d04134275a.txt']);
  });
  it('takes over what the writer put right, and tells what can be', async () => {
    const item = await library.cslItem('001'), hash = (item.ok && item.value.custom?.seedbed?.hash) || assert.fail();
    const corrections = readCorrections(JSON.stringify({ sources: { 'any.txt': { hash, details: { title: '策源' } } } }));
    assert.ok(corrections.ok);
    const { changed } = await library.apply([{ kind: 'correct', corrections: corrections.value }]);
    assert.deepEqual(changed.map(({ id, title }) => [id, title]), [['001', '策源']]);
    assert.deepEqual((await library.details('001'))?.find(({ name }) => name === 'title'), { name: 'title', values: ['策源'], from: 'writer', told: ['北京不断强化科技创新策源功能'] });
    assert.deepEqual((await library.correctable('001', [0]))?.blocks.map(({ text, role, told }) => [text, role, told]), [['点击右上角微信好友', 'boilerplate', 'boilerplate']]);
    assert.equal((await library.siteReport('001'))?.articles, 3);
    assert.equal((await library.listSites())[0]?.pages, 3);
    await library.apply([{ kind: 'correct', corrections: NO_CORRECTIONS }]);
    assert.deepEqual(await library.details('nobody'), undefined);
  });
  it('answers while a large batch is read', async () => {
    const order: string[] = [];
    const many = Array.from({ length: 120 }, (_, at) => ({ kind: 'put' as const, id: `m${at}`, path: `m/${at}.txt`, bytes: encoded(pageText({ ...pandas, title: `第${at}只大熊猫` })) }));
    const applied = library.apply(many).then(() => order.push('applied'));
    await library.page('001', saved).then(() => order.push('shown'));
    await applied;
    assert.deepEqual(order, ['shown', 'applied']);
    await library.apply(many.map(({ id }): SourceChange => ({ kind: 'remove', id })));
  });
  it('answers for a source that is gone with a value', async () => {
    assert.deepEqual(await library.page('nobody', saved), { ok: false, error: { kind: 'missing' } });
    assert.deepEqual(await library.cslItem('nobody'), { ok: false, error: { kind: 'missing' } });
    assert.equal(await library.quote('nobody', saved, { from: { block: 0, offset: 0 }, to: { block: 0, offset: 1 } }), undefined);
  });
}

describe('the library in process', () => promises(() => new LibraryService(tables)));

describe('the library in a worker', () => {
  promises(() => startLibrary(program));

  /** A worker that answers searches, throws at `throw` and dies at `die`. */
  const frail = (): string => {
    const file = join(dirname(program), 'frail.js');
    writeFileSync(file, `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ call, args: [query] }) => {
        if (query === 'die') process.exit(3);
        parentPort.postMessage(query === 'throw' ? { call, failed: { message: 'broken', stack: 'there' } } : { call, value: [query] });
      });`);
    return file;
  };

  it('rejects what failed by a bug, with the place, and goes on', async () => {
    const library = startLibrary(frail());
    await assert.rejects(library.search('throw'), { message: 'broken', stack: 'there' });
    assert.deepEqual(await library.search('next'), ['next']);
    library.dispose();
  });
  it('is started again once when it dies, rejects what was under way, and says so', async () => {
    let restarts = 0;
    const library = startLibrary(frail(), () => { restarts++; });
    const lost = [library.search('die'), library.search('behind')];
    for (const each of lost) await assert.rejects(each, /status 3/);
    assert.deepEqual(await library.search('again'), ['again']);
    assert.equal(restarts, 1);
    await assert.rejects(library.search('die'), /status 3/);
    await assert.rejects(library.search('again'), /status 3/);
    assert.equal(restarts, 1);
    library.dispose();
  });
  it('rejects what is asked after it was closed', async () => {
    const library = startLibrary(frail());
    const pending = library.search('slow');
    library.dispose();
    await assert.rejects(pending, /closed/);
    await assert.rejects(library.search('late'), /closed/);
  });
});
