import * as vscode from 'vscode';
import type { ActiveNote } from './activeNote';

/** The note something goes into; where there is none, a new one if the writer wants it. Throws a cancellation otherwise. */
export async function noteForInsertion(notes: ActiveNote): Promise<vscode.TextDocument> {
  const { uri } = notes;
  if (uri) return vscode.workspace.openTextDocument(uri);
  const create = vscode.l10n.t('New Note');
  const message = vscode.l10n.t('No note is open. Open the Markdown note to write in, or begin a new one.');
  if (await vscode.window.showInformationMessage(message, create) !== create) throw new vscode.CancellationError();
  return vscode.workspace.openTextDocument({ language: 'markdown' });
}
