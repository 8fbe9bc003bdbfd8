import assert from 'node:assert/strict';
import { chmod, lstat, stat, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, exists, openNote, read, remove, write } from './noteFiles';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const CCTV = 'seeds/000_66590499738ca114.txt';

interface Item { readonly id: string; readonly title?: string; readonly custom?: { readonly seedbed?: { readonly path: string; readonly hash: string } } }

const cite = (path: string): Thenable<unknown> => vscode.commands.executeCommand('seedbed.insertCitation', at(path));
const items = async (path: string): Promise<readonly Item[]> => JSON.parse(await read(path)) as Item[];
const textOf = (editor: vscode.TextEditor): string => editor.document.getText();

describe('inserting a citation', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  after(() => vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global));
  afterEach(async () => {
    await closeEditors();
    await remove('notes', 'deep', 'references.json', 'own', 'sources');
  });

  it('writes the key at the cursor and the entry to a new bibliography at the root of the folder', async () => {
    const editor = await openNote('notes', '据报道|。\n');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '据报道[@rmrb20250604]。\n');
    const [item, ...others] = await items('references.json');
    assert.deepEqual(others, []);
    assert.equal(item?.id, 'rmrb20250604');
    assert.equal(item.title, '北京不断强化科技创新策源功能');
    assert.equal(item.custom?.seedbed?.path, PEOPLES_DAILY);
    assert.match(item.custom.seedbed.hash, /^[0-9a-f]{64}$/);
  });

  it('stops at the locator, then behind the citation', async () => {
    const editor = await openNote('notes', '据报道|。\n');
    await cite(PEOPLES_DAILY);
    assert.equal(editor.selection.active.character, '据报道[@rmrb20250604'.length);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.selection.active.character, '据报道[@rmrb20250604]'.length);
  });

  it('adds a key to the citation that the cursor stands in', async () => {
    const editor = await openNote('notes', '据报道[@other|]。\n');
    await cite(CCTV);
    assert.equal(textOf(editor), '据报道[@other; @ysw20250331]。\n');
  });

  it('leaves a selection in place and cites behind it', async () => {
    const editor = await openNote('notes', '|据报道。\n');
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '据报道[@rmrb20250604]。\n');
  });

  it('uses the key of an entry that is there already', async () => {
    const editor = await openNote('notes', '甲|乙\n');
    await cite(PEOPLES_DAILY);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '甲[@rmrb20250604; @rmrb20250604]乙\n');
    assert.equal((await items('references.json')).length, 1);
  });

  it('keeps both entries of two citations made at once', async () => {
    await openNote('notes', '|\n');
    await Promise.all([cite(PEOPLES_DAILY), cite(CCTV)]);
    assert.deepEqual((await items('references.json')).map(item => item.id).sort(), ['rmrb20250604', 'ysw20250331']);
  });

  it('keeps every byte of entries that others wrote', async () => {
    const foreign = '[\n\t{"id":"doe2020" , "type":"book",\n\t "note":"kept \\u4e2d"}\n]\n';
    await write('references.json', foreign);
    await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    const text = await read('references.json');
    assert.ok(text.startsWith(foreign.slice(0, foreign.indexOf('\n]'))), text);
    assert.deepEqual((await items('references.json')).map(item => item.id), ['doe2020', 'rmrb20250604']);
  });

  it('gives a free key where another entry has the name', async () => {
    await write('references.json', '[{ "id": "rmrb20250604", "type": "book" }]');
    const editor = await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '[@rmrb20250604a]\n');
  });

  it('writes to the bibliography that the note names, with the path of the source from there', async () => {
    await openNote('deep', '---\nbibliography: [books.bib, ../own/list.json]\n---\n\n甲|\n');
    await cite(PEOPLES_DAILY);
    const [item] = await items('own/list.json');
    assert.equal(item?.custom?.seedbed?.path, `../${PEOPLES_DAILY}`);
    assert.equal(await exists('references.json'), false);
  });

  it('writes to the nearest bibliography upward', async () => {
    await write('deep/references.json', '[]');
    await openNote('deep/er', '|\n');
    await cite(PEOPLES_DAILY);
    assert.deepEqual((await items('deep/references.json')).map(item => item.id), ['rmrb20250604']);
    assert.equal(await exists('references.json'), false);
  });

  it('writes to the buffer of a bibliography with unsaved changes, and leaves the file alone', async () => {
    await write('references.json', '[]');
    const open = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('references.json')), vscode.ViewColumn.Two);
    await open.edit(edit => edit.replace(new vscode.Range(0, 0, 0, 2), '[{ "id": "mine", "type": "book" }]'));
    await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    assert.deepEqual((JSON.parse(open.document.getText()) as Item[]).map(item => item.id), ['mine', 'rmrb20250604']);
    assert.equal(await read('references.json'), '[]');
    assert.equal(open.document.isDirty, true);
  });

  it('never writes over a broken bibliography, and cites nothing', async () => {
    await write('references.json', '[{ "id": "half');
    const editor = await openNote('notes', '甲|\n');
    await cite(PEOPLES_DAILY);
    assert.equal(await read('references.json'), '[{ "id": "half');
    assert.equal(textOf(editor), '甲\n');
  });

  it('writes through a symbolic link and keeps the rights of the file', async () => {
    await write('own/list.json', '[]');
    await chmod(at('own/list.json').fsPath, 0o640);
    await symlink('own/list.json', at('references.json').fsPath);
    await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    assert.equal((await lstat(at('references.json').fsPath)).isSymbolicLink(), true);
    assert.equal((await items('own/list.json')).length, 1);
    assert.equal((await stat(at('own/list.json').fsPath)).mode & 0o777, 0o640);
  });

  it('leaves no other file behind', async () => {
    await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    await cite(CCTV);
    const names = (await vscode.workspace.fs.readDirectory(at(''))).map(([name]) => name).filter(name => name.includes('references'));
    assert.deepEqual(names, ['references.json']);
  });

  it('finds the key again after the file was renamed', async () => {
    await write('sources/first.txt', `${await read(PEOPLES_DAILY)}\n保存的另一份。\n`);
    const editor = await openNote('notes', '[@rmrb20250604a] |\n');
    await eventually('the new source', () => hoverText(editor), text => text.includes('first.txt'));
    await cite('sources/first.txt');
    await vscode.workspace.fs.rename(at('sources/first.txt'), at('sources/second.txt'));
    await eventually('the hover to find the renamed file', () => hoverText(editor), text => text.includes('second.txt'));
    await cite('sources/second.txt');
    assert.deepEqual((await items('references.json')).map(item => item.id), ['rmrb20250604a']);
  });
});

/** What the hover over the first citation says, with the addresses behind its links. */
async function hoverText({ document }: vscode.TextEditor): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3));
  return decodeURIComponent(hovers.flatMap(hover => hover.contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n'));
}
