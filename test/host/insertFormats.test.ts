import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, exists, openNote, remove } from './noteFiles';
import { registerQuoting, type Quoting } from './quoting';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const DAMAGED = 'seeds/004_f2c62bcefd194340.txt';

const cite = (path: string): Thenable<unknown> => vscode.commands.executeCommand('seedbed.insertCitation', at(path));
const undo = (): Thenable<unknown> => vscode.commands.executeCommand('undo');
const textOf = ({ document }: vscode.TextEditor): string => document.getText().replace(/\r\n/g, '\n');
const set = (name: string, value: unknown): Thenable<void> => vscode.workspace.getConfiguration('seedbed').update(name, value, vscode.ConfigurationTarget.Global);

describe('how a citation is written', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  after(() => vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global));
  afterEach(async () => {
    await set('citation.format', undefined);
    await closeEditors();
    await remove('notes', 'references.json');
  });

  it('is a footnote that joins those of the note, in one step of undo', async () => {
    await set('citation.format', 'footnote');
    const before = '据报道|。又[^1]。\n\n[^1]: 一\n';
    const editor = await openNote('notes', before);
    await cite(PEOPLES_DAILY);
    assert.match(textOf(editor), /^据报道\[\^2\]。又\[\^1\]。\n\n\[\^1\]: 一\n\[\^2\]: .*北京不断强化科技创新策源功能\[N\]\. 人民日报, 2025-06-04\..*\n$/);
    assert.equal(editor.selection.active.character, '据报道[^2]'.length);
    await undo();
    assert.equal(textOf(editor), before.replace('|', ''));
  });

  it('is a footnote at the very end of a note, and the cursor stays before its text', async () => {
    await set('citation.format', 'footnote');
    const editor = await openNote('notes', '甲|');
    await cite(PEOPLES_DAILY);
    assert.match(textOf(editor), /^甲\[\^1\]\n\n\[\^1\]: .*\n$/);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [0, '甲[^1]'.length]);
  });

  it('is publisher and date in the text', async () => {
    await set('citation.format', 'inline');
    const editor = await openNote('notes', '据报道|。\n');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '据报道（人民日报，2025-06-04）。\n');
  });

  it('is a link to the file, from the folder of the note, where the page tells no address', async () => {
    await set('citation.format', 'link');
    const editor = await openNote('notes', '见|。\n');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), `见[北京不断强化科技创新策源功能](../${PEOPLES_DAILY})。\n`);
  });

  it('needs no entry in the bibliography, unless it is a key', async () => {
    for (const format of ['footnote', 'inline', 'link']) {
      await set('citation.format', format);
      await openNote('notes', '甲|\n');
      await cite(PEOPLES_DAILY);
      assert.equal(await exists('references.json'), false, format);
    }
  });

  it('stays out of a citation that the cursor stands in', async () => {
    await set('citation.format', 'inline');
    const editor = await openNote('notes', '甲[@ot|her]乙\n');
    await cite(PEOPLES_DAILY);
    assert.equal(textOf(editor), '甲[@other]（人民日报，2025-06-04）乙\n');
  });

  it('is asked for each time, and nothing is written when the question is left', async () => {
    const editor = await openNote('notes', '甲|\n');
    const asked = vscode.commands.executeCommand('seedbed.insertCitationAs', at(PEOPLES_DAILY));
    await new Promise(resolve => setTimeout(resolve, 1_000));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(textOf(editor), '甲\n');
    const again = vscode.commands.executeCommand('seedbed.insertCitationAs', at(PEOPLES_DAILY));
    await new Promise(resolve => setTimeout(resolve, 1_000));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await again;
    assert.equal(textOf(editor), '甲（人民日报，2025-06-04）\n');
  });
});

describe('how a quotation is written', () => {
  let quoting: Quoting;
  before(async () => { quoting = await registerQuoting(); });
  after(() => { quoting.dispose(); });
  afterEach(async () => {
    await set('quote.script', undefined);
    await set('quote.locator', undefined);
    await closeEditors();
    await remove('notes', 'references.json');
  });

  it('keeps the number of its paragraph, in the words of the note', async () => {
    const chinese = await openNote('notes', '据报道：\n\n|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(chinese), /\[@rmrb20250604，第1段\]\n/);
    const english = await openNote('notes', 'As was reported:\n\n|');
    await quoting.insert(at(PEOPLES_DAILY), 2);
    assert.match(textOf(english), /\[@rmrb20250604, paras\. 1–2\]\n/);
  });

  it('follows its source in a note that has no words yet', async () => {
    const editor = await openNote('notes', '|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /，第1段\]/);
  });

  it('has no locator if none is wanted', async () => {
    await set('quote.locator', 'none');
    const editor = await openNote('notes', '据报道：\n\n|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /\[@rmrb20250604\]\n/);
  });

  it('takes the script of the note if asked, and only then', async () => {
    const shown = await openNote('notes', '這是用臺灣的正體中文寫的筆記，記錄軟體與網路的發展。\n\n|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(shown), /北京国际科技创新中心建设捷报频传/);
    await set('quote.script', 'note');
    const editor = await openNote('notes', '這是用臺灣的正體中文寫的筆記，記錄軟體與網路的發展。\n\n|');
    await quoting.insert(at(PEOPLES_DAILY), 1);
    assert.match(textOf(editor), /北京國際科技創新中心建設捷報頻傳.*\[@rmrb20250604，第1段\]/);
  });

  it('takes the script of a simplified note from a traditional source', async () => {
    await set('quote.script', 'note');
    const editor = await openNote('notes', '这是用简体字写的笔记，记录软件与网络的发展。\n\n|');
    await quoting.insert(at(DAMAGED), 1);
    assert.doesNotMatch(textOf(editor), /[這個國發實]/);
    await undo();
    assert.equal(textOf(editor), '这是用简体字写的笔记，记录软件与网络的发展。\n\n');
  });
});
