import * as vscode from 'vscode';
import type { ReadError } from '../core/document';
import { MAX_SOURCE_BYTES } from '../core/library/limits';
import type { SourceChange } from '../worker/port';
import { readSettings } from './settings';

/** Quiet time after a file event before the folder is looked at again; saving a page writes many files. */
const SETTLE_MS = 250;

/** What a search for sources found: the files, and folders it could not look into. */
export interface FoundSources { readonly files: readonly vscode.Uri[]; readonly failures: readonly SourceChange[] }

/** All source files of the workspace by the settings, in the order of their paths. */
export async function findSources(token?: vscode.CancellationToken): Promise<FoundSources> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(folder => findIn(folder, token)));
  const byId = new Map(found.flatMap(each => each.files).map(uri => [uri.toString(), uri]));
  const files = [...byId.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, failures: found.flatMap(each => each.failures) };
}

async function findIn(folder: vscode.WorkspaceFolder, token?: vscode.CancellationToken): Promise<FoundSources> {
  const { exclude } = readSettings(folder.uri);
  const never = exclude.length > 0 ? new vscode.RelativePattern(folder, `{${exclude.join(',')}}`) : undefined;
  const lists = patterns(folder).map(pattern => vscode.workspace.findFiles(pattern, never, undefined, token));
  return { files: (await Promise.all(lists)).flat(), failures: await closedFolders(folder) };
}

/** Globs of a folder: the included ones, and all pages below the folders that the writer chose. */
function patterns(folder: vscode.WorkspaceFolder): vscode.RelativePattern[] {
  const { include, folders } = readSettings(folder.uri);
  const chosen = folders.map(path => new vscode.RelativePattern(vscode.Uri.joinPath(folder.uri, path), '**/*.{txt,md,html,htm,xhtml,mhtml,mht}'));
  const own = include.flatMap(glob => insideNamed(glob, folder.name));
  return [...include, ...own].map(glob => new vscode.RelativePattern(folder, glob)).concat(chosen);
}

/** A glob for what stands in folders of certain names, in a workspace folder that itself has such a name: everything below it. */
function insideNamed(glob: string, folderName: string): string[] {
  const [, names, rest] = /^\*\*\/\{([^{}]*)\}\/(.+)$/.exec(glob) ?? [];
  return rest !== undefined && names?.split(',').includes(folderName) ? [rest] : [];
}

/** Folders meant to hold sources that cannot be opened: a search passes over them without a word. */
async function closedFolders(folder: vscode.WorkspaceFolder): Promise<SourceChange[]> {
  const { include, folders } = readSettings(folder.uri);
  const entries = await vscode.workspace.fs.readDirectory(folder.uri).then(list => list, () => []);
  const named = entries.filter(([name, type]) => type & vscode.FileType.Directory && include.some(glob => glob.includes(name))).map(([name]) => name);
  const uris = [...new Set([...named, ...folders])].map(path => vscode.Uri.joinPath(folder.uri, path));
  const failures = await Promise.all(uris.map(async uri => {
    const error = await vscode.workspace.fs.readDirectory(uri).then(() => undefined, readError);
    return error && fail(uri, error);
  }));
  return failures.filter(failure => failure !== undefined);
}

/** Reads one file; what cannot be read comes back as a `fail` that says why. */
export async function readSource(uri: vscode.Uri): Promise<SourceChange> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_SOURCE_BYTES) return fail(uri, { kind: 'tooLarge', bytes: size, limit: MAX_SOURCE_BYTES });
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { kind: 'put', id: uri.toString(), path: vscode.workspace.asRelativePath(uri), bytes };
  } catch (error) {
    return fail(uri, readError(error));
  }
}

function fail(uri: vscode.Uri, error: ReadError): SourceChange {
  return { kind: 'fail', id: uri.toString(), path: vscode.workspace.asRelativePath(uri), error };
}

function readError(error: unknown): ReadError {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return { kind: 'missing' };
  if (code === 'NoPermissions') return { kind: 'forbidden' };
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** Calls back with the ids of files that were written, once things are quiet; an empty set when files came or went. */
export function watchSources(onChange: (changed: ReadonlySet<string>) => void): vscode.Disposable {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const settle = (uri?: vscode.Uri): void => {
    if (uri) changed.add(uri.toString());
    clearTimeout(timer);
    timer = setTimeout(() => { onChange(new Set(changed)); changed.clear(); }, SETTLE_MS);
  };
  const watchers = (vscode.workspace.workspaceFolders ?? []).flatMap(patterns).map(pattern => vscode.workspace.createFileSystemWatcher(pattern));
  const parts = watchers.flatMap(watcher => [watcher, watcher.onDidChange(settle), watcher.onDidCreate(settle), watcher.onDidDelete(() => settle())]);
  return vscode.Disposable.from(...parts, ...folderWatchers(() => settle()), { dispose: () => clearTimeout(timer) });
}

/** A folder that comes, goes or is renamed as a whole sends no event for the files inside it; its own name has no ending. */
function folderWatchers(settle: () => void): vscode.Disposable[] {
  const perhaps = (uri: vscode.Uri): void => { if (!/\.[^./]+$/.test(uri.path)) settle(); };
  return (vscode.workspace.workspaceFolders ?? []).flatMap(folder => {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'), false, true, false);
    return [watcher, watcher.onDidCreate(perhaps), watcher.onDidDelete(perhaps)];
  });
}
