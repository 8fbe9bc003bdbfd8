import * as vscode from 'vscode';
import { log } from './log';

/** A failure the writer can act on; its message is ready to be shown. */
export class UserError extends Error {
  /** @param actions buttons offered beside the message */
  constructor(message: string, readonly actions: readonly { readonly label: string; run(): unknown }[] = []) { super(message); }
}

/** Registers a command behind the one error boundary: logs bugs, shows one message, lets cancellation pass. */
export function registerCommand(name: string, run: (...args: never[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...args: unknown[]) => {
    try {
      return await (run as (...args: unknown[]) => unknown)(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      void report(name, error);
      return undefined;
    }
  });
}

/** Lets work go on that nobody waits for; what goes wrong in it is logged. */
export function inBackground(name: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => log.error(`${name}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`));
}

/** Says once what went wrong: what the writer can do, or that it is a bug and where it is logged. */
export async function report(name: string, error: unknown): Promise<void> {
  if (error instanceof UserError) {
    const picked = await vscode.window.showErrorMessage(error.message, ...error.actions.map(action => action.label));
    await error.actions.find(action => action.label === picked)?.run();
    return;
  }
  log.error(`${name}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  const open = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('Seedbed could not finish this: {0}', error instanceof Error ? error.message : String(error));
  if (await vscode.window.showErrorMessage(message, open) === open) log.show();
}
