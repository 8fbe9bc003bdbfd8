import * as vscode from 'vscode';
import type { Bibliographies } from '../bibliographies';
import type { NoteWriting } from '../insertCitation';
import { registerCheckQuotations } from './checkQuotations';
import { registerCiteQuotedSource } from './citeQuotedSource';
import { registerQuotationFixes } from './quotationFixes';
import { registerQuotationHover } from './quotationHover';
import { QuotationProblems } from './quotationProblems';

/** Holds the quotations of notes against their sources, and offers ways out of what differs. */
export function registerQuoted(bibliographies: Bibliographies, writing: NoteWriting): vscode.Disposable {
  const { shelf, notes } = writing, problems = new QuotationProblems(shelf, bibliographies);
  return vscode.Disposable.from(problems, registerQuotationFixes(problems, shelf), registerQuotationHover(problems, shelf), registerCiteQuotedSource(writing), registerCheckQuotations(notes, problems, shelf));
}
