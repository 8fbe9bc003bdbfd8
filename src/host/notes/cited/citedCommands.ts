import * as vscode from 'vscode';
import type { Span } from '../../../core/document';
import { commands } from '../../names';
import { registerCommand, UserError } from '../../runCommand';
import type { ActiveNote } from '../activeNote';
import { insertKey } from '../insertCitation';
import { noteScan } from '../noteScan';
import type { CitedNode, Node } from './citedTree';

/** What can be done with the rows of "Cited in This Note", and the steps from citation to citation in the editor. */
export function registerCitedCommands(notes: ActiveNote): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.goToCitation, async (node: Node) => {
      const { uri, span } = placeOf(node);
      select(await showWithFocus(notes, uri), span);
    }),
    registerCommand(commands.citeAgain, async (node: CitedNode) => {
      if (node.source && !node.source.error) await vscode.commands.executeCommand(commands.insertCitation, node);
      else await insertKey(await vscode.workspace.openTextDocument(node.note.uri), node.key, notes);
      await showWithFocus(notes, node.note.uri);
    }),
    registerCommand(commands.nextCitation, () => step((places, cursor) => places.find(({ start }) => start > cursor) ?? places[0])),
    registerCommand(commands.previousCitation, () => step((places, cursor) => places.filter(({ start }) => start < cursor).at(-1) ?? places.at(-1))),
  );
}

/** A view keeps the keyboard where the note stands open already. */
async function showWithFocus(notes: ActiveNote, uri: vscode.Uri): Promise<vscode.TextEditor> {
  const { document, viewColumn } = await notes.show(uri, false);
  return vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preserveFocus: false });
}

function placeOf(node: Node): { readonly uri: vscode.Uri; readonly span: Span } {
  if ('row' in node) return { uri: node.note.uri, span: node.row.places[0]?.span ?? { start: 0, end: 0 } };
  const { note } = 'place' in node ? node.parent : node.parent.parent;
  return { uri: note.uri, span: node.span };
}

function select(editor: vscode.TextEditor, { start, end }: Span): void {
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Moves the cursor to another citation of the note in front. */
function step(choose: (places: readonly Span[], cursor: number) => Span | undefined): void {
  const editor = vscode.window.activeTextEditor;
  const { document } = editor ?? {};
  if (!editor || document?.languageId !== 'markdown') throw new UserError(vscode.l10n.t('Open the Markdown note first.'));
  const place = choose(noteScan(document).citations.map(({ span }) => span), document.offsetAt(editor.selection.start));
  if (!place) throw new UserError(vscode.l10n.t('This note has no citation. “Insert Citation…” adds one.'));
  select(editor, { start: place.start, end: place.start });
}
