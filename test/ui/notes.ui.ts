import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';

interface Item { readonly id: string; readonly title?: string; readonly custom?: { readonly seedbed?: { readonly path: string; readonly hash: string } } }

const readItems = (path: string): readonly Item[] => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Item[] : []);

const cited = `---
bibliography: references.json
---

# Notes

As [@rmrb20250604] says.
`;

const bibliography = JSON.stringify([
  { id: 'rmrb20250604', type: 'article-newspaper', title: seeds.paper.title, 'container-title': '人民日报', issued: { 'date-parts': [[2025, 6, 4]] }, custom: { seedbed: { path: `seeds/${seeds.paper.file}`, hash: '' } } },
  { id: 'other2020', type: 'book', title: 'A book of another program', note: 'kept as it is' },
], null, 2);

describe('citing in a note', () => {
  it('inserts a citation from the list, writes its entry, and offers to name the bibliography', () => inWindow({ files: { 'note.md': '# Notes\n\nSee ' } }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.press('Control+Alt+C');
    await window.quickInput.waitFor();
    await window.typeInPick('不斷強化');
    await until('the source in the list', async () => (await window.pickRows()).some(row => row.includes(seeds.paper.title)));
    await window.pictures('insert-citation');
    await window.choose(seeds.paper.title);
    const offer = await window.toast('Other programs, such as pandoc');
    assert.match(offer, /Add “bibliography: references\.json” to its front matter\?/);
    await window.page.keyboard.type('12');
    await window.pictures('citation-inserted');
    await window.pressInToast('Other programs', 'Add');
    const text = await until('the front matter', async () => {
      const shown = await window.editorText();
      return shown.startsWith('---\n') && shown;
    });
    assert.match(text, /^---\nbibliography: references\.json\n---\n/);
    assert.match(text, /See \[@rmrb20250604,? ?12\]/);
    const items = readItems(folder.path('references.json'));
    assert.deepEqual(items.map(({ id, title, custom }) => [id, title, custom?.seedbed?.path]), [['rmrb20250604', seeds.paper.title, `seeds/${seeds.paper.file}`]]);
  }));

  it('shows title, publisher, date and the beginning of the article over a key', () => inWindow({ files: { 'note.md': cited, 'references.json': bibliography } }, async window => {
    await window.openFile('note.md');
    const hover = await window.hover('rmrb20250604', seeds.paper.title);
    for (const text of ['人民网-人民日报', 'June 4, 2025', '北京国际科技创新中心建设捷报频传', 'Open in Reader']) assert.ok(hover.includes(text), `the hover shows ${text}`);
    assert.ok(!hover.includes('点击右上角'), 'the excerpt is clean');
    await window.pictures('hover');
  }));

  it('quotes what is selected in the reader into the note last worked in, in one step', () => inWindow({ files: { 'note.md': '# Notes\n' } }, async (window, folder) => {
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.showSources();
    const frame = await window.openSource(seeds.damaged.title, '十五五');
    const paragraph = frame.locator('p.block:visible', { hasText: '“十五五”開局之年首次地方考察' }).first();
    await paragraph.click({ clickCount: 3 });
    await window.pictures('quote-selection');
    await window.runCommand('Seedbed: Insert Quote from Reader Selection');
    await until('the entry in the bibliography', () => Promise.resolve(readItems(folder.path('references.json')).length === 1));
    await window.page.locator('.tab', { hasText: 'note.md' }).click();
    const text = await until('the quotation in the note', async () => {
      const shown = await window.editorText();
      return shown.includes('> ') && shown;
    });
    assert.match(text, /^> 2月9日.*習近平總書記來到位于北京亦莊的國家信創園.*\[@ysxw20260211, para\. \d+\]$/m);
    assert.doesNotMatch(text, /\([a-z]+[1-5]\)/, 'the quotation is mended');
    await window.pictures('quote-inserted');
    await window.page.keyboard.press('Control+Z');
    assert.equal(await window.editorText(), '# Notes\n');
  }));

  it('opens the source of the citation at the cursor', () => inWindow({ files: { 'note.md': cited, 'references.json': bibliography } }, async window => {
    await window.openFile('note.md');
    const place = await until('the key in the editor', () => window.placeOf('rmrb20250604'));
    await window.page.mouse.click(place.x, place.y);
    await window.runCommand('Seedbed: Open Cited Source');
    assert.ok((await window.readerText('长城脚下')).includes(seeds.paper.title));
  }));

  it('keeps the entries of other programs as they are', () => inWindow({ files: { 'note.md': cited, 'references.json': bibliography } }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.runCommand('Seedbed: Insert Citation…');
    await window.choose(seeds.answer.title);
    await until('the new entry', () => Promise.resolve(readItems(folder.path('references.json')).length === 3));
    const text = readFileSync(folder.path('references.json'), 'utf8');
    assert.ok(text.startsWith(bibliography.slice(0, bibliography.lastIndexOf('}') + 1)), 'every byte before the new entry stays');
  }));

  it('shows citations as readable references in the markdown preview', () => inWindow({ files: { 'note.md': cited, 'references.json': bibliography } }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.runCommand('Markdown: Open Preview to the Side');
    const shown = await window.readerText('References');
    assert.match(shown, /As （人民日报，2025-06-04） says\./);
    assert.match(shown, /北京不断强化科技创新策源功能\[N\]/);
    assert.ok(!shown.includes('[@rmrb20250604]'), 'no raw key is left');
    await window.pictures('preview');
  }));
});
