import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';

describe('stripping boilerplate', () => {
  it('from the tree: a new clean Markdown document with front matter', () => inWindow({}, async (window, folder) => {
    await window.showSources();
    await window.treeRow(seeds.damaged.title).click({ button: 'right' });
    await window.chooseInMenu('Strip Boilerplate');
    await window.page.locator('.tab.active.dirty, .tab.active', { hasText: /從開局之年/ }).waitFor();
    const text = await until('the clean document', async () => {
      const shown = await window.editorText();
      return shown.startsWith('---\n') && shown;
    });
    assert.match(text, /^---\n[^]*\n---\n/);
    assert.ok(text.includes('。粵港澳大灣區'), 'the article is mended');
    assert.ok(!/\([a-z]+[1-5]\)/.test(text), 'no gloss is left');
    await window.screenshot('strip-new-document');
    assert.equal(readFileSync(folder.path(`seeds/${seeds.damaged.file}`)).compare(readFileSync(`seeds/${seeds.damaged.file}`)), 0, 'the file is as it was');
  }));

  it('in place: changes only the text in the editor, and one undo brings it back', () => inWindow({}, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile(seeds.paper.file);
    const before = await window.editorText();
    assert.ok(before.includes('点击右上角微信好友'));
    await window.page.keyboard.press('Control+Home');
    await window.screenshot('strip-before');
    await window.runCommand('Seedbed: Strip Boilerplate in Place');
    assert.match(await window.toast('Removed'), /Removed \d+ lines from the text in the editor; the file is as it was\. Undo brings them back\./);
    const after = await window.editorText();
    assert.ok(after.includes('长城脚下,雁栖湖畔') && !after.includes('点击右上角微信好友') && !after.includes('正在阅读'));
    assert.ok(after.split('\n').every(line => before.split('\n').includes(line)), 'no line that is kept is changed');
    await window.page.keyboard.press('Control+Home');
    await window.pictures('strip-in-place');
    await window.page.keyboard.press('Control+Z');
    assert.equal(await window.editorText(), before);
    assert.equal(readFileSync(folder.path(`seeds/${seeds.paper.file}`), 'utf8').replace(/\r\n/g, '\n'), before, 'the file is as it was');
  }));

  it('asks first where the editor saves by itself, and leaves the source alone when the writer steps back', () => inWindow({ settings: { 'files.autoSave': 'afterDelay' } }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile(seeds.paper.file);
    await window.runCommand('Seedbed: Strip Boilerplate in Place');
    const dialog = window.page.locator('.monaco-dialog-box', { hasText: 'Auto Save is on' });
    await dialog.waitFor();
    await window.screenshot('strip-auto-save');
    await window.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await window.editorText(), readFileSync(folder.path(`seeds/${seeds.paper.file}`), 'utf8').replace(/\r\n/g, '\n'));
  }));
});

describe('converting script', () => {
  it('converts the selection or the document in the editor, undoably', () => inWindow({ files: { 'note.md': '# 科技创新\n\n长城脚下，雁栖湖畔。\n' } }, async window => {
    await window.openFile('note.md');
    const before = await window.editorText();
    await window.page.keyboard.press('Control+Home');
    await window.runCommand('Seedbed: Convert Script…');
    await window.choose('Traditional');
    await until('the converted text', async () => (await window.editorText()) === '# 科技創新\n\n長城腳下，雁棲湖畔。\n');
    await window.page.keyboard.press('Control+Z');
    assert.equal(await window.editorText(), before);
  }));

  it('checks the script the text is in, and says so when it is asked for again', () => inWindow({ seeds: false, files: { 'note.md': '# 科技创新\n' } }, async window => {
    await window.openFile('note.md');
    await window.runCommand('Seedbed: Convert Script…');
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Simplified' }).locator('.codicon-check').waitFor();
    assert.ok((await window.pickRows()).some(row => row.includes('軟體 硬碟 裡 為')));
    await window.choose('Simplified');
    await window.toast('the text is in that script already (Simplified Chinese)');
  }));

  it('marks what a conversion left open, and takes the other character by quick fix', () => inWindow({ seeds: false, files: { 'note.md': '这首诗的第一个字是发\n\n第二个字也是发\n' } }, async window => {
    await window.openFile('note.md');
    await window.runCommand('Seedbed: Convert Script…');
    await window.choose('Traditional (Taiwan)');
    await window.toast('2 characters could have become others');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Control+.');
    await window.page.locator('.action-widget .monaco-list-row', { hasText: 'Use “髮” Everywhere' }).waitFor();
    await window.pictures('ambiguous');
    await window.page.locator('.action-widget .monaco-list-row', { hasText: 'Use “髮” Everywhere' }).click();
    await until('the other character', async () => (await window.editorText()) === '這首詩的第一個字是髮\n\n第二個字也是髮\n');
  }));

  it('converts the page of the reader from the palette', () => inWindow({}, async window => {
    await window.showSources();
    await window.openSource(seeds.damaged.title);
    await window.runCommand('Seedbed: Convert Script…');
    await window.choose('Simplified');
    assert.ok((await window.readerText('科技自立自强')).includes('。粤港澳大湾区'));
  }));
});
