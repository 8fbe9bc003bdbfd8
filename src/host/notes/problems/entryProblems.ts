import * as vscode from 'vscode';
import type { LibraryPort, PlacedProblem } from '../../../worker/port';
import { inBackground } from '../../runCommand';
import { readSettings } from '../../settings';
import { nameOf, problemWords, type Bibliography } from '../bibliographies';
import { diagnosticOf } from './diagnostic';
import { entryMessage } from './problemMessage';

/** What is known of a file: why it cannot be read as a whole, as the end of a sentence, empty where it can, and how many of its entries are broken. */
export interface FileState { readonly words: string; readonly broken: number }

/** What is wrong inside the bibliographies of the notes that are looked over, reported in their files. */
export class EntryProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed.bibliographies');
  /** The bibliographies by the notes that use them. */
  private readonly used = new Map<string, readonly Bibliography[]>();
  private readonly shown = new Map<string, Bibliography>();
  private readonly states = new WeakMap<Bibliography, FileState>();
  private readonly reports = new vscode.EventEmitter<void>();

  /** Fires when another file has been looked at. */
  readonly onDidReport = this.reports.event;

  constructor(private readonly library: LibraryPort) {}

  /** Reports the bibliographies of `note`, and no longer those that no note uses; each file is looked at once for each of its versions. */
  show(note: vscode.Uri, files: readonly Bibliography[]): void {
    if (files.length > 0) this.used.set(note.toString(), files); else this.used.delete(note.toString());
    const all = new Map([...this.used.values()].flat().map(file => [file.uri.toString(), file]));
    for (const [address, file] of this.shown) if (!all.has(address)) this.clear(file.uri);
    for (const file of files) {
      // One that cannot be opened is another each time it is asked for, and holds no place to mark.
      if (file.problem !== undefined) { this.clear(file.uri); continue; }
      if (this.shown.get(file.uri.toString()) === file) continue;
      this.shown.set(file.uri.toString(), file);
      inBackground('bibliography', this.report(file));
    }
  }

  /** What is known of a file; undefined as long as nobody has looked. */
  stateOf(file: Bibliography): FileState | undefined {
    return file.problem === undefined ? this.states.get(file) : { words: file.problem, broken: 0 };
  }

  /** Reports everything anew, as after a change of settings. */
  showAgain(): void { this.shown.clear(); }

  /** The other entries of a key that an earlier one has. */
  async duplicates(files: readonly Bibliography[], key: string): Promise<readonly vscode.Location[]> {
    const found = await Promise.all(files.map(async ({ uri }) => {
      const problems = await this.library.entryProblems(uri.toString());
      return problems.filter(each => each.kind === 'duplicate' && each.key === key).map(each => new vscode.Location(uri, placeOf(each)));
    }));
    return found.flat();
  }

  dispose(): void {
    this.diagnostics.dispose();
    this.reports.dispose();
  }

  private clear(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
    this.diagnostics.delete(uri);
  }

  private async report(file: Bibliography): Promise<void> {
    const { uri } = file, address = uri.toString(), chosen = readSettings(uri).problems;
    const entries = await this.library.entryProblems(address), whole = await this.library.problemOf(address);
    if (this.shown.get(address) !== file) return;
    const words = whole ? problemWords(whole) : '', isKnown = this.states.has(file);
    this.states.set(file, { words, broken: entries.filter(each => each.kind !== 'duplicate').length });
    if (!isKnown) this.reports.fire();
    const at = whole?.kind === 'syntax' ? new vscode.Position(whole.line - 1, whole.column - 1) : new vscode.Position(0, 0);
    const message = vscode.l10n.t('The bibliography {0} cannot be read: {1}.', nameOf(uri), words);
    const reported = [
      words === '' ? undefined : diagnosticOf('bibliography-broken', new vscode.Range(at, at.translate(0, 1)), message, chosen),
      ...entries.map(each => diagnosticOf(each.kind === 'duplicate' ? 'bibliography-duplicate' : 'bibliography-broken', placeOf(each), entryMessage(each), chosen)),
    ];
    this.diagnostics.set(uri, reported.filter(each => each !== undefined));
  }
}

const placeOf = ({ from, to }: PlacedProblem): vscode.Range => new vscode.Range(from.line, from.character, to.line, to.character);
