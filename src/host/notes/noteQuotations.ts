import type * as vscode from 'vscode';
import type { Citation } from '../../core/markdown/citations';
import { findQuotations, type NoteQuotation } from '../../core/markdown/quotations';
import { noteScan } from './noteScan';

const found = new WeakMap<vscode.TextDocument, { readonly version: number; readonly quotations: readonly NoteQuotation[] }>();

/** The quotations of a note as it stands in the editor; found once for each version of its text. */
export function noteQuotations(document: vscode.TextDocument): readonly NoteQuotation[] {
  const known = found.get(document);
  if (known?.version === document.version) return known.quotations;
  const quotations = findQuotations(document.getText(), noteScan(document), { shortest: 2 });
  found.set(document, { version: document.version, quotations });
  return quotations;
}

/** The quotations that a citation at `offset` belongs to, the nearest first: those before it from the last on, then those behind. */
export function quotationsOf(document: vscode.TextDocument, citation: Citation, offset: number): readonly NoteQuotation[] {
  const own = noteQuotations(document).filter(quotation => quotation.citation === citation);
  return [...own.filter(({ span }) => span.start <= offset).reverse(), ...own.filter(({ span }) => span.start > offset)];
}
