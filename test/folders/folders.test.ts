import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually } from '../host/noteFiles';

const PAPER = 'seeds/001_bcd046d04134275a.txt';
const TV = 'seeds/000_66590499738ca114.txt';

const entriesOf = { north: [{ id: 'shared', type: 'book', title: 'A Northern History' }, { id: 'north', type: 'book', title: 'History of Ice' }], south: [{ id: 'shared', type: 'book', title: 'A Southern History' }] } as const;
type Folder = keyof typeof entriesOf;

function at(folder: Folder, path: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert.ok(found, `the workspace has a folder ${folder}`);
  return vscode.Uri.joinPath(found.uri, path);
}

const write = (folder: Folder, path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(folder, path), new TextEncoder().encode(text));
const read = async (folder: Folder, path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(folder, path)));
const idsIn = async (folder: Folder): Promise<readonly string[]> => (JSON.parse(await read(folder, 'references.json')) as readonly { readonly id: string }[]).map(({ id }) => id);

async function show(document: vscode.TextDocument, marked: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document), position = document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** Opens a note in a subfolder, under a name of its own, with the cursor where its text has `|`. */
async function openNote(folder: Folder, marked: string): Promise<vscode.TextEditor> {
  const path = `notes/deep/${crypto.randomUUID()}.md`;
  await write(folder, path, marked.replace('|', ''));
  return show(await vscode.workspace.openTextDocument(at(folder, path)), marked);
}

const openUntitled = async (marked: string): Promise<vscode.TextEditor> =>
  show(await vscode.workspace.openTextDocument({ language: 'markdown', content: marked.replace('|', '') }), marked);

async function offered({ document, selection }: vscode.TextEditor): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active, '@', 5);
  return list.items.filter(item => item.detail?.startsWith('@')).map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hovered({ document, selection }: vscode.TextEditor): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.active);
  return hovers.flatMap(({ contents }) => contents).map(each => (typeof each === 'string' ? each : each.value)).join('\n');
}

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
const unknown = ({ document }: vscode.TextEditor): readonly string[] =>
  vscode.languages.getDiagnostics(document.uri).filter(each => codeOf(each) === 'citation-unknown').map(({ range }) => document.getText(range));

describe('in a workspace of two folders', () => {
  before(() => vscode.extensions.getExtension('seedbed.seedbed')?.activate());
  beforeEach(async () => {
    for (const folder of ['north', 'south'] as const) await write(folder, 'references.json', JSON.stringify(entriesOf[folder]));
  });
  afterEach(async () => {
    await closeEditors();
    for (const folder of ['north', 'south'] as const) await vscode.workspace.fs.delete(at(folder, 'notes'), { recursive: true }).then(undefined, () => undefined);
  });

  it('a key means the entry of the folder that the note is in', async () => {
    assert.match(await hovered(await openNote('north', 'As [@sha|red].\n')), /A Northern History/);
    assert.match(await hovered(await openNote('south', 'As [@sha|red].\n')), /A Southern History/);
  });
  it('completion offers the entries of that folder', async () => {
    assert.deepEqual([...await offered(await openNote('north', '@hist|\n'))].sort(), ['A Northern History', 'History of Ice']);
    assert.deepEqual(await offered(await openNote('south', '@hist|\n')), ['A Southern History']);
  });
  // Two sources that read alike have keys with letters.
  it('a source is entered in the bibliography of the folder that the note is in, by its path from there', async () => {
    for (const source of [at('south', TV), at('north', PAPER)]) {
      await openNote('south', '见|。\n');
      await vscode.commands.executeCommand('seedbed.insertCitation', source);
    }
    assert.deepEqual(await idsIn('south'), ['shared', 'ysw20250331a', 'rmrb20250604']);
    assert.deepEqual(await idsIn('north'), ['shared', 'north']);
    const paths = [...(await read('south', 'references.json')).matchAll(/"path": ?"([^"]*)"/g)].map(([, path]) => path);
    assert.deepEqual(paths, [TV, `../north/${PAPER}`]);
    assert.match(await hovered(await openNote('south', '[@rmrb20|250604]\n')), /北京不断强化科技创新策源功能/);
  });
  it('a key of the other folder is unknown, and told so', async () => {
    const inNorth = await openNote('north', '[@north|] and [@nobody2020].\n');
    await eventually('the unknown key', () => unknown(inNorth), found => found.join() === '@nobody2020');
    const inSouth = await openNote('south', '[@north|] and [@shared].\n');
    await eventually('the key of the other folder', () => unknown(inSouth), found => found.join() === '@north');
  });
  it('citations of a source are found in both, whatever the bibliography', async () => {
    for (const folder of ['north', 'south'] as const) {
      await openNote(folder, '见|。\n');
      await vscode.commands.executeCommand('seedbed.insertCitation', at('north', PAPER));
      await vscode.workspace.saveAll(false);
    }
    const { document, selection } = await openNote('north', '[@rmrb20|250604]\n');
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, selection.active);
    const files = new Set(found.map(({ uri }) => vscode.workspace.asRelativePath(uri).replace(/deep\/.*/, 'deep')));
    assert.deepEqual([...files].sort(), ['north/notes/deep', 'north/references.json', 'south/notes/deep', 'south/references.json']);
  });
  it('a note that was never saved belongs to the first folder', async () => {
    assert.match(await hovered(await openUntitled('[@sha|red]\n')), /A Northern History/);
    await openUntitled('见|。\n');
    await vscode.commands.executeCommand('seedbed.insertCitation', at('south', TV));
    assert.deepEqual(await idsIn('north'), ['shared', 'north', 'ysw20250331a']);
    assert.deepEqual(await idsIn('south'), ['shared']);
  });
});
