import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const entries = JSON.stringify([
  { id: 'cai2024', type: 'book', title: '紙的歷史', author: [{ literal: '蔡倫' }], issued: { 'date-parts': [[2024]] } },
  { id: 'smith2020', type: 'book', title: 'A History of Paper', author: [{ family: 'Smith', given: 'Jane' }], issued: { 'date-parts': [[2020]] } },
], null, 2);

/** The rows of the suggestion list as a person reads them. */
const suggestions = (window: Workbench): Promise<readonly string[]> =>
  window.page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll(rows => rows.map(row => (row.textContent ?? '').replace(/\s+/g, ' ').trim()));

const suggested = (window: Workbench, what: string, holds: (rows: readonly string[]) => boolean): Promise<readonly string[]> =>
  until(what, async () => {
    const rows = await suggestions(window);
    return holds(rows) && rows;
  });

async function atEndOf(window: Workbench, name: string): Promise<void> {
  await window.showSources();
  await window.waitForTree('the sources', rows => rows.length >= 5);
  await window.openFile(name);
  await window.clickInEditor();
  await window.page.keyboard.press('Control+End');
}

describe('completing a citation by keyboard', () => {
  it('offers sources right behind a Chinese character, narrows as one types, and writes key and entry', () => inWindow({ files: { 'note.md': '# 笔记\n\n', 'references.json': entries } }, async (window, folder) => {
    await atEndOf(window, 'note.md');
    await window.page.keyboard.insertText('据报道');
    await window.page.keyboard.type('@');
    const rows = await suggested(window, 'sources and entries', all => all.length >= 7);
    assert.ok(rows.some(row => row.includes(seeds.paper.title) && row.includes('人民日报 · 2025-06-04')), rows.join('\n'));
    assert.ok(rows.some(row => row.includes('A History of Paper') && row.includes('Smith · 2020')), rows.join('\n'));
    await window.pictures('completion');
    await window.page.keyboard.type('kjcx', { delay: 80 });
    await suggested(window, 'what begins so in pinyin', all => all.length > 0 && all.length < 7 && all.some(row => row.includes(seeds.paper.title)));
    await window.pictures('completion-pinyin');
    for (let letter = 0; letter < 4; letter++) await window.page.keyboard.press('Backspace');
    await window.page.keyboard.insertText('不斷');
    // The editor closes the list once nothing stands behind the sign any more, and opens it again when asked.
    await window.page.keyboard.press('Control+Space');
    await suggested(window, 'the title in the other script', all => all[0]?.includes(seeds.paper.title) === true);
    await window.page.keyboard.press('Enter');
    await until('the key in the note', async () => (await window.editorText()).endsWith('据报道[@rmrb20250604]'));
    const ids = await until('the entry', () => {
      const items = JSON.parse(readFileSync(folder.path('references.json'), 'utf8')) as readonly { readonly id: string }[];
      return Promise.resolve(items.length === 3 && items.map(({ id }) => id));
    });
    assert.deepEqual(ids, ['cai2024', 'smith2020', 'rmrb20250604']);
    await window.toast('Other programs, such as pandoc');
  }));

  it('goes on in the brackets of a citation and leaves nothing of what was typed', () => inWindow({ files: { 'note.md': '如此 ', 'references.json': entries } }, async window => {
    await atEndOf(window, 'note.md');
    await window.page.keyboard.type('[@sm', { delay: 80 });
    await suggested(window, 'the entry', all => all.some(row => row.includes('A History of Paper')));
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.type('; @', { delay: 80 });
    await window.page.keyboard.insertText('纸的历史');
    await suggested(window, 'the entry in the other script', all => all[0]?.includes('紙的歷史') === true);
    await window.page.keyboard.press('Enter');
    assert.equal(await window.editorText(), '如此 [@smith2020; @cai2024]');
  }));

  it('offers nothing in code and in an e-mail address', () => inWindow({ files: { 'note.md': '```\n\n```\n', 'references.json': entries } }, async window => {
    await atEndOf(window, 'note.md');
    await window.page.keyboard.type('name@', { delay: 50 });
    await window.page.waitForTimeout(1000);
    assert.deepEqual((await suggestions(window)).filter(row => row.includes('Paper')), []);
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.type('@', { delay: 50 });
    await window.page.waitForTimeout(1000);
    assert.deepEqual((await suggestions(window)).filter(row => row.includes('Paper')), []);
  }));
});
