import * as vscode from 'vscode';
import { keepsLines } from '../../core/document';
import type { StrippedLines, StripTarget } from '../../worker/port';
import { commands } from '../names';
import { confirmEditing, openedText, reopened } from '../openedText';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { chosenSource } from '../chosenSource';
import { errorWords, titleWords } from '../words';

/** Lines of the editor, 1-based and inclusive. */
type Lines = readonly [from: number, to: number];

/** Strips boilerplate into a new Markdown document, or from the text in the editor. */
export function registerStripBoilerplate(shelf: Shelf, readers: Readers): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.stripBoilerplate, argument => stripIntoNew(argument, shelf, readers)),
    registerCommand(commands.stripBoilerplateInPlace, () => stripInPlace(shelf)),
  );
}

async function stripIntoNew(argument: unknown, shelf: Shelf, readers: Readers): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const source = chosenSource(argument, shelf, readers);
  if (source && editor?.document.uri.toString() !== source.id) return openClean(shelf, { kind: 'source', id: source.id }, titleWords(source));
  if (!editor) throw new UserError(vscode.l10n.t('Open a source, or choose one in the Sources view, to strip its boilerplate.'));
  const opened = await openedText(editor.document, shelf);
  // The file is read from its bytes; only a text that is no source must be reopened by the writer.
  if (opened.misread && opened.target.kind === 'text') await reopened(opened, shelf.library);
  const lines = opened.misread ? undefined : selectedLines(editor);
  if (opened.misread) void vscode.window.showInformationMessage(vscode.l10n.t('The editor has opened this file in the wrong encoding. Seedbed has read it again from its bytes.'));
  await openClean(shelf, opened.target, source ? titleWords(source) : fileTitle(editor.document), lines);
}

async function openClean(shelf: Shelf, target: StripTarget, title: string, lines?: Lines): Promise<void> {
  const markdown = await shelf.library.cleanMarkdown(target, lines);
  if (!markdown.ok) throw new UserError(errorWords(markdown.error));
  const document = await vscode.workspace.openTextDocument(await untitled(title));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), markdown.value);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

async function stripInPlace(shelf: Shelf): Promise<void> {
  const before = vscode.window.activeTextEditor;
  if (!before) throw new UserError(vscode.l10n.t('Open a source in the editor to strip its boilerplate in place.'));
  const source = shelf.sourceAt(before.document.uri);
  if (source && !keepsLines(source.format)) throw new UserError(vscode.l10n.t('A web page cannot be stripped in place. “Strip Boilerplate” makes a clean Markdown document of it.'));
  const opened = await openedText(before.document, shelf);
  const document = await reopened(opened, shelf.library);
  const { version } = document;
  await confirmEditing(document, shelf);
  const found = await shelf.library.boilerplate(opened.target);
  if (!found.ok) throw new UserError(errorWords(found.error));
  const editor = await vscode.window.showTextDocument(document);
  const stripped = within(found.value, opened.misread ? undefined : selectedLines(editor));
  const lines = joinedOverBlanks(stripped, document);
  if (lines.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here looks like boilerplate.'));
    return;
  }
  const removed = stripped.reduce((sum, each) => sum + each.to - each.from + 1, 0);
  const done = document.version === version && await editor.edit(edit => lines.map(each => removal(document, each)).forEach(range => edit.delete(range)));
  if (!done) throw new UserError(vscode.l10n.t('The text changed meanwhile, or cannot be edited. Nothing was removed.'));
  const message = removed === 1 ? vscode.l10n.t('Removed 1 line from the text in the editor; the file is as it was. Undo brings it back.') : vscode.l10n.t('Removed {0} lines from the text in the editor; the file is as it was. Undo brings them back.', removed);
  void vscode.window.showInformationMessage(message);
}

function selectedLines(editor: vscode.TextEditor): Lines | undefined {
  const { selection } = editor;
  if (selection.isEmpty) return undefined;
  const last = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
  return [selection.start.line + 1, Math.max(selection.start.line, last) + 1];
}

interface LineRange { readonly from: number; readonly to: number }

/** The stripped lines inside `selected`. */
function within(lines: readonly StrippedLines[], selected: Lines | undefined): readonly LineRange[] {
  const [first, last] = selected ?? [1, Infinity];
  return lines.map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, last) })).filter(({ from, to }) => from <= to);
}

/** Neighbours as one range, also over blank lines: what is removed with each takes those along, and removals may not overlap. */
function joinedOverBlanks(lines: readonly LineRange[], document: vscode.TextDocument): readonly LineRange[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of lines) {
    const before = joined.at(-1);
    let blanks = before?.to ?? 0;
    while (blanks < from - 1 && document.lineAt(blanks).isEmptyOrWhitespace) blanks++;
    if (before && blanks >= from - 1) before.to = to; else joined.push({ from, to });
  }
  return joined;
}

/** Whole lines with their line end, and the blank lines below them, so that no hole is left. */
function removal(document: vscode.TextDocument, lines: LineRange): vscode.Range {
  let end = lines.to;
  while (end < document.lineCount && document.lineAt(end).isEmptyOrWhitespace) end++;
  const atEnd = end >= document.lineCount;
  const start = atEnd && lines.from > 1 ? document.lineAt(lines.from - 2).range.end : new vscode.Position(lines.from - 1, 0);
  return new vscode.Range(start, atEnd ? document.lineAt(document.lineCount - 1).range.end : new vscode.Position(end, 0));
}

const fileTitle = (document: vscode.TextDocument): string => (document.uri.path.split('/').pop() ?? '').replace(/\.[^.]*$/, '');

/** An untitled document that would be saved at the workspace root under the title, under a name that is still free. */
async function untitled(title: string): Promise<vscode.Uri> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = [...title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()].slice(0, 60).join('') || 'clean';
  for (let copy = 1; ; copy++) {
    const file = `${name}${copy > 1 ? ` ${copy}` : ''}.md`;
    const uri = root ? vscode.Uri.joinPath(root, file) : vscode.Uri.file(`/${file}`);
    if (!isOpen(uri) && !await exists(uri)) return uri.with({ scheme: 'untitled' });
  }
}

const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some(document => document.uri.path === uri.path && !document.isClosed);
const exists = (uri: vscode.Uri): Thenable<boolean> => vscode.workspace.fs.stat(uri).then(() => true, () => false);

