import * as vscode from 'vscode';
import { parseBibliography, type BibliographyError } from '../../core/cite/bibliography';
import type { CslItem } from '../../core/cite/cslItem';
import { inBackground } from '../runCommand';
import { readText, stampOf, type FileText } from '../textFile';
import { folderOf, locateBibliography, type BibliographyPlace } from './locateBibliography';

/** A bibliography file as it stands now. */
export interface Bibliography {
  readonly uri: vscode.Uri;
  readonly text: string | undefined;
  /** Paths in `custom.seedbed` are relative to the folder of the file. */
  readonly items: readonly CslItem[];
  /** Why nothing can be read from it, in the words of the display language; a missing file is no problem. */
  readonly problem?: string;
}

/** What the citations of one note are looked up in. */
export interface NoteBibliography {
  readonly place: BibliographyPlace;
  readonly files: readonly Bibliography[];
}

/** An entry, and the file it stands in. */
export interface CitedItem { readonly item: CslItem; readonly bibliography: Bibliography }

interface Cached { readonly stamp: string; readonly bibliography: Bibliography }

/** Quiet time after a change before previews are drawn again, in milliseconds. */
const SETTLE_MS = 150;

/** The bibliographies of all notes, read once for each version of a file or buffer. */
export class Bibliographies implements vscode.Disposable {
  private readonly cached = new Map<string, Cached>();
  private readonly notes = new Map<string, NoteBibliography>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  /** Fires with a note that was asked for by `known` once it has got other entries. */
  readonly onDidChange = this.changes.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.json');
    const touched = (uri: vscode.Uri): void => { if (this.concerns(uri)) this.settle(); };
    this.listening = vscode.Disposable.from(
      watcher, watcher.onDidChange(touched), watcher.onDidCreate(touched), watcher.onDidDelete(touched),
      vscode.workspace.onDidChangeTextDocument(event => touched(event.document.uri)),
      vscode.workspace.onDidCloseTextDocument(document => { this.notes.delete(document.uri.toString()); touched(document.uri); }),
    );
  }

  /** Reads what `note` names, or what stands nearest to it. */
  async forNote(note: vscode.TextDocument): Promise<NoteBibliography> {
    const place = await locateBibliography(note);
    return { place, files: await Promise.all(place.files.map(uri => this.read(uri))) };
  }

  /** What is known without waiting, for the preview; looks again behind and fires when there is more to show. */
  known(note: vscode.Uri): NoteBibliography | undefined {
    inBackground('bibliography', this.look(note));
    return this.notes.get(note.toString());
  }

  /** Reads one file, from its unsaved buffer if there is one. */
  async read(uri: vscode.Uri): Promise<Bibliography> {
    const stamp = await stampOf(uri);
    const cached = this.cached.get(uri.toString());
    if (cached?.stamp === stamp) return cached.bibliography;
    const text = await readText(uri);
    const bibliography = toBibliography(uri, text);
    this.cached.set(uri.toString(), { stamp: text.kind === 'text' ? text.stamp : stamp, bibliography });
    return bibliography;
  }

  /** Takes note that a file was written just now. */
  refresh(uri: vscode.Uri): void {
    this.cached.delete(uri.toString());
    this.settle();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.changes.dispose();
  }

  /** A new file of a bibliography's name may stand nearer to a note than the one it has. */
  private concerns(uri: vscode.Uri): boolean {
    const name = nameOf(uri);
    return this.cached.has(uri.toString()) || [...this.cached.values()].some(({ bibliography }) => nameOf(bibliography.uri) === name);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { for (const note of this.notes.keys()) inBackground('bibliography', this.look(vscode.Uri.parse(note))); }, SETTLE_MS);
  }

  private async look(note: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === note.toString());
    if (!document) return;
    const old = this.notes.get(note.toString()), found = await this.forNote(document);
    if (old && isSame(old, found)) return;
    this.notes.set(note.toString(), found);
    this.changes.fire(note);
  }
}

/** The entry of a key, in the first file that has one. */
export function findItem(key: string, { files }: NoteBibliography): CitedItem | undefined {
  for (const bibliography of files) {
    const item = bibliography.items.find(each => each.id === key);
    if (item) return { item, bibliography };
  }
  return undefined;
}

/** The address of the file an entry was made from, as it was then. */
export function sourceUri({ item, bibliography }: CitedItem): vscode.Uri | undefined {
  const path = item.custom?.seedbed?.path;
  return path === undefined ? undefined : vscode.Uri.joinPath(folderOf(bibliography.uri), path);
}

/** The name of a file without its folders. */
export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

function toBibliography(uri: vscode.Uri, text: FileText): Bibliography {
  if (text.kind === 'missing') return { uri, text: undefined, items: [] };
  if (text.kind === 'unreadable') return { uri, text: undefined, items: [], problem: text.message };
  const parsed = text.text.trim() === '' ? { ok: true as const, value: [] } : parseBibliography(text.text);
  return parsed.ok ? { uri, text: text.text, items: parsed.value } : { uri, text: text.text, items: [], problem: problemWords(parsed.error) };
}

/** Says what is wrong with a bibliography, as the end of a sentence. */
export function problemWords(error: BibliographyError): string {
  switch (error.kind) {
    case 'syntax': return vscode.l10n.t('line {0}, column {1} is not valid JSON', error.line, error.column);
    case 'notAList': return vscode.l10n.t('it is not a list of entries in CSL-JSON');
    case 'taken': return vscode.l10n.t('it has an entry “{0}” already', error.key);
  }
}

const isSame = (a: NoteBibliography, b: NoteBibliography): boolean =>
  a.files.length === b.files.length && a.files.every((file, at) => file === b.files[at]) && a.place.foreign.join() === b.place.foreign.join();
