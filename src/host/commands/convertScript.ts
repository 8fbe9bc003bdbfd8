import * as vscode from 'vscode';
import { scriptTargets, type ScriptTarget } from '../../core/document';
import { commands } from '../names';
import { confirmEditing, openedText, reopened } from '../openedText';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { scriptWords } from '../words';

/** Converts the selection, the document or the page of the reader to another script. */
export function registerConvertScript(shelf: Shelf, readers: Readers): vscode.Disposable {
  return registerCommand(commands.convertScript, async () => {
    const reader = readers.inFront;
    if (reader) {
      const target = await pickTarget(vscode.l10n.t('Show the source in'), scriptTargets, reader.view.script);
      if (target) reader.switchTo({ ...reader.view, script: target });
      return;
    }
    await convertInEditor(shelf);
  });
}

async function convertInEditor(shelf: Shelf): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new UserError(vscode.l10n.t('Open a document or a source in the reader to convert its script.'));
  const whole = editor.selections.every(selection => selection.isEmpty);
  const target = await pickTarget(whole ? vscode.l10n.t('Convert the whole document to') : vscode.l10n.t('Convert the selection to'), scriptTargets.filter(each => each !== 'as-saved'));
  if (!target) return;
  const opened = await openedText(editor.document, shelf);
  const document = await reopened(opened, shelf.library);
  await confirmEditing(document, shelf);
  const ranges = whole || opened.misread ? [new vscode.Range(0, 0, document.lineCount, 0)] : editor.selections;
  await replace(await vscode.window.showTextDocument(document), ranges.map(range => document.validateRange(range)), target, shelf);
}

async function replace(editor: vscode.TextEditor, ranges: readonly vscode.Range[], target: ScriptTarget, shelf: Shelf): Promise<void> {
  const conversions = await Promise.all(ranges.map(range => shelf.library.convert(editor.document.getText(range), target)));
  if (conversions.every(conversion => conversion.kind === 'unchanged')) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to convert: the text is in this script already, or holds no Chinese that differs.'));
    return;
  }
  await editor.edit(edit => ranges.forEach((range, at) => {
    const conversion = conversions[at];
    if (conversion?.kind === 'converted') edit.replace(range, conversion.text);
  }));
}

async function pickTarget(placeHolder: string, targets: readonly ScriptTarget[], current?: ScriptTarget): Promise<ScriptTarget | undefined> {
  const items = targets.map(target => ({ target, label: scriptWords(target), ...(target === current && { iconPath: new vscode.ThemeIcon('check') }) }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.target;
}
