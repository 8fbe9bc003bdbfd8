import * as vscode from 'vscode';

/**
 * Whether the editor shows a file in an encoding that is not its own: what looks damaged then is no damage of the file. Broken bytes among
 * others that are right are damage.
 */
export async function isMisread(document: vscode.TextDocument): Promise<boolean> {
  if (document.isUntitled || document.isDirty) return false;
  const bytes = await vscode.workspace.fs.readFile(document.uri).then(read => read, () => undefined);
  if (!bytes) return false;
  if (document.encoding.startsWith('utf8')) return isMostlyReplaced(document.getText());
  return bytes.some(byte => byte >= 0x80) && isUtf8(bytes);
}

function isMostlyReplaced(text: string): boolean {
  const replaced = text.match(/\uFFFD/g)?.length ?? 0;
  return replaced > (text.match(/[^\x00-\x7F\uFFFD]/g)?.length ?? 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).length > 0;
  } catch {
    return false;
  }
}
