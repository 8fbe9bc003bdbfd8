import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const note = '---\nbibliography: references.json\n---\n\n# 科技创新\n\n据人民日报报道@rmrb20250604，策源功能不断强化。\n\n手机是“真·魔法棒”［@ysw20250331］；又见[@ysw2025033]。\n';
const references = JSON.stringify([
  { id: 'rmrb20250604', type: 'article-newspaper', title: '北京不断强化科技创新策源功能' },
  { id: 'ysw20250331', type: 'webpage', title: '手机变身魔法棒' },
], null, 2);

const squiggles = (window: Workbench): Promise<number> => window.page.locator('.cdr.squiggly-warning').count();

/** The titles under the lightbulb at the end of a line, which is opened by the keyboard. */
async function lightbulb(window: Workbench, line: number, column: number): Promise<readonly string[]> {
  await window.clickInEditor();
  await window.page.keyboard.press('Control+Home');
  for (let down = 1; down < line; down++) await window.page.keyboard.press('ArrowDown');
  for (let right = 1; right < column; right++) await window.page.keyboard.press('ArrowRight');
  const rows = window.page.locator('.action-widget .monaco-list-row.action');
  // Marks that are set anew just then close the list.
  await until('the list of fixes', async () => {
    await window.page.keyboard.press('Control+.');
    return rows.first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
  });
  return (await rows.allInnerTexts()).map(text => text.trim());
}

const take = (window: Workbench, title: string): Promise<void> => window.page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();

describe('problems of citations', () => {
  it('are marked, explained and mended by the lightbulb', () => inWindow({ files: { 'note.md': note, 'references.json': references } }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await until('three marks', async () => (await squiggles(window)) >= 3);
    await window.hover('@rmrb20250604', 'pandoc sees no citation here');
    await window.screenshot('citation-glued-hover');
    await window.page.keyboard.press('Escape');

    assert.equal((await lightbulb(window, 7, 12))[0], 'Write “[@rmrb20250604]”');
    await window.pictures('citation-glued-fixes');
    await take(window, 'Write “[@rmrb20250604]”');
    await until('the first fix', async () => (await window.editorText()).includes('报道[@rmrb20250604]，'));

    const titles = await lightbulb(window, 9, 38);
    assert.deepEqual(titles.slice(0, 2), ['Cite “ysw20250331” Instead', 'Cite Another Source…']);
    await window.pictures('citation-unknown-fixes');
    await take(window, 'Cite “ysw20250331” Instead');
    await until('the second fix', async () => (await window.editorText()).includes('又见[@ysw20250331]'));
    await until('one mark', async () => (await squiggles(window)) === 1);
  }));

  it('lead to another source, whose entry is written', () => inWindow({ files: { 'note.md': note.replace('［@ysw20250331］', ''), 'references.json': references } }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await until('the marks', async () => (await squiggles(window)) >= 2);
    await lightbulb(window, 9, 20);
    await take(window, 'Cite Another Source…');
    await window.choose(seeds.damaged.title);
    await until('the other key', async () => !(await window.editorText()).includes('[@ysw2025033]'));
    const items = JSON.parse(readFileSync(folder.path('references.json'), 'utf8')) as readonly { readonly id: string }[];
    assert.ok((await window.editorText()).includes(`又见[@${items[2]?.id ?? ''}]`));
    await window.pictures('citation-other-source');
  }));
});
