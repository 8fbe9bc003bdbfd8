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

const files = { 'notes/note.md': note, 'references.json': bibliography, 'notes/plain.md': '# Nothing\n', 'broken/note.md': 'As [@rmrb20250604] says.\n', 'broken/empty.md': 'Nothing.\n', 'broken/references.json': '[{"id": "a",]' };

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
  it('is listed in order, with how often, where, and the words that are quoted', () => inWindow({ files, settings: { 'window.zoomLevel': 0 } }, async window => {
    await openBeside(window, 'notes/note.md');
    assert.deepEqual(await labels(window, 5), [
      `${seeds.paper.title} | 人民网-人民日报 · 2025-06-04 · ×3`,
      'cctv20250331 | Unknown: no entry and no source has the key “cctv20250331”.',
      '城市与科学 | 江边出版社 · 2023',
      'nobody2024 | Unknown: no entry and no source has the key “nobody2024”.',
      '老剧场明年重新开门 | 江边网 · 2025-01-02',
    ]);
    assert.match(await window.pane(CITED).locator('.pane-header').innerText(), /Cited in This Note\s+note\.md/i);
    await window.treeRow(seeds.paper.title, CITED).locator('.monaco-tl-twistie').click();
    const rows = await window.waitForTree('the places', all => all.length === 10, CITED);
    assert.deepEqual(rows.slice(1, 6).map(({ level, label, description }) => [level, label, description]), [
      [2, '…打造世界级原始创新承载区的怀柔科学城加速崛起”[@rmrb20250604, 第4段]，人物见[@cctv20250331; @du2023]。', 'line 7'],
      [3, '致力于打造世界级原始创新承载区的怀柔科学城加速崛起', ''],
      [2, '…湖畔，致力於打造世界級原始創新承載區的懷柔科學城加速崛起。[@rmrb20250604]', 'line 9'],
      [3, '長城腳下，雁棲湖畔，致力於打造世界級原始創新承載區的懷柔科學城加速崛起。', ''],
      [2, '…别的[@nobody2024]，原件已经不在[@lost2025]。再看一次[@rmrb20250604]。', 'line 11'],
    ]);
    await window.pictures('cited');
  }));
});
