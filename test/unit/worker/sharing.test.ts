import assert from 'node:assert/strict';
import { LibraryService } from '../../../src/worker/libraryService';
import type { SourceChange } from '../../../src/worker/port';
import { pageText } from '../library/pages';
import { tables } from '../tables';

const lamp = '这条江上的每一座旧码头都要重新亮起灯来';
const page = (id: string, dateline: string, ...paragraphs: string[]): SourceChange =>
  ({ kind: 'put', id, path: `sources/${id}.txt`, bytes: new TextEncoder().encode(pageText({ title: `江边的第${id}篇报道`, dateline, paragraphs })) });
const own = ['清晨的雾还没有散,渔船已经一条接一条回到岸边。', '孩子们在石阶上数船,一直数到太阳升起来。'];

describe('what several sources of a library have', () => {
  it('is found anew once the library has changed, and not before', async () => {
    const library = new LibraryService(tables);
    await library.apply([page('a', '2024-05-01', `市长在仪式上说:“${lamp}。”`, ...own), page('b', '2024-04-01', `据报道,${lamp},大家都很高兴。`, '茶馆里的老人说起从前的事,一说就是半天。')]);
    const passages = await library.sharedPassages('a'), quotations = await library.sharedQuotations();
    assert.deepEqual(quotations?.map(({ carriers }) => carriers.map(({ source }) => source)), [['b', 'a']]);
    assert.equal(passages.length, 1);
    assert.equal(await library.sharedPassages('a'), passages);
    assert.equal(await library.sharedQuotations(), quotations);
    await library.apply([page('c', '2023-04-01', `他说:“${lamp}。”大家都点头。`)]);
    assert.deepEqual((await library.sharedPassages('a'))[0]?.others.map(({ source }) => source), ['c', 'b']);
    assert.deepEqual((await library.sharedQuotations())?.map(({ carriers }) => carriers.map(({ source }) => source)), [['c', 'b', 'a']]);
    await library.apply([{ kind: 'remove', id: 'b' }, { kind: 'remove', id: 'c' }]);
    assert.deepEqual([await library.sharedPassages('a'), await library.sharedQuotations()], [[], []]);
  });
  it('is given up when it is stopped, and found when it is asked for again', async () => {
    const library = new LibraryService(tables);
    await library.apply(Array.from({ length: 40 }, (_, at) => page(`${at}`, '2024-05-01', `市长在仪式上说:“${lamp}。”`, ...own.map(words => words.repeat(30)))));
    const asked = library.sharedQuotations();
    await library.stopSharedQuotations();
    assert.equal(await asked, undefined);
    const [first, second] = await Promise.all([library.sharedQuotations(), library.sharedQuotations()]);
    assert.deepEqual([first, second?.[0]?.carriers.length], [undefined, 40]);
  });
  it('is nothing of a source that is not there', async () => {
    const library = new LibraryService(tables);
    assert.deepEqual([await library.sharedPassages('none'), await library.sharedQuotations(), await library.carriersOf(lamp)], [[], [], []]);
  });
});
