import * as vscode from 'vscode';
import type { BibliographyError, CslItem, LibraryPort } from '../../worker/port';
import { inBackground } from '../runCommand';
import { notTextWords, readContent, stampOf } from '../textFile';
import { folderOf, locateBibliography, type BibliographyPlace } from './locateBibliography';
import { noteScan } from './noteScan';
import { closedNote, type NoteText } from './noteText';

/** A bibliography file as it stands now; what it says is asked of the library by its address. */
export interface Bibliography {
  readonly uri: vscode.Uri;
  readonly exists: boolean;
  readonly entries: number;
  /** Why the file cannot be opened, in the words of the display language; what is wrong inside it is told by `problemIn`. */
  readonly problem?: string;
}

/** What the citations of one note are looked up in. */
export interface NoteBibliography {
  readonly place: BibliographyPlace;
  readonly files: readonly Bibliography[];
}

/** What is known of a note's citations without waiting. */
export interface KnownCitations {
  readonly bibliography: NoteBibliography;
  /** The entries of the keys the note cites. */
  readonly items: ReadonlyMap<string, CslItem>;
}

interface Read { readonly stamp: string; readonly bibliography: Promise<Bibliography> }

/** Quiet time after a change before previews are drawn again, in milliseconds. */
const SETTLE_MS = 150;

/** The bibliographies of all notes, handed to the library once for each version of a file or buffer. */
export class Bibliographies implements vscode.Disposable {
  private readonly handedIn = new Map<string, Read>();
  private readonly notes = new Map<string, KnownCitations>();
  /** Watchers by the folder outside the workspace, that of the workspace by no name. */
  private readonly watched = new Map<string, vscode.Disposable>();
  private readonly looks = new Map<string, { readonly again: boolean }>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly listening: vscode.Disposable;
  private readonly settled = new vscode.EventEmitter<void>();
  private timer: NodeJS.Timeout | undefined;

  /** Fires with a note that was asked for by `known` once its citations stand for something else. */
  readonly onDidChange = this.changes.event;

  /** Fires when files may have changed, came or went, once they are quiet. */
  readonly onDidSettle = this.settled.event;

