import * as vscode from 'vscode';
import type { LibraryPort, PlacedProblem } from '../../../worker/port';
import { inBackground } from '../../runCommand';
import { readSettings } from '../../settings';
import { nameOf, problemWords, type Bibliography } from '../bibliographies';
import { diagnosticOf } from './diagnostic';
import { entryMessage } from './problemMessage';

/** What is wrong inside the bibliographies of the notes that are looked over, reported in their files. */
export class EntryProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed.bibliographies');
  /** The bibliographies by the notes that use them. */
  private readonly used = new Map<string, readonly Bibliography[]>();
  private readonly shown = new Map<string, Bibliography>();

  constructor(private readonly library: LibraryPort) {}

  /** Reports the bibliographies of `note`, and no longer those that no note uses; each file is looked at once for each of its versions. */
  show(note: vscode.Uri, files: readonly Bibliography[]): void {
    if (files.length > 0) this.used.set(note.toString(), files); else this.used.delete(note.toString());
    const all = new Map([...this.used.values()].flat().map(file => [file.uri.toString(), file]));
    for (const [address, file] of this.shown) if (!all.has(address)) this.clear(file.uri);
    for (const file of files) {
      if (this.shown.get(file.uri.toString()) === file) continue;
      this.shown.set(file.uri.toString(), file);
      inBackground('bibliography', this.report(file));
    }
  }

  /** Reports everything anew, as after a change of settings. */
  showAgain(): void { this.shown.clear(); }

  /** The other entries of a key that an earlier one has. */
  async duplicates(files: readonly Bibliography[], key: string): Promise<readonly vscode.Location[]> {
    const found = await Promise.all(files.map(async ({ uri }) => {
      const problems = await this.library.placedProblemsOf(uri.toString());
      return problems.filter(each => each.kind === 'duplicate' && each.key === key).map(each => new vscode.Location(uri, placeOf(each)));
    }));
    return found.flat();
  }

  dispose(): void { this.diagnostics.dispose(); }

  private clear(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
    this.diagnostics.delete(uri);
  }

  private async report(file: Bibliography): Promise<void> {
    const { uri } = file, address = uri.toString(), chosen = readSettings(uri).problems;
    const [{ file: whole }, entries] = await Promise.all([this.library.problemsOf(address), this.library.placedProblemsOf(address)]);
    if (this.shown.get(address) !== file) return;
    const at = whole?.kind === 'syntax' ? new vscode.Position(whole.line - 1, whole.column - 1) : new vscode.Position(0, 0);
    const message = whole && vscode.l10n.t('The bibliography {0} cannot be read: {1}.', nameOf(uri), problemWords(whole));
    const reported = [
      message === undefined ? undefined : diagnosticOf('bibliography-broken', new vscode.Range(at, at.translate(0, 1)), message, chosen),
      ...entries.map(each => diagnosticOf(each.kind === 'duplicate' ? 'bibliography-duplicate' : 'bibliography-broken', placeOf(each), entryMessage(each), chosen)),
    ];
    this.diagnostics.set(uri, reported.filter(each => each !== undefined));
  }
}

const placeOf = ({ from, to }: PlacedProblem): vscode.Range => new vscode.Range(from.line, from.character, to.line, to.character);
