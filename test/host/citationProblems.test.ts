import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, openNote, read, remove, write } from './noteFiles';
import { codeOf, fix, fixesAt, marked, ours, textOf } from './noteProblems';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const entries = [
  { id: 'smith2020', type: 'book', title: 'A History of Paper' },
  { id: 'smith2021', type: 'book', title: 'A History of Ink' },
];
const FRONT = '---\nbibliography: references.json\n---\n\n';

describe('problems of citations in a note', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
  });
  beforeEach(() => write('references.json', `${JSON.stringify(entries, null, 2)}\n`));
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.getConfiguration().update('seedbed.citation.problems', undefined, vscode.ConfigurationTarget.Workspace);
    await remove('notes', 'references.json', 'sources', 'other.json', '.seedbed');
  });

  it('offers the nearest keys in place of an unknown one', async () => {
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}As told|[@smith2002].\n`);
    const [unknown] = await marked(editor, 'citation-unknown @smith2002');
    assert.equal(unknown?.severity, vscode.DiagnosticSeverity.Warning);
    const fixes = await eventually('the fixes', () => fixesAt(editor, unknown), found => found.length > 0);
    assert.deepEqual(fixes.slice(0, 3).map(({ title }) => title), ['Cite “smith2020” Instead', 'Cite “smith2021” Instead', 'Cite Another Source…']);
    await fix(editor, unknown, 'Cite “smith2020” Instead');
    assert.equal(textOf(editor).endsWith('As told[@smith2020].\n'), true);
    await marked(editor);
  });

  it('mends traps one by one, and all of a kind', async () => {
    const editor = await openNote('notes', '据报道@smith2020。|又据@smith2021指出，[@smith2020；@smith2021]。\n');
    const found = await marked(editor, 'bibliography-unnamed [@smith2020；@smith2021]', 'citation-glued @smith2020', 'citation-glued @smith2021指出', 'citation-separator [@smith2020；@smith2021]');
    await fix(editor, found.find(each => codeOf(each) === 'citation-separator'), 'Write “[@smith2020; @smith2021]”');
    await fix(editor, (await marked(editor, 'bibliography-unnamed [@smith2020; @smith2021]', 'citation-glued @smith2020', 'citation-glued @smith2021指出')).find(each => codeOf(each) === 'citation-glued'), 'Fix All 2 Like This in This Note');
    assert.equal(textOf(editor), '据报道[@smith2020]。又据[@smith2021]指出，[@smith2020; @smith2021]。\n');
  });

  it('follows what is typed, and fixes the text as it stands', async () => {
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}|\n`);
    await marked(editor);
    await editor.edit(edit => edit.insert(editor.selection.active, '【@smith2020】'));
    const [wide] = await marked(editor, 'citation-full-width 【@smith2020】');
    await fix(editor, wide, 'Write “[@smith2020]”');
    await marked(editor);
  });

  it('marks nothing of names, addresses and code', async () => {
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}写信给 me@smith2020.org，@张三 转发，\`据@smith2020\`，安装@types/node，\\@smith2020。[@smith|2020, p. 3]\n\n    @smith2020指出\n`);
    await editor.edit(edit => edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), '\n[@nobody1999]\n'));
    await marked(editor, 'citation-unknown @nobody1999');
  });

  it('adds the entry of a source that is cited by its key', async () => {
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}据报道|[@rmrb20250604]。\n`);
    const [missing] = await marked(editor, 'citation-no-entry @rmrb20250604');
    await fix(editor, missing, 'Add an Entry to references.json');
    await marked(editor);
    assert.deepEqual((JSON.parse(await read('references.json')) as { id: string }[]).map(({ id }) => id), ['smith2020', 'smith2021', 'rmrb20250604']);
  });

  it('brings an entry up to date with its source, and keeps one as the writer says', async () => {
    const editor = await openNote('notes', '|甲\n');
    await vscode.commands.executeCommand('seedbed.insertCitation', at(PEOPLES_DAILY));
    const written = await read('references.json');
    await write('references.json', written.replace(/"written": "[0-9a-f]+"/, '"hash2": ""').replace('北京不断强化科技创新策源功能', '旧标题').replace('"type": "article-newspaper"', '"type": "article-newspaper",\n    "note": "mine"'));
    const found = await marked(editor, 'bibliography-unnamed [@rmrb20250604]', 'citation-outdated @rmrb20250604');
    await fix(editor, found.find(each => codeOf(each) === 'citation-outdated'), 'Bring the Entry “rmrb20250604” up to Date');
    await marked(editor, 'bibliography-unnamed [@rmrb20250604]');
    const item = (JSON.parse(await read('references.json')) as { title: string; note?: string }[])[2];
    assert.deepEqual([item?.title, item?.note], ['北京不断强化科技创新策源功能', 'mine']);
    await write('references.json', (await read('references.json')).replace('北京不断强化科技创新策源功能', '我的标题'));
    await marked(editor, 'bibliography-unnamed [@rmrb20250604]');
  });

  it('tells at once when a correction puts an entry out of step', async () => {
    const editor = await openNote('notes', '|甲\n');
    await vscode.commands.executeCommand('seedbed.insertCitation', at(PEOPLES_DAILY));
    await marked(editor, 'bibliography-unnamed [@rmrb20250604]');
    await write('.seedbed/corrections.json', JSON.stringify({ version: 1, sources: { [PEOPLES_DAILY]: { details: { title: '改过的标题' } } } }));
    const found = await marked(editor, 'bibliography-unnamed [@rmrb20250604]', 'citation-outdated @rmrb20250604');
    await fix(editor, found.find(each => codeOf(each) === 'citation-outdated'), 'Bring the Entry “rmrb20250604” up to Date');
    await marked(editor, 'bibliography-unnamed [@rmrb20250604]');
    assert.match(await read('references.json'), /"title": "改过的标题"/);
  });

  it('tells an entry whose source is gone, and forgets the source', async () => {
    const lost = [{ id: 'lost1', type: 'webpage', title: 'x', custom: { seedbed: { path: 'seeds/gone.txt', hash: 'ff' } } }];
    await write('references.json', JSON.stringify(lost, null, 2));
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}|[@lost1]\n`);
    const [gone] = await marked(editor, 'citation-gone @lost1');
    assert.match(gone?.message ?? '', /seeds\/gone\.txt/);
    await fix(editor, gone, 'Forget That There Was a Source');
    await marked(editor);
    assert.deepEqual(JSON.parse(await read('references.json')), [{ id: 'lost1', type: 'webpage', title: 'x' }]);
  });

  it('reports broken and doubled entries in their file, and at the note', async () => {
    await write('references.json', '[\n  {"id": "smith2020", "title": "甲"},\n  {"id": "smith2020", "title": "乙"},\n  {"title": "丙"}\n]\n');
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}|[@smith2020]\n`);
    const found = await marked(editor, 'bibliography-broken ../references.json', 'citation-duplicate @smith2020');
    assert.equal(found.find(each => codeOf(each) === 'citation-duplicate')?.relatedInformation?.[0]?.location.range.start.line, 2);
    const inFile = await eventually('problems of the file', () => ours(at('references.json')), list => list.length === 2);
    assert.deepEqual(inFile.map(each => `${codeOf(each)} ${each.range.start.line}`).sort(), ['bibliography-broken 3', 'bibliography-duplicate 2']);
    await fix(editor, found.find(each => codeOf(each) === 'citation-duplicate'), 'Go to the Other Entry in references.json');
    const file = await eventually('the file', () => vscode.window.activeTextEditor, now => now?.document.uri.path.endsWith('references.json') === true);
    assert.equal(file?.selection.active.line, 2);
    if (file) await fix(file, inFile.find(each => codeOf(each) === 'bibliography-duplicate'), 'Give This Entry the Key “smith2020b”');
    assert.match(file?.document.getText() ?? '', /"smith2020", "title": "甲"[^]*"smith2020b", "title": "乙"/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    await eventually('no problems', () => ours(at('references.json')), list => list.length === 0);
  });

  it('follows a bibliography outside the workspace', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seedbed-outside-')), file = join(folder, 'library.json');
    await writeFile(file, JSON.stringify(entries));
    const editor = await openNote('notes', `---\nbibliography: ${file}\n---\n\n甲[@far2020]|\n`);
    await marked(editor, 'citation-unknown @far2020');
    await writeFile(file, JSON.stringify([...entries, { id: 'far2020', title: '丁' }]));
    await marked(editor);
    await rm(folder, { recursive: true });
  });

  it('tells that front matter which names a bibliography cannot be read', async () => {
    const editor = await openNote('notes', '---\nbibliography: a: b.json\n---\n\n甲[@smith2020]|\n');
    assert.match((await marked(editor, 'bibliography-broken ---'))[0]?.message ?? '', /no valid YAML/);
  });

  it('creates a bibliography that a note names, and names the one it uses', async () => {
    const editor = await openNote('notes', '---\nbibliography: ../other.json\n---\n\n甲|\n');
    const [missing] = await marked(editor, 'bibliography-missing ../other.json');
    await fix(editor, missing, 'Create other.json');
    await marked(editor);
    assert.equal(await read('other.json'), '[]\n');
    const second = await openNote('notes', '甲|[@smith2020]\n');
    const [unnamed] = await marked(second, 'bibliography-unnamed [@smith2020]');
    assert.equal(unnamed?.severity, vscode.DiagnosticSeverity.Hint);
    await fix(second, unnamed, 'Add “bibliography: ../references.json” to the Front Matter');
    assert.equal(textOf(second), '---\nbibliography: ../references.json\n---\n\n甲[@smith2020]\n');
    await marked(second);
  });

  it('reports a code as loudly as the writer wants, or not at all', async () => {
    const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}|[@smith2020，@smith2021][@nobody1]\n`);
    await editor.edit(edit => edit.replace(new vscode.Range(4, 0, 5, 0), '[@smith2020，@smith2021] [@nobody1]\n'));
    const found = await marked(editor, 'citation-separator [@smith2020，@smith2021]', 'citation-unknown @nobody1');
    await vscode.workspace.getConfiguration().update('seedbed.citation.problems', { 'citation-separator': 'error' }, vscode.ConfigurationTarget.Workspace);
    await eventually('an error', () => ours(editor.document.uri).some(each => each.severity === vscode.DiagnosticSeverity.Error), Boolean);
    await fix(editor, found.find(each => codeOf(each) === 'citation-unknown'), 'Do Not Report “citation-unknown” in This Workspace');
    await marked(editor, 'citation-separator [@smith2020，@smith2021]');
    assert.deepEqual(vscode.workspace.getConfiguration().inspect('seedbed.citation.problems')?.workspaceValue, { 'citation-separator': 'error', 'citation-unknown': 'off' });
  });

  it('leaves citations out of the link validation of VS Code', async () => {
    const markdown = vscode.workspace.getConfiguration('markdown');
    await markdown.update('validate.enabled', true, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await openNote('notes', `${FRONT.replace('ref', '../ref')}|[@smith2020], [@smith2020, p. 3; @smith2021] 与 [见 @smith2021]。[no][such]\n`);
      const links = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(editor.document.uri).filter(each => codeOf(each) === 'link.no-such-reference');
      const found = await eventually('warnings of VS Code', links, list => list.length > 3);
      assert.deepEqual(found.map(({ range }) => editor.document.getText(range)), ['@smith2020', '@smith2020, p. 3; @smith2021', '见 @smith2021', 'such']);
      const titles = await Promise.all(found.map(async each => (await fixesAt(editor, each)).filter(({ title }) => title === 'Why Is This Citation Marked?').length));
      assert.deepEqual(titles, [1, 1, 1, 0]);
      await fix(editor, found[0], 'Do Not Validate Reference Links in This Workspace');
      await eventually('no warning', links, list => list.length === 0);
    } finally {
      await markdown.update('validate.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      await markdown.update('validate.referenceLinks.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
