import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { encode } from '../unit/encode';
import { proposedText, propose, repairScheme, suspectsOf, type Proposal } from '../../src/host/repair/proposal';
import { RepairViews } from '../../src/host/repair/repairViews';
import { isMisread } from '../../src/host/repair/misread';
import { startLibrary } from '../../src/worker/client';
import type { LibraryPort } from '../../src/worker/port';
import { at, closeEditors, eventually, openNote, remove } from './noteFiles';

const glosses = '這個國(guó)家的發(fā)展,離不開學(xué)習(xí)與創(chuàng)新。';
const withoutGlosses = '這個國家的發展,離不開學習與創新。';
const shifted = `顛覆性技術?${new TextDecoder('gbk').decode(encode('。粵港澳大灣區', 'gbk').subarray(1))}應用場景豐富。`;
const spam = '亚洲无码一区二区三区国产精品久久';
const note = `${glosses}\n\n${shifted}\n\n我們\u200b都知道。\n\n${spam}\n`;

describe('repairing a text', () => {
  let library: LibraryPort;
  let views: RepairViews;
  before(() => {
    const extension = vscode.extensions.getExtension('seedbed.seedbed');
    assert.ok(extension);
    library = startLibrary(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath);
  });
  afterEach(async () => {
    await closeEditors();
    await remove('notes');
  });
  after(() => library.dispose());

  /** A proposal with every kind chosen. */
  const proposed = async (document: vscode.TextDocument, parts?: Proposal['parts']): Promise<Proposal> => {
    const proposal = await propose(document, parts, library);
    return { ...proposal, kinds: new Set(proposal.damage.repairs.map(({ kind }) => kind)) };
  };

  it('finds the damage of a note and says which characters are guessed', async () => {
    const { document } = await openNote('notes', note);
    const proposal = await proposed(document);
    assert.deepEqual([...proposal.kinds].sort(), ['invisible', 'pinyinGloss', 'punctuation', 'shiftedBytes', 'spamLine']);
    const text = proposedText(proposal);
    assert.equal(text, `${withoutGlosses.replace(',', '，')}\n\n顛覆性技術。粵港澳大灣區應用場景豐富。\n\n我們都知道。\n\n`);
    assert.deepEqual(suspectsOf(proposal).guesses.map(({ span }) => text.slice(span.start, span.end)), ['。']);
  });

  it('keeps the line ends of a text, and repairs only what is selected', async () => {
    const { document } = await openNote('notes', `${glosses}\r\n${glosses}\r\n`);
    const start = glosses.length + 2;
    assert.equal(proposedText(await proposed(document, [{ start, end: start + glosses.length }])), `${glosses}\r\n${withoutGlosses.replace(',', '，')}\r\n`);
  });

  it('repairs a selected passage among text of the same characters that is whole', async () => {
    const whole = `${withoutGlosses}\n`.repeat(5);
    const { document } = await openNote('notes', `${whole}${glosses}\n`);
    assert.equal(proposedText(await proposed(document, [{ start: whole.length, end: whole.length + glosses.length }])), `${whole}${withoutGlosses.replace(',', '，')}\n`);
  });

  describe('beside its document', () => {
    beforeEach(() => { views = new RepairViews(library); });
    afterEach(() => views.dispose());
    const shownText = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

    it('shows the repaired text, and forgets it with its diff', async () => {
      const { document } = await openNote('notes', note);
      const proposal = await proposed(document);
      await views.show(proposal);
      assert.equal(await shownText(proposal.shownAt), proposedText(proposal));
      assert.equal(views.find(undefined)?.document, document);
      await views.close(proposal);
      await eventually('the proposal to be forgotten', () => views.find(proposal.shownAt), found => found === undefined);
    });

    it('follows the document while it is written in, and what is selected in it', async () => {
      const { document } = await openNote('notes', `${glosses}\n${glosses}\n`);
      const start = glosses.length + 1;
      const proposal = await proposed(document, [{ start, end: start + glosses.length }]);
      await views.show(proposal);
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, new vscode.Position(0, 0), '前言\n');
      await vscode.workspace.applyEdit(change);
      await eventually('the repairs of the new text', () => shownText(proposal.shownAt), text => text === `前言\n${glosses}\n${withoutGlosses.replace(',', '，')}\n`);
      assert.equal(views.find(proposal.shownAt)?.version, document.version);
    });

    it('opens a document that cannot be changed as one to copy from', async () => {
      const provider = vscode.workspace.registerTextDocumentContentProvider('repair-test', { provideTextDocumentContent: () => note });
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`repair-test:/${randomUUID()}.md`));
      assert.equal((await propose(document, undefined, library)).shownAt.authority, 'copy');
      const draft = await vscode.workspace.openTextDocument({ content: note });
      assert.equal((await propose(draft, undefined, library)).shownAt.authority, 'apply');
      provider.dispose();
    });
  });

  describe('by way of the commands', () => {
    before(() => vscode.extensions.getExtension('seedbed.seedbed')?.activate());
    const mended = `${withoutGlosses}\n\n顛覆性技術。粵港澳大灣區應用場景豐富。\n\n我們都知道。\n\n${spam}\n`;

    /** Takes the kinds that are ticked. */
    async function acceptKinds(): Promise<void> {
      let isDone = true, run: Thenable<unknown> = Promise.resolve();
      // The list of kinds takes a moment to come: accepting before it is there does nothing, and while it is drawn leaves it.
      await eventually('the diff', async () => {
        if (isDone) {
          isDone = false;
          run = vscode.commands.executeCommand('seedbed.repairText').then(() => { isDone = true; });
        }
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      }, input => input instanceof vscode.TabInputTextDiff && input.modified.scheme === repairScheme);
      await run;
    }

    it('is one step of undo, and keeps cursors where they are in the text', async () => {
      const { document } = await openNote('notes', `${note.replace('都知道', '都|知道')}`);
      await acceptKinds();
      await vscode.commands.executeCommand('seedbed.applyRepairs');
      assert.equal(document.getText(), mended);
      assert.equal(document.offsetAt(vscode.window.activeTextEditor?.selection.active ?? new vscode.Position(0, 0)), mended.indexOf('知道'));
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), note);
    });

    it('looks again where the text has changed meanwhile, and changes nothing before it is seen', async () => {
      const { document } = await openNote('notes', note);
      await acceptKinds();
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, new vscode.Position(0, 0), '前言\n\n');
      await vscode.workspace.applyEdit(change);
      await vscode.commands.executeCommand('seedbed.applyRepairs');
      assert.equal(document.getText(), `前言\n\n${note}`);
      await vscode.commands.executeCommand('seedbed.applyRepairs');
      assert.equal(document.getText(), `前言\n\n${mended}`);
    });

    it('leaves the text alone when the repairs are discarded, or opened as a new document', async () => {
      const { document } = await openNote('notes', note);
      await acceptKinds();
      await vscode.commands.executeCommand('seedbed.discardRepairs');
      await acceptKinds();
      await vscode.commands.executeCommand('seedbed.openRepaired');
      assert.equal(vscode.window.activeTextEditor?.document.getText(), mended);
      assert.equal(vscode.window.activeTextEditor.document.isUntitled, true);
      assert.equal(document.getText(), note);
    });
  });

  it('takes no file for damaged that the editor opened in the wrong encoding', async () => {
    const open = async (bytes: Uint8Array, encoding: string): Promise<vscode.TextDocument> => {
      const uri = at(`notes/${randomUUID()}.txt`);
      await vscode.workspace.fs.writeFile(uri, bytes);
      return vscode.workspace.openTextDocument(uri, { encoding });
    };
    assert.equal(await isMisread(await open(encode('這個國家的發展，離不開學習。', 'gbk'), 'utf8')), true);
    assert.equal(await isMisread(await open(new TextEncoder().encode('這個國家的發展，離不開學習。'), 'gbk')), true);
    assert.equal(await isMisread(await open(new TextEncoder().encode('這個\uFFFD家的發展，離不開學習。'), 'utf8')), false);
    assert.equal(await isMisread(await open(encode('這個國家的發展，離不開學習。', 'gbk'), 'gbk')), false);
  });
});
