import * as vscode from 'vscode';
import { inBackground } from '../../runCommand';
import type { Shelf } from '../../shelf';

/** What is done about the notes that are watched. */
export interface NoteWatch {
  /** Name of the work, for the log. */
  readonly name: string;
  /** Quiet time after a keystroke before a note is looked over, in milliseconds. */
  readonly settle: number;
  check(note: vscode.TextDocument): Promise<void>;
  /** A note was closed, or is a source by now. */
  forget(note: vscode.Uri): void;
}

/** The notes that are or were in view, as long as they are open; has each looked over soon after it changed. */
export class WatchedNotes implements vscode.Disposable {
  private readonly watched = new Set<string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf, private readonly watch: NoteWatch) {
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(editors => {
        this.forgetClosed();
        editors.filter(({ document }) => !this.holds(document.uri)).forEach(({ document }) => this.due(document, 0));
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0 && this.holds(document.uri)) this.due(document); }),
      vscode.workspace.onDidCloseTextDocument(document => this.forget(document.uri)),
      // The editor keeps the text of a closed tab for a while.
      vscode.window.tabGroups.onDidChangeTabs(() => this.forgetClosed()),
      shelf.onDidChange(() => this.allDue()),
    );
  }

  /** Begins with the notes in view. */
  start(): void { vscode.window.visibleTextEditors.forEach(({ document }) => this.due(document, 0)); }

  holds(note: vscode.Uri): boolean { return this.watched.has(note.toString()); }

  allDue(delay = this.watch.settle): void {
    for (const document of vscode.workspace.textDocuments) if (this.holds(document.uri)) this.due(document, delay);
    for (const { document } of vscode.window.visibleTextEditors) this.due(document, delay);
  }

  dispose(): void {
    this.timers.forEach(timer => clearTimeout(timer));
    this.listening.dispose();
  }

  /** Has a note looked over soon; a text that is none, or is a source by now, is forgotten. */
  private due(document: vscode.TextDocument, delay = this.watch.settle): void {
    const { uri } = document, name = uri.toString();
    clearTimeout(this.timers.get(name));
    if (document.languageId !== 'markdown' || !['file', 'untitled'].includes(uri.scheme) || this.shelf.sourceAt(uri)) { this.forget(uri); return; }
    this.watched.add(name);
    this.timers.set(name, setTimeout(() => inBackground(this.watch.name, this.watch.check(document)), delay));
  }

  private forgetClosed(): void {
    const open = new Set([...vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOf)), ...vscode.window.visibleTextEditors.map(({ document }) => document.uri)].map(String));
    for (const name of this.watched) if (!open.has(name)) this.forget(vscode.Uri.parse(name));
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.timers.get(uri.toString()));
    this.timers.delete(uri.toString());
    if (this.watched.delete(uri.toString())) this.watch.forget(uri);
  }
}

/** The texts that a tab shows. */
function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
