import * as vscode from 'vscode';

/** Work that takes longer is shown, in milliseconds. */
const patience = 1000;

/** Waits for `work`; over a second it says what it does and can be cancelled, which throws a cancellation. */
export async function patiently<T>(title: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const long = new Promise<undefined>(resolve => { timer = setTimeout(() => resolve(undefined), patience); });
  const done = await Promise.race([work.then(value => ({ value })), long]).finally(() => clearTimeout(timer));
  if (done) return done.value;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    const cancelled = new Promise<never>((_resolve, reject) => { token.onCancellationRequested(() => reject(new vscode.CancellationError())); });
    return Promise.race([work, cancelled]);
  });
}

/** The same for a search that can be told to stop. */
export async function searchPatiently<T>(title: string, search: (token: vscode.CancellationToken) => Promise<T>): Promise<T> {
  const stop = new vscode.CancellationTokenSource();
  return patiently(title, search(stop.token)).catch((error: unknown) => {
    stop.cancel();
    throw error;
  });
}
