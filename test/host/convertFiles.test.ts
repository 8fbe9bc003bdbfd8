import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { convertFilesThemselves } from '../../src/host/commands/convertFiles';
import { CorrectionFiles } from '../../src/host/corrections/correctionFiles';
import { keepBoth, planCopies, writeCopy } from '../../src/host/files/copies';
import { Shelf } from '../../src/host/shelf';
import { startLibrary } from '../../src/worker/client';
import { at, closeEditors, exists, read, remove, write } from './noteFiles';

describe('converting several files', () => {
  let shelf: Shelf, corrections: CorrectionFiles;
  const files = ['notes/a.md', 'notes/deep/b.txt'].map(at);
  before(async () => {
    const extension = vscode.extensions.getExtension('seedbed.seedbed');
    assert.ok(extension);
    corrections = new CorrectionFiles();
    shelf = new Shelf(startLibrary(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath), corrections);
    await shelf.update();
  });
  beforeEach(async () => {
    await write('notes/a.md', '# 科技创新\n\n`创新` 是第一动力。\n');
    await write('notes/deep/b.txt', '长城脚下的湖畔。\n');
  });
  afterEach(async () => {
    await closeEditors();
    await remove('notes', 'copies');
  });
  after(() => {
    shelf.dispose();
    corrections.dispose();
  });

  it('writes copies with their folders, and leaves the files alone', async () => {
    for (const copy of await planCopies(files, at('copies'), shelf)) assert.equal((await writeCopy(copy, 'hant', shelf)).kind, 'converted');
    assert.equal(await read('copies/a.md'), '# 科技創新\n\n`创新` 是第一動力。\n');
    assert.equal(await read('copies/deep/b.txt'), '長城腳下的湖畔。\n');
    assert.equal(await read('notes/deep/b.txt'), '长城脚下的湖畔。\n');
  });

  it('knows which places are taken, and finds others', async () => {
    await write('copies/a.md', '甲\n');
    const copies = await planCopies(files, at('copies'), shelf);
    assert.deepEqual(copies.map(({ isTaken }) => isTaken), [true, false]);
    assert.deepEqual((await keepBoth(copies)).map(({ to }) => vscode.workspace.asRelativePath(to)), ['copies/a 2.md', 'copies/deep/b.txt']);
  });

  it('never puts a copy onto one of the files or onto a source', async () => {
    const [first] = await planCopies(files, at('notes'), shelf);
    assert.equal(vscode.workspace.asRelativePath(first?.to ?? ''), 'notes/a 2.md');
    const source = at('seeds/001_bcd046d04134275a.txt');
    const [copy] = await planCopies([source], at('seeds'), shelf);
    assert.equal(vscode.workspace.asRelativePath(copy?.to ?? ''), 'seeds/001_bcd046d04134275a 2.txt');
  });

  it('copies nothing that needs no conversion, and says why a file failed', async () => {
    await write('notes/a.md', '科技創新，長城腳下。\n');
    await write('notes/deep/b.txt', '');
    const [same, empty] = await planCopies(files, at('copies'), shelf);
    assert.ok(same && empty);
    assert.equal((await writeCopy(same, 'hant', shelf)).kind, 'unchanged');
    const failed = await writeCopy(empty, 'hant', shelf);
    assert.equal(failed.kind === 'failed' && failed.why, 'The file is empty.');
    assert.equal(await exists('copies/a.md'), false);
  });

  it('changes the files themselves in one edit', async () => {
    const outcomes = await convertFilesThemselves(files, 'hant', shelf);
    assert.deepEqual(outcomes.map(({ kind }) => kind), ['converted', 'converted']);
    const texts = await Promise.all(files.map(async file => (await vscode.workspace.openTextDocument(file)).getText()));
    assert.deepEqual(texts, ['# 科技創新\n\n`创新` 是第一動力。\n', '長城腳下的湖畔。\n']);
  });
});
