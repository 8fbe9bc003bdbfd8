import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, exists, openNote, read, remove, write } from './noteFiles';

const BOOK = { id: 'smith2020', type: 'book', title: 'A History of Paper', author: [{ family: 'Smith', given: 'Jane' }], issued: { 'date-parts': [[2020]] } };

/** What is offered at the cursor. */
async function offered(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, editor.selection.active, '@', 5);
  return list.items.filter(item => item.detail?.startsWith('@'));
}

const labels = (items: readonly vscode.CompletionItem[]): readonly string[] => items.map(({ label }) => (typeof label === 'string' ? label : `${label.label} | ${label.description ?? ''}`));

/** The note once the first row was chosen. */
async function chosen(editor: vscode.TextEditor): Promise<string> {
  const [item] = await offered(editor);
  assert.ok(item?.range instanceof vscode.Range, 'something is offered');
  const { range, insertText, command } = item;
  await editor.edit(edit => edit.replace(range, insertText as string));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
  return editor.document.getText();
}

describe('completing a citation in a note', () => {
  before(() => vscode.extensions.getExtension('seedbed.seedbed')?.activate());
  afterEach(async () => {
    await closeEditors();
    await remove('notes', 'deep', 'references.json', 'own');
  });

  it('offers sources behind a Chinese character, with title, publisher and date', async () => {
    const editor = await openNote('notes', '据报道@|。\n');
    assert.ok(labels(await offered(editor)).includes('北京不断强化科技创新策源功能 | 人民日报 · 2025-06-04'), labels(await offered(editor)).join('\n'));
  });
  it('finds a title in the other script, its initials in pinyin, a date, a key', async () => {
    for (const typed of ['科技創新策源', 'kjcxcy', '2025-06-04', 'rmrb']) {
      const editor = await openNote('notes', `据报道@${typed}|。\n`);
      assert.equal(labels(await offered(editor))[0], '北京不断强化科技创新策源功能 | 人民日报 · 2025-06-04', typed);
      await closeEditors();
    }
  });
  it('writes the key in brackets and the entry into the bibliography', async () => {
    const editor = await openNote('notes', '据报道@rmrb|。\n');
    assert.match(await chosen(editor), /据报道\[@rmrb20250604\]。\n$/);
    const items = JSON.parse(await read('references.json')) as { readonly id: string }[];
    assert.deepEqual(items.map(({ id }) => id), ['rmrb20250604']);
  });
  it('goes on in the brackets of a citation', async () => {
    await write('references.json', JSON.stringify([BOOK]));
    const editor = await openNote('notes', '[@a；@paper|]\n');
    assert.equal(await chosen(editor), '[@a; @smith2020]\n');
  });
  it('offers the entries of the bibliography that the note names, in its folder', async () => {
    await write('own/list.json', JSON.stringify([BOOK]));
    const editor = await openNote('deep', '---\nbibliography: ../own/list.json\n---\n\n@hist|\n');
    assert.deepEqual(labels(await offered(editor)), ['A History of Paper | Smith · 2020']);
  });
  it('offers the entries of a .bib file, and writes a new one into it', async () => {
    const book = '@book{cai105, author = {蔡倫}, title = {紙的歷史}, date = {0105}}\n';
    await write('own/books.bib', book);
    const note = '---\nbibliography: ../own/books.bib\n---\n\n';
    const editor = await openNote('deep', `${note}@纸的|\n`);
    assert.deepEqual(labels(await offered(editor)), ['紙的歷史 | 蔡倫 · 0105']);
    await closeEditors();
    assert.equal(await chosen(await openNote('deep', `${note}@rmrb|\n`)), `${note}[@rmrb20250604]\n`);
    const bib = await read('own/books.bib');
    assert.ok(bib.startsWith(`${book}\n@article{rmrb20250604,\n`), bib);
    assert.match(bib, /x-seedbed = \{\.\.\/seeds\//);
    assert.equal(await exists('references.json'), false);
  });
  it('offers entries to a note that was never saved', async () => {
    await write('references.json', JSON.stringify([BOOK]));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: '@smith' }));
    editor.selection = new vscode.Selection(0, 6, 0, 6);
    assert.deepEqual(labels(await offered(editor)), ['A History of Paper | Smith · 2020']);
  });
  it('offers what was added to the bibliography a moment ago, in the file and in its buffer', async () => {
    await write('references.json', '[]');
    const editor = await openNote('notes', '@hist|\n');
    assert.deepEqual(await offered(editor), []);
    await write('references.json', JSON.stringify([BOOK]));
    assert.equal((await offered(editor)).length, 1);
    const buffer = await vscode.workspace.openTextDocument(at('references.json'));
    // The editor refuses an edit of a text that it reads from the disk again just then.
    await eventually('the edit', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(buffer.uri, new vscode.Range(0, 0, 9, 0), JSON.stringify([{ ...BOOK, id: 'other', title: 'Another History' }]));
      return await vscode.workspace.applyEdit(edit);
    }, Boolean);
    await eventually('the buffer to be unsaved', () => buffer.isDirty, Boolean);
    assert.deepEqual(labels(await offered(editor)), ['Another History | Smith · 2020']);
    await buffer.save();
  });
  it('loses the broken entry of a bibliography alone', async () => {
    await write('references.json', '[{ "id": "broken", "title": }, ' + JSON.stringify(BOOK) + ']');
    const editor = await openNote('notes', '@hist|\n');
    assert.deepEqual(labels(await offered(editor)), ['A History of Paper | Smith · 2020']);
  });
  it('offers nothing in code, in an e-mail address, behind a backslash, in a link and in front matter', async () => {
    for (const note of ['`@|`\n', '```\n@|\n```\n', 'name@|\n', '\\@|\n', '[a](https://x.example/@|)\n', '---\ntitle: "@|"\n---\n']) {
      const editor = await openNote('notes', note);
      assert.deepEqual(labels(await offered(editor)), [], note);
      await closeEditors();
    }
  });
  it('shows the reference and the beginning of the text in its preview', async () => {
    const editor = await openNote('notes', '据报道@rmrb|。\n');
    const shown = (await offered(editor))[0]?.documentation;
    assert.ok(shown instanceof vscode.MarkdownString);
    assert.match(shown.value, /北京国际科技创新中心建设捷报频传/);
    assert.doesNotMatch(shown.value, /点击右上角/);
  });
});
