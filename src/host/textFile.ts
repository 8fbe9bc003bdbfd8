import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';

/** The text of a file as it stands now: an unsaved buffer goes before the file. */
export type FileText =
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly text: string; /** Changes whenever the text may have. */ readonly stamp: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Tells whether a text may have changed since it was read, without reading it; asked at every keystroke, so that the disk is asked directly: the editor's own file system goes by way of its window. */
export async function stampOf(uri: vscode.Uri): Promise<string> {
  const buffer = unsavedBuffer(uri);
  if (buffer) return `buffer ${buffer.version}`;
  const found = uri.scheme === 'file' ? stat(uri.fsPath).then(({ mtimeMs, size }) => ({ mtime: mtimeMs, size })) : vscode.workspace.fs.stat(uri);
  return found.then(({ mtime, size }) => `file ${mtime} ${size}`, () => 'missing');
}

/** What a file holds, not decoded: an unsaved buffer goes before the file. */
export type FileContent = Exclude<FileText, { readonly kind: 'text' }> | { readonly kind: 'content'; readonly content: string | Uint8Array; readonly stamp: string };

/** Reads a file without looking into it, which takes long for a large one; what cannot be read says why. */
export async function readContent(uri: vscode.Uri): Promise<FileContent> {
  const stamp = await stampOf(uri);
  const buffer = unsavedBuffer(uri);
  if (buffer) return { kind: 'content', content: buffer.getText(), stamp };
  try {
    return { kind: 'content', content: uri.scheme === 'file' ? await readFile(uri.fsPath) : await vscode.workspace.fs.readFile(uri), stamp };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', message: messageOf(error) };
  }
}

/** Reads a UTF-8 text file; what cannot be read says why. */
export async function readText(uri: vscode.Uri): Promise<FileText> {
  const read = await readContent(uri);
  if (read.kind !== 'content') return read;
  const { content, stamp } = read;
  if (typeof content === 'string') return { kind: 'text', text: content, stamp };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content), stamp };
  } catch {
    return { kind: 'unreadable', message: notTextWords() };
  }
}

/** Why a file of another encoding is not read, as the end of a sentence. */
export const notTextWords = (): string => vscode.l10n.t('it is not UTF-8 text');

/** Replaces a text: in the buffer, unsaved, where the writer is at work on it; else in the file, at once or not at all. Throws where it may not. */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  if (!await writeContent(uri, text)) throw new Error(vscode.l10n.t('The editor did not take the change.'));
}

/** The same, also for bytes, which go to the file; false where the editor did not take it, as of a buffer that changed just now. */
export async function writeContent(uri: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
  const buffer = typeof content === 'string' ? unsavedBuffer(uri) : undefined;
  if (buffer && typeof content === 'string') return replaceInBuffer(buffer, content);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await (uri.scheme === 'file' ? replaceFile(uri.fsPath, bytes) : vscode.workspace.fs.writeFile(uri, bytes));
  return true;
}

const unsavedBuffer = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri.toString());

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Changes only what differs, so that the cursor and folded lines of the buffer stay where they are. */
async function replaceInBuffer(document: vscode.TextDocument, text: string): Promise<boolean> {
  const old = document.getText();
  let start = 0, end = 0;
  const limit = Math.min(old.length, text.length);
  while (start < limit && old[start] === text[start]) start++;
  while (end < limit - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(old.length - end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text.slice(start, text.length - end));
  return vscode.workspace.applyEdit(edit);
}

/** Writes a file beside and moves it over the old one; the target of a symbolic link, the rights of a file and a read-only mark are kept. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const old = await stat(target).catch(() => undefined);
  if (old) await access(target, constants.W_OK);
  else await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: 'wx', flush: true });
    if (old) await chmod(beside, old.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    if (!old || !isForbidden(error)) throw error;
    // The folder is closed to new files, but the file itself may be written.
    await writeFile(target, bytes);
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'FileNotFound'].includes((error as NodeJS.ErrnoException).code ?? '');

const isForbidden = (error: unknown): boolean => ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
