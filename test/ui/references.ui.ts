import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { inWindow } from './inWindow';
import { until } from './until';
import type { Workbench } from './workbench';

const entries = [
  { id: 'hao2020', type: 'book', title: '桥史', author: [{ literal: '郝桥' }], publisher: '河海出版社', 'publisher-place': '江城', issued: { 'date-parts': [[2020]] }, language: 'zh-CN' },
  { id: 'an2019', type: 'article-journal', title: '河口泥沙', author: [{ literal: '安沙' }], 'container-title': '水利学刊', volume: '1', issue: '2', page: '3-4', issued: { 'date-parts': [[2019]] }, language: 'zh-CN' },
  { id: 'tide2024', type: 'webpage', title: '“智汇江城”论坛开幕，数百名学者共商河口生态保护与城市更新之路', author: [{ literal: '江城网' }], issued: { 'date-parts': [[2024, 5, 6]] }, accessed: { 'date-parts': [[2025, 11, 21]] }, language: 'zh-CN', URL: 'https://jiangcheng.example/2024/0506/a1b2c3.html' },
];
const note = '# 江与桥\n\n河口的泥沙有四季[@an2019]，桥也有[@hao2020]；去年的论坛说得更多[@tide2024]。\n\n## 参考文献\n\n';
const files = { 'note.md': note, 'references.json': `${JSON.stringify(entries, null, 2)}\n` };

const rows = async (window: Workbench): Promise<string> => (await window.pickRows()).join('\n');

describe('references', () => {
  it('are written into the note, and kept up to date when it is saved', () => inWindow({ files }, async (window, folder) => {
    await window.openFile('note.md');
    await window.clickInEditor();
    await window.page.keyboard.press('Control+End');
    await window.runCommand('Seedbed: Insert Bibliography');
    await until('the list', async () => (await window.page.locator('.monaco-editor .view-lines').first().innerText()).includes('/seedbed:bibliography'));
    await window.pictures('bibliography-inserted');
    assert.match(await window.editorText(), /\[1\] 安沙\. 河口泥沙\[J\]\. .*\n\n\[2\] 郝桥\. 桥史\[M\].*\n\n\[3\] 江城网\. .*\[EB\/OL\]\. \(2024-05-06\)\[2025-11-21\]\. <https:.*>\./);
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.type('桥先有[@hao2020]。');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Control+S');
    await until('the new order in the file', () => Promise.resolve(/\[1\] 郝桥/.test(readFileSync(folder.path('note.md'), 'utf8'))));
  }));

  it('are shown in each style as one moves through the list, and take the one that is chosen', () => inWindow({ files }, async (window, folder) => {
    await window.openFile('note.md');
    await window.runCommand('Seedbed: Choose Reference Style…');
    await until('the first references in the style of the settings', async () => /\[1\] 安沙/.test(await rows(window)) && /\[3\] 江城网/.test(await rows(window)));
    await window.pictures('choose-style');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('ArrowDown');
    await until('the same in APA', async () => /安沙\. \(2019\)/.test(await rows(window)));
    await window.pictures('choose-style-apa');
    await window.page.keyboard.press('Enter');
    await until('the setting', () => Promise.resolve(existsSync(folder.path('.vscode/settings.json')) && readFileSync(folder.path('.vscode/settings.json'), 'utf8').includes('"seedbed.references.style": "apa"')));
  }));

  it('are exported for other programs', () => inWindow({ files }, async (window, folder) => {
    await window.openFile('note.md');
    await window.runCommand('Seedbed: Export Bibliography…');
    await until('what may be exported', async () => /What note\.md Cites/.test(await rows(window)));
    await window.pictures('export-what');
    await window.choose('What note.md Cites');
    await until('the formats', async () => /BibLaTeX/.test(await rows(window)));
    await window.pictures('export-format');
    await window.choose('BibLaTeX');
    await until('the dialog', () => window.page.locator('.quick-input-widget input').inputValue().then(value => value.endsWith('note-export.bib')));
    await window.page.keyboard.press('Enter');
    await window.toast('3 references were exported to note-export.bib.');
    const text = readFileSync(folder.path('note-export.bib'), 'utf8');
    assert.match(text, /^@article\{an2019,/);
    assert.match(text, /@book\{hao2020,[^@]*title = \{桥史\}/);
  }));
});
