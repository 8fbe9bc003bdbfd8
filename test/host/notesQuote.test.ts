import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { registerQuoting, type Quoting } from './quoting';
import { at, closeEditors, eventually, openNote, read, remove } from './noteFiles';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const FIRST = '北京国际科技创新中心建设捷报频传';

const textOf = ({ document }: vscode.TextEditor): string => document.getText().replace(/\r\n/g, '\n');

describe('inserting a quotation', () => {
  let quoting: Quoting;
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    quoting = await registerQuoting();
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  afterEach(async () => {
    await closeEditors();
    await remove('notes', 'references.json');
  });
  after(async () => {
    quoting.dispose();
    await vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  it('writes a blockquote that ends with its citation, and the entry', async () => {
    const editor = await openNote('notes', '甲\n\n|\n\n乙\n');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), new RegExp(`^甲\n\n> ${FIRST}.*\\[@rmrb20250604，第1段\\]\n\n乙\n$`));
    assert.match(await read('references.json'), /"id": "rmrb20250604"/);
  });

  it('keeps paragraphs apart inside one blockquote', async () => {
    const editor = await openNote('notes', '|');
    await quoting.insert(at(PEOPLES_DAILY), 2);
    const lines = textOf(editor).trimEnd().split('\n');
    assert.deepEqual(lines.map(line => line.slice(0, 2)), ['> ', '>', '> ']);
    assert.equal(lines.filter(line => line.includes('[@rmrb20250604，第1至2段]')).length, 1);
  });

  it('goes behind the paragraph the cursor stands in', async () => {
    const editor = await openNote('notes', '甲|甲\n甲\n\n乙\n');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /^甲甲\n甲\n\n> .*\]\n\n乙\n$/);
  });

  it('is one step of undo', async () => {
    const editor = await openNote('notes', '甲\n\n|\n');
    await quoting.insert(at(PEOPLES_DAILY), 2);
    await vscode.commands.executeCommand('undo');
    assert.equal(textOf(editor), '甲\n\n\n');
  });

  it('puts the next quotation below, with a blank line between', async () => {
    for (const note of ['甲|', '甲|\n\n乙\n']) {
      const editor = await openNote('notes', note);
      await quoting.insert(at(PEOPLES_DAILY), 1);
      await quoting.insert(at(PEOPLES_DAILY), 1);
      assert.match(textOf(editor), /^甲\n\n> .*\]\n\n> .*\]\n\n(?:乙\n)?$/);
      await closeEditors();
    }
  });

  it('leaves a blank line for what is typed next', async () => {
    const editor = await openNote('notes', '甲|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    await vscode.commands.executeCommand('type', { text: '此后' });
    assert.match(textOf(editor), /\]\n\n此后$/);
  });

  it('keeps the line ends of the note', async () => {
    const editor = await openNote('notes', '甲\r\n\r\n|');
    await quoting.insert(at(PEOPLES_DAILY), 2);
    assert.doesNotMatch(editor.document.getText(), /[^\r]\n/);
  });

  it('goes below the front matter of a note that was never worked in', async () => {
    const editor = await openNote('notes', '|---\ntitle: 甲\n---\n\n乙\n');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /^---\ntitle: 甲\n---\n\n乙\n\n> /);
  });

  it('goes into the note last worked in, and leaves the focus in the reader', async () => {
    const editor = await openNote('notes', '甲\n|');
    await vscode.commands.executeCommand('seedbed.openInReader', at(PEOPLES_DAILY));
    const isReader = (): boolean => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
    await eventually('the reader', isReader, shown => shown);
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /^甲\n\n> /);
    assert.equal(isReader(), true);
  });

  it('never takes a source for the note, Markdown though it be', async () => {
    const editor = await openNote('notes', '甲\n|');
    await vscode.workspace.fs.writeFile(at('seeds/saved.md'), new TextEncoder().encode('# 一页\n\n这是保存下来的一页文字。\n'));
    await eventually('the new source', () => quoting.knows(at('seeds/saved.md')), known => known);
    const source = await vscode.window.showTextDocument(at('seeds/saved.md'), { viewColumn: vscode.ViewColumn.Two });
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /^甲\n\n> /);
    assert.equal(source.document.isDirty, false);
    await remove('seeds/saved.md');
  });
});
