import assert from 'node:assert/strict';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const note = `---
bibliography: references.json
---

# 北京的科创中心

《人民日報》寫道：「綜合極端條件試驗裝置、子午工程一期……多模態跨尺度生物醫學成像設施，今年已有多個大科學裝置通過國家驗收。」[@rmrb20250604, 第5段]

> 长城脚下，雁栖湖畔，致力于打造世界级原始创新承载区的怀柔科学城加速崛起。[@rmrb20250604, 第4段]

又如“山上的老剧场明年夏天才会重新开门”[@rmrb20250604]。
`;

const bibliography = JSON.stringify([
  { id: 'rmrb20250604', type: 'article-newspaper', title: seeds.paper.title, author: [{ literal: '谷业凯' }, { literal: '王昊男' }], 'container-title': '人民日报', issued: { 'date-parts': [[2025, 6, 4]] }, custom: { seedbed: { path: `seeds/${seeds.paper.file}`, hash: '' } } },
], null, 2);

const files = { 'note.md': note, 'references.json': bibliography };

/** The words that the reader has marked. */
async function markedInReader(window: Workbench): Promise<string> {
  const reader = await window.reader('长城脚下');
  return until('the mark in the reader', () => reader.evaluate(() => [...CSS.highlights.get('passage') ?? []].map(String).join('\n') || undefined));
}

describe('a quotation and its source', () => {
  it('shows the passage over the citation, with the characters that differ', () => inWindow({ files, settings: { 'editor.fontSize': 16 } }, async window => {
    await window.openFile('note.md');
    const hover = await window.hover('第5段', 'Paragraph 5');
    for (const text of ['alike', '子午工程', '今年以来已有多个大科学装置通过国家验收', '谷业凯', 'Open in Reader']) assert.ok(hover.includes(text), `the hover shows ${text}: ${hover}`);
    const shown = window.page.locator('.monaco-hover:not(.hidden)').first();
    assert.deepEqual(await shown.locator('strong').allInnerTexts(), [seeds.paper.title, '二', '以来']);
    assert.deepEqual(await shown.locator('del').allInnerTexts(), ['一']);
    await window.pictures('hover-passage');
    await window.clickInEditor();
    assert.match(await window.hover('第4段', 'Paragraph 4'), /the same but for script, width or marks/);
    await window.pictures('hover-passage-same');
  }));

  it('says over the citation that the words are not in the source', () => inWindow({ files }, async window => {
    await window.openFile('note.md');
    const place = await until('the last citation', () => window.placeOf('老剧场'));
    await window.page.mouse.click(place.x, place.y);
    await window.page.keyboard.press('End');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await window.page.keyboard.press(key);
    await window.runCommand('Show or Focus Hover');
    const shown = window.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Not found in this source: 山上的老剧场' }).first();
    await shown.waitFor();
    await window.pictures('hover-passage-missing');
  }));

  it('peeks at the clean text, goes there, and on to the marked passage in the reader', () => inWindow({ files }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    const place = await until('the locator', () => window.placeOf('第4段'));
    await window.page.mouse.click(place.x, place.y);
    await window.runCommand('Peek Definition');
    const peek = window.page.locator('.peekview-widget');
    await peek.locator('.view-line', { hasText: '长城脚下,雁栖湖畔' }).first().waitFor({ timeout: 30_000 });
    await window.pictures('peek-passage');
    await window.page.keyboard.press('Escape');
    await window.runCommand('Go to Definition');
    await window.page.locator('.tab.active', { hasText: seeds.paper.title }).waitFor();
    await until('the paragraph in the editor', () => window.placeOf('长城脚下'));
    await window.pictures('source-text');
    await window.page.locator('.editor-actions a[aria-label^="Open in Reader"]').first().click();
    assert.match(await markedInReader(window), /^长城脚下,雁栖湖畔.*加速崛起。$/);
    await window.pictures('reader-passage');
  }));

  it('opens the cited source at the quoted words', () => inWindow({ files }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    const place = await until('the locator', () => window.placeOf('第4段'));
    await window.page.mouse.click(place.x, place.y);
    await window.runCommand('Seedbed: Open Cited Source');
    assert.match(await markedInReader(window), /^长城脚下,雁栖湖畔.*加速崛起。$/);
  }));
});
