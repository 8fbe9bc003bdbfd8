import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, openNote, read, remove, write } from './noteFiles';

const PEOPLES_DAILY = 'seeds/001_bcd046d04134275a.txt';
const CCTV = 'seeds/000_66590499738ca114.txt';
const FOURTH = '长城脚下,雁栖湖畔,致力于打造世界级原始创新承载区的怀柔科学城加速崛起';

/** What the hover at `mark` of the note says, addresses decoded, escapes taken off. */
async function hoverText({ document }: vscode.TextEditor, mark = '@rmrb'): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(mark) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const text = hovers.flatMap(hover => hover.contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
  return text.replace(/%[0-9A-F]{2}/g, decodeURIComponent).replace(/\\(.)/g, '$1').replace(/<\/?span[^>]*>/g, '|');
}

/** Where the definition of `mark` stands, and the words there. */
async function definitions({ document }: vscode.TextEditor, mark = '@rmrb'): Promise<readonly { readonly uri: vscode.Uri; readonly words: string; readonly line: number }[]> {
  const position = document.positionAt(document.getText().indexOf(mark) + 1);
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, position);
  return Promise.all(found.map(async each => {
    const [uri, range] = 'targetUri' in each ? [each.targetUri, each.targetSelectionRange ?? each.targetRange] : [each.uri, each.range];
    return { uri, words: (await vscode.workspace.openTextDocument(uri)).getText(range), line: range.start.line };
  }));
}

const cite = (path: string): Thenable<unknown> => vscode.commands.executeCommand('seedbed.insertCitation', at(path));
const readerTabs = (): string[] => vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => tab.input instanceof vscode.TabInputWebview).map(tab => tab.label);

