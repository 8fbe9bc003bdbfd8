import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const seed = (name: string): string => join(root, 'seeds', `${name}.txt`);
const PAPER = seed('001_bcd046d04134275a'), TV = seed('000_66590499738ca114');

const book = { id: 'hao2020', type: 'book', title: '桥史', author: [{ literal: '郝桥' }], publisher: '河海出版社', 'publisher-place': '江城', issued: { 'date-parts': [[2020]] }, language: 'zh-CN' };
const style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="«" suffix="»"/></layout></bibliography></style>';

describe('seedbed export', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'seedbed-export-')); });
  const file = (name: string, content: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  /** The built program, which finds styles and formatter beside it. */
  const run = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'export', ...args], { encoding: 'utf8', cwd: folder });
    return { stdout, stderr, status };
  };

  it('prints the bibliography of sources in every format', () => {
    const items = JSON.parse(run('--format', 'csl-json', PAPER, TV).stdout) as { readonly id: string; readonly type: string; readonly custom?: unknown }[];
    assert.deepEqual(items.map(({ id, type, custom }) => [id, type, custom]), [['rmrb20250604', 'article-newspaper', undefined], ['ysw20250331', 'broadcast', undefined]]);
    assert.match(run('--format', 'biblatex', PAPER).stdout, /^@article\{rmrb20250604,\n {2}author = \{\{王昊男\}\},\n {2}title = \{北京不断强化科技创新策源功能\},/);
    assert.match(run('--format', 'ris', PAPER).stdout, /^TY {2}- NEWS\r\nID {2}- rmrb20250604\r\nAU {2}- 王昊男\r\n/);
    assert.deepEqual(run('--format', 'text', PAPER), { stdout: '[1] 王昊男. 北京不断强化科技创新策源功能[N]. 人民日报, 2025-06-04.\n', stderr: '', status: 0 });
  });
  it('formats by a style that comes with it, or by a file', () => {
    assert.equal(run('--format', 'text', '--style', 'apa', PAPER).stdout, '王昊男. (2025, June 4). 北京不断强化科技创新策源功能. 人民日报.\n');
    assert.equal(run('--format', 'text', '--style', file('house.csl', style), PAPER).stdout, '«北京不断强化科技创新策源功能»\n');
  });
  it('prints what notes cite, from the bibliographies they name, those above them, and the sources', () => {
    file('books.json', JSON.stringify([book]));
    file('references.json', JSON.stringify([{ ...book, id: 'above1', title: '上' }]));
    const one = file('notes/one.md', '---\nbibliography: ../books.json\n---\n\n先[@rmrb20250604]，后[@hao2020]。\n'), two = file('notes/two.md', '只有[@above1]，又[@hao2020]。\n');
    assert.equal(run('--format', 'text', '--cited', one, PAPER, TV).stdout, '[1] 王昊男. 北京不断强化科技创新策源功能[N]. 人民日报, 2025-06-04.\n[2] 郝桥. 桥史[M]. 江城: 河海出版社, 2020.\n');
    assert.deepEqual((JSON.parse(run('--format', 'csl-json', '--cited', one, '--cited', two, PAPER).stdout) as { readonly id: string }[]).map(({ id }) => id), ['rmrb20250604', 'hao2020', 'above1']);
  });
  it('prints what a note lists without citing it behind what it cites', () => {
    file('list.json', JSON.stringify([{ ...book, id: 'a1', title: '甲' }, { ...book, id: 'b1', title: '乙' }, { ...book, id: 'c1', title: '丙' }]));
    const listed = (nocite: string): readonly string[] => {
      const note = file('list.md', `---\nbibliography: list.json\nnocite: ${nocite}\nreferences:\n- id: own1\n  title: 己\n---\n\n先[@b1]。\n`);
      return (JSON.parse(run('--format', 'csl-json', '--cited', note, PAPER).stdout) as { readonly id: string }[]).map(({ id }) => id);
    };
    assert.deepEqual(listed('"@a1, @b1"'), ['b1', 'a1']);
    assert.deepEqual(listed('|\n  @c1\n\n  @a1'), ['b1', 'c1', 'a1']);
    assert.deepEqual(listed('"@*"'), ['b1', 'own1', 'a1', 'c1']);
    assert.deepEqual(listed('"a@*"'), ['b1']);
  });
  it('says what it knows nothing of, and prints the rest', () => {
    const note = file('note.md', '[@nobody2020]和[@rmrb20250604]。\n');
    const { stdout, stderr, status } = run('--format', 'text', '--cited', note, PAPER, join(folder, 'gone.txt'));
    assert.match(stdout, /^\[1\] 王昊男/);
    assert.equal(stderr, `${join(folder, 'gone.txt')}: the file does not exist\nnothing is known of @nobody2020\n`);
    assert.equal(status, 1);
  });
  it('says what is wrong with a style, a bibliography or a note', () => {
    assert.deepEqual(run('--format', 'text', '--style', file('a.csl', '<html/>'), PAPER), { stdout: '', stderr: `${join(folder, 'a.csl')}: it is no style of the Citation Style Language\n`, status: 1 });
    assert.match(run('--format', 'text', '--style', 'vancouver', PAPER).stderr, /^vancouver: the file does not exist; styles that need no file: gb-t-7714-2015-numeric/);
    assert.match(run('--format', 'ris', '--cited', file('n.md', '---\nbibliography: none.json\n---\n[@a]\n'), PAPER).stderr, /n\.md: its bibliography .*none\.json does not exist\nnothing is known of @a\n/);
    assert.match(run('--format', 'ris', '--cited', join(folder, 'no.md'), PAPER).stderr, /no\.md: the file does not exist\n/);
  });
  it('is told what to write instead of a mistake', () => {
    for (const [args, message] of [
      [[PAPER], 'Say in which format: --format with csl-json, biblatex, ris, text.'], [['--format', 'pdf', PAPER], '“pdf” is no format; choose csl-json, biblatex, ris, text.'],
      [['--format', 'ris'], 'Name at least one file to export.'], [['--format', 'ris', '--style', 'apa', PAPER], '--style asks for --format text.'], [['--format', 'ris', '--json', PAPER], '“export” has no option --json.'],
    ] as const) {
      const { stderr, status } = run(...args);
      assert.deepEqual([stderr.split('\n')[0], status], [message, 2]);
    }
  });
});
