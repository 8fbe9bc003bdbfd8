import * as vscode from 'vscode';
import type { LibraryPort, NoteMatter } from '../../worker/port';
import { readSettings } from '../settings';
import { stampOf } from '../textFile';
import { noteScan } from './noteScan';
import type { NoteText } from './noteText';

/** The bibliography files of a note. */
export interface BibliographyPlace {
  /** Files that its citations are looked up in, in order. */
  readonly files: readonly vscode.Uri[];
  /** The file a new citation is written to; undefined for a text that has no place in a folder yet. */
  readonly target: vscode.Uri | undefined;
  /** Whether the note's front matter names `target`. */
  readonly named: boolean;
  /** Bibliographies it names that Seedbed does not read, such as YAML. */
  readonly foreign: readonly string[];
}

/** Files of CSL-JSON, BibTeX and BibLaTeX; not what pandoc would fetch from an address. */
const isRead = (name: string): boolean => /\.(?:json|bib)$/i.test(name) && !/^[a-z][a-z0-9+.-]+:\/\//i.test(name);

interface Surroundings { readonly folder: vscode.Uri; readonly root: vscode.Uri }

/** The files a note's citations stand in: those its front matter names, else the nearest upward, else one at the folder's root. */
export async function locateBibliography(note: NoteText, library: LibraryPort): Promise<BibliographyPlace> {
  const around = surroundings(note);
  const { bibliographies: names } = await noteMatter(note, library);
  const foreign = names.filter(name => !isRead(name));
  if (!around) return { files: [], target: undefined, named: false, foreign };
  const own = await Promise.all(names.filter(isRead).map(name => resolveOwn(name, around)));
  // An entry in CSL-JSON keeps all that is known of a source.
  const target = own.find(uri => /\.json$/i.test(uri.path)) ?? own[0];
  if (target) return { files: own, target, named: true, foreign };
  const nearest = await findUpward(around, readSettings(note.uri).bibliography);
  return { files: [nearest], target: nearest, named: false, foreign };
}

/** The file that the front matter of a note means by `name`; undefined for a note without a place. */
export async function resolveNamed(name: string, note: NoteText): Promise<vscode.Uri | undefined> {
  const around = surroundings(note);
  return around && resolveOwn(name, around);
}

const matters = new Map<string, Promise<NoteMatter>>();

/** Texts of front matter whose answer is kept. */
const MOST_KEPT = 100;

/** The front matter of a note, with its lines of hyphens; empty where it has none. */
export function matterOf(note: NoteText): string {
  const { frontMatter } = noteScan(note);
  return frontMatter ? note.getText(new vscode.Range(0, 0, note.positionAt(frontMatter.end).line + 1, 0)) : '';
}

/** What the front matter says about citing. It is read where YAML is at hand already, and only when it has changed. */
export async function noteMatter(note: NoteText, library: LibraryPort): Promise<NoteMatter> {
  const matter = matterOf(note);
  if (!/bibliography|csl|lang/.test(matter)) return { bibliographies: [] };
  const known = matters.get(matter) ?? library.noteMatter(matter);
  matters.delete(matter);
  matters.set(matter, known);
  known.catch(() => matters.delete(matter));
  for (const oldest of matters.keys()) if (matters.size > MOST_KEPT) matters.delete(oldest);
  return known;
}

/** The address of `target` as the front matter of `note` would name it. */
export function pathFromNote(note: NoteText, target: vscode.Uri): string {
  const folder = surroundings(note)?.folder;
  return folder ? relativePath(folder, target) : target.fsPath;
}

/** Path from a folder to a file, with `/`. */
export function relativePath(folder: vscode.Uri, file: vscode.Uri): string {
  const from = folder.path.split('/').filter(Boolean), to = file.path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder that holds a file. */
export const folderOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..');

/** A note that was never saved stands in the first folder of the workspace, one outside any folder in its own. */
function surroundings(note: NoteText): Surroundings | undefined {
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (note.isUntitled) return first && { folder: first, root: first };
  const folder = folderOf(note.uri);
  return { folder, root: vscode.workspace.getWorkspaceFolder(note.uri)?.uri ?? folder };
}

/** Relative to the note; a path that only fits the folder's root, where pandoc is started, is taken as meant so. */
async function resolveOwn(name: string, { folder, root }: Surroundings): Promise<vscode.Uri> {
  if (/^(?:\/|[a-z]:[\\/])/i.test(name)) return folder.with({ path: vscode.Uri.file(name).path });
  const besideNote = vscode.Uri.joinPath(folder, name), belowRoot = vscode.Uri.joinPath(root, name);
  return !await exists(besideNote) && await exists(belowRoot) ? belowRoot : besideNote;
}

async function findUpward({ folder, root }: Surroundings, name: string): Promise<vscode.Uri> {
  for (let at = folder; at.path.startsWith(root.path); at = folderOf(at)) {
    const file = vscode.Uri.joinPath(at, name);
    if (await exists(file)) return file;
    if (at.path === root.path || at.path === '/') break;
  }
  return vscode.Uri.joinPath(root, name);
}

const exists = async (uri: vscode.Uri): Promise<boolean> => await stampOf(uri) !== 'missing';
