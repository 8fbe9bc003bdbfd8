import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

/** Where the view stands in the side bar. */
const CITED = 1;

const note = `---
bibliography: references.json
---

# 北京的科创中心

怀柔科学城“致力于打造世界级原始创新承载区的怀柔科学城加速崛起”[@rmrb20250604, 第4段]，人物见[@cctv20250331; @du2023]。

> 長城腳下，雁棲湖畔，致力於打造世界級原始創新承載區的懷柔科學城加速崛起。[@rmrb20250604]

据说还有别的[@nobody2024]，原件已经不在[@lost2025]。再看一次[@rmrb20250604]。
`;

const bibliography = JSON.stringify([
  { id: 'rmrb20250604', type: 'article-newspaper', title: seeds.paper.title, 'container-title': '人民日报', issued: { 'date-parts': [[2025, 6, 4]] }, custom: { seedbed: { path: `seeds/${seeds.paper.file}`, hash: '' } } },
  { id: 'du2023', type: 'book', title: '城市与科学', author: [{ literal: '杜明' }], publisher: '江边出版社', issued: { 'date-parts': [[2023]] } },
  { id: 'lost2025', type: 'webpage', title: '老剧场明年重新开门', 'container-title': '江边网', issued: { 'date-parts': [[2025, 1, 2]] }, custom: { seedbed: { path: 'seeds/lost.txt', hash: '' } } },
], null, 2);

const files = { 'notes/note.md': note, 'references.json': bibliography, 'notes/plain.md': '# Nothing\n', 'broken/torn.md': 'As [@rmrb20250604] says.\n', 'broken/blank.md': 'Nothing.\n', 'broken/references.json': '[{"id": "a",]' };

const status = (window: Workbench): Locator => window.page.locator('.statusbar-item[id*="citedCount"]');
const welcome = (window: Workbench, text: string): Locator => window.pane(CITED).locator('.welcome-view-content:visible', { hasText: text });
const labels = (window: Workbench, count: number): Promise<readonly string[]> =>
  window.waitForTree(`${count} rows`, rows => rows.length === count, CITED).then(rows => rows.map(({ label, description }) => `${label} | ${description}`));

async function openBeside(window: Workbench, name: string, sources = 5): Promise<void> {
  await window.showSources();
  await window.waitForTree('the sources', rows => rows.length >= sources);
  await window.openFile(name);
}

