import * as vscode from 'vscode';
import { bibliographyEdit, findBibliography, newBibliography, type RegionError } from '../../core/markdown/bibliographyRegion';
import { setApart } from '../../core/markdown/insert';
import type { FormattedList } from '../../worker/port';
import type { ActiveNote } from '../notes/activeNote';
import { surroundings } from '../notes/insertQuote';
import { quotePlace } from '../notes/insertionPlace';
import { noteForInsertion } from '../notes/noteForInsertion';
import { noteScan } from '../notes/noteScan';
import { rangeOf } from '../notes/problems/diagnostic';
import { commands } from '../names';
import { patiently } from '../patiently';
import { UserError } from '../runCommand';
import { citedIn, format, formattingWords, type Formatting } from './noteReferences';

/** Writes the references of the note last worked in at its cursor, between two markers; where it has them, brings them up to date. */
export async function insertBibliography(notes: ActiveNote, formatting: Formatting): Promise<void> {
  const note = await noteForInsertion(notes);
  const list = await patiently(formattingWords(), citedIn(note, formatting).then(what => format(what, note, 'markdown', formatting)));
  if (list.references.length === 0) throw new UserError(vscode.l10n.t('This note has no citation that the bibliography knows. “Insert Citation…” adds one.'), [{ label: vscode.l10n.t('Insert Citation…'), run: () => vscode.commands.executeCommand(commands.insertCitation) }]);
  const editor = await notes.show(note.uri, false), found = findBibliography(note.getText(), noteScan(note));
  if (!found.ok) throw new UserError(regionWords(found.error));
  if (found.value) await update(editor, list);
  else await insert(editor, list);
  if (list.unknown.length > 0) void vscode.window.showWarningMessage(unknownWords(list.unknown));
}

async function insert(editor: vscode.TextEditor, { references }: FormattedList): Promise<void> {
  const { document: note } = editor, place = quotePlace(note.getText(), noteScan(note), note.offsetAt(editor.selection.end));
  const block = newBibliography(references.map(({ text }) => text), vscode.l10n.t('written anew whenever the note is saved'));
  const text = setApart(block, surroundings(note, place));
  if (!await editor.edit(edit => edit.insert(note.positionAt(place), text))) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  editor.revealRange(new vscode.Range(note.positionAt(place), note.positionAt(place + text.length)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function update(editor: vscode.TextEditor, list: FormattedList): Promise<void> {
  const { document: note } = editor, edit = updateOf(note, list);
  if (edit && !await editor.edit(builder => builder.replace(edit.range, edit.newText))) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  const found = findBibliography(note.getText(), noteScan(note));
  if (found.ok && found.value) editor.revealRange(rangeOf(note, found.value), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  void vscode.window.showInformationMessage(edit ? vscode.l10n.t('The list of references was brought up to date.') : vscode.l10n.t('The list of references is up to date.'));
}

/** What brings the list of references of a note up to date; undefined where it has none, or it is. */
export function updateOf(note: vscode.TextDocument, { references }: FormattedList): vscode.TextEdit | undefined {
  const found = findBibliography(note.getText(), noteScan(note));
  const edit = found.ok && found.value && bibliographyEdit(note.getText(), found.value, references.map(({ text }) => text));
  return edit ? vscode.TextEdit.replace(rangeOf(note, edit.span), edit.text) : undefined;
}

function regionWords(error: RegionError): string {
  switch (error) {
    case 'unpaired': return vscode.l10n.t('The list of references has only one of its two markers, <!-- seedbed:bibliography --> and <!-- /seedbed:bibliography -->. Nothing was changed; add the other, or delete this one.');
    case 'several': return vscode.l10n.t('The note has several lists of references. Nothing was changed; keep one pair of markers.');
  }
}

const unknownWords = (keys: readonly string[]): string => (keys.length === 1
  ? vscode.l10n.t('“{0}” is not in the bibliography, and is missing in the list.', keys[0] ?? '')
  : vscode.l10n.t('{0} keys are not in the bibliography, and are missing in the list: {1}', keys.length, keys.slice(0, MOST_NAMED).join(', ')));

/** More than that nobody reads in a message. */
const MOST_NAMED = 8;
