import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inWindow } from './inWindow';
import { seeds } from './seeds';
import { until } from './until';
import { makeWorkspace } from './workspace';

const binary = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256);
const broken = '[{ "id": "kept2020", "title": "Kept" ';

describe('bad input', () => {
  it('shows an empty file and a binary in the tree, each with a clear word, beside the sources that can be read', () => inWindow({ files: { 'seeds/empty.txt': '', 'seeds/picture.txt': binary } }, async window => {
    await window.showSources();
    // The view below leaves no room for all rows.
    await window.pane(1).locator('.pane-header').click();
    const rows = await window.waitForTree('the files that cannot be read', shown => shown.some(({ label }) => label === 'picture.txt'));
    const described = new Map(rows.map(({ label, description }) => [label, description]));
    assert.equal(described.get('empty.txt'), 'The file is empty.');
    assert.equal(described.get('picture.txt'), 'This is not a text file. Save the page again as text or Markdown.');
    assert.ok(described.has(seeds.paper.title), 'the other sources are read');
    await window.pictures('bad-binary');
  }));

  it('says that a source is gone when its file is deleted while the reader shows it', () => inWindow({}, async (window, folder) => {
    await window.showSources();
    await window.openSource(seeds.ministry.title);
    rmSync(folder.path(`seeds/${seeds.ministry.file}`));
    await window.readerText('The file is no longer there.');
    await window.screenshot('bad-deleted');
  }));

  it('never writes over a bibliography that it cannot read: says where it breaks and offers to open it', () => inWindow({ files: { 'note.md': '# Notes\n\n', 'references.json': broken } }, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.runCommand('Seedbed: Insert Citation…');
    await window.choose(seeds.paper.title);
    const message = await window.toast('No entry was added');
    assert.match(message, /references\.json cannot be read: line 1, column \d+ is not valid JSON\. It was left as it is\./);
    await window.pictures('bad-bibliography');
    assert.equal(readFileSync(folder.path('references.json'), 'utf8'), broken);
    assert.equal(await window.editorText(), '# Notes\n\n');
    await window.pressInToast('No entry was added', 'Open references.json');
    await window.page.locator('.tab.active', { hasText: 'references.json' }).waitFor();
  }));

  it('cites in a note outside any folder by a bibliography beside that note', () => inWindow({}, async window => {
    const elsewhere = makeWorkspace({ 'note.md': 'See ' }, { seeds: false });
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.runCommand('File: Open File...');
    // The dialog writes its own path over what is typed while it opens, and takes no notice of the key while it looks at a path.
    const tab = window.page.locator('.tab.active', { hasText: 'note.md' });
    await until('the note outside', async () => {
      if (await window.quickInput.isVisible()) {
        await window.typeInPick(elsewhere.path('note.md'));
        await window.page.waitForTimeout(700);
        await window.page.keyboard.press('Enter');
      }
      return tab.waitFor({ timeout: 3_000 }).then(() => true, () => false);
    });
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.runCommand('Seedbed: Insert Citation…');
    await window.choose(seeds.paper.title);
    await until('the bibliography beside the note', () => Promise.resolve(existsSync(elsewhere.path('references.json'))));
    await until('the citation', async () => (await window.editorText()).includes('See [@rmrb20250604]'));
    elsewhere.remove();
  }));

  it('says that a text of 50 MB is too large, and reads the others', () => inWindow({ files: { 'seeds/large.txt': '很长的一行文字，写了又写。\n'.repeat(1_350_000) } }, async window => {
    await window.showSources();
    const rows = await window.waitForTree('the large file and the seeds', shown => shown.filter(({ expanded }) => expanded === undefined).length === 6);
    assert.match(rows.find(({ label }) => label === 'large.txt')?.description ?? '', /^The file is too large to read: 5\d MB, and Seedbed reads up to \d+ MB\.$/);
    await window.screenshot('bad-large');
  }));
});
