import * as vscode from 'vscode';
import { report } from '../runCommand';
import type { CorrectionFiles, Done } from './correctionFiles';

/** Says what was put right, with a way back. */
export function confirmCorrection(message: string, done: Done, files: CorrectionFiles): void {
  const undo = vscode.l10n.t('Undo');
  vscode.window.showInformationMessage(message, undo).then(async picked => {
    if (picked === undo) await files.undo(done);
  }).then(undefined, (error: unknown) => report('undo', error));
}
