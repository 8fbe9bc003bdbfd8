import * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';
import { commands } from '../names';
import { pickSource } from '../pickSource';
import { registerCommand, UserError } from '../runCommand';
import { citationFormats, readSettings, type CitationFormat } from '../settings';
import type { Shelf } from '../shelf';
import { errorWords } from '../words';
import type { ActiveNote } from './activeNote';
import type { AddCitation } from './addCitation';
import { gatherCitation, placeCitation, type PlacedCitation } from './citationMatter';
import { noteForInsertion } from './noteForInsertion';
import type { bibliographyOffer } from './offerBibliography';

/** What writing into a note needs. */
export interface NoteWriting {
  readonly shelf: Shelf;
  readonly notes: ActiveNote;
  readonly addCitation: AddCitation;
  readonly offerBibliography: ReturnType<typeof bibliographyOffer>;
}

/** The commands "Insert Citation…" and "Insert Citation As…": of the row or file they are called on, else of a source picked from a list. */
export function registerInsertCitation(writing: NoteWriting): vscode.Disposable {
  const command = (name: string, chooseFormat: (note: vscode.TextDocument) => Promise<CitationFormat | undefined>): vscode.Disposable =>
    registerCommand(name, async (argument: unknown) => {
      const note = await noteForInsertion(writing.notes);
      const source = await givenSource(argument, writing.shelf) ?? await pickSource(writing.shelf, vscode.l10n.t('Cite a source by title, publisher, date or key'));
      const format = source && await chooseFormat(note);
      if (format) await insertCitation(note, source, format, writing);
    });
  return vscode.Disposable.from(
    command(commands.insertCitation, note => Promise.resolve(readSettings(note.uri).citationFormat)),
    command(commands.insertCitationAs, note => pickFormat(readSettings(note.uri).citationFormat)),
  );
}

async function pickFormat(usual: CitationFormat): Promise<CitationFormat | undefined> {
  const items = citationFormats.map(format => ({
    format, ...formatWords(format),
    ...(format === usual && { iconPath: new vscode.ThemeIcon('check') }),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Cite in which form?') }))?.format;
}

function formatWords(format: CitationFormat): { readonly label: string; readonly description: string } {
  switch (format) {
    case 'pandoc': return { label: vscode.l10n.t('Citation key'), description: '[@key]' };
    case 'footnote': return { label: vscode.l10n.t('Footnote with the reference'), description: '[^1]' };
    case 'inline': return { label: vscode.l10n.t('Publisher and date in the text'), description: vscode.l10n.t('(The Post, 2025-06-04)') };
    case 'link': return { label: vscode.l10n.t('Link to the page or its file'), description: '[…](…)' };
  }
}

async function insertCitation(note: vscode.TextDocument, source: SourceSummary, format: CitationFormat, { shelf, notes, addCitation, offerBibliography }: NoteWriting): Promise<void> {
  const offer = format === 'pandoc' ? offerBibliography(note) : undefined;
  const matter = await gatherCitation(note, [source], format, shelf, each => addCitation(note, each));
  const editor = await notes.show(note.uri, false);
  const placed = placeCitation(note, editor.selection.end, matter);
  const done = matter.kind === 'keys' ? await insertSnippet(editor, placed) : await insertText(editor, placed);
  if (!done) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  offer?.(note);
}

/** Writes a citation of a key at the cursor of a note, whatever it stands for. */
export async function insertKey(note: vscode.TextDocument, key: string, notes: ActiveNote): Promise<void> {
  const editor = await notes.show(note.uri, false);
  if (!await insertSnippet(editor, placeCitation(note, editor.selection.end, { kind: 'keys', keys: [key] }))) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
}

/** The cursor stops where page or paragraph go, then behind the citation. */
function insertSnippet(editor: vscode.TextEditor, { range, before, after }: PlacedCitation): Thenable<boolean> {
  return editor.insertSnippet(new vscode.SnippetString().appendText(before).appendTabstop(1).appendText(after).appendTabstop(0), range);
}

/** The cursor goes on behind what was written, and not to what the note got elsewhere. */
async function insertText(editor: vscode.TextEditor, { range, before, after, others }: PlacedCitation): Promise<boolean> {
  const { document } = editor, text = before + after, end = document.offsetAt(range.start) + text.length;
  const done = await editor.edit(edit => {
    edit.replace(range, text);
    for (const { span, text: other } of others) edit.insert(document.positionAt(span.start), other);
  });
  const behind = document.positionAt(end);
  if (done) editor.selection = new vscode.Selection(behind, behind);
  return done;
}

/** The source of a row of the tree or of a file; a note's own address, as its context menu gives it, is none. */
async function givenSource(argument: unknown, shelf: Shelf): Promise<SourceSummary | undefined> {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (argument instanceof vscode.Uri && shelf.state === 'reading') await shelf.whenRead();
  const source = 'source' in argument ? (argument.source as SourceSummary) : argument instanceof vscode.Uri ? shelf.sourceAt(argument) : undefined;
  if (source?.error) throw new UserError(errorWords(source.error));
  return source;
}
