import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import type { Workbench } from './workbench';

const entry = (id: string, file?: string): object => ({ id, type: 'webpage', title: id, ...file !== undefined && { custom: { seedbed: { path: `seeds/${file}`, hash: '' } } } });
const bibliography = JSON.stringify([entry('paper2025', seeds.paper.file), entry('du2023')], null, 2);
const files = {
  'one.md': '# 一\n\n据报道[@paper2025]，又见[@du2023]。\n',
  'deep/two.md': '# 二\n\n@{paper2025}指出，怀柔科学城加速崛起[参 @paper2025, 第4段]。\n',
  'references.json': bibliography,
};

async function openNote(window: Workbench, name: string): Promise<void> {
  await window.showSources();
  await window.waitForTree('the sources', rows => rows.length > 5);
  await window.openFile(name);
}

/** The rows of the view of references, files and places. */
const listed = (window: Workbench): Promise<readonly string[]> => until('the list of citations', async () => {
  const title = await window.page.locator('.sidebar .composite.title').innerText();
  const shown = await window.page.locator('.sidebar .monaco-list-row').allInnerTexts();
  return /References: Citations of/i.test(title) && shown.length >= 5 && shown.map(each => each.replace(/\s+/gu, ' ').trim());
});

async function putCursorOn(window: Workbench, word: string): Promise<void> {
  const place = await until(`“${word}” in the editor`, () => window.placeOf(word));
  await window.page.mouse.click(place.x, place.y);
}

describe('the notes that cite a source', () => {
  const expected = [
    'two.mddeep', '@{paper2025}指出，怀柔科学城加速崛起[参 @paper2025, 第4段]。', '…科学城加速崛起[参 @paper2025, 第4段]。',
    'one.md', '据报道[@paper2025]，又见[@du2023]。',
  ];

  it('are listed from the menu of its row', () => inWindow({ files }, async window => {
    await openNote(window, 'one.md');
    await window.treeRow(seeds.paper.title).click({ button: 'right' });
    await window.chooseInMenu('Find Notes Citing This Source');
    assert.deepEqual(await listed(window), expected);
    await window.pictures('citing-notes');
  }));

  it('are listed from the palette, for a source that is chosen', () => inWindow({ files }, async window => {
    await openNote(window, 'one.md');
    await window.runCommand('Seedbed: Find Notes Citing This Source');
    await window.choose(seeds.paper.title);
    assert.equal((await listed(window)).length, expected.length);
  }));
});

describe('a key in a note', () => {
  it('is renamed by F2 in all notes and in the bibliography, and named as before by undo', () => inWindow({ files }, async (window, folder) => {
    const onDisk = (): readonly string[] => Object.keys(files).map(name => readFileSync(folder.path(name), 'utf8'));
    await openNote(window, 'one.md');
    await putCursorOn(window, 'paper2025');
    await window.page.keyboard.press('F2');
    const box = window.page.locator('.rename-box input, .rename-box textarea').first();
    await box.waitFor();
    assert.equal(await box.inputValue(), 'paper2025');
    await box.fill('kexue-2025');
    await window.pictures('rename-key');
    await window.page.keyboard.press('Enter');
    const renamed = Object.values(files).map(text => text.replaceAll('paper2025', 'kexue-2025').replace('"title": "kexue-2025"', '"title": "paper2025"'));
    await until('the new key', async () => (await window.editorText()).includes('[@kexue-2025]'));
    await window.runCommand('File: Save All Files');
    await until('the new key in all files', () => Promise.resolve(JSON.stringify(onDisk()) === JSON.stringify(renamed)));
    await window.clickInEditor();
    await window.page.keyboard.press('Control+Z');
    await until('the old key', async () => (await window.editorText()) === files['one.md']);
    // The other files are undone behind the one in front, and opened for it.
    await window.page.locator('.tab.dirty', { hasText: 'two.md' }).waitFor();
    await window.page.locator('.tab.dirty', { hasText: 'references.json' }).waitFor();
    await window.runCommand('File: Save All Files');
    await until('the old key in all files', () => Promise.resolve(JSON.stringify(onDisk()) === JSON.stringify(Object.values(files))));
  }));

  it('leads to the clean text of its source by Ctrl+click', () => inWindow({ files }, async window => {
    await openNote(window, 'one.md');
    const place = await until('the key', () => window.placeOf('paper2025'));
    await window.page.keyboard.down('Control');
    await window.page.mouse.move(place.x - 4, place.y);
    await window.page.mouse.move(place.x, place.y, { steps: 4 });
    await window.page.waitForTimeout(1_000);
    await window.pictures('key-link');
    await window.page.mouse.click(place.x, place.y);
    await window.page.keyboard.up('Control');
    await window.page.locator('.tab.active', { hasText: seeds.paper.title }).waitFor();
    await until('the text of the source', () => window.placeOf('长城脚下'));
    await window.pictures('key-link-source');
  }));
});
