import * as vscode from 'vscode';
import type { Shelf } from '../../shelf';
import type { Bibliographies } from '../bibliographies';
import type { NoteWriting } from '../insertCitation';
import { registerCitationFixes } from './citationFixes';
import { CitationProblems } from './citationProblems';
import { registerEntryFixes } from './entryFixes';
import { registerFixCommands } from './fixCommands';
import { registerLinkWarnings } from './linkWarnings';

/** Reports what is amiss about citations and bibliographies, and offers ways out. */
export function registerProblems(shelf: Shelf, bibliographies: Bibliographies, writing: NoteWriting): vscode.Disposable {
  const problems = new CitationProblems(shelf, bibliographies);
  return vscode.Disposable.from(problems, registerCitationFixes(problems, shelf), registerEntryFixes(shelf), registerFixCommands(bibliographies, writing), registerLinkWarnings());
}
