import * as vscode from 'vscode';
import type { ScriptTarget } from '../../core/document';
import type { LibraryPort } from '../../worker/port';
import { changedLines } from '../changedLines';
import { unconverted, type Outcome } from './copies';

/** What a file becomes where it stands; `edit` gains what has to change. */
export async function convertInPlace(file: vscode.Uri, target: ScriptTarget, library: LibraryPort, edit: vscode.WorkspaceEdit): Promise<Outcome> {
  const document = await vscode.workspace.openTextDocument(file).then(opened => opened, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (document instanceof Error) return { kind: 'failed', file, why: document.message };
  const text = document.getText();
  if (text.includes('\uFFFD')) return { kind: 'failed', file, why: vscode.l10n.t('The editor opens it in the wrong encoding.') };
  const conversion = await library.convert(text, target, { isMarkdown: document.languageId === 'markdown' });
  if (conversion.kind === 'unchanged') return unconverted(file, conversion.from, target);
  if (document.getText() !== text) return { kind: 'failed', file, why: vscode.l10n.t('The text changed meanwhile.') };
  for (const { span, text: line } of changedLines(text, conversion.text)) {
    edit.replace(file, new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)), line);
  }
  return { kind: 'converted', file };
}
