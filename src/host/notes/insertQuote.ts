import * as vscode from 'vscode';
import { quoteText, type QuoteCitation, type Surroundings } from '../../core/markdown/insert';
import type { Quotation, SourceSummary } from '../../worker/port';
import { UserError } from '../runCommand';
import type { NoteWriting } from './insertCitation';
import { quotePlace } from './insertionPlace';
import { noteForInsertion } from './noteForInsertion';
import { noteScan } from './noteScan';
import { quoteForNote } from './quoteForNote';

/** More text than this around the place tells nothing about blank lines. */
const NEAR = 2000;

/** Writes a quotation and its citation into the note last worked in, as one step of undo; the focus stays where the writer reads. */
export async function insertQuote(quotation: Quotation, source: SourceSummary, { shelf, notes, addCitation, offerBibliography }: NoteWriting): Promise<void> {
  const note = await noteForInsertion(notes);
  const offer = offerBibliography(note);
  const { paragraphs, locator } = await quoteForNote(note, quotation, source, shelf);
  const key = await addCitation(note, source);
  const editor = await notes.show(note.uri, true);
  const { place, text: quote } = placeQuote(note, editor.selection.end, paragraphs, { key, locator });
  if (!await editor.edit(edit => edit.insert(note.positionAt(place), quote))) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  const behind = writingPlace(note, note.positionAt(place + quote.trimEnd().length));
  editor.selection = new vscode.Selection(behind, behind);
  editor.revealRange(new vscode.Range(note.positionAt(place), behind), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  offer?.(note);
}

/** Where a quotation goes, and what is written there. */
export function placeQuote(note: vscode.TextDocument, position: vscode.Position, paragraphs: readonly string[], citation: QuoteCitation): { readonly place: number; readonly text: string } {
  const place = quotePlace(note.getText(), noteScan(note), note.offsetAt(position));
  return { place, text: quoteText(paragraphs, citation, surroundings(note, place)) };
}

/** What stands around a place or range. At the end of a note a blank line follows too: what is typed right below a quotation would become part of it. */
export function surroundings(note: vscode.TextDocument, place: number, end = place): Surroundings {
  const text = note.getText(), after = text.slice(end, end + NEAR);
  return {
    before: text.slice(Math.max(0, place - NEAR), place),
    after: after.trim() === '' ? `${after}.` : after,
    eol: note.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
  };
}

/** Where the writer goes on, and the next quotation goes in: at the end of the note, else on the blank line below this one. */
function writingPlace(note: vscode.TextDocument, quoteEnd: vscode.Position): vscode.Position {
  const end = note.positionAt(note.getText().length);
  return note.getText(new vscode.Range(quoteEnd, end)).trim() === '' ? end : new vscode.Position(quoteEnd.line + 1, 0);
}
