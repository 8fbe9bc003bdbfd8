import * as vscode from 'vscode';
import { keepsLines, type Span } from '../../core/document';
import { commands } from '../names';
import { confirmEditing, openedText, reopened } from '../openedText';
import { patiently } from '../patiently';
import type { Readers } from '../readers';
import { lostWords } from '../repair/kindWords';
import { isMisread } from '../repair/misread';
import { pickKinds } from '../repair/pickKinds';
import { canApply, chosenRepairs, propose, proposedText, type Proposal } from '../repair/proposal';
import { RepairViews } from '../repair/repairViews';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';

/** Finds damage in the selection or the document, shows the repairs beside it, and makes those that are wanted. */
export function registerRepairText(shelf: Shelf, readers: Readers): vscode.Disposable {
  const views = new RepairViews(shelf.library);
  const shown = (argument: unknown): Proposal => {
    const proposal = views.find(argument);
    if (!proposal) throw new UserError(vscode.l10n.t('No repairs are shown here. “Repair Text…” looks for them.'));
    return proposal;
  };
  return vscode.Disposable.from(
    views,
    registerCommand(commands.repairText, async () => {
      const proposal = views.find(undefined);
      if (proposal) await chooseAgain(proposal, views);
      else if (readers.inFront) await offerForReader();
      else await repairInEditor(shelf, views);
    }),
    registerCommand(commands.chooseRepairs, argument => chooseAgain(shown(argument), views)),
    registerCommand(commands.applyRepairs, argument => apply(shown(argument), shelf, views)),
    registerCommand(commands.openRepaired, argument => openCopy(shown(argument), views)),
    registerCommand(commands.discardRepairs, argument => views.close(shown(argument))),
  );
}

/** The page of the reader is repaired as it is shown. */
async function offerForReader(): Promise<void> {
  const ways = [
    { title: vscode.l10n.t('Strip Boilerplate'), command: commands.stripBoilerplate },
    { title: vscode.l10n.t('Show Source File'), command: commands.showSourceFile },
  ];
  const message = vscode.l10n.t('The reader shows this page repaired already. Strip its boilerplate for a clean copy, or repair the text of its file in the editor.');
  const chosen = await vscode.window.showInformationMessage(message, ...ways);
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}

async function repairInEditor(shelf: Shelf, views: RepairViews): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new UserError(vscode.l10n.t('Open a document to repair its text.'));
  const { document, wasMisread } = await wellRead(editor.document, shelf);
  const parts = wasMisread ? undefined : selectedParts(editor);
  const proposal = await patiently(vscode.l10n.t('Looking for damage…'), propose(document, parts, shelf.library));
  if (proposal.damage.repairs.length === 0) {
    await sayNothing(proposal, wasMisread);
    return;
  }
  const kinds = await pickKinds(proposal);
  if (kinds) await views.show({ ...proposal, kinds });
}

/** The document, read again where the editor took its encoding for another one: that is no damage of the file. */
async function wellRead(document: vscode.TextDocument, shelf: Shelf): Promise<{ document: vscode.TextDocument; wasMisread: boolean }> {
  const opened = await openedText(document, shelf);
  const source = opened.target.kind === 'source' ? shelf.sourceAt(document.uri) : undefined;
  const misread = source && keepsLines(source.format) ? opened.misread : await isMisread(document);
  return { document: await reopened({ ...opened, misread }, shelf.library), wasMisread: misread };
}

function selectedParts({ document, selections }: vscode.TextEditor): readonly Span[] | undefined {
  const selected = selections.filter(selection => !selection.isEmpty)
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .sort((one, other) => one.start - other.start);
  return selected.length > 0 ? selected : undefined;
}

async function sayNothing({ document, damage: { lost } }: Proposal, wasMisread: boolean): Promise<void> {
  const reread = vscode.l10n.t('The editor had opened this file in the wrong encoding and has read it again; the file itself is not damaged.');
  const first = lost[0];
  if (!first) {
    void vscode.window.showInformationMessage(wasMisread ? reread : vscode.l10n.t('Nothing here needs repair.'));
    return;
  }
  const go = vscode.l10n.t('Show');
  if (await vscode.window.showInformationMessage(lostWords(lost.length), go) !== go) return;
  const range = new vscode.Range(document.positionAt(first.span.start), document.positionAt(first.span.end));
  await vscode.window.showTextDocument(document, { selection: range });
}

async function chooseAgain(proposal: Proposal, views: RepairViews): Promise<void> {
  const kinds = await pickKinds(proposal, proposal.kinds);
  const now = views.find(proposal.shownAt);
  if (kinds && now) views.choose(now, kinds);
}

async function apply(proposal: Proposal, shelf: Shelf, views: RepairViews): Promise<void> {
  if (!canApply(proposal)) {
    await openCopy(proposal, views);
    return;
  }
  const { document, version } = proposal;
  if (document.version === version) await confirmEditing(document, shelf);
  if (document.version !== version) {
    await views.renew(proposal);
    void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed, and its repairs were looked for again. See whether they are right, then apply them.'));
    return;
  }
  const repairs = chosenRepairs(proposal);
  // Cursors and folded lines move with an edit only where they are in view.
  await vscode.window.showTextDocument(document);
  if (!await vscode.workspace.applyEdit(editOf(proposal))) {
    const copy = { label: vscode.l10n.t('Open as a New Document'), run: () => openCopy(proposal, views) };
    throw new UserError(vscode.l10n.t('The document cannot be changed.'), [copy]);
  }
  await views.close(proposal);
  void vscode.window.showInformationMessage(repairs.length === 1
    ? vscode.l10n.t('Made 1 repair in the text in the editor. Undo takes it back.')
    : vscode.l10n.t('Made {0} repairs in the text in the editor. Undo takes them back.', repairs.length));
}

/** Each repair by itself, so that cursors and folded lines around it stay. */
function editOf(proposal: Proposal): vscode.WorkspaceEdit {
  const { document } = proposal;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, chosenRepairs(proposal).map(({ span, text }) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)), text)));
  return edit;
}

async function openCopy(proposal: Proposal, views: RepairViews): Promise<void> {
  const content = proposedText(proposal);
  const document = await vscode.workspace.openTextDocument({ content, language: proposal.document.languageId });
  await views.close(proposal);
  await vscode.window.showTextDocument(document);
}
