import * as vscode from 'vscode';
import type { ActiveNote } from '../notes/activeNote';
import { commands } from '../names';
import type { Readers } from '../readers';
import { registerCommand } from '../runCommand';
import { chooseStyle } from './chooseStyle';
import { copyReference } from './copyReference';
import { exportBibliography } from './exportBibliography';
import { importBibliography } from './importBibliography';
import { insertBibliography } from './insertBibliography';
import { registerKeepBibliography } from './keepBibliography';
import type { Formatting } from './noteReferences';

/** Registers lists of references, their styles, and bibliographies of other programs. */
export function registerReferences(notes: ActiveNote, readers: Readers, formatting: Formatting): vscode.Disposable {
  return vscode.Disposable.from(
    registerKeepBibliography(notes, formatting),
    registerCommand(commands.insertBibliography, () => insertBibliography(notes, formatting)),
    registerCommand(commands.copyReference, (first?: unknown, all?: unknown) => copyReference(first, all, readers, notes, formatting)),
    registerCommand(commands.chooseStyle, () => chooseStyle(notes, formatting)),
    registerCommand(commands.exportBibliography, (first?: unknown, all?: unknown) => exportBibliography(first, all, notes, formatting)),
    registerCommand(commands.importBibliography, (file?: unknown) => importBibliography(file, formatting.shelf, formatting.bibliographies)),
  );
}
