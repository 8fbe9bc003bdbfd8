import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { citingPlaces } from './citingPlaces';
import { at, closeEditors, eventually, read, remove, write } from './noteFiles';

const books = `@book{yan2019,
  author = {燕南},
  title  = {江边的书},
  date   = {2019},
}

% yan2019 as it was first entered
@incollection{yan2019b,
  title    = {序},
  crossref = {yan2019},
}
`;
const matter = (name: string): string => `---\nbibliography: ${name}\n---\n\n`;
const one = `${matter('books.bib')}据[@yan2019]，又见[@yan2019b, 第3段]。\n`;
const two = `${matter('../books.bib')}@{yan2019}指出。\n`;
const other = '[@yan2019] of another bibliography\n';

const open = async (path: string): Promise<vscode.TextDocument> => vscode.workspace.openTextDocument(at(path));
const placeOf = (document: vscode.TextDocument, mark: string): vscode.Position => document.positionAt(document.getText().indexOf(mark) + 1);

async function references(path: string, mark: string): Promise<readonly string[]> {
  const document = await open(path);
  return citingPlaces(document, placeOf(document, mark));
}

describe('citations of entries in a .bib file', () => {
  beforeEach(async () => {
    await write('b/books.bib', books);
    await write('b/one.md', one);
    await write('b/deep/two.md', two);
    await write('b/other.md', other);
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
  });
  afterEach(async () => {
    await closeEditors();
    await remove('b');
  });

  const all = ['b/books.bib:1 yan2019', 'b/deep/two.md:5 @{yan2019}', 'b/one.md:5 @yan2019'];
  it('are found from a note that names the file', async () => {
    assert.deepEqual(await references('b/one.md', '@yan2019'), all);
  });
  it('are found from the entry in the file', async () => {
    assert.deepEqual(await references('b/books.bib', 'yan2019'), all);
  });
  it('are renamed with the entry and what refers to it, and nothing else', async () => {
    const note = await open('b/one.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', note.uri, placeOf(note, '@yan2019'), 'yan2020');
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    await vscode.workspace.saveAll(false);
    const renamed = books.replace('@book{yan2019', '@book{yan2020').replace('{yan2019}', '{yan2020}');
    assert.equal(await eventually('the saved file', () => read('b/books.bib'), text => text === renamed), renamed);
    assert.equal(await read('b/one.md'), one.replace('[@yan2019]', '[@yan2020]'));
    assert.equal(await read('b/deep/two.md'), two.replace('@{yan2019}', '@{yan2020}'));
    assert.equal(await read('b/other.md'), other);
  });
});

describe('citations in 5,000 notes', () => {
  const COUNT = 5_000;
  before(async () => {
    mkdirSync(at('many/a').fsPath, { recursive: true });
    const filler = '据报道，江边的剧场今年重新开门，记者在现场看到，来的人比往年多。\n\n'.repeat(20);
    for (let number = 0; number < COUNT; number++) writeFileSync(at(`many/a/${number}.md`).fsPath, `# ${number}\n\n${filler}${number % 50 === 0 ? '[@yan2019]' : `[@k${number}]`}\n`);
    await write('many/references.json', JSON.stringify([{ id: 'yan2019', type: 'book', title: '江边的书' }]));
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
  });
  after(async () => {
    await closeEditors();
    await remove('many');
  });

  it('are all found', async function () {
    const { uri } = await open('many/a/0.md'), position = new vscode.Position(42, 3);
    const find = (): Thenable<vscode.Location[]> => vscode.commands.executeCommand('vscode.executeReferenceProvider', uri, position);
    const start = performance.now(), found = (await find()).length, again = performance.now();
    assert.equal((await find()).length, found);
    if (this.test) this.test.title += ` (in ${Math.round(again - start)} ms, the second time in ${Math.round(performance.now() - again)} ms)`;
    assert.equal(found, COUNT / 50 + 1);
  });
});
