import * as vscode from 'vscode';
import { views } from './names';
import type { Shelf } from './shelf';

/** What takes longer than this gets a notification with a way to stop it. */
const PATIENCE_MS = 1500;

/** Reads all sources anew: a bar in the view, and for a large folder a count and a button to cancel. */
export async function readSources(shelf: Shelf): Promise<void> {
  const stop = new vscode.CancellationTokenSource();
  const reading = shelf.refresh(stop.token);
  void vscode.window.withProgress({ location: { viewId: views.sources } }, () => reading);
  if (await takesLong(reading)) await countWhile(reading, shelf, stop);
  stop.dispose();
}

async function takesLong(reading: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>(resolve => { timer = setTimeout(() => resolve(true), PATIENCE_MS); });
  return Promise.race([reading.then(() => false), patience]).finally(() => clearTimeout(timer));
}

async function countWhile(reading: Promise<void>, shelf: Shelf, stop: vscode.CancellationTokenSource): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Reading sources') };
  await vscode.window.withProgress(options, async (progress, token) => {
    const listening = vscode.Disposable.from(
      token.onCancellationRequested(() => { stop.cancel(); }),
      shelf.onDidChange(() => progress.report({ message: shelf.sources.length.toLocaleString(vscode.env.language) })),
    );
    await reading.finally(() => { listening.dispose(); });
  });
}
