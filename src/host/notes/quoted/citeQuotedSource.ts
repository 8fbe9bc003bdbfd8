import * as vscode from 'vscode';
import type { Span } from '../../../core/document';
import { citationParts } from '../../../core/markdown/insert';
import type { NoteQuotation } from '../../../core/markdown/quotations';
import { innerCommands } from '../../names';
import { registerCommand, UserError } from '../../runCommand';
import type { NoteWriting } from '../insertCitation';
import { noteQuotations } from '../noteQuotations';
import { rangeOf } from '../problems/diagnostic';

/** The command behind the fixes that cite the source in which quoted words stand, in place of the one that is cited or beside it. */
export function registerCiteQuotedSource({ shelf, addCitation, offerBibliography }: NoteWriting): vscode.Disposable {
  return registerCommand(innerCommands.citeQuotedSource, async (uri: vscode.Uri, span: Span, id: string, how: 'instead' | 'too') => {
    const note = await vscode.workspace.openTextDocument(uri), source = shelf.source(id);
    if (!source) throw new UserError(vscode.l10n.t('This source is no longer there.'));
    const offer = offerBibliography(note), key = await addCitation(note, source);
    // Found anew: the writer may have gone on while the entry was written.
    const quotation = noteQuotations(note).find(each => each.span.start === span.start && each.span.end === span.end);
    if (!quotation) throw new UserError(vscode.l10n.t('The note has changed meanwhile. Try again.'));
    const edit = new vscode.WorkspaceEdit(), { at, text } = citing(quotation.citation, key, how);
    edit.replace(uri, rangeOf(note, at), text);
    if (!await vscode.workspace.applyEdit(edit)) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
    offer?.(note);
  });
}

/** What has a citation name another key, or one more. */
function citing({ keys, bracketed, span }: NoteQuotation['citation'], key: string, how: 'instead' | 'too'): { readonly at: Span; readonly text: string } {
  const written = citationParts(key).before.slice(1), last = keys.at(-1);
  if (how === 'instead') return { at: { start: keys[0]?.span.start ?? span.start, end: last?.span.end ?? span.end }, text: bracketed ? written : `@{${key}}` };
  return bracketed ? { at: { start: span.end - 1, end: span.end - 1 }, text: `; ${written}` } : { at: { start: span.end, end: span.end }, text: ` [${written}]` };
}
