import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeFile, type Change } from '../../src/host/changeFile';
import { at, closeEditors, read, write } from './noteFiles';

const NAME = 'shared.json';
const textOf = (content: Parameters<Change>[0]): string => (typeof content === 'object' ? new TextDecoder().decode(content) : content ?? '');
const behind = (document: vscode.TextDocument): vscode.Position => document.positionAt(document.getText().length);

/** Adds `mine`, and lets something else happen before it is written for the first time. */
function adding(meanwhile: () => PromiseLike<unknown>): Change {
  let isFirst = true;
  return async content => {
    if (isFirst) await meanwhile();
    isFirst = false;
    return `${textOf(content)} mine`;
  };
}

async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, behind(document), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('changing a file that others change too', () => {
  beforeEach(() => write(NAME, 'old'));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  it('keeps what another program wrote meanwhile', async () => {
    await changeFile(at(NAME), adding(() => write(NAME, 'old other')));
    assert.equal(await read(NAME), 'old other mine');
  });
  it('keeps what the writer typed meanwhile, in a buffer that was unsaved already', async () => {
    const document = await vscode.workspace.openTextDocument(at(NAME));
    await vscode.window.showTextDocument(document);
    await type(document, ' typed');
    await changeFile(at(NAME), adding(() => type(document, ' more')));
    assert.deepEqual([document.getText(), await read(NAME)], ['old typed more mine', 'old']);
  });
  it('goes into a buffer that the writer begins to type in meanwhile', async () => {
    const document = await vscode.workspace.openTextDocument(at(NAME));
    await vscode.window.showTextDocument(document);
    await changeFile(at(NAME), adding(() => type(document, ' typed')));
    assert.deepEqual([document.getText(), await read(NAME)], ['old typed mine', 'old']);
  });
  it('takes one change after the other', async () => {
    await Promise.all(['a', 'b', 'c'].map(name => changeFile(at(NAME), content => Promise.resolve(`${textOf(content)} ${name}`))));
    assert.equal(await read(NAME), 'old a b c');
  });
  it('writes nothing where a change fails, and goes on with the next', async () => {
    await assert.rejects(changeFile(at(NAME), () => Promise.reject(new Error('no'))), /no/);
    await changeFile(at(NAME), () => Promise.resolve(undefined));
    await changeFile(at(NAME), content => Promise.resolve(`${textOf(content)} next`));
    assert.equal(await read(NAME), 'old next');
  });
});
