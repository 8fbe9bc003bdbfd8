import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from '../bundle';

const seedFolder = join(__dirname, '../../../seeds');
const seeds = readdirSync(seedFolder).filter(name => name.endsWith('.txt')).sort().map(name => join(seedFolder, name));

interface Row {
  readonly path: string; readonly error?: string; readonly title: string | null; readonly publisher: string | null; readonly authors: readonly string[]; readonly citekey: string;
  readonly topics: readonly string[]; readonly text: string; readonly site: string | null; readonly url: string | null;
  readonly blocks: readonly { readonly role: string; readonly reason: string; readonly kind: string; readonly lines: readonly number[]; readonly text: string }[];
  readonly repairs: readonly { readonly kind: string; readonly line: number; readonly before: string; readonly after: string; readonly certain: boolean }[];
  readonly doubts: readonly { readonly kind: string; readonly line: number; readonly text: string; readonly suggestion: string | null }[];
}

describe('seedbed read', () => {
  let program = '', folder = '';
  before(async () => {
    program = await bundle('src/cli/main.ts');
    folder = mkdtempSync(join(tmpdir(), 'seedbed-cli-'));
  });
  const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const rows = (...args: string[]): Row[] => run('read', '--json', ...args).stdout.trim().split('\n').map(line => JSON.parse(line) as Row);

  describe('on the seeds', () => {
    let read: Row[] = [];
    before(() => { read = rows(...seeds); });
    const of = (number: string): Row => read.find(row => row.path.includes(`/${number}_`)) ?? assert.fail(number);

    it('prints one object a file, in the order given, with the paths as given', () => assert.deepEqual(read.map(row => row.path), seeds));
    it('has the fields of the contract and no other', () => {
      assert.deepEqual(Object.keys(of('001')), ['path', 'format', 'encoding', 'language', 'script', 'region', 'title', 'series', 'published', 'publisher', 'site', 'authors', 'editors', 'section', 'url',
        'capturedNotBefore', 'citekey', 'topics', 'text', 'blocks', 'repairs', 'doubts']);
      assert.deepEqual(Object.keys(of('001').blocks[0] ?? {}), ['role', 'reason', 'kind', 'lines', 'text']);
      assert.deepEqual(Object.keys(of('004').repairs[0] ?? {}), ['kind', 'line', 'before', 'after', 'certain']);
    });
    it('gives each a key of outlet and day', () => assert.deepEqual(read.map(row => row.citekey), ['ysw20250331', 'rmrb20250604', 'gmw20240403', 'gmw20210120', 'ysxw20260211']));
    it('puts four of the five under the innovation centre', () => {
      const centre = read.flatMap(row => row.topics).find(label => /国际(?:科技创新|科创)中心/.test(label)) ?? assert.fail('no such topic');
      for (const number of ['000', '001', '003', '004']) assert.ok(of(number).topics.includes(centre), number);
    });
    it('puts the fifth under its industries', () => assert.match(of('002').topics[0] ?? '', /高精尖|产业/));
    it('has no topic that holds all five', () => {
      for (const label of new Set(read.flatMap(row => row.topics))) assert.ok(read.some(row => !row.topics.includes(label)), label);
    });
    it('labels topics with words of the texts', () => {
      for (const label of new Set(read.flatMap(row => row.topics))) assert.ok(read.some(row => row.text.includes(label)), label);
    });
    it('leaves out what the page does not say', () => assert.deepEqual([of('000').site, of('000').url, of('000').authors], [null, null, []]));
    it('says where a repair stands and what it was', () => {
      const gloss = of('004').repairs.find(repair => repair.kind === 'pinyinGloss') ?? assert.fail('no gloss');
      const line = readFileSync(of('004').path, 'utf8').split('\n')[gloss.line - 1] ?? '';
      assert.ok(line.includes(gloss.before));
      assert.equal(of('004').text.includes(gloss.before), false);
    });
    it('says which slips of the page it suspects, and leaves them in the text', () => {
      assert.deepEqual(read.flatMap(row => row.doubts), [{ kind: 'impossibleDate', line: 17, text: '120日', suggestion: '1月20日' }]);
      assert.ok(of('003').text.includes('120日上午'));
    });
    it('joins the body blocks to the text', () => {
      for (const row of read) assert.equal(row.text, row.blocks.filter(block => block.role === 'body').map(block => block.text).filter(text => text !== '').join('\n'));
    });
  });

  it('converts text and fields to the script asked for', () => {
    const [row] = rows('--script', 'hant', seeds[1] ?? '');
    assert.equal(row?.title, '北京不斷強化科技創新策源功能');
    assert.ok(row?.text.includes('習近平'));
    const [simplified] = rows('--script', 'hans', seeds[4] ?? '');
    assert.match(simplified?.title ?? '', /^从开局之年/);
  });
  it('prints clean Markdown with front matter otherwise', () => {
    const { stdout, status } = run('read', ...seeds.slice(0, 2));
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*?)(?=\n---\n)/.exec(stdout) ?? [];
    const fields = parse(matter) as Record<string, unknown>;
    assert.deepEqual([fields['title'], fields['publisher'], fields['citekey'], fields['source']], ['北京全力打造国际科技创新高地', '央视网', 'ysw20250331', seeds[0]]);
    assert.match(body, /^\n# 北京全力打造国际科技创新高地\n\n央视网消息/);
    assert.equal(/相关文章/.test(body), false);
    assert.equal(status, 0);
  });

  describe('with files it cannot read', () => {
    const file = (name: string, content: string | Uint8Array): string => { const path = join(folder, name); writeFileSync(path, content); return path; };
    it('says so on the line of the file and reads the others', () => {
      const paths = [join(folder, 'missing.txt'), file('empty.txt', ''), seeds[0] ?? '', file('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), folder];
      const result = run('read', '--json', ...paths);
      const found = result.stdout.trim().split('\n').map(line => JSON.parse(line) as Row);
      assert.deepEqual(found.map(row => row.error), ['the file does not exist', 'the file is empty', undefined, 'the file is not text', 'it is a folder']);
      assert.deepEqual(Object.keys(found[0] ?? {}), ['path', 'error']);
      assert.equal(result.status, 1);
    });
    it('says so on the error output without --json', () => {
      const result = run('read', file('none.txt', '\n \n'), seeds[0] ?? '');
      assert.match(result.stderr, /none\.txt: the file is empty\n/);
      assert.match(result.stdout, /^---\ntitle:/);
      assert.equal(result.status, 1);
    });
    it('does not read a file beyond the limit', () => {
      const [row] = rows(file('large.txt', Buffer.alloc(21 * 1024 * 1024, 'a')));
      assert.equal(row?.error, 'the file has 21.0 MB; at most 20.0 MB are read');
    });
  });
  it('takes the same file twice', () => assert.deepEqual(rows(seeds[0] ?? '', seeds[0] ?? '').map(row => row.citekey), ['ysw20250331', 'ysw20250331a']));
  it('takes a name that begins with a hyphen after --', () => {
    mkdirSync(join(folder, 'odd'), { recursive: true });
    const result = spawnSync(process.execPath, [program, 'read', '--json', '--', '-x.txt'], { cwd: join(folder, 'odd'), encoding: 'utf8' });
    assert.equal((JSON.parse(result.stdout) as Row).path, '-x.txt');
  });

  describe('called by mistake', () => {
    const cases: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
      ['without a command', [], /Say what to do/],
      ['with an unknown command', ['reed', 'a.txt'], /no command “reed”/],
      ['without a file', ['read'], /at least one file/],
      ['with an unknown script', ['read', '--script', 'latin', 'a.txt'], /“latin” is no script; choose as-saved, hans, hant, tw, twp, hk, hkp, jp/],
      ['with an unknown option', ['read', '--jsn', 'a.txt'], /--jsn/],
    ];
    for (const [what, args, says] of cases) {
      it(`${what} says what to write and ends with 2`, () => {
        const result = run(...args);
        assert.match(result.stderr, says);
        assert.match(result.stderr, /Usage: seedbed read/);
        assert.equal(result.status, 2);
        assert.equal(result.stdout, '');
      });
    }
  });
  it('helps and tells its version', () => {
    assert.match(run('--help').stdout, /Usage: seedbed read/);
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(run('--help').status, 0);
  });
  it('ends quietly when its reader closes early', () => {
    const result = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" read --json "$@" | head -c 10 > /dev/null`, 'sh', ...seeds, ...seeds, ...seeds], { encoding: 'utf8' });
    assert.equal(result.stderr, '');
  });

  describe('with corrections', () => {
    const text = '江边建起新图书馆\n\n江边的图书馆今天开馆，读者从早上八点就在门口排起了长队，许多人还带着孩子。\n\n馆内共有四层，藏书三十万册，夜间开放到十点，周末还有讲座。\n';
    const write = (name: string, content: string): string => {
      const file = join(folder, name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
      return file;
    };
    it('reads a file as the writer put it right, wherever the command is called', () => {
      const file = write('kept/seeds/page.txt', text);
      write('kept/.seedbed/corrections.json', JSON.stringify({ sources: { 'seeds/page.txt': { details: { title: '新馆' }, blocks: [{ text: '馆内共有四层，藏书三十万册，夜间开放到十点，周末还有讲座。', role: 'boilerplate' }] } } }));
      const [row] = rows(file);
      assert.deepEqual([row?.title, row?.text], ['新馆', '江边的图书馆今天开馆，读者从早上八点就在门口排起了长队，许多人还带着孩子。']);
    });
    it('says so when they cannot be read, and reads the file without them', () => {
      const file = write('broken/page.txt', text), kept = write('broken/.seedbed/corrections.json', '{');
      const { stderr, stdout, status } = run('read', file);
      assert.deepEqual([stderr, status], [`${kept}: these corrections cannot be read, and are not used\n`, 0]);
      assert.ok(stdout.includes('馆内共有四层'));
    });
  });
});
