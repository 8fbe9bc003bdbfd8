import assert from 'node:assert/strict';
import { inWindow } from './inWindow';
import { seeds } from './seeds';

/** Where the view stands in the side bar. */
const SHARED = 2;

describe('passages across sources', () => {
  it('are listed with their origin, marked in the reader, and set side by side', () => inWindow({}, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.pane(SHARED).locator('.pane-header').click();
    await window.waitForTree('the quotation', rows => rows.some(({ label, description }) => label.startsWith('要加快建设北京') && description === 'in 2 sources · 2025-03-31'), SHARED);
    await window.treeRow('要加快建设北京', SHARED).locator('.monaco-tl-twistie').click();
    const rows = await window.waitForTree('its sources', found => found.some(({ label }) => label === seeds.paper.title), SHARED);
    assert.deepEqual(rows.filter(({ level }) => level === 2).map(({ description }) => description.split(' · ')[0]), ['earliest', '人民网-人民日报']);
    await window.treeRow(seeds.paper.title, SHARED).click();
    const page = await window.reader('2023年5月');
    await page.locator('.tool[aria-label="Show passages in other sources"]').click();
    await page.locator('.shared-button').click();
    await window.pictures('shared-reader');
    await page.locator('.shared-list .text-button', { hasText: 'Compare' }).click();
    const compared = await window.reader('only in the second');
    assert.equal(await compared.locator('.sides mark').innerText(), '河北考察并');
    await window.screenshot('shared-compare');
  }));
});
