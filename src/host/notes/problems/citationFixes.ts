import * as vscode from 'vscode';
import type { Edit } from '../../../core/document';
import { withBibliography } from '../../../core/markdown/frontMatter';
import { citationParts } from '../../../core/markdown/insert';
import { trapKinds, type Trap } from '../../../core/markdown/traps/trap';
import type { CitationProblem } from '../../../worker/port';
import { innerCommands } from '../../names';
import type { Shelf } from '../../shelf';
import { addressesOf, nameOf } from '../bibliographies';
import { noteSelector } from '../noteSelector';
import type { CitationProblems } from './citationProblems';
import { rangeOf } from './diagnostic';
import { codeOfProblem, type CheckedNote, type NoteProblem } from './findNoteProblems';

/** A longer text is cut in the title of a fix. */
const LONGEST_TITLE = 50;

/** What a fix is made of. */
interface Marked { readonly note: vscode.TextDocument; readonly diagnostic: vscode.Diagnostic; readonly checked: CheckedNote; readonly shelf: Shelf }

/** Offers ways out of what is amiss about citations, the likeliest first. */
export function registerCitationFixes(problems: CitationProblems, shelf: Shelf): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(noteSelector, {
    async provideCodeActions(note, _range, { diagnostics }) {
      const own = diagnostics.filter(({ source, code }) => source === 'Seedbed' && typeof code === 'string' && /^(?:citation|bibliography)-/.test(code));
      if (own.length === 0) return [];
      const checked = await problems.in(note);
      const fixes = await Promise.all(own.map(async diagnostic => {
        const problem = checked.problems.find(each => codeOfProblem(each) === diagnostic.code && rangeOf(note, each.span).isEqual(diagnostic.range));
        return problem ? [...await fixesOf(problem, { note, diagnostic, checked, shelf }), ignoreFix(diagnostic)] : [ignoreFix(diagnostic)];
      }));
      return fixes.flat();
    },
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

async function fixesOf(problem: NoteProblem, marked: Marked): Promise<readonly vscode.CodeAction[]> {
  if (isTrap(problem)) return trapFixes(problem, marked);
  const { note, diagnostic, checked: { bibliography: { place } } } = marked;
  switch (problem.kind) {
    case 'unknown': return unknownFixes(problem, marked);
    case 'noEntry': return [commandFix(vscode.l10n.t('Add an Entry to {0}', place.target ? nameOf(place.target) : ''), diagnostic, innerCommands.addCitedEntry, note.uri, problem.source)];
    case 'gone': return [
      commandFix(vscode.l10n.t('Choose the Source…'), diagnostic, innerCommands.changeCitedEntry, note.uri, problem.key, 'choose'),
      commandFix(vscode.l10n.t('Forget That There Was a Source'), diagnostic, innerCommands.changeCitedEntry, note.uri, problem.key, 'forget'),
    ];
    case 'outdated': return [
      commandFix(vscode.l10n.t('Bring the Entry “{0}” up to Date', problem.key), diagnostic, innerCommands.changeCitedEntry, note.uri, problem.key, 'update'),
      commandFix(vscode.l10n.t('Keep the Entry “{0}” as It Is', problem.key), diagnostic, innerCommands.changeCitedEntry, note.uri, problem.key, 'keep'),
    ];
    case 'bibliographyMissing': return [commandFix(vscode.l10n.t('Create {0}', vscode.workspace.asRelativePath(problem.uri)), diagnostic, innerCommands.createBibliography, problem.uri)];
    case 'bibliographyBroken': return [commandFix(vscode.l10n.t('Open {0}', nameOf(problem.uri)), diagnostic, 'vscode.open', problem.uri)];
    case 'bibliographyUnnamed': {
      const edits = await withBibliography(note.getText(), problem.path);
      return edits.length > 0 ? [editFix(vscode.l10n.t('Add “bibliography: {0}” to the Front Matter', problem.path), marked, edits)] : [];
    }
    case 'duplicate': return (diagnostic.relatedInformation ?? []).map(({ location: { uri, range } }) =>
      commandFix(vscode.l10n.t('Go to the Other Entry in {0}', nameOf(uri)), diagnostic, 'vscode.open', uri, { selection: range, preview: false }));
    default: return [];
  }
}

const isTrap = (problem: NoteProblem): problem is Extract<CitationProblem, Trap> => trapKinds.some(kind => kind === problem.kind);

/** Each way out, then the first way for all traps of the kind. */
function trapFixes(trap: Trap, marked: Marked): readonly vscode.CodeAction[] {
  const fixes = trap.fixes.map(({ written, edits }) => editFix(vscode.l10n.t('Write “{0}”', shortened(written)), marked, edits));
  if (fixes[0]) fixes[0].isPreferred = true;
  const alike = marked.checked.problems.filter(isTrap).filter(({ kind }) => kind === trap.kind);
  if (alike.length < 2) return fixes;
  return [...fixes, editFix(vscode.l10n.t('Fix All {0} Like This in This Note', alike.length), marked, alike.flatMap(each => each.fixes[0]?.edits ?? []))];
}

async function unknownFixes({ key, span }: Extract<CitationProblem, { readonly kind: 'unknown' }>, marked: Marked): Promise<readonly vscode.CodeAction[]> {
  const { note, diagnostic, checked: { bibliography }, shelf } = marked;
  const isBraced = note.getText()[span.start + 1] === '{';
  const nearest = await shelf.library.nearestKeys(addressesOf(bibliography), key);
  const replacements = nearest.map(near => editFix(vscode.l10n.t('Cite “{0}” Instead', near), marked, [{ span, text: isBraced ? `@{${near}}` : citationParts(near).before.slice(1) }]));
  if (replacements.length === 1 && replacements[0]) replacements[0].isPreferred = true;
  return [...replacements, commandFix(vscode.l10n.t('Cite Another Source…'), diagnostic, innerCommands.citeInstead, note.uri, key)];
}

/** A fix that changes the note. */
export function editFix(title: string, { note, diagnostic }: Pick<Marked, 'note' | 'diagnostic'>, edits: readonly Edit[]): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) fix.edit.replace(note.uri, rangeOf(note, span), text);
  return fix;
}

/** Switches a code off, where nobody wants to hear of it. */
export function ignoreFix(diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const code = typeof diagnostic.code === 'string' ? diagnostic.code : '';
  const title = vscode.workspace.workspaceFolders ? vscode.l10n.t('Do Not Report “{0}” in This Workspace', code) : vscode.l10n.t('Do Not Report “{0}”', code);
  return commandFix(title, diagnostic, innerCommands.ignoreProblem, code);
}

/** A fix that a command does. */
export function commandFix(title: string, diagnostic: vscode.Diagnostic, command: string, ...args: readonly unknown[]): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.command = { title, command, arguments: [...args] };
  return fix;
}

const shortened = (text: string): string => (text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text).replace(/\s+/g, ' ');