  constructor(private readonly library: LibraryPort) {
    this.watched.set('', this.watch('**/*.{json,bib}'));
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(event => this.touched(event.document.uri)),
      vscode.workspace.onDidCloseTextDocument(document => { this.notes.delete(document.uri.toString()); this.touched(document.uri); }),
    );
  }

  /** Reads what `note` names, or what stands nearest to it. */
  async forNote(note: NoteText): Promise<NoteBibliography> {
    const place = await locateBibliography(note, this.library);
    return { place, files: await Promise.all(place.files.map(uri => this.read(uri))) };
  }

  /** What a note at the root of the workspace would have; without a folder, nothing. */
  async forWorkspace(): Promise<NoteBibliography> {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    return root ? this.forNote(closedNote(vscode.Uri.joinPath(root, 'note.md'), '')) : { place: { files: [], target: undefined, named: false, foreign: [] }, files: [] };
  }

  /** What is known without waiting, for the preview; looks again behind and fires when there is more to show. */
  known(note: vscode.Uri): KnownCitations | undefined {
    this.lookBehind(note);
    return this.notes.get(note.toString());
  }

  /** Reads one file, from its unsaved buffer if there is one. */
  async read(uri: vscode.Uri): Promise<Bibliography> {
    const stamp = await stampOf(uri), known = this.handedIn.get(uri.toString());
    if (known?.stamp === stamp) return known.bibliography;
    const bibliography = this.handIn(uri);
    this.handedIn.set(uri.toString(), { stamp, bibliography });
    const forget = (): void => { if (this.handedIn.get(uri.toString())?.bibliography === bibliography) this.handedIn.delete(uri.toString()); };
    // What could not be opened is tried again: rights that are given back change no stamp.
    bibliography.then(({ problem }) => { if (problem !== undefined) forget(); }, forget);
    return bibliography;
  }

  /** Takes note that a file was written just now. */
  refresh(uri: vscode.Uri): void {
    this.handedIn.delete(uri.toString());
    this.settle();
  }

  /** Hands everything in anew, to a library that was started again. */
  readAgain(): void {
    this.handedIn.clear();
    this.settle();
  }

  /** Why other programs cannot read one of the files, with its address; undefined where they can. */
  async problemIn({ files }: NoteBibliography): Promise<{ readonly uri: vscode.Uri; readonly problem: string } | undefined> {
    for (const { uri, problem } of files) {
      if (problem !== undefined) return { uri, problem };
      const file = await this.library.problemOf(uri.toString());
      if (file) return { uri, problem: problemWords(file) };
    }
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.watched.forEach(watcher => { watcher.dispose(); });
    this.changes.dispose();
    this.settled.dispose();
  }

  private watch(files: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(files), touched = (uri: vscode.Uri): void => { this.touched(uri); };
    return vscode.Disposable.from(watcher, watcher.onDidChange(touched), watcher.onDidCreate(touched), watcher.onDidDelete(touched));
  }

  /** A folder outside the workspace, where the library of another program may lie, is watched once a note names a file of it. */
  private watchBeside(uri: vscode.Uri): void {
    const folder = folderOf(uri), name = folder.toString();
    if (vscode.workspace.getWorkspaceFolder(uri) || this.watched.has(name)) return;
    this.watched.set(name, this.watch(new vscode.RelativePattern(folder, '*.{json,bib}')));
  }

  private touched(uri: vscode.Uri): void { if (this.concerns(uri)) this.settle(); }

  private async handIn(uri: vscode.Uri): Promise<Bibliography> {
    this.watchBeside(uri);
    const read = await readContent(uri);
    const { entries, isText } = await this.library.putBibliography(uri.toString(), read.kind === 'content' ? read.content : undefined);
    const problem = read.kind === 'unreadable' ? read.message : isText ? undefined : notTextWords();
    return { uri, exists: read.kind !== 'missing', entries, ...(problem !== undefined && { problem }) };
  }

  /** A new file of a bibliography's name may stand nearer to a note than the one it has. */
  private concerns(uri: vscode.Uri): boolean {
    const name = nameOf(uri);
    return [...this.handedIn.keys()].some(address => nameOf(vscode.Uri.parse(address)) === name);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const note of this.notes.keys()) this.lookBehind(vscode.Uri.parse(note));
      this.settled.fire();
    }, SETTLE_MS);
  }

  /** One look at a time for each note, and one more where it was asked for meanwhile. */
  private lookBehind(note: vscode.Uri): void {
    const name = note.toString(), isLooking = this.looks.has(name);
    this.looks.set(name, { again: isLooking });
    if (isLooking) return;
    inBackground('bibliography', this.look(note).finally(() => {
      const again = this.looks.get(name)?.again;
      this.looks.delete(name);
      if (again) this.lookBehind(note);
    }));
  }

  private async look(note: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === note.toString());
    if (!document) return;
    const bibliography = await this.forNote(document);
    const keys = [...new Set(noteScan(document).citations.flatMap(citation => citation.keys.map(({ key }) => key)))];
    const found = await this.library.lookUp(addressesOf(bibliography), keys);
    const items = new Map(found.flatMap(({ key, item }) => (item ? [[key, item] as const] : [])));
    const old = this.notes.get(note.toString());
    this.notes.set(note.toString(), { bibliography, items });
    if (!old || !isSame(old, { bibliography, items })) this.changes.fire(note);
  }
}

/** How the library knows the files of a note. */
export const addressesOf = ({ files }: NoteBibliography): readonly string[] => files.map(({ uri }) => uri.toString());

/** The name of a file without its folders. */
export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Says what is wrong with a bibliography, as the end of a sentence. */
export function problemWords(error: BibliographyError): string {
  switch (error.kind) {
    case 'syntax': return vscode.l10n.t('line {0}, column {1} is not valid JSON', error.line, error.column);
    case 'unclosed': return vscode.l10n.t('the entry that begins in line {0} is not closed', error.line);
    case 'notText': return notTextWords();
    case 'notAList': return vscode.l10n.t('it is not a list of entries in CSL-JSON');
    case 'taken': return vscode.l10n.t('it has an entry “{0}” already', error.key);
  }
}

const isSame = (a: KnownCitations, b: KnownCitations): boolean =>
  a.bibliography.place.foreign.join() === b.bibliography.place.foreign.join() && JSON.stringify([...a.items]) === JSON.stringify([...b.items]);
