import * as vscode from 'vscode';
import { countCited, type CitedCounts } from '../../../core/cite/citedInNote';
import { views } from '../../names';
import type { CitedNote, CitedNotes } from './citedNote';

/** Shows in the status bar how many sources the note in front cites; a click leads to the view that lists them. */
export function registerCitedStatus(notes: CitedNotes): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('seedbed.citedCount', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Sources cited');
  item.command = `${views.cited}.focus`;
  const show = (): void => showCounts(item, notes.current);
  show();
  return vscode.Disposable.from(item, notes.onDidChange(show), vscode.window.onDidChangeActiveTextEditor(show));
}

function showCounts(item: vscode.StatusBarItem, note: CitedNote | undefined): void {
  const counts = countCited(note?.cited.map(({ row }) => row) ?? []);
  if (!note || counts.rows === 0 || !isInFront(note)) return item.hide();
  const { unknown } = counts.byKind, words = countLines(counts);
  item.text = `$(${unknown > 0 ? 'warning' : 'quote'}) ${sourceCount(counts.rows)}`;
  item.backgroundColor = unknown > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip = words.join('\n');
  item.accessibilityInformation = { label: words.join(', '), role: 'button' };
  item.show();
}

/** While a page is read there is no text editor in front: the note is still the one worked in. */
function isInFront({ uri }: CitedNote): boolean {
  const editor = vscode.window.activeTextEditor;
  return !editor || editor.document.uri.toString() === uri.toString();
}

const sourceCount = (count: number): string => (count === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', count));

function countLines({ rows, places, byKind }: CitedCounts): readonly string[] {
  return [
    vscode.l10n.t('Sources cited in this note: {0}', rows),
    vscode.l10n.t('Citations: {0}', places),
    ...(byKind.entry > 0 ? [vscode.l10n.t('Entries without a saved source: {0}', byKind.entry)] : []),
    ...(byKind.gone > 0 ? [vscode.l10n.t('Source files that are gone: {0}', byKind.gone)] : []),
    ...(byKind.broken > 0 ? [vscode.l10n.t('Broken entries: {0}', byKind.broken)] : []),
    ...(byKind.unknown > 0 ? [vscode.l10n.t('Unknown keys: {0}', byKind.unknown)] : []),
    vscode.l10n.t('Click to list them.'),
  ];
}
