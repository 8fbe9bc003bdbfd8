import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

const LAKE = '东湖新桥今天通车\n\n2027-03-02 09:30 来源:东湖晚报\n\n东湖新桥今天上午正式通车,全长3.2公里,每天可以通过两万辆汽车。指挥部的人说,他们没有停过一天工。\n\n新桥的人行道比旧桥宽了一倍,两侧各有一排路灯,夜里从城东走到城西不再需要手电筒。\n\n相关阅读\n\n旧桥将改建为空中花园,明年春天对行人开放\n';
const HILL = '西山索道停运检修\n\n2027-04-11 08:00 来源:西山日报\n\n西山索道从下周一起停运检修,工期预计四十天,期间山顶的茶室和书店照常营业,游客可以步行上山。\n';
const references = JSON.stringify([{ id: 'lake', type: 'webpage', custom: { seedbed: { path: 'sources/lake.txt', written: '' } } }, { id: 'hill', type: 'webpage', custom: { seedbed: { path: 'sources/hill.txt', written: '' } } }]);

describe('seedbed check', function () {
  this.timeout(60_000);
  let folder = '';
  const file = (name: string, content: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', ...args], { encoding: 'utf8', cwd: folder });
    return { stdout, stderr, status };
  };
  /** What is found in a note of this text, as code and place. */
  const found = (text: string, ...args: readonly string[]): readonly string[] =>
    run('--json', ...args, file('note.md', text)).stdout.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Record<string, unknown>).map(each => `${String(each['code'])} ${String(each['line'])}:${String(each['column'])}-${String(each['endLine'])}:${String(each['endColumn'])}`);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seedbed-check-'));
    file('sources/lake.txt', LAKE);
    file('sources/hill.txt', HILL);
    file('references.json', references);
  });

  it('prints a line for each finding, and fails where one is a warning or an error', () => {
    file('notes/a.md', '报道说“每天可以通过三万辆汽车”[@lake]。\n\n又说“东湖新桥今天上午正式通车”[@lake]。\n');
    assert.deepEqual(run('notes/a.md'), { stdout: 'notes/a.md:1:11: error quote-critical Another number than in “东湖新桥今天通车”: “三万辆” is “两万辆” in the source.\n', stderr: '', status: 1 });
  });
  it('succeeds where all is well, or only looks otherwise', () => {
    assert.deepEqual(run(file('note.md', '“东湖新桥今天上午正式通车”[@lake]。\n')), { stdout: '', stderr: '', status: 0 });
    assert.deepEqual(run(file('note.md', '「東湖新橋今天上午正式通車」[@lake]。\n')), { stdout: 'note.md:1:1: information quote-folded “东湖新桥今天通车” has the same words, but for: Chinese script.\n', stderr: '', status: 0 });
  });
  it('prints JSON with source and suggestion', () => {
    const [line = ''] = run('--json', file('note.md', '“每天可以通过三万辆汽车”[@lake]。\n')).stdout.split('\n');
    assert.deepEqual(JSON.parse(line), {
      file: 'note.md', line: 1, column: 8, endLine: 1, endColumn: 11, severity: 'error', code: 'quote-critical',
      message: 'Another number than in “东湖新桥今天通车”: “三万辆” is “两万辆” in the source.', source: 'sources/lake.txt', suggestion: '每天可以通过两万辆汽车',
    });
    const elsewhere = JSON.parse(run('--json', file('note.md', '“期间山顶的茶室和书店照常营业”[@lake]。\n')).stdout.split('\n')[0] ?? '') as Record<string, unknown>;
    assert.deepEqual([elsewhere['code'], elsewhere['source'], elsewhere['suggestion']], ['quote-elsewhere', 'sources/hill.txt', '[@hill]']);
  });
  it('prints SARIF', () => {
    const log = JSON.parse(run('--sarif', file('我的 notes/一.md', '“每天可以通过三万辆汽车”[@lake]。\n')).stdout) as { version: string; runs: { columnKind: string; tool: { driver: { rules: unknown[] } }; results: Record<string, unknown>[] }[] };
    const [result] = log.runs[0]?.results ?? [];
    assert.deepEqual([log.version, log.runs[0]?.columnKind, log.runs[0]?.tool.driver.rules, log.runs[0]?.results.length], ['2.1.0', 'utf16CodeUnits', [{ id: 'quote-critical', defaultConfiguration: { level: 'error' } }], 1]);
    assert.deepEqual([result?.['ruleId'], result?.['level'], result?.['locations']], ['quote-critical', 'error', [{ physicalLocation: { artifactLocation: { uri: `${encodeURIComponent('我的 notes')}/${encodeURIComponent('一.md')}` }, region: { startLine: 1, startColumn: 8, endLine: 1, endColumn: 11 } } }]]);
    assert.equal((JSON.parse(run('--sarif', file('note.md', '甲。\n')).stdout) as typeof log).runs[0]?.results.length, 0);
  });
  it('fixes in SARIF what differs and nothing else', () => {
    const fixed = (text: string): string => {
      const log = JSON.parse(run('--sarif', file('note.md', text)).stdout) as { runs: { results: { fixes?: { artifactChanges: { replacements: { deletedRegion: { startColumn: number; endColumn: number }; insertedContent: { text: string } }[] }[] }[] }[] }[] };
      const made = log.runs[0]?.results.flatMap(({ fixes = [] }) => fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap(({ replacements }) => replacements))) ?? [];
      return made.reduceRight((line, { deletedRegion: { startColumn, endColumn }, insertedContent }) => line.slice(0, startColumn - 1) + insertedContent.text + line.slice(endColumn - 1), text);
    };
    assert.equal(fixed('“每天可以通过三万辆汽车”[@lake]。\n'), '“每天可以通过两万辆汽车”[@lake]。\n');
    assert.equal(fixed('「東湖新橋今天上午正式通車」[@lake]。\n'), '「东湖新桥今天上午正式通车」[@lake]。\n');
    assert.equal(fixed('“期间山顶的茶室和书店照常营业”[@lake]。\n'), '“期间山顶的茶室和书店照常营业”[@lake]。\n');
  });
  it('reads notes as UTF-8 only', () => {
    writeFileSync(join(folder, 'gbk.md'), Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4]));
    writeFileSync(join(folder, 'binary.md'), Uint8Array.from([0x61, 0, 0x62]));
    assert.deepEqual(run('gbk.md', 'binary.md'), { stdout: '', stderr: 'gbk.md: it is not UTF-8 text\nbinary.md: the file is not text\n', status: 1 });
  });
  it('calls no key unknown beside a bibliography that is not read', () => {
    const cites = '见[@other2020]。\n';
    assert.deepEqual(found(cites), ['citation-unknown 1:3-1:13']);
    assert.deepEqual(found(`---\nbibliography: refs.yaml\n---\n${cites}`), []);
    file('references.json', '[{"id":"x" "type":"book"}]');
    assert.deepEqual(found(cites), []);
    const { stderr, status } = run('note.md');
    assert.match(stderr, /references\.json: it cannot be read as a whole/);
    assert.equal(status, 1);
  });
  it('tells every kind of finding at its place, whatever ends the lines', () => {
    const text = '\ufeff甲。\r\n\r\n> 新桥的人行道比\r\n> 老桥宽了一倍[@lake]\r\n\r\n“旧桥将改建为空中花园”[@lake]。\r\n\r\n“湖边的鸭子排队走过了斑马线”[@lake]，又据报道@hill，[@nobody]。\r\n';
    assert.deepEqual(found(text), ['quote-differs 4:3-4:4', 'quote-hidden 6:1-6:13', 'quote-not-found 8:1-8:16', 'citation-glued 8:28-8:33', 'citation-unknown 8:35-8:42']);
  });
  it('leaves out what the note or the command says', () => {
    const text = '<!-- seedbed:ignore quote-not-found -->\n“湖边的鸭子排队走过了斑马线”[@lake]。\n\n“湖边的天鹅排队走过了斑马线”[@lake]。\n';
    assert.deepEqual(found(text), ['quote-not-found 4:1-4:16']);
    assert.deepEqual(found(text, '--off', 'quote-not-found'), []);
    assert.deepEqual(found('他说“停过一天工”[@lake]。\n'), []);
    assert.deepEqual(found('他说“没有停了一天工”[@lake]。\n', '--shortest', '5'), ['quote-differs 1:7-1:8']);
  });
  it('reads the sources that patterns name', () => {
    assert.deepEqual(found('“期间山顶的茶室和书店照常营业”[@hill]。\n', '--sources', 'sources/lake.txt'), []);
    file('pages/2027/hill.txt', HILL);
    for (const glob of [join(folder, 'sources/*.txt'), './sources/lake.txt', `../${basename(folder)}/sources/l*.txt`]) assert.deepEqual(found('“东湖新桥今天下午正式通车”[@lake]。\n', '--sources', glob), ['quote-differs 1:8-1:9'], glob);
    assert.deepEqual(found('“工期预计四十天,期间山顶的茶室”[@lake]。\n', '--sources', 'sources/lake.txt'), ['quote-not-found 1:1-1:18']);
    assert.deepEqual(found('“工期预计四十天,期间山顶的茶室”[@lake]。\n', '--sources', 'sources/lake.txt', '--sources', '{pages,none}/**/*.txt'), ['quote-elsewhere 1:1-1:18']);
  });
  it('says what it cannot read, and checks the rest', () => {
    const { stdout, stderr, status } = run('--sources', 'sources/*.txt', '--sources', 'nothing/*.txt', file('note.md', '“东湖新桥今天上午正式通车”[@lake]。\n'), 'gone.md', 'sources');
    assert.deepEqual([stdout, stderr, status], ['', 'nothing/*.txt: no file matches\ngone.md: the file does not exist\nsources: it is a folder\n', 1]);
    assert.match(run(file('other.md', '---\nbibliography: none.json\n---\n\n甲\n')).stdout, /^other\.md:2:15: warning bibliography-missing There is no bibliography none\.json\.\n$/);
  });
  it('says so where there is no source', () => {
    const empty = mkdtempSync(join(tmpdir(), 'seedbed-empty-'));
    writeFileSync(join(empty, 'note.md'), '甲\n');
    const { stderr, status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', 'note.md'], { encoding: 'utf8', cwd: empty });
    assert.match(stderr, /^No source was found/);
    assert.equal(status, 0);
  });
  it('is told what to write instead of a mistake', () => {
    for (const [args, message] of [[[], /Name at least one file to check/], [['--json', '--sarif', 'a.md'], /Choose one of --json and --sarif/], [['--off', 'quote-wrong', 'a.md'], /“quote-wrong” is no code; choose citation-unknown/], [['--shortest', 'few', 'a.md'], /“few” is no number/], [['--style', 'apa', 'a.md'], /“check” has no option --style/]] as const) {
      const { stdout, stderr, status } = run(...args);
      assert.match(stderr, message);
      assert.deepEqual([stdout, status], ['', 2]);
    }
  });
});
