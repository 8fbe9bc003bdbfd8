import * as vscode from 'vscode';
import type { InsertQuote } from '../commands/quoteSelection';
import { commands } from '../names';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { registerComparePassage } from './comparePassage';
import { Comparison } from './comparison';
import { SharedTree, type CarrierNode } from './sharedTree';

/** Registers what shows words that several sources have: in the reader, side by side, and in a view. */
export function registerSharing(shelf: Shelf, readers: Readers, insertQuote: InsertQuote, extension: vscode.Uri): vscode.Disposable {
  const comparison = new Comparison(shelf, extension);
  return vscode.Disposable.from(
    comparison,
    new SharedTree(shelf),
    registerComparePassage(shelf, readers, comparison),
    registerCommand(commands.showShared, async () => {
      const reader = readers.active;
      if (!reader) throw new UserError(vscode.l10n.t('Open a source in the reader first.'));
      await reader.showShared(!reader.showsShared);
    }),
    registerCommand(commands.insertSharedQuote, async ({ source, place }: CarrierNode) => {
      const view = { script: 'as-saved', fullWidth: false } as const, selection = await shelf.library.selectionAt(source.id, view, place.span);
      const quotation = selection && await shelf.library.quote(source.id, view, selection);
      if (!quotation) throw new UserError(vscode.l10n.t('No source has these words.'));
      await insertQuote(quotation, source);
    }),
  );
}
