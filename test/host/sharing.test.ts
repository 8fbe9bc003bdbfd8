import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CorrectionFiles } from '../../src/host/corrections/correctionFiles';
import { views } from '../../src/host/names';
import { carrierItem, quotationItem } from '../../src/host/sharing/sharedItems';
import { sharedNotes } from '../../src/host/sharing/sharedNotes';
import { sharedRows, type QuotationNode } from '../../src/host/sharing/sharedTree';
import { Shelf } from '../../src/host/shelf';
import { startLibrary } from '../../src/worker/client';
import { closeEditors, eventually, openNote, remove } from './noteFiles';

const opened = (type: string): Promise<boolean> =>
  eventually(type, () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type))), isOpen => isOpen);

describe('passages across sources', () => {
  let shelf: Shelf, row: QuotationNode;
  const corrections = new CorrectionFiles();
  before(async () => {
    const extension = vscode.extensions.getExtension('seedbed.seedbed') ?? assert.fail();
    await extension.activate();
    shelf = new Shelf(startLibrary(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath), corrections);
    await shelf.update();
    const rows = sharedRows(await shelf.library.sharedQuotations() ?? [], shelf);
    row = rows.find(({ quotation }) => quotation.words.startsWith('要加快建设北京国际科技创新中心')) ?? assert.fail('the quotation of May 2023 is no row');
  });
  afterEach(closeEditors);
  after(async () => { shelf.dispose(); corrections.dispose(); await remove('notes', 'references.json'); });

  it('are rows of a view: the quotation, and below it its sources, the oldest first', () => {
    const item = quotationItem(row), carriers = row.carriers.map(carrierItem);
    assert.equal(item.description, 'in 2 sources · 2025-03-31');
    assert.equal(item.tooltip, row.quotation.words);
    assert.deepEqual(carriers.map(({ description, contextValue }) => [description, contextValue]), [['earliest · 央视网 · 2025-03-31', 'sharedSource'], ['人民网-人民日报 · 2025-06-04', 'sharedSource']]);
  });
  it('open in the reader at the passage, and stand side by side', async () => {
    const { command } = carrierItem(row.carriers[1] ?? assert.fail());
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []) as unknown[]);
    await opened(views.reader);
    await vscode.commands.executeCommand('seedbed.comparePassage', row);
    await opened(views.comparison);
  });
  it('are set side by side from the quotation at the cursor', async () => {
    await openNote('notes', '他说:“要加快建设北京国际科技创新中心和|高水平人才高地”[@rmrb20250604]。\n');
    await vscode.commands.executeCommand('seedbed.comparePassage');
    await opened(views.comparison);
  });
  it('are quoted with their source from a row', async () => {
    const { document } = await openNote('notes', '|\n');
    await vscode.commands.executeCommand('seedbed.insertSharedQuote', row.carriers[0]);
    assert.match(document.getText(), /^> 要加快建设北京国际科技创新中心和高水平人才高地[^\n]*主要策源地。?\n?[^\n]*\[@ysw20250331/m);
  });
  it('are told to the page with what it shows of them', async () => {
    const source = shelf.sources.find(({ path }) => path.includes('001_')) ?? assert.fail();
    const { message, passages } = await sharedNotes(shelf, source, { script: 'hant', fullWidth: true });
    assert.deepEqual([passages.length, message.line], [1, 'One passage of this page stands in other sources too.']);
    assert.deepEqual(message.passages[0]?.places.map(({ byline, isEarliest, lang }) => [byline, isEarliest, lang]), [['央视网 · 2025-03-31', true, 'zh-Hans']]);
    assert.match(message.passages[0]?.opening ?? '', /^2023年5月，習近平/);
  });
});
