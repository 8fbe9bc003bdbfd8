import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

/** Opens a seed from the Sources view. */
async function open(window: Workbench, title: string): Promise<Frame> {
  await window.showSources();
  return window.openSource(title);
}

const textOf = (frame: Frame) => frame.locator('main').innerText();

/** Waits until the page of the reader shows `text`, and gives all it shows. */
const shown = (frame: Frame, text: string) => until(`“${text}” in the reader`, async () => {
  const page = await textOf(frame);
  return page.includes(text) ? page : undefined;
});

describe('the reader', () => {
  it('shows headline, series, publisher, date, people and the article, and nothing that is hidden', () => inWindow({}, async window => {
    const page = await textOf(await open(window, seeds.paper.title));
    for (const text of ['奋勇争先,决战决胜“十四五”', seeds.paper.title, '人民网-人民日报', 'June 4, 2025', '王昊男', '袁晴', '@rmrb20250604', '长城脚下,雁栖湖畔']) {
      assert.ok(page.includes(text), `the page shows ${text}`);
    }
    for (const text of ['点击右上角微信好友', '正在阅读', '来源:人民网']) assert.ok(!page.includes(text), `the page hides ${text}`);
    await window.pictures('reader');
    await window.wear('contrast');
    await window.screenshot('reader');
  }));

  it('shows hidden blocks in their places, each with its reason, and hides them again', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    const toggle = frame.getByRole('button', { name: /^Show hidden blocks/ });
    await toggle.click();
    const page = await shown(frame, '点击右上角微信好友');
    for (const reason of ['Sharing buttons', 'The headline once more', 'Path through the site', 'Date and publisher']) assert.ok(page.includes(reason), `the page says ${reason}`);
    assert.ok(page.indexOf('正在阅读') < page.indexOf('长城脚下'), 'a hidden block stands where the file has it');
    assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
    await window.pictures('reader-hidden-blocks');
    await toggle.click();
    await until('the hidden blocks to go', async () => !(await textOf(frame)).includes('点击右上角微信好友'));
  }));

  it('shows 001 in Traditional Chinese, in the forms of Taiwan, and as saved again', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    const script = frame.getByRole('combobox', { name: 'Chinese script' });
    await script.selectOption({ label: 'Traditional' });
    const page = await shown(frame, '北京不斷強化科技創新策源功能');
    assert.ok(page.includes('長城腳下,雁棲湖畔'), 'the article is converted');
    assert.ok(page.includes('爲科技強國'), 'plain Traditional has the forms of the dictionary');
    await window.pictures('reader-001-traditional');
    await script.selectOption({ label: 'Traditional (Taiwan)' });
    await shown(frame, '為科技強國');
    await script.selectOption({ label: 'As saved' });
    await shown(frame, seeds.paper.title);
  }));

  it('shows 004 in Simplified Chinese, without glosses and spam, mended, and says so', () => inWindow({}, async window => {
    const frame = await open(window, seeds.damaged.title);
    const saved = await textOf(frame);
    assert.ok(saved.includes('。粵港澳大灣區'), 'the shifted run is restored');
    assert.match(saved, /506 pinyin glosses taken out/);
    await window.pictures('reader-004');
    await frame.getByRole('combobox', { name: 'Chinese script' }).selectOption({ label: 'Simplified' });
    const page = await shown(frame, '从开局之年首次地方考察,读懂“科技自立自强”的深意');
    assert.ok(page.includes('。粤港澳大湾区'));
    assert.doesNotMatch(page.replace(/506 pinyin/, ''), /\([a-z]+[1-5]?\)/i, 'no gloss is left');
    await window.pictures('reader-004-simplified');
  }));

  it('notes beside 003 that 120日 is no date of its page, and leaves it as it stands', () => inWindow({}, async window => {
    const frame = await open(window, seeds.ministry.title);
    const page = await shown(frame, '120日上午,国务院新闻办公室');
    assert.ok(page.includes('1 suspected slip of the page, marked.'));
    assert.ok(page.includes('The page says “120日”; it is of January 20, 2021. Perhaps “1月20日”.'));
    await frame.getByRole('button', { name: 'Show in the text' }).click();
    assert.equal(await frame.locator('.current').innerText(), '120日');
    await window.pictures('reader-003-doubt');
    await window.runCommand('View: Toggle Primary Side Bar Visibility');
    const note = await frame.locator('.doubt-notes p').boundingBox(), block = await frame.locator('.doubted .block').boundingBox();
    assert.ok(note && block && note.x > block.x + block.width, 'the note stands in the margin of a wide page');
    await window.pictures('reader-003-doubt-wide');
  }));

  it('gives punctuation its full width back', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    await frame.getByRole('button', { name: 'Full-width punctuation' }).click();
    await shown(frame, '长城脚下，雁栖湖畔，');
    await window.pictures('reader-full-width');
  }));

  it('sets the text larger', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    const size = () => frame.locator('p.block').first().evaluate(element => parseFloat(getComputedStyle(element).fontSize));
    const visible = frame.locator('p.block:visible').first();
    await visible.waitFor();
    const before = await size();
    await frame.getByRole('button', { name: 'Larger text' }).click();
    await until('larger text', async () => (await size()) > before);
  }));

  it('finds words in the page', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    await frame.locator('h1').click();
    await window.page.keyboard.press('Control+F');
    const find = window.page.locator('.simple-find-part.visible input').first();
    await find.waitFor();
    await find.fill('雁栖湖');
    await window.page.keyboard.press('Enter');
    await window.screenshot('reader-find');
    assert.equal(await find.inputValue(), '雁栖湖');
    await until('the found words in view', async () => frame.locator('p.block', { hasText: '雁栖湖' }).first().evaluate(element => {
      const box = element.getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight;
    }));
  }));

  it('is one column that is used again, until a page is kept open', () => inWindow({}, async window => {
    await open(window, seeds.paper.title);
    await window.openSource(seeds.tv.title, '央视网消息');
    assert.equal(await window.page.locator('.tab').count(), 1);
    await window.runCommand('Seedbed: Open in a Reader of Its Own');
    await window.openSource(seeds.paper.title, '长城脚下');
    await until('a second tab', async () => (await window.page.locator('.tab').count()) === 2);
  }));

  it('comes back after the window is loaded again, as it was', () => inWindow({}, async window => {
    const frame = await open(window, seeds.paper.title);
    await frame.getByRole('combobox', { name: 'Chinese script' }).selectOption({ label: 'Traditional' });
    await shown(frame, '長城腳下');
    await window.reload();
    const page = await window.readerText('長城腳下');
    assert.ok(page.includes('北京不斷強化科技創新策源功能'));
    await window.screenshot('reader-after-reload');
  }));

  it('shows the file of the page on demand', () => inWindow({}, async (window, folder) => {
    const frame = await open(window, seeds.paper.title);
    await frame.getByRole('button', { name: 'Show Source File' }).click();
    await window.page.locator('.tab', { hasText: seeds.paper.file }).waitFor();
    assert.equal(await window.editorText(), readFileSync(folder.path(`seeds/${seeds.paper.file}`), 'utf8').replace(/\r\n/g, '\n'));
  }));
});
