import * as vscode from 'vscode';
import { codeOfVerdict } from '../../../core/quote/finding';
import { levelOf } from '../../../core/cite/problems/problemCodes';
import type { CheckedQuotation } from '../../../worker/port';
import { commands } from '../../names';
import { patiently } from '../../patiently';
import { registerCommand, UserError } from '../../runCommand';
import { readSettings } from '../../settings';
import type { Shelf } from '../../shelf';
import type { ActiveNote } from '../activeNote';
import { readNote, WorkspaceNotes } from '../workspaceNotes';
import type { QuotationProblems } from './quotationProblems';

/** What was found, over all notes that were looked at. */
interface Tally { readonly notes: number; readonly quotations: number; readonly amiss: number; readonly unread: number }

/** The commands "Check Quotations" of the note last worked in, and of all notes of the workspace. */
export function registerCheckQuotations(notes: ActiveNote, problems: QuotationProblems, shelf: Shelf): vscode.Disposable {
  const all = new WorkspaceNotes(shelf);
  return vscode.Disposable.from(
    registerCommand(commands.checkQuotations, async () => {
      const { uri } = notes, note = uri && await readNote(uri);
      if (!note) throw new UserError(vscode.l10n.t('Open the note whose quotations are to be checked first.'));
      const checked = await patiently(vscode.l10n.t('Checking quotations…'), shelf.whenRead().then(() => problems.report(note)));
      await tell({ notes: 1, quotations: checked.length, amiss: checked.filter(each => isAmiss(each, note.uri)).length, unread: 0 });
    }),
    registerCommand(commands.checkAllQuotations, async () => {
      if (!vscode.workspace.workspaceFolders) throw new UserError(vscode.l10n.t('Open a folder with notes first.'));
      await tell(await checkAll(all, problems, shelf));
    }),
  );
}

/** Note by note, so that what is found shows at once and a cancelled check keeps what it has. */
async function checkAll(notes: WorkspaceNotes, problems: QuotationProblems, shelf: Shelf): Promise<Tally> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking quotations…'), cancellable: true }, async (progress, token) => {
    await shelf.whenRead();
    const mentioning = await notes.mentioning('searched', token);
    let tally: Tally = { notes: 0, quotations: 0, amiss: 0, unread: 0 };
    for (const { uri } of mentioning) {
      if (token.isCancellationRequested) break;
      progress.report({ increment: 100 / mentioning.length, message: vscode.workspace.asRelativePath(uri) });
      const note = await readNote(uri), checked = note ? await problems.report(note) : [];
      tally = { notes: tally.notes + 1, quotations: tally.quotations + checked.length, amiss: tally.amiss + checked.filter(each => isAmiss(each, uri)).length, unread: tally.unread + (note ? 0 : 1) };
    }
    return tally;
  });
}

function isAmiss({ verdict }: CheckedQuotation, note: vscode.Uri): boolean {
  const code = codeOfVerdict(verdict), level = code ? levelOf(code, readSettings(note).problems) : 'off';
  return level === 'warning' || level === 'error';
}

async function tell({ notes, quotations, amiss, unread }: Tally): Promise<void> {
  const unreadable = unread === 0 ? [] : [unread === 1 ? vscode.l10n.t('One note could not be read.') : vscode.l10n.t('{0} notes could not be read.', unread)];
  if (quotations === 0) { void vscode.window.showInformationMessage([vscode.l10n.t('There is no quotation here that cites one of your sources.'), ...unreadable].join(' ')); return; }
  const counted = notes === 1 ? vscode.l10n.t('Quotations checked: {0}.', quotations) : vscode.l10n.t('Quotations checked: {0}, in {1} notes.', quotations, notes);
  if (amiss === 0) { void vscode.window.showInformationMessage([counted, vscode.l10n.t('All have the words of their sources.'), ...unreadable].join(' ')); return; }
  const show = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showWarningMessage([counted, vscode.l10n.t('Not as in their sources: {0}.', amiss), ...unreadable].join(' '), show);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
