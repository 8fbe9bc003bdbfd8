import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/** Address of a file in the workspace of the tests. */
export function at(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need a workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

export const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));

export const exists = (path: string): Thenable<boolean> => vscode.workspace.fs.stat(at(path)).then(() => true, () => false);

/** Deletes files and folders that a test made. */
export async function remove(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await vscode.workspace.fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
}

/** Opens a note in `folder`, under a name of its own (the editor keeps texts of closed files for a while), with the cursor where its text has `|`. */
export async function openNote(folder: string, marked: string): Promise<vscode.TextEditor> {
  const cursor = marked.indexOf('|'), path = `${folder}/${randomUUID()}.md`;
  await write(path, marked.replace('|', ''));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)), vscode.ViewColumn.One);
  const position = editor.document.positionAt(cursor);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** Closes every editor; what was not saved is dropped. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(each => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks until the answer holds; throws after ten seconds. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; the last answer was ${JSON.stringify(answer)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
