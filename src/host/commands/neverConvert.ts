import * as vscode from 'vscode';
import { commands, settings } from '../names';
import { registerCommand, UserError } from '../runCommand';
import { readSettings } from '../settings';

/** Adds the selected word to those that no conversion touches: for the workspace where one is open, else for the user. */
export function registerNeverConvert(): vscode.Disposable {
  return registerCommand(commands.neverConvert, async () => {
    const editor = vscode.window.activeTextEditor;
    const word = editor?.document.getText(editor.selection).trim() ?? '';
    if (word === '' || word.includes('\n')) throw new UserError(vscode.l10n.t('Select a word in the editor that shall never be converted.'));
    if (!readSettings().words.keep.includes(word)) await keep(word);
    void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is left as it is in every conversion from now on.', word));
  });
}

async function keep(word: string): Promise<void> {
  const from = vscode.workspace.getConfiguration();
  const layers = from.inspect<unknown>(settings.neverConvert);
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const list: unknown = inWorkspace ? layers?.workspaceValue : layers?.globalValue;
  const kept: readonly unknown[] = Array.isArray(list) ? list : [];
  await from.update(settings.neverConvert, [...kept, word], inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
