import * as vscode from 'vscode';
import type { Ambiguity } from '../../worker/port';
import { isMark, rangeOf, type AmbiguityMarks } from '../ambiguityMarks';
import { commands, innerCommands } from '../names';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { writingWords } from '../words';
import { showMarked } from './convertScript';

/** Marks the characters of a Traditional document that a conversion may have got wrong, and offers the others in their place. */
export function registerMarkAmbiguous(shelf: Shelf, marks: AmbiguityMarks): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.markAmbiguous, () => markDocument(shelf, marks)),
    registerCommand(commands.clearAmbiguous, () => marks.remove(documentInFront())),
    registerCommand(innerCommands.keepMarked, (uri: string, places?: readonly number[]) => {
      const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
      if (document) marks.remove(document, places);
    }),
    vscode.languages.registerCodeActionsProvider('*', {
      provideCodeActions: (document, range, { diagnostics }) => (diagnostics.some(isMark) ? fixes(document, marks.touching(document, range), marks) : []),
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

function documentInFront(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) throw new UserError(vscode.l10n.t('Open a document in the editor first.'));
  return document;
}

async function markDocument(shelf: Shelf, marks: AmbiguityMarks): Promise<void> {
  const document = documentInFront();
  const text = document.getText();
  const writing = await shelf.library.writingOf(text);
  if (writing.script !== 'Hant') {
    const words = writingWords(writing);
    throw new UserError(words === undefined
      ? vscode.l10n.t('There is no Traditional Chinese here.')
      : vscode.l10n.t('Only Traditional text can hold characters that a conversion has got wrong. This text: {0}.', words));
  }
  const found = await shelf.library.ambiguities(text);
  if (document.getText() !== text) throw new UserError(vscode.l10n.t('The text changed meanwhile. Nothing was marked.'));
  marks.remove(document);
  marks.add(document, found);
  const count = marks.count(document);
  if (count === 0) void vscode.window.showInformationMessage(vscode.l10n.t('No character here is in doubt.'));
  else void showMarked(count === 1 ? vscode.l10n.t('1 character here could be another one; it is marked.') : vscode.l10n.t('{0} characters here could be others; they are marked.', count));
}

/** For each mark: every other character, here or everywhere, or the one that stands. */
function fixes(document: vscode.TextDocument, touched: readonly Ambiguity[], marks: AmbiguityMarks): vscode.CodeAction[] {
  const all = marks.in(document);
  return touched.flatMap(mark => {
    const [standing = '', ...others] = mark.choices;
    const same = (other: string): readonly Ambiguity[] => all.filter(({ choices }) => choices[0] === standing && choices.includes(other));
    const here = others.map(other => useFix(vscode.l10n.t('Use “{0}”', other), document, [mark], other));
    const everywhere = others.filter(other => same(other).length > 1)
      .map(other => useFix(vscode.l10n.t('Use “{0}” Everywhere in This Document', other), document, same(other), other));
    return [...here, ...everywhere, keepFix(vscode.l10n.t('Keep “{0}”', standing), document, [mark.span.start]), ...all.length > 1 ? [keepFix(vscode.l10n.t('Keep All'), document)] : []];
  });
}

function useFix(title: string, document: vscode.TextDocument, replaced: readonly Ambiguity[], character: string): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.edit = new vscode.WorkspaceEdit();
  for (const mark of replaced) fix.edit.replace(document.uri, rangeOf(document, mark), character);
  return fix;
}

function keepFix(title: string, document: vscode.TextDocument, places?: readonly number[]): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { title, command: innerCommands.keepMarked, arguments: [document.uri.toString(), places] };
  return fix;
}
