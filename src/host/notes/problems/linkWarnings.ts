import * as vscode from 'vscode';
import { innerCommands } from '../../names';
import { registerCommand } from '../../runCommand';
import { noteScan } from '../noteScan';
import { commandFix } from './citationFixes';

/** The code of the built-in Markdown extension for `[label]` and `[text][label]` without a definition. */
const NO_SUCH_REFERENCE = 'link.no-such-reference';

/** Its setting, below `markdown`; `validate.ignoredLinks` does not count for such links. */
const VALIDATION = 'validate.referenceLinks.enabled';

/** Explains the warnings of VS Code's own link validation at citations, which it takes for links, and has them left out. */
export function registerLinkWarnings(): vscode.Disposable {
  const notes: vscode.DocumentSelector = ['file', 'untitled'].map(scheme => ({ language: 'markdown', scheme }));
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(notes, {
      provideCodeActions: (note, _range, { diagnostics }) => diagnostics.filter(({ code }) => code === NO_SUCH_REFERENCE).filter(({ range }) => isCitation(note, range)).flatMap(diagnostic => [
        commandFix(vscode.l10n.t('Why Is This Citation Marked?'), diagnostic, innerCommands.explainLinkWarning, note.uri),
        commandFix(ignoreWords(), diagnostic, innerCommands.ignoreLinkWarnings, note.uri),
      ]),
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    registerCommand(innerCommands.explainLinkWarning, explain),
    registerCommand(innerCommands.ignoreLinkWarnings, ignoreReferenceLinks),
  );
}

const isCitation = (note: vscode.TextDocument, range: vscode.Range): boolean =>
  noteScan(note).citations.some(({ span }) => span.start <= note.offsetAt(range.end) && note.offsetAt(range.start) <= span.end);

const ignoreWords = (): string => (vscode.workspace.workspaceFolders
  ? vscode.l10n.t('Do Not Validate Reference Links in This Workspace') : vscode.l10n.t('Do Not Validate Reference Links'));

async function explain(note: vscode.Uri): Promise<void> {
  const ignore = ignoreWords();
  const message = vscode.l10n.t('This warning comes from VS Code’s own link validation. It takes a citation such as [@key] for a link whose label has no definition. The citation is right: pandoc, the preview and Seedbed read it. VS Code can only leave out all links with labels, “[text][label]”, not citations alone.');
  if (await vscode.window.showInformationMessage(message, ignore) === ignore) await ignoreReferenceLinks(note);
}

function ignoreReferenceLinks(note: vscode.Uri): Thenable<void> {
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  return vscode.workspace.getConfiguration('markdown', note).update(VALIDATION, 'ignore', target);
}
