import * as vscode from 'vscode';
import { changesProblems, readSettings } from '../../settings';
import type { Shelf } from '../../shelf';
import type { Bibliographies } from '../bibliographies';
import { diagnosticOf, rangeOf } from './diagnostic';
import { EntryProblems } from './entryProblems';
import { checkNote, codeOfProblem, type CheckedNote } from './findNoteProblems';
import { problemMessage } from './problemMessage';
import { WatchedNotes } from './watchedNotes';

/** Quiet time after a keystroke before a note is looked over, in milliseconds. */
const SETTLE_MS = 300;

/** What is amiss about the citations of the notes that are or were in view, as long as they are open. */
export class CitationProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed.citations');
  private readonly entries: EntryProblems;
  private readonly checked = new Map<string, CheckedNote>();
  private readonly notes: WatchedNotes;
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf, private readonly bibliographies: Bibliographies) {
    this.entries = new EntryProblems(shelf.library);
    this.notes = new WatchedNotes(shelf, { name: 'citations', settle: SETTLE_MS, check: note => this.check(note), forget: uri => this.forget(uri) });
    this.listening = vscode.Disposable.from(
      this.notes,
      vscode.workspace.onDidChangeConfiguration(event => { if (changesProblems(event)) { this.entries.showAgain(); this.notes.allDue(); } }),
      bibliographies.onDidSettle(() => this.notes.allDue()),
      this.entries.onDidReport(() => this.notes.allDue(0)),
    );
    this.notes.start();
  }

  /** What is amiss about a note as it stands now. */
  async in(note: vscode.TextDocument): Promise<CheckedNote> {
    const known = this.checked.get(note.uri.toString());
    return known?.version === note.version ? known : checkNote(note, this.shelf, this.bibliographies, this.entries);
  }

  dispose(): void {
    this.listening.dispose();
    this.diagnostics.dispose();
    this.entries.dispose();
  }

  private async check(note: vscode.TextDocument): Promise<void> {
    const name = note.uri.toString();
    // What was told of a text stays until the sources are read again: it would only come and go.
    if (this.shelf.isReading && this.checked.get(name)?.version === note.version) return;
    const found = await checkNote(note, this.shelf, this.bibliographies, this.entries);
    // Closed, or written in meanwhile: then it is due again.
    if (!this.notes.holds(note.uri) || note.isClosed || note.version !== found.version) return;
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

  private forget(uri: vscode.Uri): void {
    this.checked.delete(uri.toString());
    this.diagnostics.delete(uri);
    this.entries.show(uri, []);
  }
}
