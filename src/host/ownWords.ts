import * as vscode from 'vscode';
import type { LibraryPort } from '../worker/port';
import type { Readers } from './readers';
import { inBackground } from './runCommand';
import { changesWords, readSettings } from './settings';

/** Tells the library which words the writer wants left alone or converted otherwise. */
export const giveOwnWords = (library: LibraryPort): Promise<void> => library.useWords(readSettings().words);

/** Tells the library the writer's own words, now and whenever they change; open readers then show their page anew. */
export function followOwnWords(library: LibraryPort, readers: Readers): vscode.Disposable {
  inBackground('words', giveOwnWords(library));
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (changesWords(event)) inBackground('words', giveOwnWords(library).then(() => readers.showAgain()));
  });
}
