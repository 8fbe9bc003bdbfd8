import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../bundle';

describe('seedbed convert', () => {
  let program = '', folder = '';
  before(async () => { program = await bundle('src/cli/main.ts'); });
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'seedbed-cli-')); });
  const file = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (args: readonly string[], input = '') => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'convert', ...args], { encoding: 'utf8', cwd: folder, input });
    return { stdout, stderr, status };
  };
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('prints a file in another script', () =>
    assert.deepEqual(run(['--to', 'twp', file('a.txt', '软件和头发\n')]), { stdout: '軟體和頭髮\n', stderr: '', status: 0 }));
  it('prints several one after the other', () =>
    assert.equal(run(['--to', 'hans', file('a.txt', '後來的經濟\n'), file('b.txt', '發展的問題\n')]).stdout, '后来的经济\n发展的问题\n'));
  it('reads the standard input', () => assert.equal(run(['--to', 'hk', '-'], '这里的经济').stdout, '這裏的經濟'));
  it('reads any encoding and prints UTF-8', () =>
    assert.equal(run(['--to', 'hant', file('a.txt', Uint8Array.from([0xff, 0xfe, ...Buffer.from('经济发展', 'utf16le')]))]).stdout, '經濟發展'));
  it('leaves code, targets and keys of Markdown alone', () =>
    assert.equal(run(['--to', 'hant', file('a.md', '经济`发展`[发展](发展.md)[@发展]')]).stdout, '經濟`发展`[發展](发展.md)[@发展]'));
  it('prints what is in that script already, or in none, as it is, and says so', () => {
    const paths = [file('a.txt', '經濟發展\n'), file('b.txt', 'plain\n')];
    assert.deepEqual(run(['--to', 'hant', ...paths]), { stdout: '經濟發展\nplain\n', stderr: paths.map(path => `${path}: nothing to convert\n`).join(''), status: 0 });
  });
  it('keeps words and takes pairs', () =>
    assert.equal(run(['--to', 'hant', '--keep', '发展', '--pair', '软件=軟體', '--pair', '内存=a=b', file('a.txt', '经济发展的软件和内存')]).stdout, '經濟发展的軟體和a=b'));

  describe('into a folder', () => {
    it('writes copies as the files stand below the folder they share', () => {
      const result = run(['--to', 'hant', '--output', 'out/new', file('notes/a.txt', '经济'), file('notes/deep/b.md', '发展')]);
      assert.deepEqual(result, { stdout: '', stderr: '', status: 0 });
      assert.deepEqual([read('out/new/a.txt'), read('out/new/deep/b.md'), read('notes/a.txt')], ['經濟', '發展', '经济']);
      assert.deepEqual(readdirSync(join(folder, 'out/new')).sort(), ['a.txt', 'deep']);
    });
    it('leaves a copy that is there alone, unless it is forced', () => {
      const path = file('a.txt', '经济');
      file('out/a.txt', 'mine');
      const refused = run(['--to', 'hant', '--output', 'out', path]);
      assert.deepEqual([refused.status, read('out/a.txt')], [1, 'mine']);
      assert.match(refused.stderr, /a\.txt is there already; --force replaces it/);
      assert.equal(run(['--to', 'hant', '--output', 'out', '--force', path]).status, 0);
      assert.equal(read('out/a.txt'), '經濟');
    });
    it('never writes over what it reads, even when forced', () => {
      const result = run(['--to', 'hant', '--output', '.', '--force', file('a.txt', '经济')]);
      assert.deepEqual([result.status, read('a.txt')], [1, '经济']);
      assert.match(result.stderr, /choose another folder/);
    });
    it('never writes over what it reads through a link to its folder', () => {
      const path = file('notes/a.txt', '经济');
      symlinkSync(join(folder, 'notes'), join(folder, 'out'));
      assert.equal(run(['--to', 'hant', '--output', 'out', '--force', path]).status, 1);
      assert.equal(read('notes/a.txt'), '经济');
    });
    it('writes no part of a file that fails', () => {
      const result = run(['--to', 'hant', '--output', 'out', file('a.html', '<p>经济'), file('b.txt', '经济')]);
      assert.equal(result.status, 1);
      assert.deepEqual([existsSync(join(folder, 'out/a.html')), read('out/b.txt')], [false, '經濟']);
    });
  });

  it('says which files it cannot convert, and converts the others', () => {
    const result = run(['--to', 'hant', join(folder, 'missing.txt'), file('a.html', '<p>经济'), file('a.txt', '经济')]);
    assert.deepEqual([result.status, result.stdout], [1, '經濟']);
    assert.match(result.stderr, /missing\.txt: the file does not exist\n.*a\.html: HTML is not converted; “seedbed read --script” prints its text\n/);
  });

  describe('called by mistake', () => {
    const cases: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
      ['without a script', ['a.txt'], /Say what to convert to: --to with hans, hant/],
      ['with an unknown script', ['--to', 'latin', 'a.txt'], /“latin” is no script to convert to/],
      ['with the script it is saved in', ['--to', 'as-saved', 'a.txt'], /“as-saved” is no script to convert to/],
      ['without a file', ['--to', 'hant'], /at least one file to convert/],
      ['with half a pair', ['--to', 'hant', '--pair', '软件', 'a.txt'], /“软件” is no pair; write --pair FROM=TO/],
      ['with an option of read', ['--to', 'hant', '--json', 'a.txt'], /“convert” has no option --json/],
      ['forced without a folder', ['--to', 'hant', '--force', 'a.txt'], /--force asks for --output/],
      ['to copy the standard input', ['--to', 'hant', '--output', 'out', '-'], /no name for a copy/],
    ];
    for (const [what, args, says] of cases) {
      it(`${what}, says what to write and ends with 2`, () => {
        const result = run(args);
        assert.deepEqual([result.status, result.stdout], [2, '']);
        assert.match(result.stderr, says);
      });
    }
  });
});