describe('what a note cites', () => {
  it('is listed in order, with how often, where, and the words that are quoted', () => inWindow({ files }, async window => {
    await openBeside(window, 'note.md');
    assert.deepEqual(await labels(window, 5), [
      `${seeds.paper.title} | ×3 · 人民网-人民日报 · 2025-06-04`,
      'cctv20250331 | unknown key',
      '城市与科学 | 杜明 · 2023',
      'nobody2024 | unknown key',
      '老剧场明年重新开门 | 江边网 · 2025-01-02',
    ]);
    assert.match(await window.pane(CITED).locator('.pane-header').innerText(), /Cited in This Note\s+note\.md/i);
    await window.treeRow(seeds.paper.title, CITED).locator('.monaco-tl-twistie').click();
    const rows = await window.waitForTree('the places', all => all.length === 10, CITED);
    assert.deepEqual(rows.slice(1, 6).map(({ level, label, description }) => [level, label, description]), [
      [2, '7: …学城加速崛起”[@rmrb20250604, 第4段]，人物见[@cctv20250331; @du2023]。', ''],
      [3, '致力于打造世界级原始创新承载区的怀柔科学城加速崛起', ''],
      [2, '9: …學城加速崛起。[@rmrb20250604]', ''],
      [3, '長城腳下，雁棲湖畔，致力於打造世界級原始創新承載區的懷柔科學城加速崛起。', ''],
      [2, '11: …5]。再看一次[@rmrb20250604]。', ''],
    ]);
    const told = await until('the count in the status bar', async () => (await status(window).innerText()).includes('5 sources') && status(window).locator('a').getAttribute('aria-label'));
    assert.equal(told, 'Sources cited in this note: 5, Citations: 7, Entries without a saved source: 1, Source files that are gone: 1, Unknown keys: 2, Click to list them.');
    assert.match(await status(window).getAttribute('class') ?? '', /warning-kind/);
    await window.page.mouse.move(700, 500);
    await window.pictures('cited');
    assert.equal(await window.treeRow('nobody2024', CITED).getAttribute('aria-label'), 'nobody2024, Unknown: no entry and no source has the key “nobody2024”., cited once');
    assert.match(await window.treeRow('7: …', CITED).getAttribute('aria-label') ?? '', /^line 7, …学城/);
  }));

  it('leads to its places and to the source, and goes into the note again', () => inWindow({ files }, async window => {
    await openBeside(window, 'note.md');
    await labels(window, 5);
    await window.treeRow('nobody2024', CITED).click();
    const selected = async (): Promise<string> => {
      await window.page.keyboard.press('Control+C');
      return window.page.evaluate(() => navigator.clipboard.readText());
    };
    await until('the unknown key in the note', async () => await selected() === '@nobody2024');
    await window.treeRow(seeds.paper.title, CITED).locator('.monaco-tl-twistie').click();
    await window.treeRow('長城腳下，雁棲湖畔，致力於打造世界級原始創新承載區的懷柔科學城加速崛起。', CITED).waitFor();
    await window.treeRow('9: …', CITED).click();
    await until('the place in the note', async () => await selected() === '@rmrb20250604');
    await window.page.keyboard.press('End');
    await window.page.keyboard.type(' ');
    await window.treeRow('城市与科学', CITED).click({ button: 'right' });
    await window.chooseInMenu('Insert This Citation Again');
    await until('the citation in the note', async () => (await window.treeRows(CITED)).some(({ label, description }) => label === '城市与科学' && description.startsWith('×2')));
    await window.treeRow('城市与科学', CITED).click({ button: 'right' });
    await window.chooseInMenu('Copy Citation Key');
    await until('the key on the clipboard', async () => await window.page.evaluate(() => navigator.clipboard.readText()) === 'du2023');
    await window.treeRow(seeds.paper.title, CITED).click();
    await window.reader('长城脚下');
    await window.pictures('cited-reader');
  }));

  it('is used from the keyboard', () => inWindow({ files }, async window => {
    await openBeside(window, 'note.md');
    await labels(window, 5);
    await window.runCommand('Focus on Cited in This Note View');
    for (const key of ['Home', 'ArrowRight']) await window.page.keyboard.press(key);
    await labels(window, 10);
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await window.page.keyboard.press(key);
    await until('the quotation in the note', async () => {
      await window.page.keyboard.press('Control+C');
      return await window.page.evaluate(() => navigator.clipboard.readText()) === '“致力于打造世界级原始创新承载区的怀柔科学城加速崛起”';
    });
    await window.runCommand('Seedbed: Go to Next Citation');
    await window.page.keyboard.press('Control+Shift+ArrowRight');
    await until('the next citation', async () => {
      await window.page.keyboard.press('Control+C');
      return (await window.page.evaluate(() => navigator.clipboard.readText())).startsWith('[@');
    });
  }));

  it('follows what is written, and keeps what stands open', () => inWindow({ files }, async window => {
    await openBeside(window, 'note.md');
    await labels(window, 5);
    await window.treeRow(seeds.paper.title, CITED).locator('.monaco-tl-twistie').click();
    await labels(window, 10);
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.insertText('\n又见 [@rmrb20250604]，@wang 也说。');
    const rows = await window.waitForTree('one place more', all => all.length === 11, CITED);
    assert.equal(rows[0]?.description, '×4 · 人民网-人民日报 · 2025-06-04');
    assert.equal(rows[0].expanded, true);
    await window.page.keyboard.press('Control+N');
    await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await status(window).waitFor({ state: 'hidden' });
    await window.runCommand('Change Language Mode');
    await window.typeInPick('markdown');
    await window.choose('Markdown');
    await window.clickInEditor();
    await window.page.keyboard.insertText('As [@rmrb20250604] says.');
    assert.deepEqual(await labels(window, 1), [`${seeds.paper.title} | 人民网-人民日报 · 2025-06-04`]);
    await until('the count of the new note', async () => (await status(window).innerText()).trim() === '1 source');
  }));

  it('is told to be nothing, or unknown with a bibliography that is torn', () => inWindow({ files }, async window => {
    await window.showSources();
    await welcome(window, 'Open a Markdown note').waitFor();
    await window.pictures('cited-no-note');
    await openBeside(window, 'plain.md');
    await welcome(window, 'This note cites nothing yet').waitFor();
    await status(window).waitFor({ state: 'hidden' });
    await window.pictures('cited-nothing');
    await window.openFile('blank.md');
    await welcome(window, 'its bibliography cannot be read').waitFor();
    await window.openFile('torn.md');
    await window.pane(CITED).locator('.message', { hasText: 'The bibliography references.json cannot be read: line 1' }).waitFor();
    assert.equal((await labels(window, 1)).length, 1);
    await window.pictures('cited-torn');
    await window.runCommand('View: Close All Editors');
    await welcome(window, 'Open a Markdown note').waitFor();
  }));

  it('is told in Chinese', () => inWindow({ files, locale: 'zh-cn' }, async window => {
    await openBeside(window, 'note.md');
    await labels(window, 5);
    await until('the count', async () => (await status(window).innerText()).trim() === '引用 5');
    await window.pictures('zh-cn-cited');
  }));
});
