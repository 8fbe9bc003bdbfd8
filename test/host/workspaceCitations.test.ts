import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { citingPlaces } from './citingPlaces';
import { at, closeEditors, eventually, openNote, read, remove, write } from './noteFiles';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const entry = (id: string, seed?: string): object => ({ id, type: 'webpage', title: id, ...(seed !== undefined && { custom: { seedbed: { path: seed, hash: '' } } }) });
const list = (...entries: readonly object[]): string => JSON.stringify(entries, null, 2);

const references = (document: vscode.TextDocument, mark: string): Promise<readonly string[]> =>
  citingPlaces(document, document.positionAt(document.getText().indexOf(mark) + 1));

const open = async (path: string): Promise<vscode.TextDocument> => vscode.workspace.openTextDocument(at(path));
const show = async (path: string, mark: string): Promise<vscode.TextEditor> => {
  const editor = await vscode.window.showTextDocument(await open(path)), position = editor.document.positionAt(editor.document.getText().indexOf(mark) + 1);
  editor.selection = new vscode.Selection(position, position);
  return editor;
};

describe('citations in all notes of the workspace', () => {
  beforeEach(async () => {
    await write('w/references.json', list(entry('doe2020'), entry('paper', `../${PEOPLES_DAILY}`)));
    await write('w/one.md', '据[@doe2020]，又见[参 @paper, 第3段]。\n\n`[@doe2020]` mail@doe2020 \\@doe2020\n');
    await write('w/deep/two.markdown', '\uFEFF---\ntitle: x\n---\r\n\r\n正文。\r\n@{doe2020}指出。\r\n');
    await write('w/other/references.json', list(entry('doe2020'), entry('daily', `../../${PEOPLES_DAILY}`)));
    await write('w/other/three.md', '[@doe2020; @daily]\n');
    await write('w/named.md', '---\nbibliography: other/references.json\n---\n\n[-@doe2020]\n');
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
  });
  afterEach(async () => {
    await closeEditors();
    await remove('w');
  });

  describe('by their references', () => {
    it('are those looked up in the same entry, in files that are not open, and the entry', async () => {
      assert.deepEqual(await references(await open('w/one.md'), '@doe2020'), ['w/deep/two.markdown:6 @{doe2020}', 'w/one.md:1 @doe2020', 'w/references.json:3 doe2020']);
    });
    it('are another work’s where a key is looked up elsewhere, nearer to the note or by its front matter', async () => {
      assert.deepEqual(await references(await open('w/other/three.md'), '@doe2020'), ['w/named.md:5 @doe2020', 'w/other/references.json:3 doe2020', 'w/other/three.md:1 @doe2020']);
    });
    it('go by the source, whatever its key in each bibliography', async () => {
      const found = await references(await open('w/one.md'), '@paper');
      assert.deepEqual(found, ['w/one.md:1 @paper', 'w/other/references.json:8 daily', 'w/other/three.md:1 @daily', 'w/references.json:8 paper']);
    });
    it('follow what is written and not saved', async () => {
      const editor = await show('w/deep/two.markdown', '正文');
      await editor.edit(edit => edit.insert(new vscode.Position(4, 0), '[@paper] '));
      assert.ok((await references(await open('w/one.md'), '@paper')).includes('w/deep/two.markdown:5 @paper'));
    });
    it('are found from the entry in the bibliography', async () => {
      assert.deepEqual(await references(await open('w/other/references.json'), 'doe2020"'), ['w/named.md:5 @doe2020', 'w/other/references.json:3 doe2020', 'w/other/three.md:1 @doe2020']);
    });
    it('pass over notes that searches leave out', async () => {
      const search = vscode.workspace.getConfiguration('search');
      await search.update('exclude', { '**/deep': true }, vscode.ConfigurationTarget.Workspace);
      assert.ok(!(await references(await open('w/one.md'), '@doe2020')).some(each => each.includes('deep')));
      await search.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    });
    it('are none in code', async () => {
      assert.deepEqual(await references(await open('w/one.md'), '@doe2020]`'), []);
    });
  });

  describe('as links', () => {
    it('open the source of a key, and the bibliography that the note names', async () => {
      const note = await openNote('w/other', '---\nbibliography: references.json\n---\n\n[@daily; @doe2020]|\n');
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', note.document.uri, 10);
      const own = links.map(({ range, target, tooltip }) => ({ words: note.document.getText(range), target: target?.toString(true) ?? '', tooltip })).filter(({ words }) => /daily|doe|references/.test(words));
      assert.deepEqual(own.map(({ words }) => words).sort(), ['@daily', 'references.json']);
      assert.match(own.find(({ words }) => words === '@daily')?.target ?? '', /^command:seedbed\.openInReader\?.*001_bcd046d04134275a/);
      assert.match(own.find(({ words }) => words === 'references.json')?.target ?? '', /w\/other\/references\.json$/);
    });
  });

  describe('as links of quoted words', () => {
    it('lead to the passage', async () => {
      const note = await openNote('w/other', '“其中6项研究成果源自北京”[@daily]|\n');
      const [link] = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', note.document.uri, 1);
      assert.match(link?.target?.toString(true) ?? '', /"start":\d+,"end":\d+/);
    });
  });

  describe('when their key is renamed', () => {
    const rename = async (document: vscode.TextDocument, mark: string, name: string): Promise<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, document.positionAt(document.getText().indexOf(mark) + 1), name);

    it('change with the entry, and nothing that means another one', async () => {
      const edit = await rename(await open('w/one.md'), '@doe2020', 'doe-2020a');
      assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
      await vscode.workspace.saveAll(false);
      assert.equal(await read('w/one.md'), '据[@doe-2020a]，又见[参 @paper, 第3段]。\n\n`[@doe2020]` mail@doe2020 \\@doe2020\n');
      assert.match(await read('w/deep/two.markdown'), /正文。\r\n@\{doe-2020a\}指出。/);
      assert.equal(await read('w/references.json'), list({ ...entry('doe2020'), id: 'doe-2020a' }, entry('paper', `../${PEOPLES_DAILY}`)));
      assert.match(await read('w/other/three.md'), /@doe2020/);
      assert.match(await read('w/named.md'), /@doe2020/);
    });
    it('keep it where the new one is taken, or no key that every program reads', async () => {
      const { document: note } = await openNote('w', '[@doe2020]|\n');
      for (const name of ['paper', '红楼', 'a b', 'a-']) assert.equal((await rename(note, '@doe2020', name)).size, 0, name);
    });
    it('change in every note that the editor takes for one, searched or not', async () => {
      await write('w/four.mkd', '[@doe2020]\n');
      await write('w/hidden/five.md', '[@doe2020]\n');
      const search = vscode.workspace.getConfiguration('search');
      await search.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Workspace);
      const edit = await rename(await open('w/four.mkd'), '@doe2020', 'doe2021');
      assert.deepEqual(edit.entries().map(([uri]) => uri.path.slice(uri.path.indexOf('/w/'))).filter(path => /four|five/.test(path)).sort(), ['/w/four.mkd', '/w/hidden/five.md']);
      await search.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
      await remove('w/four.mkd', 'w/hidden');
    });
    it('keep it where a note that has it cannot be read', async () => {
      await vscode.workspace.fs.writeFile(at('w/gbk.md'), Uint8Array.of(0xd6, 0xd0, ...new TextEncoder().encode('[@doe2020]\n')));
      assert.equal((await rename(await open('w/one.md'), '@doe2020', 'doe2021')).size, 0);
      await remove('w/gbk.md');
    });
    it('change in a .bib file with the entries that refer to it', async () => {
      await write('w/bib/books.bib', '@book{doe2020,\n  title = {T},\n}\n@inbook{part, crossref = {doe2020}}\n');
      await write('w/bib/note.md', '---\nbibliography: books.bib\n---\n\n[@doe2020; @part]\n');
      const edit = await rename(await open('w/bib/note.md'), '@doe2020', 'doe2021');
      assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
      await vscode.workspace.saveAll(false);
      await eventually('the saved file', () => read('w/bib/books.bib'), text => text === '@book{doe2021,\n  title = {T},\n}\n@inbook{part, crossref = {doe2021}}\n');
      assert.equal(await read('w/bib/note.md'), '---\nbibliography: books.bib\n---\n\n[@doe2021; @part]\n');
      await remove('w/bib');
    });
    it('keep it where the bibliography is broken', async () => {
      await write('w/references.json', `${list(entry('doe2020'))}x`);
      const { document: note } = await openNote('w', '[@doe2020]|\n');
      assert.equal((await rename(note, '@doe2020', 'doe2021')).size, 0);
    });
  });

  describe('of one source', () => {
    it('are listed in the view of references', async () => {
      await vscode.commands.executeCommand('seedbed.findCitingNotes', at(PEOPLES_DAILY));
      const view = vscode.extensions.getExtension<{ getInput(): { readonly title: string; resolve(): { readonly message: string } } | undefined }>('vscode.references-view');
      const input = await eventually('the list', () => view?.exports.getInput(), found => found !== undefined);
      assert.equal(input?.title, 'Citations of “北京不断强化科技创新策源功能”');
      assert.equal(input.resolve().message, '2 citations in 2 notes');
    });
  });
});
