import * as vscode from 'vscode';
import type { Shelf } from '../shelf';

/** Remembers the note last worked in: a Markdown text that can be written and is not itself a source. */
export class ActiveNote implements vscode.Disposable {
  private last: vscode.Uri | undefined;
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf) {
    this.remember(vscode.window.activeTextEditor);
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.remember(editor)),
      vscode.workspace.onDidCloseTextDocument(document => { if (document.isUntitled) this.forget(document.uri); }),
      vscode.workspace.onDidDeleteFiles(event => event.files.forEach(uri => this.forget(uri))),
      vscode.workspace.onDidRenameFiles(event => event.files.forEach(({ oldUri, newUri }) => { if (this.isLast(oldUri)) this.last = newUri; })),
    );
  }

  /** The note last worked in, else one that stands in a tab; undefined where there is none. */
  get uri(): vscode.Uri | undefined {
    this.remember(vscode.window.activeTextEditor);
    if (this.last && !this.shelf.sourceAt(this.last)) return this.last;
    return vscode.window.visibleTextEditors.find(editor => this.isNote(editor.document))?.document.uri ?? this.noteInTabs();
  }

  /** The same, but only where it still stands in a tab. */
  get open(): vscode.Uri | undefined {
    const { uri } = this, address = uri?.toString();
    if (vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === address) || textTabs().some(tab => tab.uri.toString() === address)) return uri;
    return this.noteInTabs();
  }

  /** Whether citations can be inserted into `document`. */
  isNote(document: vscode.TextDocument): boolean {
    const writable = document.isUntitled || vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
    return document.languageId === 'markdown' && writable && !this.shelf.sourceAt(document.uri);
  }

  /** Shows a note where it stands already, else beside what is being read. */
  async show(uri: vscode.Uri, preserveFocus: boolean): Promise<vscode.TextEditor> {
    const visible = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
    if (visible && (preserveFocus || visible === vscode.window.activeTextEditor)) return visible;
    const viewColumn = visible?.viewColumn ?? columnOf(uri) ?? freeColumn();
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn, preserveFocus, preview: false });
  }

  dispose(): void { this.listening.dispose(); }

  private remember(editor: vscode.TextEditor | undefined): void {
    if (editor && this.isNote(editor.document)) this.last = editor.document.uri;
  }

  private forget(uri: vscode.Uri): void {
    if (this.isLast(uri)) this.last = undefined;
  }

  private isLast(uri: vscode.Uri): boolean { return this.last?.toString() === uri.toString(); }

  /** After the window was loaded again a tab in the background holds no document yet: its name has to do. */
  private noteInTabs(): vscode.Uri | undefined {
    return textTabs().map(({ uri }) => uri).find(uri => /\.(?:md|markdown)$/i.test(uri.path) && !this.shelf.sourceAt(uri));
  }
}

function textTabs(): { readonly uri: vscode.Uri; readonly group: vscode.TabGroup }[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs.flatMap(({ input }) =>
    (input instanceof vscode.TabInputText ? [{ uri: input.uri, group }] : [])));
}

/** The column whose background holds the note; not the one a reader or preview would be covered in. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isText = (tab: vscode.Tab | undefined): boolean => tab?.input instanceof vscode.TabInputText;
  return textTabs().find(tab => tab.uri.toString() === uri.toString() && isText(tab.group.activeTab))?.group.viewColumn;
}

/** Beside what is being read; where nothing is open, there. */
const freeColumn = (): vscode.ViewColumn =>
  (vscode.window.tabGroups.activeTabGroup.tabs.length === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
