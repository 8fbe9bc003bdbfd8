import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, openNote, remove, write } from './noteFiles';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const foreign = { id: 'doe2020', type: 'book', title: 'A *Book* <b>', author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[2020]] } };
const gone = { id: 'gone2020', type: 'webpage', title: '旧文', custom: { seedbed: { path: 'seeds/gone.txt', hash: '00' } } };

/** What the hover at `[@` of the note says, addresses decoded. */
async function hoverText({ document }: vscode.TextEditor, mark = '@'): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(mark) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return decodeURIComponent(hovers.flatMap(hover => hover.contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n'));
}

/** The note as the built-in preview renders it, once the bibliography is read. */
async function preview({ document }: vscode.TextEditor, holds: RegExp): Promise<string> {
  const render = async (): Promise<string> => vscode.commands.executeCommand<string>('markdown.api.render', document);
  return eventually(`a preview with ${String(holds)}`, render, html => holds.test(html));
}

describe('reading citations in a note', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await openNote('notes', '|\n');
    await vscode.commands.executeCommand('seedbed.insertCitation', at(PEOPLES_DAILY));
    const written = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(at('references.json')))) as object[];
    await write('references.json', JSON.stringify([...written, foreign, gone], null, 2));
  });
  afterEach(closeEditors);
  after(() => remove('notes', 'references.json', 'broken'));

  describe('the hover', () => {
    it('shows title, publisher, the beginning, and the way to the reader', async () => {
      const text = await hoverText(await openNote('notes', '据报道[@rmrb20250604, 第3段]|\n'));
      assert.match(text, /\*\*北京不断强化科技创新策源功能\*\*/);
      assert.match(text, /人民日报/);
      assert.match(text, /command:seedbed\.openInReader\?.*001_bcd046d04134275a\.txt/);
    });
    it('shows 200 to 300 characters of the text', async () => {
      const text = await hoverText(await openNote('notes', '[@rmrb20250604]|\n'));
      const longest = Math.max(...text.split('\n').map(line => line.replace(/\\/g, '').length));
      assert.ok(longest >= 200 && longest <= 300, `${longest} characters`);
    });
    it('answers on a locator and on each of several keys', async () => {
      assert.match(await hoverText(await openNote('notes', '[@rmrb20250604, p. 3]|\n'), 'p.'), /人民日报/);
      assert.match(await hoverText(await openNote('notes', '[@none; @rmrb20250604]|\n'), '@rmrb'), /人民日报/);
    });
    it('answers in a note that was never saved', async () => {
      const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: '[@rmrb20250604]\n' });
      assert.match(await hoverText(await vscode.window.showTextDocument(note)), /人民日报/);
    });
    it('says that a key is unknown, in brackets and in running text', async () => {
      assert.match(await hoverText(await openNote('notes', '[@none]|\n')), /none.*is not in the bibliography references\\\.json/);
      assert.match(await hoverText(await openNote('notes', '@none says|\n')), /none.*is not in the bibliography/);
    });
    it('says that an entry has no saved source, and escapes what it holds', async () => {
      const text = await hoverText(await openNote('notes', '[@doe2020]|\n'));
      assert.match(text, /A \\\*Book\\\* \\<b\\>/);
      assert.match(text, /No saved source belongs to this entry/);
    });
    it('says that the file of a source is gone', async () => {
      assert.match(await hoverText(await openNote('notes', '[@gone2020]|\n')), /no longer among the sources.*gone\\\.txt/);
    });
    it('shows the source of a key that was typed before it was ever issued', async () => {
      const text = await hoverText(await openNote('notes', '[@ysw20250331]|\n'));
      assert.match(text, /北京全力打造国际科技创新高地/);
      assert.match(text, /has no entry for it yet/);
    });
    it('says that the bibliography is broken, and offers to open it', async () => {
      await write('broken/references.json', '[{ "id": ');
      const text = await hoverText(await openNote('broken', '[@rmrb20250604]|\n'));
      assert.match(text, /references\\\.json cannot be read/);
      assert.match(text, /command:vscode\.open\?.*broken\/references\.json/);
    });
    it('says nothing in code, addresses and prose without a bibliography', async () => {
      await write('broken/references.json', '[]');
      for (const [text, mark] of [['`[@rmrb20250604]`', '@'], ['a@rmrb20250604.cn', '@rmrb'], ['thanks @somebody', '@']] as const) {
        assert.equal(await hoverText(await openNote('broken', `${text}|\n`), mark), '', text);
      }
    });
  });

  describe('the preview', () => {
    it('shows citations as references, and lists them at the end', async () => {
      const html = await preview(await openNote('notes', '据报道[@rmrb20250604, 第3段]。|\n'), /人民日报/);
      assert.match(html, /据报道<span class="seedbed-citation">（<a href="#seedbed-reference-1" title="[^"]*北京不断强化科技创新策源功能\[N\][^"]*">人民日报，2025-06-04<\/a>，第3段）<\/span>。/);
      assert.match(html, /<h2>References<\/h2>[^]*<li id="seedbed-reference-1">[^<]*北京不断强化科技创新策源功能/);
    });
    it('puts the list under a heading that the note ends with', async () => {
      assert.doesNotMatch(await preview(await openNote('notes', '[@rmrb20250604]|\n\n## 参考文献\n'), /人民日报/), /<h2>References/);
    });
    it('adds no list to that of the note', async () => {
      const html = await preview(await openNote('notes', '据报道[@rmrb20250604]。|\n\n<!-- seedbed:bibliography -->\n\n[1] 甲\n\n<!-- /seedbed:bibliography -->\n'), /人民日报/);
      assert.match(html, /<span class="seedbed-citation">（<span title="[^"]*">人民日报，2025-06-04<\/span>）<\/span>/);
      assert.doesNotMatch(html, /seedbed-references/);
    });
    it('marks unknown keys', async () => {
      assert.match(await preview(await openNote('notes', '[@none]|\n'), /seedbed-unknown/), /<span class="seedbed-unknown" title="[^"]*">\[@none\]<\/span>/);
    });
    it('shows a citation in the text of a link without a link of its own', async () => {
      const html = await preview(await openNote('notes', '[@doe2020](http://a.cn)|\n'), /Doe/);
      assert.match(html, /<a href="http:\/\/a\.cn"[^>]*><span class="seedbed-citation"><span title="Doe Jane[^>]*>Doe \(2020\)<\/span><\/span><\/a>/);
    });
    it('leaves code and addresses as they are', async () => {
      const html = await preview(await openNote('notes', '[@doe2020] `[@rmrb20250604]` a@rmrb20250604.cn|\n'), /Doe/);
      assert.match(html, /\[@rmrb20250604\]<\/code>/);
      assert.doesNotMatch(html, /人民日报/);
    });
    it('never lets an entry become markup', async () => {
      assert.match(await preview(await openNote('notes', '[@doe2020]|\n'), /Doe/), /A \*Book\* &lt;b&gt;/);
    });
    it('follows the bibliography', async () => {
      await write('broken/references.json', '[]');
      const editor = await openNote('broken', '[@doe2020]|\n');
      await preview(editor, /seedbed-unknown/);
      await write('broken/references.json', JSON.stringify([foreign]));
      await preview(editor, /\(<a[^>]*>Doe, 2020<\/a>\)/);
    });
  });

  describe('opening the cited source', () => {
    it('shows the source of the key at the cursor in the reader', async () => {
      await openNote('notes', '据报道[@none; @rmrb|20250604]。\n');
      await vscode.commands.executeCommand('seedbed.openCitedSource');
      const labels = (): string[] => vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => tab.input instanceof vscode.TabInputWebview).map(tab => tab.label);
      await eventually('the reader', labels, found => found.includes('北京不断强化科技创新策源功能'));
    });
  });
});
