import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';
import type { Workspace } from './workspace';

const frameHead = ['扫一扫分享到朋友圈', '正在阅读:', '首页> 新闻频道 > 正文'];
const frameTail = ['[ 责编:李文 ]', '相关阅读', '您此时的心情', '视觉焦点', '独家策划', '加载更多'];
const page = (title: string, at: string, story: readonly string[]): string => [...frameHead, title, `来源:河海网 ${at}`, ...story, ...frameTail].join('\n\n');
const request = (count: number): string => `读者来信请寄河海路八号编辑部，本栏目已经收到来信${count}封，谢谢大家的支持。`;

const pandas = { title: '野化大熊猫放归河海保护区', file: 'seeds/pandas.txt' };
const cubs = { title: '大熊猫幼仔首次亮相', file: 'seeds/cubs.txt' };
const pages = {
  [pandas.file]: page(pandas.title, '2024-05-06 08:30', ['两只大熊猫今天从野化基地放归河海自然保护区，研究人员为它们戴上了项圈。', request(12), '保护区的竹林连成一片，为大熊猫提供食物和水源，巡护员每天都要走完三十公里的山路。']),
  [cubs.file]: page(cubs.title, '2024-06-01 10:00', ['繁育基地的九只大熊猫幼仔今天首次亮相，吸引了三千多名游客前来参观。', request(305), '饲养员介绍说，大熊猫幼仔每天要吃三次竹笋，体重已经超过十公斤，各项指标正常。']),
};

