import * as vscode from 'vscode';
import { changeCorrections } from '../../core/corrections/changeCorrections';
import type { Correction, Corrections, SiteCorrections } from '../../core/corrections/corrections';
import type { CorrectionsError } from '../../core/corrections/json';
import { readCorrections } from '../../core/corrections/readCorrections';
import type { Result } from '../../core/document';
import { inBackground, report, UserError } from '../runCommand';
import { readText, writeText, type FileText } from '../textFile';

/** One thing the writer put right in one folder, and what takes it back. */
export interface Done { readonly folder: vscode.WorkspaceFolder; readonly undo: readonly Correction[] }

/** Quiet time after a change of a file before it is read again, in milliseconds. */
const SETTLE_MS = 150;

/** The corrections of all workspace folders, each in `.seedbed/corrections.json`, kept in step with the files. */
export class CorrectionFiles implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly good = new Map<string, Corrections>();
  private readonly told = new Map<string, string>();
  private readonly listening: vscode.Disposable;
  private readonly done: Done[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  /** Fires when a file was changed, by whomever. */
  readonly onDidChange = this.changes.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/.seedbed/corrections.json');
    const settle = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changes.fire(), SETTLE_MS);
    };
    this.listening = vscode.Disposable.from(watcher, watcher.onDidChange(settle), watcher.onDidCreate(settle), watcher.onDidDelete(settle));
  }

  /** Everything put right in the workspace, sources by the path the library knows them by. A file that cannot be read counts as it last could. */
  async all(): Promise<Corrections> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const each = await Promise.all(folders.map(async folder => ({ folder, corrections: await this.read(folder) })));
    return {
      sources: new Map(each.flatMap(({ folder, corrections }) => [...corrections?.sources ?? []].map(([path, entry]) => [libraryPath(folder, path), entry] as const))),
      sites: joinSites(each.flatMap(({ corrections }) => [...corrections?.sites ?? []])),
    };
  }

  /** Writes corrections into the file of a folder; throws what the writer can act on where they may not be written. */
  async change(folder: vscode.WorkspaceFolder, corrections: readonly Correction[]): Promise<Done> {
    const done = { folder, undo: await this.write(folder, corrections) };
    this.done.push(done);
    return done;
  }

  /** Takes a correction back, else the last one made in this window; undefined when there is none. */
  async undo(done = this.done.at(-1)): Promise<Done | undefined> {
    if (!done || !this.done.includes(done)) return undefined;
    await this.write(done.folder, done.undo);
    this.done.splice(this.done.indexOf(done), 1);
    return done;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.changes.dispose();
  }

  private async read(folder: vscode.WorkspaceFolder): Promise<Corrections | undefined> {
    const uri = fileOf(folder), read = readAs(await readText(uri), readCorrections);
    if (read.ok) {
      this.good.set(uri.toString(), read.value);
      this.told.delete(uri.toString());
    } else {
      this.tell(uri, read.error);
    }
    return this.good.get(uri.toString());
  }

  /** Says once for each problem why a file is not used. */
  private tell(uri: vscode.Uri, problem: string): void {
    if (this.told.get(uri.toString()) === problem) return;
    this.told.set(uri.toString(), problem);
    inBackground('corrections', report('corrections', unreadable(uri, vscode.l10n.t('.seedbed/corrections.json cannot be read: {0}. Until it is mended, Seedbed goes on with what it could read last.', problem))));
  }

  /** One writing after another: each changes the text that the one before has left. */
  private write(folder: vscode.WorkspaceFolder, corrections: readonly Correction[]): Promise<readonly Correction[]> {
    const written = this.writing.then(() => this.writeNow(folder, corrections));
    this.writing = written.catch(() => undefined);
    return written;
  }

  private async writeNow(folder: vscode.WorkspaceFolder, corrections: readonly Correction[]): Promise<readonly Correction[]> {
    allowWriting(folder);
    const uri = fileOf(folder), changed = readAs(await readText(uri), text => changeCorrections(text, corrections));
    if (!changed.ok) throw unreadable(uri, vscode.l10n.t('.seedbed/corrections.json cannot be read: {0}. It was left as it is, and nothing was corrected.', changed.error));
    await writeText(uri, changed.value.text);
    this.changes.fire();
    return changed.value.undo;
  }
}

/** A site may be spoken of in several folders; what is said of it in one holds in all. */
function joinSites(entries: readonly (readonly [string, SiteCorrections])[]): ReadonlyMap<string, SiteCorrections> {
  const sites = new Map<string, SiteCorrections>();
  for (const [key, site] of entries) {
    const known = sites.get(key);
    sites.set(key, known ? {
      hidden: [...known.hidden, ...site.hidden], shown: [...known.shown, ...site.shown], isLearningOff: known.isLearningOff || site.isLearningOff, lines: known.lines.length > 0 ? known.lines : site.lines,
    } : site);
  }
  return sites;
}

/** What a file holds, or in words why it holds nothing that can be used. */
function readAs<T>(file: FileText, read: (text: string | undefined) => Result<T, CorrectionsError>): Result<T, string> {
  if (file.kind === 'unreadable') return { ok: false, error: file.message };
  const result = read(file.kind === 'text' ? file.text : undefined);
  return result.ok ? result : { ok: false, error: problemWords(result.error) };
}

/** The folder that keeps the corrections of a source; throws what the writer can act on where there is none. */
export function folderFor(source: vscode.Uri): vscode.WorkspaceFolder {
  const folder = vscode.workspace.getWorkspaceFolder(source);
  if (!folder) throw new UserError(vscode.l10n.t('This file lies outside the folders that are open here. Corrections are kept in the folder of their source; open that folder first.'));
  return folder;
}

/** The path of a file inside its folder, as the folder's corrections name it. */
export const pathIn = (folder: vscode.WorkspaceFolder, uri: vscode.Uri): string => uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);

/** The file of a folder's corrections. */
export const fileOf = (folder: vscode.WorkspaceFolder): vscode.Uri => vscode.Uri.joinPath(folder.uri, '.seedbed', 'corrections.json');

const libraryPath = (folder: vscode.WorkspaceFolder, path: string): string => vscode.workspace.asRelativePath(vscode.Uri.joinPath(folder.uri, path));

function allowWriting(folder: vscode.WorkspaceFolder): void {
  if (!vscode.workspace.isTrusted) {
    const action = { label: vscode.l10n.t('Manage Workspace Trust'), run: () => vscode.commands.executeCommand('workbench.trust.manage') };
    throw new UserError(vscode.l10n.t('In Restricted Mode Seedbed writes nothing into this folder, so a correction could not be kept. Trust the folder first.'), [action]);
  }
  if (vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) throw new UserError(vscode.l10n.t('This folder cannot be written to, so a correction could not be kept.'));
}

function unreadable(uri: vscode.Uri, message: string): UserError {
  return new UserError(message, [{ label: vscode.l10n.t('Open {0}', 'corrections.json'), run: () => vscode.commands.executeCommand('vscode.open', uri) }]);
}

/** Says what is wrong with a file of corrections, inside a sentence. */
function problemWords(error: CorrectionsError): string {
  switch (error.kind) {
    case 'syntax': return vscode.l10n.t('line {0}, column {1} is not valid JSON', error.line, error.column);
    case 'notCorrections': return vscode.l10n.t('it does not have the form of Seedbed’s corrections');
    case 'newer': return vscode.l10n.t('it was written by a newer Seedbed (version {0} of the file)', error.version);
  }
}
