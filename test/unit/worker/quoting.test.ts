import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LibraryService } from '../../../src/worker/libraryService';
import { quotationSources } from '../../quotations/sources';
import { tables } from '../tables';

const FILES = ['file:///references.json'];
const put = ({ file }: { readonly file: string }, content: Uint8Array = readFileSync(file)) => ({ kind: 'put' as const, id: `file:///${basename(file)}`, path: basename(file), bytes: content });

describe('the quotations of a note', () => {
  let library: LibraryService;
  beforeEach(async () => {
    library = new LibraryService(tables);
    await library.apply(quotationSources.map(source => put(source)));
    await library.putBibliography('file:///references.json', JSON.stringify([...quotationSources.map(({ name, file }) => ({ id: name, type: 'webpage', custom: { seedbed: { path: basename(file) } } })), { id: 'book', type: 'book', title: '书' }]));
  });
  const kinds = async (note: string): Promise<readonly string[]> => (await library.checkQuotations(FILES, note, 8)).map(({ verdict }) => verdict.kind);
  const words = quotationSources[0]?.body[0]?.slice(0, 20) ?? '';

  it('are judged in order of place', async () => assert.deepEqual(await kinds(`“${words}”[@harbour]。\n\n“湖边的鸭子排队走过了斑马线”[@harbour]。\n\n“${words}”[@bridge]。\n`), ['verbatim', 'notFound', 'elsewhere']));
  it('are not said to be nowhere where they are too short to be looked for', async () => {
    const [{ verdict } = assert.fail()] = await library.checkQuotations(FILES, '“湖边,鸭子,排队!”[@harbour]。\n', 8);
    assert.deepEqual([verdict.kind, 'searched' in verdict && verdict.searched], ['notFound', 'cited']);
  });
  it('are all judged, though a source comes meanwhile and there are more than are kept', async () => {
    const note = Array.from({ length: 5100 }, (_, at) => `“${words}${at}”[@harbour]。`).join('\n\n'), checking = kinds(note);
    await library.apply([put({ file: '/new.txt' }, Buffer.from('东湖新桥通车\n\n东湖新桥今天上午正式通车了,全长三公里,每天可以通过两万辆汽车。\n'))]);
    assert.equal((await checking).length, 5100);
  });
  it('are left out where nothing can be said of them', async () => {
    assert.deepEqual(await kinds(`“${words}”[@book]，“${words}”[@nobody]，“${words}”。\n`), []);
    assert.deepEqual(await kinds(`“湖边的鸭子排队走过了斑马线”[@harbour; @book]，“${words}”[@book; @harbour]。\n`), ['verbatim'], 'a book');
    assert.deepEqual(await kinds('“灯塔的守护者说风很大,船都回来了”[@lighthouse]。\n\n“The harbour was closed for a whole week” [@harbour].\n'), [], 'a translation');
    assert.deepEqual(await kinds('“The storm sank forty ships in one night” [@lighthouse].\n'), ['notFound']);
  });
  it('are judged anew when a source says otherwise, or comes', async () => {
    const note = `“${words}”[@harbour]。\n\n“东湖新桥今天上午正式通车了”[@harbour]。\n`, [harbour] = quotationSources;
    assert.ok(harbour);
    assert.deepEqual(await kinds(note), ['verbatim', 'notFound']);
    await library.apply([put(harbour, Buffer.from(readFileSync(harbour.file, 'utf8').replace(words.slice(-4), '别的说法')))]);
    assert.deepEqual(await kinds(note), ['critical', 'notFound']);
    await library.apply([put({ file: '/new.txt' }, Buffer.from('东湖新桥通车\n\n2027-03-02 09:30 来源:东湖晚报\n\n东湖新桥今天上午正式通车了,全长三公里,每天可以通过两万辆汽车,人行道比旧桥宽了一倍。\n'))]);
    assert.deepEqual(await kinds(note), ['critical', 'elsewhere']);
  });
});
