import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './noteFiles';

/** The code of a problem. */
export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
/** The problems that Seedbed tells of a file. */
export const ours = (uri: vscode.Uri): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seedbed');

/** The codes and words that are marked in a note, once they are `expected`. */
export async function marked(editor: vscode.TextEditor, ...expected: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
  const told = (): string[] => ours(editor.document.uri).map(each => `${codeOf(each)} ${editor.document.getText(each.range)}`).sort();
  await eventually(`the problems ${expected.join(', ')}`, told, found => JSON.stringify(found) === JSON.stringify([...expected].sort()));
  return ours(editor.document.uri);
}

/** What the lightbulb offers. */
export async function fixesAt(editor: vscode.TextEditor, diagnostic: vscode.Diagnostic | undefined): Promise<readonly vscode.CodeAction[]> {
  assert.ok(diagnostic);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, diagnostic.range, vscode.CodeActionKind.QuickFix.value);
}

/** Makes the fix that is called so, as the lightbulb does. */
export async function fix(editor: vscode.TextEditor, diagnostic: vscode.Diagnostic | undefined, title: string): Promise<void> {
  // The editor drops a question that it was asked while the note was looked over.
  const fixes = await eventually(title, () => fixesAt(editor, diagnostic), found => found.some(each => each.title === title));
  const chosen = fixes.find(each => each.title === title);
  assert.ok(chosen);
  if (chosen.edit) assert.ok(await vscode.workspace.applyEdit(chosen.edit));
  if (chosen.command) await vscode.commands.executeCommand(chosen.command.command, ...chosen.command.arguments as unknown[]);
}

export const textOf = (editor: vscode.TextEditor): string => editor.document.getText();
