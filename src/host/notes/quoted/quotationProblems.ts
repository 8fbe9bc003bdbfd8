import * as vscode from 'vscode';
import { codeOfVerdict, findingSpan } from '../../../core/quote/finding';
import { quotationMessage } from '../../../messages/quotationMessage';
import type { CheckedQuotation } from '../../../worker/port';
import { localiser } from '../../localiser';
import { changesProblems, readSettings } from '../../settings';
import type { Shelf } from '../../shelf';
import { titleWords } from '../../words';
import { addressesOf, type Bibliographies } from '../bibliographies';
import type { NoteText } from '../noteText';
import { diagnosticOf, rangeOf } from '../problems/diagnostic';
import { WatchedNotes } from '../problems/watchedNotes';

/** Quiet time after a keystroke before quotations are held against their sources, in milliseconds. */
const SETTLE_MS = 120;

/** The quotations of a note with what became of them, as it stood at a version. */
export interface CheckedNote { readonly version: number; readonly quotations: readonly CheckedQuotation[] }

/** What is amiss about the quotations of the notes that are or were in view, as long as they are open, and of others once they were checked. */
export class QuotationProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed.quotations');
  private readonly checked = new Map<string, CheckedNote>();
  private readonly notes: WatchedNotes;
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf, private readonly bibliographies: Bibliographies) {
    this.notes = new WatchedNotes(shelf, { name: 'quotations', settle: SETTLE_MS, check: note => this.check(note), forget: uri => this.forget(uri) });
    this.listening = vscode.Disposable.from(
      this.notes,
      vscode.workspace.onDidChangeConfiguration(event => { if (changesProblems(event)) this.notes.allDue(); }),
      bibliographies.onDidSettle(() => this.notes.allDue()),
      ...this.forgetChanged(),
    );
    this.notes.start();
  }

  /** The quotations of a note as it stands now. */
  async in(note: vscode.TextDocument): Promise<readonly CheckedQuotation[]> {
    const known = this.checked.get(note.uri.toString());
    return known?.version === note.version ? known.quotations : (await this.read(note)).quotations;
  }

  /** Those that are known already, without waiting. */
  known(note: vscode.TextDocument): readonly CheckedQuotation[] {
    const known = this.checked.get(note.uri.toString());
    return known?.version === note.version ? known.quotations : [];
  }

  /** Checks a note, open or not, and reports it. */
  async report(note: NoteText): Promise<readonly CheckedQuotation[]> {
    const { quotations } = await this.read(note);
    this.show(note, quotations);
    return quotations;
  }

  dispose(): void {
    this.listening.dispose();
    this.diagnostics.dispose();
  }

  private async check(note: vscode.TextDocument): Promise<void> {
    const found = await this.read(note);
    // Closed, or written in meanwhile: then it is due again.
    if (!this.notes.holds(note.uri) || note.isClosed || note.version !== found.version) return;
    this.checked.set(note.uri.toString(), found);
    // Words that no source seems to have may stand in one that is not read yet.
    this.show(note, this.shelf.isReading ? found.quotations.filter(({ verdict }) => 'source' in verdict && verdict.kind !== 'hidden') : found.quotations);
  }

  private async read(note: NoteText): Promise<CheckedNote> {
    const { version } = note, text = note.getText(), bibliography = await this.bibliographies.forNote(note);
    return { version, quotations: await this.shelf.library.checkQuotations(addressesOf(bibliography), text, readSettings(note.uri).shortestQuotation) };
  }

  private show(note: NoteText, quotations: readonly CheckedQuotation[]): void {
    const chosen = readSettings(note.uri).problems, text = note.getText();
    this.diagnostics.set(note.uri, quotations.flatMap(each => {
      const code = codeOfVerdict(each.verdict), message = quotationMessage(each, id => this.titleOf(id), localiser);
      return (code && message !== undefined && diagnosticOf(code, rangeOf(note, findingSpan(each, text)), message, chosen)) || [];
    }));
  }

  /** What was said of a note that is not open holds only as long as its file stays as it is. */
  private forgetChanged(): readonly vscode.Disposable[] {
    const files = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', true), drop = (uri: vscode.Uri): void => { if (!this.notes.holds(uri)) this.diagnostics.delete(uri); };
    return [files, files.onDidChange(drop), files.onDidDelete(drop)];
  }

  private titleOf(id: string): string {
    const source = this.shelf.source(id);
    return source ? titleWords(source) : id;
  }

  private forget(uri: vscode.Uri): void {
    this.checked.delete(uri.toString());
    this.diagnostics.delete(uri);
  }
}
