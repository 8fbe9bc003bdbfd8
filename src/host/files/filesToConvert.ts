import * as vscode from 'vscode';
import { UserError } from '../runCommand';

const TEXTS = '**/*.{md,markdown,txt}';

/**
 * The files a command was called on, those in folders among them included; called without any, the writer chooses from the workspace.
 * Undefined when the list is left.
 */
export async function filesToConvert(first: unknown, all: unknown): Promise<readonly vscode.Uri[] | undefined> {
  const called = (Array.isArray(all) && all.length > 0 ? all : [first]).map(uriOf).filter(uri => uri !== undefined);
  const files = called.length > 0 ? (await Promise.all(called.map(filesIn))).flat() : await pickFiles();
  if (files?.length === 0) throw new UserError(vscode.l10n.t('There is no text or Markdown file here to convert.'));
  return files && [...new Map(files.map(file => [file.toString(), file])).values()];
}

/** Explorer and editor give a URI, a row of the tree its source. */
function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument !== 'object' || argument === null || !('source' in argument)) return undefined;
  const { source } = argument;
  return typeof source === 'object' && source !== null && 'id' in source && typeof source.id === 'string' ? vscode.Uri.parse(source.id) : undefined;
}

async function filesIn(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const isFolder = await vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
  return isFolder ? sorted(await vscode.workspace.findFiles(new vscode.RelativePattern(uri, TEXTS), '**/node_modules/**')) : [uri];
}

async function pickFiles(): Promise<readonly vscode.Uri[] | undefined> {
  const found = sorted(await vscode.workspace.findFiles(TEXTS, '**/node_modules/**'));
  if (found.length === 0) return [];
  const items = found.map(uri => {
    const path = vscode.workspace.asRelativePath(uri), cut = path.lastIndexOf('/') + 1;
    return { uri, label: path.slice(cut), description: path.slice(0, Math.max(0, cut - 1)) };
  });
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, matchOnDescription: true, placeHolder: vscode.l10n.t('Which files shall be converted?') });
  return picked && picked.length > 0 ? picked.map(({ uri }) => uri) : undefined;
}

const sorted = (uris: readonly vscode.Uri[]): readonly vscode.Uri[] => [...uris].sort((one, other) => (one.path < other.path ? -1 : 1));
