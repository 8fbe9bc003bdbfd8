import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { bundleReader, openBrowser, ReaderWindow } from './readerWindow';
import { seedMessage } from './seedMessage';

describe('passages in other sources on the reader page', () => {
  let browser: Browser;
  let script: string;
  before(async () => { [browser, script] = await Promise.all([openBrowser(), bundleReader()]); });
  after(() => browser.close());

  it('are marked when they are told, listed by keyboard, and wished for by numbers', async () => {
    const reader = await ReaderWindow.open(browser, script), message = seedMessage(1);
    const block = message.page.blocks.find(({ role, text }) => role === 'body' && text.startsWith('2023年5月')) ?? assert.fail();
    await reader.send({ ...message, labels: { ...message.labels, showShared: 'Show', sharedCount: 'In {0}', earliest: 'earliest', compare: 'Compare' } });
    await reader.page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    assert.deepEqual((await reader.posted()).at(-1), { type: 'showShared', on: true });
    const place = { source: 0, title: '<b>另一篇</b>', lang: 'zh-Hans', byline: '央视网 · 2025-03-31', likeness: '97%', isEarliest: true };
    const passage = { from: { block: block.index, offset: 0 }, to: { block: block.index, offset: block.text.length } };
    await reader.send({ type: 'shared', list: 4, state: 'shown', line: 'One passage', passages: [{ passage, opening: '2023', places: [place, { ...place, source: 1, isEarliest: false }] }] });
    assert.equal(await reader.page.locator('.shared-line').innerText(), 'One passage');
    assert.equal(await reader.page.locator('.has-shared').textContent(), block.text);
    const button = reader.page.getByRole('button', { name: 'In 2' });
    assert.equal(await button.innerText(), '2');
    await button.press('Enter');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    const lines = (await reader.page.locator('.shared-list li').allInnerTexts()).map(line => line.replace(/\s+/g, ' '));
    assert.deepEqual(lines, ['<b>另一篇</b> earliest 央视网 · 2025-03-31 97% Compare', '<b>另一篇</b> 央视网 · 2025-03-31 97% Compare']);
    await reader.page.getByRole('button', { name: 'Compare: <b>另一篇</b>' }).last().press('Enter');
    assert.deepEqual((await reader.posted()).at(-1), { type: 'shared', wish: 'compare', list: 4, passage: 0, place: 1 });
    await reader.send({ type: 'shared', list: 5, state: 'off', line: '', passages: [] });
    assert.equal(await reader.page.locator('.has-shared, .shared-row').count(), 0);
    assert.deepEqual(reader.problems, []);
  });
});
