import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { FormatterThread } from '../../../src/worker/formatting';

const program = join(__dirname, '../../../dist/formatter.js');
const book = (id: string) => ({ id, type: 'book', title: `书${id}`, language: 'zh-CN' });

describe('formatting in a thread of its own', function () {
  this.timeout(30_000);
  let threads: FormatterThread[] = [];
  const thread = (...args: ConstructorParameters<typeof FormatterThread>): FormatterThread => {
    const made = new FormatterThread(...args);
    threads.push(made);
    return made;
  };
  afterEach(() => { threads.forEach(each => { each.dispose(); }); threads = []; });

  it('answers each request by itself, in their order', async () => {
    const formatter = thread(program);
    const answers = await Promise.all(['a', 'b', 'c'].map(id => formatter.format({ items: [book(id)], style: { name: 'apa' }, as: 'text' })));
    assert.deepEqual(answers.map(answer => answer.ok && answer.value.map(({ key }) => key)), [['a'], ['b'], ['c']]);
  });
  it('takes the XML of a style, and says why it does not', async () => {
    assert.deepEqual(await thread(program).format({ items: [book('a')], style: { xml: '<html/>' }, as: 'text' }), { ok: false, error: { kind: 'noStyle' } });
  });
  it('ends what takes too long, and starts again for the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'endless-')), endless = join(folder, 'endless.js');
    writeFileSync(endless, 'require("node:worker_threads").parentPort.on("message", ({ call, items }) => { if (items.length === 0) for (;;); require("node:worker_threads").parentPort.postMessage({ call, answer: { ok: true, value: [] } }); });');
    const formatter = thread(endless, 300);
    const [stopped, next] = await Promise.all([formatter.format({ items: [], style: { name: 'apa' }, as: 'text' }), formatter.format({ items: [book('a')], style: { name: 'apa' }, as: 'text' })]);
    assert.deepEqual([stopped, next], [{ ok: false, error: { kind: 'endless' } }, { ok: true, value: [] }]);
    rmSync(folder, { recursive: true });
  });
  it('says so when its thread dies', async () => {
    const answer = await thread(join(tmpdir(), 'no-such-program.js')).format({ items: [book('a')], style: { name: 'apa' }, as: 'text' });
    assert.equal(!answer.ok && answer.error.kind, 'broken');
  });
});
