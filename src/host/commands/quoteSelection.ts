import * as vscode from 'vscode';
import { isSelection } from '../../protocol';
import type { Quotation, SourceSummary } from '../../worker/port';
import { commands } from '../names';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';

/** Writes a quotation and its citation into the note last worked in. */
export type InsertQuote = (quotation: Quotation, source: SourceSummary) => Promise<void>;

/** Quotes what is selected in the reader in front, or in the one that was there last; its own button says what that is. */
export function registerQuoteSelection(shelf: Shelf, readers: Readers, insertQuote: InsertQuote): vscode.Disposable {
  return registerCommand(commands.insertQuote, async (argument?: unknown) => {
    const reader = readers.active;
    if (!reader) throw new UserError(vscode.l10n.t('Open a source in the reader and select the words to quote.'));
    const selection = isSelection(argument) ? argument : (await reader.place()).selection;
    const quotation = selection && await shelf.library.quote(reader.source, reader.view, selection);
    const source = shelf.source(reader.source);
    if (!quotation || !source) throw new UserError(vscode.l10n.t('Select the words to quote in the reader first.'));
    await insertQuote(quotation, source);
  });
}