describe('the passage behind a citation', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await openNote('notes', '|\n');
    await cite(PEOPLES_DAILY);
    await cite(CCTV);
  });
  afterEach(closeEditors);
  after(() => remove('notes', 'references.json', 'sources'));

  describe('in the hover', () => {
    it('shows words quoted in the other script and other marks with what stands around them', async () => {
      const text = await hoverText(await openNote('notes', '文章說：「致力於打造世界級原始創新承載區的懷柔科學城」[@rmrb20250604]。|\n'));
      assert.match(text, /Paragraph 4 · the same but for script, width or marks/);
      assert.match(text, /\|长城脚下,雁栖湖畔,\|致力于打造世界级原始创新承载区的怀柔科学城\|加速崛起。\|/);
    });
    it('says that they are the same, word for word', async () => {
      assert.match(await hoverText(await openNote('notes', `> ${FOURTH}。[@rmrb20250604, 第4段]|\n`)), /Paragraph 4 · word for word/);
    });
    it('marks the characters that differ', async () => {
      const text = await hoverText(await openNote('notes', '“致力于打造国家级原始创新承载区的怀柔科学城”[@rmrb20250604]|\n'));
      assert.match(text, /Paragraph 4 · 9\d% alike: bold is only in the source, struck out only in your note/);
      assert.match(text, /致力于打造<del>\|国家\|<\/del><strong>\|世界\|<\/strong>级原始创新承载区的怀柔科学城/);
    });
    it('shows what an ellipsis leaves out as left out', async () => {
      const text = await hoverText(await openNote('notes', '“长城脚下……怀柔科学城加速崛起”[@rmrb20250604]|\n'));
      assert.match(text, /word for word/);
      assert.match(text, /长城脚下\| \[…\] \|怀柔科学城加速崛起/);
    });
    it('shows each of several quotations with one citation, in their order', async () => {
      const text = await hoverText(await openNote('notes', '“揭开生命的奥秘”，“长城脚下，雁栖湖畔，致力于”，“山上的老剧场明年夏天”[@rmrb20250604]|\n'));
      assert.match(text, /Paragraph 6 · word for word[^]*Paragraph 4 · the same but[^]*Not found in this source: 山上的老剧场明年夏天/);
    });
    it('says plainly that the words are not in the source', async () => {
      const text = await hoverText(await openNote('notes', '“山上的老剧场明年夏天才会重新开门”[@rmrb20250604]|\n'));
      assert.match(text, /Not found in this source: 山上的老剧场明年夏天才会重新开门/);
    });
    it('takes a word in quotation marks for a quotation only where it stands in the source', async () => {
      assert.match(await hoverText(await openNote('notes', '所谓“雁栖湖畔”[@rmrb20250604]|\n')), /word for word/);
      assert.doesNotMatch(await hoverText(await openNote('notes', '所谓“内卷”[@rmrb20250604]|\n')), /[Nn]ot found/);
    });
    it('shows the reference beside the beginning where nothing is quoted', async () => {
      const text = await hoverText(await openNote('notes', '据报道[@rmrb20250604]。|\n'));
      assert.match(text, /北京国际科技创新中心建设捷报频传/);
      assert.match(text, /北京不断强化科技创新策源功能\[N\]\. 人民日报, 2025-06-04/);
    });
    it('answers on locators, on keys in braces, without author, in footnotes and over lines', async () => {
      const quoted = `“${FOURTH}”`;
      for (const [note, mark] of [
        [`${quoted}[见 @rmrb20250604, 第4段，又见别处]`, '又见'], [`${quoted}[-@rmrb20250604]`, '-@rmrb'], [`${quoted}[@{rmrb20250604}]`, '{rmrb'],
        [`${quoted}[^1]。\n\n[^1]: 见 [@rmrb20250604]。`, '@rmrb'], [`${quoted}[^1]。\n\n[^1]: 见 [@rmrb20250604]。`, '^1'], [`${quoted}[见\n@rmrb20250604,\n第4段]`, '第4'],
        [`@rmrb20250604 [第4段] 写道：${quoted}`, '第4'],
      ] as const) assert.match(await hoverText(await openNote('notes', `${note}|\n`), mark), /Paragraph 4/, note);
    });
    it('tells of the key it is on, and of all in short between them', async () => {
      const note = await openNote('notes', '见[@rmrb20250604; 又见 @ysw20250331]。|\n');
      assert.doesNotMatch(await hoverText(note, '@ysw'), /人民网-人民日报/);
      const all = await hoverText(note, '又见');
      assert.match(all, /北京不断强化科技创新策源功能[^]*北京全力打造国际科技创新高地/);
      assert.doesNotMatch(all, /捷报频传/);
    });
    it('leads to the passage in the reader', async () => {
      const text = await hoverText(await openNote('notes', `“${FOURTH}”[@rmrb20250604]|\n`));
      assert.match(text, /command:seedbed\.openInReader\?\[\{.*\},\{"start":\d+,"end":\d+\}\]/);
    });
  });

  describe('by its definition', () => {
    it('is the quoted words in the clean text of the source, whose tab has its title', async () => {
      const [found, ...others] = await definitions(await openNote('notes', '「致力於打造世界級原始創新承載區」[@rmrb20250604]|\n'));
      assert.deepEqual(others, []);
      assert.equal(found?.words, '致力于打造世界级原始创新承载区');
      assert.match(found.uri.toString(true), /^seedbed-source:.*\/北京不断强化科技创新策源功能\?/);
      const document = await vscode.workspace.openTextDocument(found.uri);
      assert.equal(document.languageId, 'seedbed-source');
      assert.match(document.getText(), /^北京不断强化科技创新策源功能\n\n人民网-人民日报 · 2025-06-04 14:44\n[^]*\n\n长城脚下/);
      assert.doesNotMatch(document.getText(), /点击右上角/);
    });
    it('is the headline where nothing is quoted, and one for each of several keys', async () => {
      assert.deepEqual((await definitions(await openNote('notes', '[@rmrb20250604]|\n'))).map(({ line }) => line), [0]);
      const both = await definitions(await openNote('notes', '[@rmrb20250604; 又见 @ysw20250331]|\n'), '又见');
      assert.deepEqual(both.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1)), ['北京不断强化科技创新策源功能', '北京全力打造国际科技创新高地']);
    });
    it('is the entry of a key that has no saved source', async () => {
      const written = JSON.parse(await read('references.json')) as object[];
      await write('own/references.json', JSON.stringify([...written, { id: 'doe2020', type: 'book', title: 'A Book' }], null, 2));
      const [found] = await definitions(await openNote('own', '[@doe2020]|\n'), '@doe');
      assert.deepEqual([vscode.workspace.asRelativePath(found?.uri ?? ''), found?.words.replace(/"/g, '')], ['own/references.json', 'doe2020']);
      await remove('own');
    });
    it('is nothing for a key that nobody knows, in code, and in addresses', async () => {
      for (const [note, mark] of [['[@none]', '@none'], ['`[@rmrb20250604]`', '@rmrb'], ['a@rmrb20250604.cn', '@rmrb']] as const) {
        assert.deepEqual(await definitions(await openNote('notes', `${note}|\n`), mark), [], note);
      }
    });
    it('follows the source as it changes', async () => {
      await write('sources/page.txt', '江边建起新图书馆\n\n来源:江边日报 2025-06-04 14:44\n\n　　江边的新图书馆昨天正式开门,第一天来了三千名读者,馆长说等了五年终于把灯点亮了。\n');
      const note = await openNote('notes', '[@jbrb20250604]|\n');
      const [found] = await eventually('the new source', () => definitions(note, '@jbrb'), targets => targets.length > 0);
      assert.ok(found);
      const document = await vscode.workspace.openTextDocument(found.uri);
      assert.match(document.getText(), /三千名读者/);
      await write('sources/page.txt', (await read('sources/page.txt')).replace('三千名', '五千名'));
      await eventually('the new text', () => document.getText(), text => text.includes('五千名读者'));
    });
    it('opens in the reader from there', async () => {
      const [found] = await definitions(await openNote('notes', `“${FOURTH}”[@rmrb20250604]|\n`));
      assert.ok(found);
      await vscode.window.showTextDocument(found.uri);
      await vscode.commands.executeCommand('seedbed.openInReader', found.uri);
      await eventually('the reader', readerTabs, labels => labels.includes('北京不断强化科技创新策源功能'));
    });
  });
});
