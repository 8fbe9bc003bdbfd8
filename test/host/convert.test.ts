import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AmbiguityMarks } from '../../src/host/ambiguityMarks';
import { giveOwnWords } from '../../src/host/ownWords';
import { startLibrary } from '../../src/worker/client';
import type { LibraryPort } from '../../src/worker/port';
import { closeEditors, eventually, openNote, remove } from './noteFiles';

const messages = (uri: vscode.Uri): readonly string[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seedbed').map(({ message }) => message);
const places = (uri: vscode.Uri): readonly number[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seedbed').map(({ range }) => range.start.character);

describe('marks of ambiguous conversions', () => {
  let marks: AmbiguityMarks;
  beforeEach(() => { marks = new AmbiguityMarks(); });
  afterEach(async () => {
    marks.dispose();
    await closeEditors();
    await remove('notes');
  });
  const marked = async (): Promise<vscode.TextEditor> => {
    const editor = await openNote('notes', '|這個字是發，那個字是干。');
    marks.add(editor.document, [{ span: { start: 4, end: 5 }, choices: ['發', '髮'] }, { span: { start: 10, end: 11 }, choices: ['干', '乾', '幹'] }, { span: { start: 0, end: 1 }, choices: ['后', '後'] }]);
    return editor;
  };

  it('say which other characters could stand there, and pass over places that hold something else', async () => {
    const { document } = await marked();
    assert.deepEqual(messages(document.uri), ['“發” could also be “髮” here.', '“干” could also be “乾” or “幹” here.']);
  });

  it('follow the text, and go where it is edited or closed', async () => {
    const editor = await marked();
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '看，'));
    assert.deepEqual(places(editor.document.uri), [6, 12]);
    await editor.edit(edit => edit.replace(new vscode.Range(0, 6, 0, 7), '髮'));
    assert.deepEqual(places(editor.document.uri), [12]);
    marks.remove(editor.document);
    assert.deepEqual(messages(editor.document.uri), []);
  });
});

describe("the writer's own words", () => {
  let library: LibraryPort;
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('seedbed.script');
  const set = async (name: string, value: unknown): Promise<void> => {
    await settings().update(name, value, vscode.ConfigurationTarget.Global);
  };
  before(() => {
    const extension = vscode.extensions.getExtension('seedbed.seedbed');
    assert.ok(extension);
    library = startLibrary(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath);
  });
  after(async () => {
    library.dispose();
    await set('neverConvert', undefined);
    await set('ownPairs', undefined);
  });

  it('go from the settings into a conversion', async () => {
    await set('neverConvert', ['皇后镇']);
    await set('ownPairs', { 软件: '軟體' });
    await giveOwnWords(library);
    const made = await eventually('the conversion', () => library.convert('皇后镇的软件说明', 'hant'), ({ kind }) => kind === 'converted');
    assert.equal(made.kind === 'converted' && made.text, '皇后镇的軟體說明');
  });
});
