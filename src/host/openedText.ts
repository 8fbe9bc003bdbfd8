import * as vscode from 'vscode';
import { keepsLines } from '../core/document';
import type { LibraryPort, StripTarget } from '../worker/port';
import { UserError } from './runCommand';
import type { Shelf } from './shelf';

/** The text a command works on, and what the library should read in its place. */
export interface OpenedText {
  readonly document: vscode.TextDocument;
  readonly target: StripTarget;
  /** The editor shows the file in an encoding that is not its own. */
  readonly misread: boolean;
}

/** Tells what stands in an editor: a source as saved, a source read in the wrong encoding, or any other text. */
export async function openedText(document: vscode.TextDocument, shelf: Shelf): Promise<OpenedText> {
  const source = shelf.sourceAt(document.uri);
  if (!source || source.error || document.isDirty) return { document, target: asText(document), misread: looksMisread(document) };
  // Of a page the library knows the text, not the file: there is nothing to hold against the editor's.
  const misread = keepsLines(source.format) ? await differs(document, source.id, shelf.library) : looksMisread(document);
  return { document, target: { kind: 'source', id: source.id }, misread };
}

const asText = (document: vscode.TextDocument): StripTarget =>
  ({ kind: 'text', path: vscode.workspace.asRelativePath(document.uri), text: document.getText() });

/** Replacement characters: the editor's decoder gave up on some bytes. */
const looksMisread = (document: vscode.TextDocument): boolean => document.getText().includes('\uFFFD');

async function differs(document: vscode.TextDocument, id: string, library: LibraryPort): Promise<boolean> {
  const decoded = await library.decoded(id);
  return decoded.ok && lines(decoded.value.raw) !== lines(document.getText());
}

/** Line by line, without what a file cut inside its last character shows at its end. */
const lines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\uFFFD$/, '');

/** Reads the file again in its own encoding, so that lines in the editor are lines of the source. */
export async function reopened(opened: OpenedText, library: LibraryPort): Promise<vscode.TextDocument> {
  if (!opened.misread) return opened.document;
  const decoded = opened.target.kind === 'source' ? await library.decoded(opened.target.id) : undefined;
  const encoding = decoded?.ok ? editorEncodings[decoded.value.encoding] : undefined;
  if (!encoding) {
    const action = { label: vscode.l10n.t('Reopen with Encoding…'), run: () => vscode.commands.executeCommand('workbench.action.editor.changeEncoding') };
    throw new UserError(vscode.l10n.t('The editor has opened this file in the wrong encoding, so its text is damaged here. Reopen it with the right one first.'), [action]);
  }
  return vscode.workspace.openTextDocument(opened.document.uri, { encoding });
}

/** Names of the editor's own decoders for those of the Encoding Standard. */
const editorEncodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf8', 'utf-16le': 'utf16le', 'utf-16be': 'utf16be', gb18030: 'gb18030', gbk: 'gbk', big5: 'cp950', shift_jis: 'shiftjis', 'euc-jp': 'eucjp', 'euc-kr': 'euckr',
};

/**
 * Asks before text of a source is changed in an editor that saves by itself: a source is never written without the writer.
 * Throws a cancellation when the writer steps back.
 */
export async function confirmEditing(document: vscode.TextDocument, shelf: Shelf): Promise<void> {
  const autoSave = vscode.workspace.getConfiguration('files', document).get<string>('autoSave', 'off');
  if (autoSave === 'off' || !shelf.sourceAt(document.uri)) return;
  const go = vscode.l10n.t('Edit Anyway');
  const message = vscode.l10n.t('Auto Save is on: the change would be written to the source file itself.');
  const detail = vscode.l10n.t('Switch Auto Save off to change only the text in the editor, or leave the source as it is.');
  if (await vscode.window.showWarningMessage(message, { modal: true, detail }, go) !== go) throw new vscode.CancellationError();
}
