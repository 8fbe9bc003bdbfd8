import * as vscode from 'vscode';
import type { Citation, CitedKey } from '../../core/markdown/citations';
import { citingPlaces } from '../../core/markdown/quotedNote';
import { citedKeyAt } from '../../core/markdown/scan';
import { noteScan } from './noteScan';

/** A place of a note that cites, as somebody points at it. */
export interface CitationPlace {
  readonly citation: Citation;
  /** The key pointed at; all of them between keys, and on the mark of a footnote that cites. */
  readonly keys: readonly CitedKey[];
  readonly range: vscode.Range;
  readonly offset: number;
}

/** What is cited at a position. */
export function citationAt(document: vscode.TextDocument, position: vscode.Position): CitationPlace | undefined {
  const scan = noteScan(document), offset = document.offsetAt(position);
  const citation = scan.citations.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!citation) return footnoteAt(document, position);
  const key = citedKeyAt(scan, offset), { start, end } = key && citation.keys.length > 1 ? key.span : citation.span;
  return { citation, keys: key ? [key] : citation.keys, range: new vscode.Range(document.positionAt(start), document.positionAt(end)), offset: citation.span.start };
}

function footnoteAt(document: vscode.TextDocument, position: vscode.Position): CitationPlace | undefined {
  const range = document.getWordRangeAtPosition(position, /\[\^[^\s[\]]+\](?!:)/);
  if (!range) return undefined;
  const offset = document.offsetAt(range.start);
  const place = citingPlaces(document.getText(), noteScan(document)).find(({ span }) => span.start === offset);
  return place && { citation: place.citation, keys: place.citation.keys, range, offset };
}
