import * as vscode from 'vscode';
import type { ScriptTarget } from '../../core/document';
import { keepBoth, planCopies, writeCopy, type Copy, type Outcome } from '../files/copies';
import { filesToConvert } from '../files/filesToConvert';
import { convertInPlace } from '../files/inPlace';
import { log } from '../log';
import { commands } from '../names';
import { conversions, pickTarget } from '../pickTarget';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';

/** Failures that a summary spells out; the log has all. */
const SPELT_OUT = 3;

/** Converts several files, as copies or where they stand; a source is never written. */
export function registerConvertFiles(shelf: Shelf): vscode.Disposable {
  return registerCommand(commands.convertFiles, async (first?: unknown, all?: unknown) => {
    const files = await filesToConvert(first, all);
    if (!files) return;
    const target = await pickTarget(files.length === 1 ? vscode.l10n.t('Convert the file to') : vscode.l10n.t('Convert {0} files to', files.length), conversions);
    if (!target) return;
    await shelf.whenRead();
    const place = files.some(file => shelf.sourceAt(file)) ? 'copies' : await pickPlace();
    if (place === 'files') summarise(await convertFilesThemselves(files, target, shelf), files.length);
    if (place !== 'copies') return;
    const copies = await askForCopies(files, shelf);
    if (copies) summarise(await withProgress(copies, copy => copy.from, copy => writeCopy(copy, target, shelf)), files.length);
  });
}

async function pickPlace(): Promise<'copies' | 'files' | undefined> {
  const items = [
    { place: 'copies' as const, label: vscode.l10n.t('As Copies in a Folder…'), detail: vscode.l10n.t('The files stay as they are.') },
    { place: 'files' as const, label: vscode.l10n.t('In the Files Themselves'), detail: vscode.l10n.t('One undo brings all of them back.') },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Where shall the converted text go?') }))?.place;
}

/** Where each copy goes, by the folder and by what the writer says of files that are there already; undefined when a question is left. */
async function askForCopies(files: readonly vscode.Uri[], shelf: Shelf): Promise<readonly Copy[] | undefined> {
  const [folder] = await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: vscode.l10n.t('Put Copies Here') }) ?? [];
  if (!folder) return undefined;
  const copies = await planCopies(files, folder, shelf);
  const taken = copies.filter(({ isTaken }) => isTaken).length;
  if (taken === 0) return copies;
  const replace = vscode.l10n.t('Replace'), both = vscode.l10n.t('Keep Both');
  const message = taken === 1 ? vscode.l10n.t('A file of that name is in the folder already.') : vscode.l10n.t('{0} files of those names are in the folder already.', taken);
  const answer = await vscode.window.showWarningMessage(message, { modal: true }, replace, both);
  if (answer === undefined) return undefined;
  return answer === both ? keepBoth(copies) : copies;
}

/** Changes all files in one edit, so that one undo takes it back; stopped, it changes none. */
export async function convertFilesThemselves(files: readonly vscode.Uri[], target: ScriptTarget, { library }: Shelf): Promise<readonly Outcome[]> {
  const edit = new vscode.WorkspaceEdit();
  const outcomes = await withProgress(files, file => file, file => convertInPlace(file, target, library, edit));
  if (outcomes.length < files.length) throw new vscode.CancellationError();
  // As with a renamed symbol, the editor's own setting says whether the files are saved at once.
  if (edit.size > 0 && !await vscode.workspace.applyEdit(edit, { isRefactoring: true })) throw new UserError(vscode.l10n.t('The text changed meanwhile, or cannot be edited. Nothing was converted.'));
  return outcomes;
}

/** Works on one after another, shows which, and stops between two when the writer says so: what is missing in the answer was not begun. */
function withProgress<T>(items: readonly T[], fileOf: (item: T) => vscode.Uri, work: (item: T) => Promise<Outcome>): Thenable<readonly Outcome[]> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Converting files') };
  return vscode.window.withProgress(options, async (progress, token) => {
    const outcomes: Outcome[] = [];
    for (const item of items) {
      if (token.isCancellationRequested) break;
      progress.report({ message: vscode.workspace.asRelativePath(fileOf(item)) });
      outcomes.push(await work(item));
      progress.report({ increment: 100 / items.length });
    }
    return outcomes;
  });
}

function summarise(outcomes: readonly Outcome[], asked: number): void {
  const count = (kind: Outcome['kind']): number => outcomes.filter(each => each.kind === kind).length;
  const failures = outcomes.filter(each => each.kind === 'failed').map(({ file, why }) => `${vscode.workspace.asRelativePath(file)}: ${why}`);
  failures.forEach(failure => log.warn(failure));
  const sentences = [
    ...outcomes.length < asked ? [vscode.l10n.t('Stopped before the end.')] : [],
    count('converted') === 1 ? vscode.l10n.t('1 file converted.') : vscode.l10n.t('{0} files converted.', count('converted')),
    ...unchangedSentence(count('unchanged')),
    ...failedSentence(failures.length),
    ...failures.slice(0, SPELT_OUT),
  ];
  const message = sentences.join(' ');
  if (failures.length === 0) void vscode.window.showInformationMessage(message);
  else void warn(message);
}

function unchangedSentence(count: number): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? vscode.l10n.t('1 is in that script already, or has no Chinese.') : vscode.l10n.t('{0} are in that script already, or have no Chinese.', count)];
}

function failedSentence(count: number): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? vscode.l10n.t('1 could not be converted:') : vscode.l10n.t('{0} could not be converted:', count)];
}

async function warn(message: string): Promise<void> {
  const open = vscode.l10n.t('Show Log');
  if (await vscode.window.showWarningMessage(message, open) === open) log.show();
}
