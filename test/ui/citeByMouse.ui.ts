import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const note = '# 科技创新\n\n据报道此处。\n\n末段。\n';

/** Drags a row of the tree to a word of the note, with Shift held so that it goes into the text. */
async function dropAt(window: Workbench, row: Locator, word: string): Promise<void> {
  const place = await until('the word in the editor', () => window.placeOf(word));
  const { mouse, keyboard } = window.page;
  const from = await row.boundingBox();
  assert.ok(from);
  await mouse.move(from.x + 60, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + 90, from.y + from.height / 2 + 4, { steps: 4 });
  await mouse.move(place.x, place.y, { steps: 10 });
  await keyboard.down('Shift');
  await mouse.move(place.x + 2, place.y, { steps: 4 });
  await window.page.waitForTimeout(500);
  await mouse.up();
  await keyboard.up('Shift');
}

describe('citing by mouse and clipboard', () => {
  it('drops a source into a note as a citation, and as a quotation or link by the selector', () => inWindow({ files: { 'note.md': note } }, async (window, folder) => {
    await window.openFile('note.md');
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.some(({ label }) => label === seeds.paper.title));
    await dropAt(window, window.treeRow(seeds.paper.title), '此处');
    await until('the citation', async () => (await window.page.locator('.view-lines').first().innerText()).includes('[@rmrb20250604]'));
    await window.pictures('drop-citation');
    await window.page.locator('.post-edit-widget:visible').click();
    await window.page.getByText('Insert Quote with Citation').first().waitFor();
    await window.pictures('drop-selector');
    await window.page.getByText('Insert Quote with Citation').first().click();
    const text = await until('the quotation', async () => {
      const shown = await window.editorText();
      return shown.includes('> 北京国际') && shown;
    });
    assert.match(text, /^# 科技创新\n\n据报道此处。\n\n> 北京国际科技创新中心.*\[@rmrb20250604，第1段\]\n\n末段。\n$/);
    assert.match(readFileSync(folder.path('references.json'), 'utf8'), /"rmrb20250604"/);
    await window.page.keyboard.press('Control+Z');
    await until('the note as it was', async () => (await window.editorText()) === note);
  }));

  it('brings the citation along with words copied in the reader', () => inWindow({ files: { 'note.md': note } }, async (window, folder) => {
    await window.openFile('note.md');
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.some(({ label }) => label === seeds.paper.title));
    const frame = await window.openSource(seeds.paper.title, '北京国际科技创新中心');
    await frame.locator('.block', { hasText: '北京国际科技创新中心建设捷报频传' }).first().click({ clickCount: 3 });
    await window.page.keyboard.press('Control+C');
    await window.page.waitForTimeout(500);
    const place = await until('the end of the note', () => window.placeOf('末段'));
    await window.page.mouse.click(place.x, place.y);
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Control+V');
    await until('the citation', async () => (await window.page.locator('.monaco-editor .view-lines').first().innerText()).includes('@rmrb20250604'));
    await window.pictures('paste-citation');
    assert.match(await window.editorText(), /末段。“北京国际科技创新中心建设捷报频传.*”\[@rmrb20250604，第1段\]\n$/);
    assert.ok(existsSync(folder.path('references.json')));
    await window.page.keyboard.press('Control+Z');
    await until('the note as it was', async () => (await window.editorText()) === note);
  }));

  it('drops a source from the explorer of files', () => inWindow({ files: { 'note.md': note } }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.some(({ label }) => label === seeds.paper.title));
    await window.openFile('note.md');
    await window.runCommand('View: Show Explorer');
    const explorer = window.page.locator('.explorer-folders-view'), file = explorer.locator('.monaco-list-row', { hasText: seeds.paper.file });
    await explorer.locator('.monaco-list-row', { hasText: 'seeds' }).click();
    await file.waitFor();
    await dropAt(window, file, '此处');
    await until('the citation', async () => (await window.page.locator('.view-lines').first().innerText()).includes('[@rmrb20250604]'));
    await window.pictures('drop-from-explorer');
  }));

  it('drops several sources as one citation', () => inWindow({ files: { 'note.md': note } }, async (window, folder) => {
    await window.openFile('note.md');
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.some(({ label }) => label === seeds.paper.title));
    for (const { title } of [seeds.paper, seeds.tv]) await window.treeRow(title).click({ modifiers: ['Control'] });
    await dropAt(window, window.treeRow(seeds.tv.title), '此处');
    await until('the citations', async () => /\[@\w+;\s@\w+\]/.test(await window.page.locator('.view-lines').first().innerText()));
    await window.pictures('drop-several');
    const keys = (JSON.parse(readFileSync(folder.path('references.json'), 'utf8')) as readonly { readonly id: string }[]).map(({ id }) => id);
    assert.deepEqual(keys, ['rmrb20250604', 'ysw20250331']);
    assert.match(await window.editorText(), /据报道此\[@rmrb20250604; @ysw20250331\]/);
  }));

  it('brings one citation along with several paragraphs copied in the reader', () => inWindow({ files: { 'note.md': note } }, async window => {
    await window.openFile('note.md');
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.some(({ label }) => label === seeds.paper.title));
    const frame = await window.openSource(seeds.paper.title, '北京国际科技创新中心');
    const first = frame.locator('.block', { hasText: '北京国际科技创新中心建设捷报频传' }).first();
    await first.click({ position: { x: 2, y: 8 } });
    const box = await frame.locator('.block', { hasText: '2023年5月' }).first().boundingBox();
    assert.ok(box);
    await window.page.keyboard.down('Shift');
    await window.page.mouse.click(box.x + box.width - 4, box.y + box.height - 8);
    await window.page.keyboard.up('Shift');
    await window.page.keyboard.press('Control+C');
    await window.page.waitForTimeout(2_000);
    const place = await until('the end of the note', () => window.placeOf('末段'));
    await window.page.mouse.click(place.x, place.y);
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Control+V');
    await until('the citation', async () => (await window.page.locator('.monaco-editor .view-lines').first().innerText()).includes('@rmrb20250604'));
    await window.pictures('paste-paragraphs');
    const text = await window.editorText();
    assert.match(text, /末段。\n\n> 北京国际科技创新中心建设捷报频传[^\n]*\n>\n(?:> [^\n]*\n>\n)*> 2023年5月[^\n]*\[@rmrb20250604，第1至2段\]\n\n$/u);
    assert.equal(text.split('@rmrb20250604').length, 2);
    await window.page.keyboard.press('Control+Z');
    await until('the note as it was', async () => (await window.editorText()) === note);
  }));
});
