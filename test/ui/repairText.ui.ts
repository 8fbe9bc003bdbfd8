import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { encode } from '../unit/encode';
import { inWindow } from './inWindow';
import { until } from './until';
import type { Workbench } from './workbench';

const glosses = '這個國(guó)家的發(fā)展,離不開學(xué)習(xí)與創(chuàng)新。';
const shifted = `顛覆性技術?${new TextDecoder('gbk').decode(encode('。粵港澳大灣區', 'gbk').subarray(1))}應用場景豐富。`;
const note = [
  '# 摘錄', '', glosses, '', shifted, '', '我們\u200b都知道,這件事不容易。', '', '亚洲无码一区二区三区国产精品久久', '',
  '檔案裡的一段鋥锟斤拷锟斤拷,已經找不回來。', '', '後面的段落沒有損壞，也不會改動。', '',
].join('\n');
const mended = note.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/g, '').replace(shifted, '顛覆性技術。粵港澳大灣區應用場景豐富。').replace('\u200b', '');

/** The note without damage, but with its spam and its narrow commas. */
const repairs = async (window: Workbench): Promise<void> => {
  await window.openFile('note.md');
  await window.runCommand('Seedbed: Repair Text…');
  await window.quickInput.locator('.monaco-list-row', { hasText: 'pinyin glosses' }).waitFor();
};

const accept = async (window: Workbench): Promise<void> => {
  await window.page.keyboard.press('Enter');
  await window.page.locator('.tab.active', { hasText: 'note.md: Repair Text' }).waitFor();
  await window.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
};

describe('repairing text', () => {
  it('shows what was found, then what it becomes, and changes the text in one step of undo', () => inWindow({ files: { 'note.md': note } }, async (window, folder) => {
    await repairs(window);
    const rows = await window.pickRows();
    assert.ok(rows.some(row => row.includes('5 pinyin glosses')), rows.join('\n'));
    assert.ok(rows.some(row => row.includes('1 garbled passage') && row.includes('holds a guess')), rows.join('\n'));
    await window.pictures('repair-pick');
    await accept(window);
    await window.pictures('repair-diff');
    await window.hover('。粵', 'This is a guess');
    await window.screenshot('repair-guess');
    await window.page.keyboard.press('Control+Enter');
    assert.match(await window.toast('Made'), /Made \d+ repairs in the text in the editor\. Undo takes them back\./);
    assert.equal(await window.page.locator('.tab', { hasText: 'Repair Text' }).count(), 0, 'the diff is closed');
    assert.equal(await window.editorText(), mended);
    await window.page.keyboard.press('Control+Z');
    assert.equal(await window.editorText(), note);
    assert.equal(readFileSync(folder.path('note.md'), 'utf8'), note, 'the file is as it was');
  }));

  it('shows other repairs when other kinds are chosen, and makes none when the diff is closed', () => inWindow({ files: { 'note.md': note } }, async window => {
    await repairs(window);
    await accept(window);
    await window.page.locator('.editor-actions a[aria-label^="Choose Repairs"]').click();
    await window.choose('line of spam');
    await window.page.keyboard.press('Enter');
    await until('the line of spam to go', async () => (await window.page.locator('.monaco-diff-editor .modified .view-lines').innerText()).includes('亚洲') ? undefined : true);
    await window.page.locator('.editor-actions a[aria-label^="Discard Repairs"]').click();
    await window.page.locator('.tab', { hasText: 'Repair Text' }).waitFor({ state: 'detached' });
    assert.equal(await window.editorText(), note);
  }));

  it('says so where nothing is damaged', () => inWindow({ files: { 'note.md': '# 摘錄\n\n後面的段落沒有損壞，也不會改動。\n' } }, async window => {
    await window.openFile('note.md');
    await window.runCommand('Seedbed: Repair Text…');
    await window.toast('Nothing here needs repair.');
  }));
});