const corrections = (folder: Workspace): string => {
  const file = folder.path('.seedbed/corrections.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const block = (frame: Frame, text: string) => frame.locator('.block', { hasText: text }).first();

/** Waits until a block of the reader is in the article, or hidden from it. */
const waitForBlock = (window: Workbench, title: string, text: string, where: 'article' | 'hidden'): Promise<Frame> =>
  until(`“${text}” ${where}`, async () => {
    const frame = await window.reader(title);
    const isHidden = await block(frame, text).evaluate(found => found.closest('.hidden-blocks') !== null);
    return isHidden === (where === 'hidden') && frame;
  });

describe('corrections', () => {
  it('makes a hidden block part of the article by its button, keeps it in a file, and takes it back', () => inWindow({}, async (window, folder) => {
    await window.showSources();
    const frame = await window.openSource(seeds.paper.title);
    await frame.getByRole('button', { name: 'Show hidden blocks' }).click();
    await block(frame, '点击右上角微信好友').hover();
    for (const theme of ['light', 'contrast', 'dark'] as const) {
      await window.wear(theme);
      await block(frame, '点击右上角微信好友').hover();
      await window.screenshot('correct-button');
    }
    await frame.getByRole('button', { name: 'This Is Body' }).click();
    assert.match(await window.toast('is part of the article now'), /“点击右上角微信好友” is part of the article now\./);
    await waitForBlock(window, seeds.paper.title, '点击右上角微信好友', 'article');
    await window.pictures('correct-body');
    assert.match(corrections(folder), new RegExp(`"seeds/${seeds.paper.file}": \\{\\s+"hash": "[0-9a-f]{64}",\\s+"blocks": \\[\\s+\\{\\s+"text": "点击右上角微信好友",\\s+"role": "body"`));
    await window.pressInToast('is part of the article now', 'Undo');
    await waitForBlock(window, seeds.paper.title, '点击右上角微信好友', 'hidden');
    assert.equal(corrections(folder), '{\n  "version": 1\n}\n');
  }));

  it('hides a line on the site from the context menu: here and on another page, whatever its numbers are', () => inWindow({ files: pages, seeds: false }, async (window, folder) => {
    await window.showSources();
    const frame = await window.openSource(pandas.title, request(12));
    await block(frame, '读者来信').click({ button: 'right' });
    await window.page.locator('.monaco-menu').waitFor();
    await window.screenshot('correct-menu');
    await window.chooseInMenu('Never Show Lines Like This on This Site');
    assert.match(await window.toast('Lines like'), /are hidden on this page and on 1 other page of this site\./);
    await waitForBlock(window, pandas.title, '读者来信', 'hidden');
    await window.screenshot('correct-hidden-line');
    await window.openSource(cubs.title);
    await waitForBlock(window, cubs.title, '读者来信', 'hidden');
    assert.match(corrections(folder), /"hidden": \[\s+"读者来信请寄河海路八号编辑部/);
    await window.runCommand('Seedbed: Undo Last Correction');
    await waitForBlock(window, cubs.title, '读者来信', 'article');
  }));

  it('puts a block right from the keyboard', () => inWindow({ files: pages, seeds: false }, async window => {
    await window.showSources();
    const frame = await window.openSource(pandas.title, request(12));
    await frame.locator('h1').click();
    for (const expected of ['两只大熊猫', '读者来信']) {
      await window.page.keyboard.press('Alt+ArrowDown');
      await until(`the focus on ${expected}`, async () => (await frame.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(expected));
    }
    await window.screenshot('correct-keyboard');
    await window.runCommand('Seedbed: This Is Not Body');
    assert.match(await window.toast('article'), /is no longer part of the article\./);
    await waitForBlock(window, pandas.title, '读者来信', 'hidden');
  }));

  it('edits a date, and the tree shows the source in its new place at once', () => inWindow({ files: pages, seeds: false }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('both months', rows => rows.some(row => row.label === 'May') && rows.some(row => row.label === 'June'));
    await window.treeRow(pandas.title).click({ button: 'right' });
    await window.chooseInMenu('Edit Source Details…');
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Series' }).waitFor();
    const rows = await window.pickRows();
    assert.ok(rows.some(row => row.includes('2024-05-06 08:30') && row.includes('from the line with date and publisher')), rows.join('\n'));
    await window.pictures('correct-details');
    await window.choose('Date');
    await window.typeInPick('2023-02-30');
    await until('the complaint', async () => (await window.quickInput.innerText()).includes('This is no date.'));
    await window.screenshot('correct-date');
    await window.typeInPick('2023年2月3日');
    await window.page.keyboard.press('Enter');
    await until('the new date in the list', async () => (await window.pickRows()).some(row => row.includes('2023-02-03') && row.includes('the page says “2024-05-06 08:30”')));
    await window.screenshot('correct-details-after');
    await window.page.keyboard.press('Escape');
    await window.waitForTree('the source under 2023', found => found.some(row => row.label === '2023') && found.some(row => row.label === 'February'));
    await window.screenshot('correct-tree');
    assert.match(corrections(folder), /"published": "2023-02-03"/);
    await window.treeRow(pandas.title).click({ button: 'right' });
    await window.chooseInMenu('Edit Source Details…');
    await window.choose('Date');
    await window.quickInput.getByRole('button', { name: 'Use What the Page Says' }).click();
    await window.waitForTree('the source in its old place', found => !found.some(row => row.label === '2023'));
    await window.page.keyboard.press('Escape');
    await window.runCommand('Seedbed: Undo Last Correction');
    await window.waitForTree('the source under 2023 again', found => found.some(row => row.label === '2023'));
  }));

  it('shows what was learnt of a site, lets a line always be shown, and sets all of it aside', () => inWindow({ files: pages, seeds: false }, async (window, folder) => {
    await window.showSources();
    await window.openSource(pandas.title, request(12));
    await window.runCommand('Seedbed: Show What Was Learnt of a Site…');
    await window.quickInput.locator('.monaco-list-row', { hasText: '您此时的心情' }).waitFor();
    await window.pictures('correct-learnt');
    await window.choose('您此时的心情');
    await waitForBlock(window, pandas.title, '您此时的心情', 'article');
    await window.quickInput.getByText('Lines you always show').waitFor();
    await window.screenshot('correct-learnt-shown');
    await window.typeInPick('Reset');
    await window.choose('Reset: Use Nothing of What Was Learnt');
    await window.quickInput.getByText('Use What Was Learnt Again').waitFor();
    assert.match(corrections(folder), /"learning": "off",\s+"shown": \[\s+"您此时的心情"/);
  }));

  it('never writes over a file of corrections that it cannot read, and takes it up once it is mended', () => inWindow({ files: { ...pages, '.seedbed/corrections.json': '{ "version": 1, ' }, seeds: false }, async (window, folder) => {
    await window.showSources();
    assert.match(await window.toast('corrections.json cannot be read'), /line 1, column \d+ is not valid JSON\. Until it is mended/);
    const frame = await window.openSource(pandas.title, request(12));
    await block(frame, '读者来信').click();
    await window.runCommand('Seedbed: This Is Not Body');
    assert.match(await window.toast('nothing was corrected'), /It was left as it is, and nothing was corrected\./);
    await window.pictures('correct-broken');
    assert.equal(corrections(folder), '{ "version": 1, ');
    await window.pressInToast('nothing was corrected', 'Open corrections.json');
    await window.page.locator('.tab.active', { hasText: 'corrections.json' }).waitFor();
    await window.clickInEditor();
    await window.page.keyboard.press('Control+A');
    await window.page.keyboard.press('Delete');
    await window.page.keyboard.insertText(JSON.stringify({ sources: { [pandas.file]: { details: { title: '放归' } } } }));
    await window.page.keyboard.press('Control+S');
    await window.waitForTree('the title of the mended file', rows => rows.some(row => row.label === '放归'));
  }));
});
