import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Correction, Corrections } from '../../src/core/corrections/corrections';
import { CorrectionFiles, fileOf, folderFor, pathIn } from '../../src/host/corrections/correctionFiles';
import { UserError } from '../../src/host/runCommand';
import { at, closeEditors, eventually, exists, read, remove, write } from './noteFiles';

const kept = '.seedbed/corrections.json';
const source = { path: 'seeds/page.txt', hash: 'a1' };
const title = (value: string): Extract<Correction, { kind: 'detail' }> => ({ kind: 'detail', source, name: 'title', value });

describe('the files of corrections', () => {
  let files: CorrectionFiles;
  const folder = (): vscode.WorkspaceFolder => folderFor(at('seeds/page.txt'));
  const titleIn = (corrections: Corrections): string | undefined => corrections.sources.get(source.path)?.details.title;
  beforeEach(async () => {
    await remove('.seedbed');
    files = new CorrectionFiles();
  });
  afterEach(async () => {
    files.dispose();
    await closeEditors();
    await remove('.seedbed');
  });

  it('stand in the folder of the source, and name it from there', () => {
    assert.equal(fileOf(folder()).toString(), at(kept).toString());
    assert.equal(pathIn(folder(), at('seeds/页面 1.txt')), 'seeds/页面 1.txt');
  });
  it('do not come about before there is something to keep', async () => {
    assert.equal((await files.all()).sources.size, 0);
    assert.equal(await exists('.seedbed'), false);
  });
  it('are written whole, one change after another, and tell of each', async () => {
    let told = 0;
    const listening = files.onDidChange(() => { told++; });
    await Promise.all([files.change(folder(), [title('一')]), files.change(folder(), [{ ...title('二'), name: 'publisher' }])]);
    listening.dispose();
    assert.deepEqual((await files.all()).sources.get(source.path)?.details, { title: '一', publisher: '二' });
    assert.ok(told >= 2);
    const names = await vscode.workspace.fs.readDirectory(at('.seedbed'));
    assert.deepEqual(names.map(([name]) => name), ['corrections.json']);
  });
  it('take back the last change, or the one that is meant, and nothing twice', async () => {
    const first = await files.change(folder(), [title('一')]);
    await files.change(folder(), [{ ...title('二'), name: 'site' }]);
    await files.undo(first);
    assert.deepEqual((await files.all()).sources.get(source.path)?.details, { site: '二' });
    assert.equal(await files.undo(first), undefined);
    await files.undo();
    assert.equal((await files.all()).sources.size, 0);
    assert.equal(await files.undo(), undefined);
  });
  it('are heard of when they are written by another hand', async () => {
    let told = 0;
    const listening = files.onDidChange(() => { told++; });
    await write(kept, JSON.stringify({ sources: { 'seeds/page.txt': { details: { title: '手写' } } } }));
    await eventually('the change', () => told, count => count > 0);
    listening.dispose();
    assert.equal(titleIn(await files.all()), '手写');
  });
  it('are never written over when they cannot be read; what was read last holds on', async () => {
    await files.change(folder(), [title('一')]);
    await files.all();
    await write(kept, '{ "version": 1, ');
    assert.equal(titleIn(await files.all()), '一');
    await assert.rejects(files.change(folder(), [title('二')]), (error: unknown) => error instanceof UserError && /line 1, column \d+/.test(error.message) && error.actions.length === 1);
    assert.equal(await read(kept), '{ "version": 1, ');
  });
  it('are changed in the buffer where the writer is at work on them', async () => {
    await files.change(folder(), [title('一')]);
    const before = await read(kept);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(kept)));
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '  "note": "mine",\n'));
    await files.change(folder(), [title('二')]);
    assert.match(editor.document.getText(), /"title": "二"[^]*"note": "mine"/);
    assert.equal(await read(kept), before);
    assert.equal(titleIn(await files.all()), '二');
  });
  it('have no place for a source outside the open folders', () => {
    assert.throws(() => folderFor(vscode.Uri.file('/elsewhere/page.txt')), UserError);
  });
});
