import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const note = '# 科技创新\n\n现在的发展很快，这是大家说的。\n\n捷運公司說，使用者可以用軟體在網路上訂票。\n\nEnglish only\n';

/** A source whose quotations are in other characters. */
const mixed = '# 各地來信\n\n這個國家的發展與創新產業，讀者來信說得很清楚。\n\n“现在的发展很快，这是大家说的，我们应该这样开始。”\n\n捷運公司說，使用者可以用軟體在網路上訂票。\n';

const status = (window: Workbench): Locator => window.page.locator('.statusbar-item[id*="seedbed.writing"]').first();

/** Waits until the status bar shows `text`, and gives what it says to those who hear it. */
async function statusSays(window: Workbench, text: string): Promise<string> {
  const item = status(window);
  await item.filter({ has: window.page.getByText(text, { exact: true }) }).waitFor({ timeout: 15_000 });
  return (await item.locator('a').first().getAttribute('aria-label')) ?? (await item.getAttribute('aria-label')) ?? '';
}

async function selectLine(window: Workbench, line: number): Promise<void> {
  await window.clickInEditor();
  await window.page.keyboard.press('Control+Home');
  for (let down = 1; down < line; down++) await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.press('Shift+End');
}

describe('how a text is written', () => {
  it('is told in the tooltip of its row', () => inWindow({}, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    const tooltip = async (title: string): Promise<string> => {
      await window.treeRow(title).hover();
      const hover = window.page.locator('.monaco-hover:visible', { hasText: title.slice(0, 6) }).last();
      await hover.waitFor({ timeout: 10_000 });
      return (await hover.innerText()).replace(/\s+/gu, ' ');
    };
    assert.match(await tooltip(seeds.damaged.title), /Traditional Chinese, mainland wording/);
    await window.pictures('tree-tooltip-writing');
    await window.page.mouse.move(700, 500);
    assert.match(await tooltip(seeds.paper.title), /Simplified Chinese/);
  }));

  it('is told of what is selected in the reader', () => inWindow({ seeds: false, files: { 'sources/mixed.md': mixed } }, async window => {
    await window.showSources();
    const frame = await window.openSource('各地來信');
    await statusSays(window, '简 + 繁');
    const paragraph = (text: string): Locator => frame.locator('.block', { hasText: text }).first();
    await paragraph('现在的发展').click({ clickCount: 3 });
    assert.equal(await statusSays(window, '简'), 'The selection is written in Simplified Chinese. Click to convert it.');
    await paragraph('捷運公司').click({ clickCount: 3 });
    await statusSays(window, '繁 · TW');
    await frame.getByRole('combobox', { name: 'Chinese script' }).selectOption({ label: 'Traditional (Taiwan)' });
    await window.reader('現在的發展很快');
    await window.pictures('reader-mixed-taiwan');
  }));

  it('is told in the status bar, for the source, the note and what is selected in it', () => inWindow({ files: { 'note.md': note, 'english.md': 'No Chinese here.\n' } }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openSource(seeds.damaged.title);
    assert.equal(await statusSays(window, '繁 (mainland)'), 'The source is written in Traditional Chinese, mainland wording. Click to convert it.');
    await window.pictures('status-writing');
    await window.openFile('note.md');
    assert.equal(await statusSays(window, '简 + 繁'), 'The document is written in Simplified and Traditional mixed. Click to convert it.');
    await selectLine(window, 5);
    assert.equal(await statusSays(window, '繁 · TW'), 'The selection is written in Traditional Chinese (Taiwan). Click to convert it.');
    await selectLine(window, 7);
    await status(window).waitFor({ state: 'hidden', timeout: 15_000 });
    await selectLine(window, 3);
    assert.equal(await statusSays(window, '简'), 'The selection is written in Simplified Chinese. Click to convert it.');
    await status(window).click();
    await window.choose('Traditional (Taiwan)');
    await until('the converted line', async () => (await window.editorText()).includes('現在的發展很快，這是大家說的。'));
    await window.openFile('english.md');
    await status(window).waitFor({ state: 'hidden', timeout: 15_000 });
  }));
});
