import * as vscode from 'vscode';
import { readContent, stampOf, writeContent, type FileContent } from './textFile';

/** What a file is to hold, made of what it holds now; undefined for a file that is not there. Undefined leaves it as it is. */
export type Change = (content: string | Uint8Array | undefined) => Promise<string | Uint8Array | undefined>;

/** Times a change is made anew because the file has changed meanwhile. */
const TRIES = 5;

const queues = new Map<string, Promise<unknown>>();

/**
 * Changes a file, one change at a time: made of the file as it stands, and made again where another program, or the writer, has changed it
 * meanwhile, so that neither loses anything. Throws what `change` throws, and where the file cannot be read or written.
 */
export function changeFile(uri: vscode.Uri, change: Change): Promise<void> {
  const name = uri.toString(), turn = (queues.get(name) ?? Promise.resolve()).then(() => changeNow(uri, change));
  const settled = turn.catch(() => undefined);
  queues.set(name, settled);
  void settled.then(() => { if (queues.get(name) === settled) queues.delete(name); });
  return turn;
}

async function changeNow(uri: vscode.Uri, change: Change): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const now: FileContent = await readContent(uri);
    if (now.kind === 'unreadable') throw new Error(now.message);
    const changed = await change(now.kind === 'content' ? now.content : undefined);
    if (changed === undefined) return;
    const stamp = now.kind === 'content' ? now.stamp : 'missing';
    if (await stampOf(uri) === stamp && await writeContent(uri, changed)) return;
  }
  throw new Error(vscode.l10n.t('it is being changed all the time'));
}
