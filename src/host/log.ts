import * as vscode from 'vscode';

/** The Seedbed channel of the output panel. */
export const log = vscode.window.createOutputChannel('Seedbed', { log: true });
