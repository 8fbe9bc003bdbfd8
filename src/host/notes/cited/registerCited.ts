import * as vscode from 'vscode';
import type { Shelf } from '../../shelf';
import type { ActiveNote } from '../activeNote';
import type { Bibliographies } from '../bibliographies';
import { registerCitedCommands } from './citedCommands';
import { CitedNotes } from './citedNote';
import { registerCitedStatus } from './citedStatus';
import { CitedTree } from './citedTree';

/** The view "Cited in This Note", its commands and the count in the status bar. */
export function registerCited(notes: ActiveNote, shelf: Shelf, bibliographies: Bibliographies): vscode.Disposable {
  const cited = new CitedNotes(notes, shelf, bibliographies);
  return vscode.Disposable.from(cited, new CitedTree(cited), registerCitedStatus(cited), registerCitedCommands(notes));
}
