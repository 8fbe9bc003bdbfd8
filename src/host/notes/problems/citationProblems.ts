import * as vscode from 'vscode';
import { inBackground } from '../../runCommand';
import { changesProblems, readSettings } from '../../settings';
import type { Shelf } from '../../shelf';
import type { Bibliographies } from '../bibliographies';
import { diagnosticOf, rangeOf } from './diagnostic';
import { EntryProblems } from './entryProblems';
import { checkNote, codeOfProblem, type CheckedNote } from './findNoteProblems';
import { problemMessage } from './problemMessage';

/** Quiet time after a keystroke before a note is looked over, in milliseconds. */
const SETTLE_MS = 300;

/** What is amiss about the citations of the notes that are or were in view, as long as they are open. */
export class CitationProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed.citations');
  private readonly entries: EntryProblems;
  private readonly checked = new Map<string, CheckedNote | undefined>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf, private readonly bibliographies: Bibliographies) {
    this.entries = new EntryProblems(shelf.library);
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(editors => {
        this.forgetClosed();
        editors.filter(({ document }) => !this.checked.has(document.uri.toString())).forEach(({ document }) => this.due(document, 0));
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0 && this.checked.has(document.uri.toString())) this.due(document); }),
      vscode.workspace.onDidCloseTextDocument(document => this.forget(document.uri)),
      // The editor keeps the text of a closed tab for a while.
      vscode.window.tabGroups.onDidChangeTabs(() => this.forgetClosed()),
      vscode.workspace.onDidChangeConfiguration(event => { if (changesProblems(event)) { this.entries.showAgain(); this.allDue(); } }),
      shelf.onDidChange(() => this.allDue()),
      bibliographies.onDidSettle(() => this.allDue()),
      this.entries.onDidReport(() => this.allDue(0)),
    );
    vscode.window.visibleTextEditors.forEach(({ document }) => this.due(document, 0));
  }

  /** What is amiss about a note as it stands now. */
  async in(note: vscode.TextDocument): Promise<CheckedNote> {
    const known = this.checked.get(note.uri.toString());
    return known?.version === note.version ? known : checkNote(note, this.shelf, this.bibliographies, this.entries);
  }

  dispose(): void {
    this.timers.forEach(timer => clearTimeout(timer));
    this.listening.dispose();
    this.diagnostics.dispose();
    this.entries.dispose();
  }

  private allDue(delay = SETTLE_MS): void {
    for (const document of vscode.workspace.textDocuments) if (this.checked.has(document.uri.toString())) this.due(document, delay);
    for (const { document } of vscode.window.visibleTextEditors) this.due(document, delay);
  }

  /** Has a note looked over soon; a text that is none, or is a source by now, is forgotten. */
  private due(document: vscode.TextDocument, delay = SETTLE_MS): void {
    const { uri } = document, name = uri.toString();
    clearTimeout(this.timers.get(name));
    if (document.languageId !== 'markdown' || !['file', 'untitled'].includes(uri.scheme) || this.shelf.sourceAt(uri)) { this.forget(uri); return; }
    if (!this.checked.has(name)) this.checked.set(name, undefined);
    this.timers.set(name, setTimeout(() => inBackground('citations', this.check(document)), delay));
  }

  private async check(note: vscode.TextDocument): Promise<void> {
    const name = note.uri.toString();
    // What was told of a text stays until the sources are read again: it would only come and go.
    if (this.shelf.isReading && this.checked.get(name)?.version === note.version) return;
    const found = await checkNote(note, this.shelf, this.bibliographies, this.entries);
    // Closed, or written in meanwhile: then it is due again.
    if (!this.checked.has(name) || note.isClosed || note.version !== found.version) return;
    this.checked.set(name, found);
    const chosen = readSettings(note.uri).problems;
    const reported = await Promise.all(found.problems.map(async problem => {
      const diagnostic = diagnosticOf(codeOfProblem(problem), rangeOf(note, problem.span), problemMessage(problem, found.bibliography), chosen);
      if (!diagnostic || problem.kind !== 'duplicate') return diagnostic;
      const others = await this.entries.duplicates(found.bibliography.files, problem.key);
      diagnostic.relatedInformation = others.map(place => new vscode.DiagnosticRelatedInformation(place, vscode.l10n.t('Another entry of this key.')));
      return diagnostic;
    }));
    if (this.checked.get(name) !== found) return;
    this.diagnostics.set(note.uri, reported.filter(each => each !== undefined));
  }

  private forgetClosed(): void {
    const open = new Set([...vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOf)), ...vscode.window.visibleTextEditors.map(({ document }) => document.uri)].map(String));
    for (const name of this.checked.keys()) if (!open.has(name)) this.forget(vscode.Uri.parse(name));
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.timers.get(uri.toString()));
    this.timers.delete(uri.toString());
    if (!this.checked.delete(uri.toString())) return;
    this.diagnostics.delete(uri);
    this.entries.show(uri, []);
  }
}

/** The texts that a tab shows. */
function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
