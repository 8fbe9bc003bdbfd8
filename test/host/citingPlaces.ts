import * as vscode from 'vscode';

/** Places as `file:line word`, in order. */
async function placed(locations: readonly vscode.Location[]): Promise<readonly string[]> {
  const shown = await Promise.all(locations.map(async ({ uri, range }) => {
    const document = await vscode.workspace.openTextDocument(uri);
    return `${uri.scheme === 'untitled' ? 'untitled' : vscode.workspace.asRelativePath(uri)}:${range.start.line + 1} ${document.getText(range)}`;
  }));
  return shown.sort();
}

/** What "Find All References" gives of a citation or an entry, as `file:line word`, in order. */
export async function citingPlaces({ uri }: vscode.TextDocument, position: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
  // The editor itself finds labels of links, which `[参 @paper, 第3段]` looks like to it.
  return (await placed(found)).filter(place => /^\S+ (?:@\S+|\w+)$/.test(place));
}
