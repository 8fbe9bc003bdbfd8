import assert from 'node:assert/strict';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';

describe('the same first steps with the display language Simplified Chinese', () => {
  it('speaks Chinese in view, palette, reader, list and hover', () => inWindow({ locale: 'zh-cn', files: { 'note.md': '# 札记\n\n见' } }, async window => {
    await window.showSources();
    const rows = await window.waitForTree('the sources', shown => shown.length >= 5);
    assert.deepEqual(await window.page.locator('.sidebar .pane-header h3').allInnerTexts(), ['资料', '本文引用', '共有引文']);
    assert.ok(rows.some(({ label }) => label === '六月' || label === '6月'), `a month in Chinese among ${JSON.stringify(rows.map(({ label }) => label))}`);
    await window.pictures('zh-cn-tree');

    await window.runCommand('Seedbed: 资料分组方式…');
    await window.choose('主题');
    await window.waitForTree('the topics', shown => shown[0]?.label === '国际科技创新中心');

    const frame = await window.openSource(seeds.damaged.title, '2月11日');
    const page = await frame.locator('main').innerText();
    assert.match(page, /506/);
    await frame.getByRole('combobox').selectOption('hans');
    await until('the converted headline', async () => (await frame.locator('main').innerText()).includes('从开局之年首次地方考察'));
    const buttons = await frame.locator('[role="toolbar"] button').evaluateAll(all => all.map(button => button.getAttribute('aria-label') ?? ''));
    assert.ok(buttons.length >= 6 && buttons.every(label => /\p{Script=Han}/u.test(label)), `buttons in Chinese: ${buttons.join(' ')}`);
    await window.pictures('zh-cn-reader');

    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.runCommand('Seedbed: 插入引用…');
    await window.choose(seeds.paper.title);
    await until('the citation', async () => (await window.editorText()).includes('[@rmrb20250604]'));
    const hover = await window.hover('rmrb20250604', seeds.paper.title);
    assert.ok(hover.includes('2025年6月4日') && hover.includes('在阅读器中打开'), hover);
    await window.pictures('zh-cn-hover');
  }));

  it('speaks Traditional Chinese to those who read that', () => inWindow({ locale: 'zh-tw' }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', shown => shown.length >= 5);
    assert.deepEqual(await window.page.locator('.sidebar .pane-header h3').allInnerTexts(), ['資料', '本文引用', '共有引文']);
    await window.screenshot('zh-tw-tree');
  }));
});
