import * as vscode from 'vscode';
import type { CorrectionFiles } from '../corrections/correctionFiles';
import { commands } from '../names';
import { registerCommand } from '../runCommand';
import type { Shelf } from '../shelf';

/** Takes back what the writer put right last, as often as there is something to take back. */
export function registerUndoCorrection(shelf: Shelf, files: CorrectionFiles): vscode.Disposable {
  return registerCommand(commands.undoCorrection, async () => {
    const undone = await files.undo();
    await shelf.whenRead();
    void vscode.window.showInformationMessage(undone
      ? vscode.l10n.t('The last correction is taken back.')
      : vscode.l10n.t('Nothing was put right since this window was opened. “Show What Was Learnt of a Site…” lists what was put right before.'));
  });
}
