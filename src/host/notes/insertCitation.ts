import * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';
import { commands } from '../names';
import { pickSource } from '../pickSource';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { errorWords } from '../words';
import type { ActiveNote } from './activeNote';
import type { AddCitation } from './addCitation';
import { citationAt } from './insertionPlace';
import { noteForInsertion } from './noteForInsertion';
import { noteScan } from './noteScan';
import type { bibliographyOffer } from './offerBibliography';

/** What writing into a note needs. */
export interface NoteWriting {
  readonly shelf: Shelf;
  readonly notes: ActiveNote;
  readonly addCitation: AddCitation;
  readonly offerBibliography: ReturnType<typeof bibliographyOffer>;
}

/** The command "Insert Citation…": of the row or file it is called on, else of a source picked from a list. */
export function registerInsertCitation(writing: NoteWriting): vscode.Disposable {
  return registerCommand(commands.insertCitation, async (argument: unknown) => {
    const note = await noteForInsertion(writing.notes);
    const source = await givenSource(argument, writing.shelf) ?? await pickSource(writing.shelf, vscode.l10n.t('Cite a source by title, publisher, date or key'));
    if (source) await insertCitation(note, source, writing);
  });
}

async function insertCitation(note: vscode.TextDocument, source: SourceSummary, { notes, addCitation, offerBibliography }: NoteWriting): Promise<void> {
  const offer = offerBibliography(note);
  const key = await addCitation(note, source);
  const editor = await notes.show(note.uri, false);
  const { span, before, after } = citationAt(note.getText(), noteScan(note), note.offsetAt(editor.selection.end), key);
  const snippet = new vscode.SnippetString().appendText(before).appendTabstop(1).appendText(after).appendTabstop(0);
  const range = new vscode.Range(note.positionAt(span.start), note.positionAt(span.end));
  if (!await editor.insertSnippet(snippet, range)) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  offer?.(note);
}

/** The source of a row of the tree or of a file; a note's own address, as its context menu gives it, is none. */
async function givenSource(argument: unknown, shelf: Shelf): Promise<SourceSummary | undefined> {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (argument instanceof vscode.Uri && shelf.state === 'reading') await shelf.whenRead();
  const source = 'source' in argument ? (argument.source as SourceSummary) : argument instanceof vscode.Uri ? shelf.sourceAt(argument) : undefined;
  if (source?.error) throw new UserError(errorWords(source.error));
  return source;
}
