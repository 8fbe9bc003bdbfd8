import * as vscode from 'vscode';
import type { Writing } from '../core/document';
import { commands } from './names';
import type { ReaderPanel } from './readerPanel';
import type { Readers } from './readers';
import { inBackground } from './runCommand';
import type { Shelf } from './shelf';
import { writingWords } from './words';

/** How long what is in front must stay the same before it is looked at. */
const SETTLE_MS = 200;

/** A text tells its writing in its first pages. */
const LOOKED_AT = 100_000;

const NOTES: readonly string[] = ['markdown', 'plaintext'];

type Subject = 'source' | 'document' | 'selection';
interface InFront { readonly subject: Subject; readonly writing: Writing }

/** Shows in the status bar how the source, document or selection in front is written; a click converts it. */
export function registerWritingStatus(shelf: Shelf, readers: Readers): vscode.Disposable {
  return new WritingStatus(shelf, readers);
}

class WritingStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('seedbed.writing', vscode.StatusBarAlignment.Right, 100);
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;

  constructor(private readonly shelf: Shelf, private readonly readers: Readers) {
    this.item.name = vscode.l10n.t('Chinese script');
    this.item.command = commands.convertScript;
    const lookLater = (): void => this.lookLater();
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(lookLater),
      vscode.window.tabGroups.onDidChangeTabs(lookLater),
      vscode.window.tabGroups.onDidChangeTabGroups(lookLater),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === vscode.window.activeTextEditor) this.lookLater(); }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => { if (document === vscode.window.activeTextEditor?.document) this.lookLater(); }),
      shelf.onDidChange(lookLater),
      readers.onDidSelect(lookLater),
    );
    this.lookLater();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.turn++;
    this.listening.dispose();
    this.item.dispose();
  }

  private lookLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => inBackground('writing', this.look()), SETTLE_MS);
  }

  private async look(): Promise<void> {
    const turn = ++this.turn;
    const found = await this.inFront();
    // Something else came to the front while the library looked.
    if (turn === this.turn) this.show(found);
  }

  private async inFront(): Promise<InFront | undefined> {
    const reader = this.readers.inFront;
    if (reader) return this.inReader(reader);
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const { document } = editor;
    const selected = textOf(document, editor.selections.filter(selection => !selection.isEmpty));
    const source = this.shelved(document.uri.toString());
    if (!source && !NOTES.includes(document.languageId)) return undefined;
    if (selected !== '') return { subject: 'selection', writing: await this.shelf.library.writingOf(selected) };
    if (source && !document.isDirty) return source;
    return { subject: 'document', writing: await this.shelf.library.writingOf(textOf(document, [new vscode.Range(0, 0, document.lineCount, 0)])) };
  }

  /** The words that are selected in a page are looked at as they stand in the file. */
  private async inReader({ source, view, selection }: ReaderPanel): Promise<InFront | undefined> {
    const quoted = selection && (await this.shelf.library.quote(source, view, selection));
    if (!quoted) return this.shelved(source);
    return { subject: 'selection', writing: await this.shelf.library.writingOf(quoted.passage.exact.slice(0, LOOKED_AT)) };
  }

  private shelved(id: string): InFront | undefined {
    const source = this.shelf.source(id);
    return source && !source.error ? { subject: 'source', writing: source } : undefined;
  }

  private show(found: InFront | undefined): void {
    const words = found && writingWords(found.writing);
    if (!found || words === undefined) return this.item.hide();
    this.item.text = shortWords(found.writing);
    this.item.tooltip = sentence(found.subject, words);
    this.item.accessibilityInformation = { label: sentence(found.subject, words), role: 'button' };
    this.item.show();
  }
}

/** The beginning of what stands in `ranges`; no more of a long document is copied. */
function textOf(document: vscode.TextDocument, ranges: readonly vscode.Range[]): string {
  let text = '';
  for (const range of ranges) {
    const { start, end } = document.validateRange(range);
    const last = document.positionAt(document.offsetAt(start) + LOOKED_AT - text.length);
    text += document.getText(new vscode.Range(start, last.isBefore(end) ? last : end));
    if (text.length >= LOOKED_AT) break;
  }
  return text;
}

function shortWords({ script, region }: Writing): string {
  switch (script) {
    case 'Hans': return '简';
    case 'Hant':
      if (region === 'CN') return vscode.l10n.t('繁 (mainland)');
      return region ? `繁 · ${region}` : '繁';
    case 'mixed': return '简 + 繁';
    case 'Jpan': return '日';
    case 'none': return '';
  }
}

function sentence(subject: Subject, words: string): string {
  switch (subject) {
    case 'source': return vscode.l10n.t('The source is written in {0}. Click to convert it.', words);
    case 'document': return vscode.l10n.t('The document is written in {0}. Click to convert it.', words);
    case 'selection': return vscode.l10n.t('The selection is written in {0}. Click to convert it.', words);
  }
}
