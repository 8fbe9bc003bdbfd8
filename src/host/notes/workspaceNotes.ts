import * as vscode from 'vscode';
import { noteMentions, type NoteMentions } from '../../core/markdown/noteMentions';
import type { Shelf } from '../shelf';
import { readContent, readText, stampOf } from '../textFile';
import { closedNote, type NoteText } from './noteText';

/** A note of the workspace, and what it may cite. */
export interface MentioningNote extends NoteMentions { readonly uri: vscode.Uri }

/** The notes that searches find, or all that there are: what is to be changed must be complete. */
export type NoteScope = 'searched' | 'all';

/** What the editor takes for Markdown without being told; from its extension `markdown-basics`. */
const EXTENSIONS = ['md', 'markdown', 'mkd', 'mkdn', 'mdwn', 'mdown', 'markdn', 'mdtxt', 'mdtext', 'workbook'];

/** Folders of other people's packages, which are no notes in either scope. */
const PACKAGES = ['**/node_modules', '**/bower_components'];

/** Notes read at once. */
const BATCH = 32;

/** All notes of the workspace, read once for each version; unsaved buffers go before files, and sources are no notes. */
export class WorkspaceNotes {
  private known = new Map<string, { readonly stamp: string; readonly mentions: NoteMentions }>();

  constructor(private readonly shelf: Shelf) {}

  /** The notes that mention any key, in the order of their paths. */
  async mentioning(scope: NoteScope, token?: vscode.CancellationToken): Promise<readonly MentioningNote[]> {
    const files = await findNoteFiles(scope, token), listed = new Set([...files, ...shownTexts()].map(uri => uri.toString()));
    // The editor keeps texts for a while whose files are closed, or gone.
    const open = openNotes().filter(({ uri, isDirty }) => !this.shelf.sourceAt(uri) && (isDirty || listed.has(uri.toString()) || !vscode.workspace.getWorkspaceFolder(uri)));
    const opened = new Set(open.map(({ uri }) => uri.toString())), closed = files.filter(uri => !opened.has(uri.toString()) && !this.shelf.sourceAt(uri));
    const notes: MentioningNote[] = open.map(note => ({ uri: note.uri, ...noteMentions(note.getText()) }));
    for (let at = 0; at < closed.length && !token?.isCancellationRequested; at += BATCH) {
      notes.push(...await Promise.all(closed.slice(at, at + BATCH).map(async uri => ({ uri, ...await this.read(uri) }))));
    }
    this.forgetAllBut(closed);
    return notes.filter(({ keys }) => keys.size > 0).sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  private async read(uri: vscode.Uri): Promise<NoteMentions> {
    const address = uri.toString(), stamp = await stampOf(uri), known = this.known.get(address);
    if (known?.stamp === stamp) return known.mentions;
    const read = await readText(uri), mentions = noteMentions(read.kind === 'text' ? read.text : await bareText(uri));
    this.known.set(address, { stamp, mentions });
    return mentions;
  }

  private forgetAllBut(files: readonly vscode.Uri[]): void {
    const kept = new Set(files.map(uri => uri.toString()));
    for (const address of this.known.keys()) if (!kept.has(address)) this.known.delete(address);
  }
}

/** The Latin letters of a text in whatever encoding: enough to tell whether it has a key. */
async function bareText(uri: vscode.Uri): Promise<string> {
  const read = await readContent(uri);
  return read.kind === 'content' && typeof read.content === 'object' ? new TextDecoder('latin1').decode(read.content).replaceAll('\0', '') : '';
}

/** A note as it stands in the editor, else in its file; undefined where it cannot be read. */
export async function readNote(uri: vscode.Uri): Promise<NoteText | undefined> {
  const open = openNotes().find(note => note.uri.toString() === uri.toString());
  if (open) return open;
  const read = await readText(uri);
  return read.kind === 'text' ? closedNote(uri, read.text) : undefined;
}

const openNotes = (): readonly vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ languageId, uri, isClosed }) => languageId === 'markdown' && !isClosed && ['file', 'untitled'].includes(uri.scheme));

/** The texts that stand in tabs. */
const shownTexts = (): readonly vscode.Uri[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : [])));

/** The notes of all folders, less what the writer keeps out of lists of files and, where they are only `searched`, of searches. */
async function findNoteFiles(scope: NoteScope, token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const lists = (vscode.workspace.workspaceFolders ?? []).map(folder => {
    const excluded = [...PACKAGES, ...scope === 'searched' ? neverSearched(folder) : []];
    return vscode.workspace.findFiles(new vscode.RelativePattern(folder, anyOf(noteGlobs(folder))), new vscode.RelativePattern(folder, anyOf(excluded)), undefined, token);
  });
  return [...new Map((await Promise.all(lists)).flat().map(uri => [uri.toString(), uri])).values()];
}

/** Files that are Markdown to the editor, by itself or because the writer says so. */
function noteGlobs(folder: vscode.WorkspaceFolder): readonly string[] {
  const told = Object.entries(vscode.workspace.getConfiguration('files', folder).get<Record<string, unknown>>('associations') ?? {});
  const globs = told.filter(([, language]) => language === 'markdown').map(([glob]) => (glob.includes('/') ? glob : `**/${glob}`));
  return [...EXTENSIONS.map(extension => `**/*.${extension}`), ...globs];
}

/** The editor leaves out `files.exclude` by itself, but not `search.exclude`. */
function neverSearched(folder: vscode.WorkspaceFolder): readonly string[] {
  const globs = Object.entries(vscode.workspace.getConfiguration('search', folder).get<Record<string, unknown>>('exclude') ?? {});
  return globs.filter(([, isExcluded]) => isExcluded === true).map(([glob]) => glob);
}

const anyOf = (globs: readonly string[]): string => `{${globs.join(',')}}`;
