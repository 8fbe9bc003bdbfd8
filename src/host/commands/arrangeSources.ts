import * as vscode from 'vscode';
import { groupings } from '../../core/library/groups';
import { commands, settings, views } from '../names';
import { readSources } from '../readSources';
import { inBackground, registerCommand, UserError } from '../runCommand';
import { readSettings } from '../settings';
import type { Shelf } from '../shelf';
import type { SourceTree } from '../sourceTree';
import { groupingWords } from '../words';

/** Commands of the view's title bar: how the sources are grouped, which are shown, where they are looked for. */
export function registerArrangeSources(shelf: Shelf, tree: SourceTree): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.groupSourcesBy, () => groupSourcesBy(tree)),
    registerCommand(commands.filterSources, () => filterSources(tree)),
    registerCommand(commands.clearFilter, () => tree.filterBy('')),
    registerCommand(commands.refreshSources, () => readSources(shelf)),
    registerCommand(commands.chooseSourceFolder, chooseSourceFolder),
  );
}

async function groupSourcesBy(tree: SourceTree): Promise<void> {
  const items = groupings.map(grouping => ({ grouping, label: groupingWords(grouping), iconPath: new vscode.ThemeIcon(grouping === tree.grouping ? 'check' : 'blank') }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Group the sources by') });
  if (!picked) return;
  await tree.groupBy(picked.grouping);
  await vscode.commands.executeCommand(`${views.sources}.focus`);
}

/** Filters while the writer types; Escape brings back what was shown before. */
async function filterSources(tree: SourceTree): Promise<void> {
  const before = tree.query;
  const input = vscode.window.createInputBox();
  input.placeholder = vscode.l10n.t('Show only sources whose title, publisher, date or key holds these words');
  input.value = before;
  // A row that was found may be clicked without losing what found it.
  input.ignoreFocusOut = true;
  let accepted = false;
  input.onDidChangeValue(query => inBackground('filter', tree.filterBy(query)));
  input.onDidAccept(() => { accepted = true; input.hide(); });
  await new Promise<void>(resolve => { input.onDidHide(() => resolve()); input.show(); });
  input.dispose();
  if (!accepted) await tree.filterBy(before);
}

/** Adds a folder to the workspace's setting; the shelf follows the setting. */
async function chooseSourceFolder(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const start = folders[0];
  if (!start) throw new UserError(vscode.l10n.t('Open a folder first; sources are kept inside it.'));
  const picked = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, defaultUri: start.uri, openLabel: vscode.l10n.t('Use as Source Folder') });
  if (!picked?.[0]) return;
  const home = vscode.workspace.getWorkspaceFolder(picked[0]);
  if (!home) throw new UserError(vscode.l10n.t('That folder lies outside the workspace. Choose one inside it, or add it to the workspace first.'));
  const path = picked[0].path.slice(home.uri.path.length).replace(/^\//, '') || '.';
  const { folders: chosen } = readSettings(home.uri);
  if (chosen.includes(path)) return;
  await vscode.workspace.getConfiguration(undefined, home.uri).update(settings.folders, [...chosen, path], folders.length > 1 ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace);
}
