import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, openNote, read, remove, write } from './noteFiles';

const PAPER = 'seeds/001_bcd046d04134275a.txt', TV = 'seeds/000_66590499738ca114.txt';

const entries = [
  { id: 'hao2020', type: 'book', title: '桥史', author: [{ literal: '郝桥' }], publisher: '河海出版社', 'publisher-place': '江城', issued: { 'date-parts': [[2020]] }, language: 'zh-CN' },
  { id: 'an2019', type: 'article-journal', title: '河口泥沙', author: [{ literal: '安沙' }], 'container-title': '水利学刊', volume: '1', issue: '2', page: '3-4', issued: { 'date-parts': [[2019]] }, language: 'zh-CN' },
];
const BOOK = '郝桥. 桥史[M]. 江城: 河海出版社, 2020.', PIECE = '安沙. 河口泥沙[J]. 水利学刊, 2019, 1(2): 3-4.';

/** A style that writes the title and nothing else. */
const style = (title: string): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>${title}</title><id>x</id><updated>2025-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation><bibliography><sort><key variable="title"/></sort><layout><text variable="title" prefix="«" suffix="»"/></layout></bibliography></style>`;

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`seedbed.${command}`, ...args);
const textOf = ({ document }: vscode.TextEditor): string => document.getText().replace(/\r\n/g, '\n');
const set = (name: string, value: unknown): Thenable<void> => vscode.workspace.getConfiguration('seedbed').update(name, value, vscode.ConfigurationTarget.Global);
const listOf = (text: string): readonly string[] => (/<!-- seedbed:bibliography[^>]*-->([^]*?)<!-- \/seedbed:bibliography -->/.exec(text)?.[1] ?? '').split('\n').filter(line => line !== '');

describe('references in the style of a note', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  after(() => vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global));
  beforeEach(() => write('r/references.json', `${JSON.stringify(entries, null, 2)}\n`));
  afterEach(async () => {
    await set('references.style', undefined);
    await set('references.script', undefined);
    await closeEditors();
    await remove('r');
  });

  it('stand at the cursor between two markers, in the order of the citations, and one undo takes them back', async () => {
    const before = '先[@an2019]，后[@hao2020]。\n\n# 参考文献\n\n|';
    const editor = await openNote('r', before);
    await run('insertBibliography');
    assert.match(textOf(editor), /# 参考文献\n\n<!-- seedbed:bibliography \([^)]+\) -->\n\n\[1\] [^\n]+\n\n\[2\] [^\n]+\n\n<!-- \/seedbed:bibliography -->\n/);
    assert.deepEqual(listOf(textOf(editor)), [`[1] ${PIECE}`, `[2] ${BOOK}`]);
    await vscode.commands.executeCommand('undo');
    assert.equal(textOf(editor), before.replace('|', ''));
  });

  it('are brought up to date when the note is saved', async () => {
    const editor = await openNote('r', '先[@an2019]。|\n\n<!-- seedbed:bibliography -->\n<!-- /seedbed:bibliography -->\n\n末\n');
    await editor.edit(edit => edit.insert(editor.selection.active, '后[@hao2020]。'));
    await editor.document.save();
    assert.deepEqual(listOf(await eventually('the list in the file', () => read(vscode.workspace.asRelativePath(editor.document.uri)), text => listOf(text).length > 0)), [`[1] ${PIECE}`, `[2] ${BOOK}`]);
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 0, editor.document.lineAt(0).text.length), '只有[@hao2020]。'));
    await editor.document.save();
    assert.deepEqual(listOf(await eventually('the shorter list', () => read(vscode.workspace.asRelativePath(editor.document.uri)), text => listOf(text).length === 1)), [`[1] ${BOOK}`]);
    assert.match(textOf(editor), /\n\n末\n$/);
  });

  it('stay where the bibliography cannot be read', async () => {
    const editor = await openNote('r', '先[@an2019]。|\n\n<!-- seedbed:bibliography -->\n\n[1] 手写\n\n<!-- /seedbed:bibliography -->\n');
    await write('r/references.json', '[{"id": "an2019"');
    await editor.edit(edit => edit.insert(editor.selection.active, '再[@hao2020]。'));
    await editor.document.save();
    assert.deepEqual(listOf(textOf(editor)), ['[1] 手写']);
  });

  it('stay where the bibliography is not there', async () => {
    await remove('r');
    const editor = await openNote('r', '先[@an2019]。|\n\n<!-- seedbed:bibliography -->\n\n[1] 手写\n\n<!-- /seedbed:bibliography -->\n');
    await editor.edit(edit => edit.insert(editor.selection.active, '再[@hao2020]。'));
    await editor.document.save();
    assert.deepEqual(listOf(textOf(editor)), ['[1] 手写']);
  });

  it('follow the style file that the note names, and its own entries', async () => {
    await write('r/house.csl', style('House'));
    const editor = await openNote('r', '---\ncsl: house.csl\nreferences:\n- id: own1\n  type: book\n  title: 甲书\n---\n\n[@hao2020; @own1]\n\n|');
    await run('insertBibliography');
    assert.deepEqual(listOf(textOf(editor)), ['«桥史»', '«甲书»'].sort());
  });

  it('follow the style of the settings, in the script of the note where that is asked for', async () => {
    await set('references.style', 'gb-t-7714-2015-author-date');
    await set('references.script', 'note');
    const editor = await openNote('r', '這個國家的發展與創新產業，讀者來信說得很清楚[@hao2020]。\n\n|');
    await run('insertBibliography');
    assert.deepEqual(listOf(textOf(editor)), ['郝橋, 2020. 橋史[M]. 江城: 河海出版社.']);
  });

  it('are copied of the citation at the cursor, and of rows of the tree', async () => {
    await openNote('r', '先[@an2019]，后[@ha|o2020]。\n');
    await run('copyReference');
    assert.equal(await vscode.env.clipboard.readText(), BOOK);
    await run('copyReference', at(PAPER), [at(PAPER), at(TV)]);
    const lines = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines.join('\n'), /王昊男\. 北京不断强化科技创新策源功能\[N\]\. 人民日报, 2025-06-04/);
  });
});

describe('a bibliography of another program', () => {
  const bib = `@article{gu2025, author = {谷业凯 and 王昊男}, title = {北京不断强化科技创新策源功能}, journaltitle = {人民日报}, date = {2025-06-04}}

@book{hao2020, author = {郝桥}, title = {桥史}, date = {2020}}
@book{broken, title = {无`;

  afterEach(async () => {
    await closeEditors();
    await remove('r', 'references.json');
  });

  it('is taken over with the sources that its entries are, and a report', async () => {
    await write('r/zotero.bib', bib);
    const before = '[\n  { "id": "hao2020", "type": "book", "title": "另一本" }\n]\n';
    await write('references.json', before);
    void run('importBibliography', at('r/zotero.bib'));
    const text = await eventually('the entry', () => read('references.json'), found => found.includes('gu2025'));
    assert.ok(text.startsWith(before.slice(0, before.indexOf('}') + 1)));
    const [, gu] = JSON.parse(text) as { readonly id: string; readonly custom?: { readonly seedbed?: { readonly path: string } } }[];
    assert.deepEqual([gu?.id, gu?.custom?.seedbed?.path], ['gu2025', PAPER]);
    const report = await eventually('the report', () => vscode.window.activeTextEditor?.document.getText() ?? '', found => found.includes('zotero.bib'));
    assert.match(report, /1 entry was added\. 1 of them is a source of the library\. 1 entry could not be read/);
    assert.match(report, /- `gu2025` 北京不断强化科技创新策源功能 → 北京不断强化科技创新策源功能 \(seeds\/001\\?_bcd046d04134275a\.txt; same title and date\)/);
    assert.match(report, /another entry of this key \(1\)\n\n- `hao2020` 桥史/);
  });

  it('never stands for a file here because it did for another elsewhere', async () => {
    await write('r/theirs.json', JSON.stringify([{ id: 'theirs1', type: 'book', title: '别处的书', custom: { seedbed: { path: PAPER, hash: 'theirs', written: 'z' }, shelf: 3 } }]));
    await write('references.json', '[]\n');
    void run('importBibliography', at('r/theirs.json'));
    const [entry] = JSON.parse(await eventually('the entry', () => read('references.json'), found => found.includes('theirs1'))) as { readonly custom?: unknown }[];
    assert.deepEqual(entry?.custom, { shelf: 3 });
  });
});
