import * as vscode from 'vscode';
import { inlineMarkdown, linkMarkdown, referenceMarkdown } from '../../core/cite/referenceMarkdown';
import type { Edit } from '../../core/document';
import { footnotesFor } from '../../core/markdown/footnotes';
import type { CslItem, SourceSummary } from '../../worker/port';
import { UserError } from '../runCommand';
import type { CitationFormat } from '../settings';
import type { Shelf } from '../shelf';
import { errorWords, titleWords } from '../words';
import { citationAt, textPlace } from './insertionPlace';
import { pathFromNote } from './locateBibliography';
import { noteScan } from './noteScan';

/** What is written of sources: gathered first, as the note may change meanwhile. */
export type CitationMatter =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'footnotes'; readonly references: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** `text` to write over `range` with the tab stop between its parts, and what else changes in the note. */
export interface PlacedCitation { readonly range: vscode.Range; readonly before: string; readonly after: string; readonly others: readonly Edit[] }

/** Gathers what cites `sources` in a format; only the key of pandoc's needs `keyOf`, and an entry in the bibliography. */
export async function gatherCitation(note: vscode.TextDocument, sources: readonly SourceSummary[], format: CitationFormat, shelf: Shelf, keyOf: (source: SourceSummary) => Promise<string>): Promise<CitationMatter> {
  switch (format) {
    case 'pandoc': {
      const keys: string[] = [];
      for (const source of sources) keys.push(await keyOf(source));
      return { kind: 'keys', keys };
    }
    case 'footnote': return { kind: 'footnotes', references: (await itemsOf(sources, shelf)).map(referenceMarkdown) };
    case 'inline': return { kind: 'text', text: (await itemsOf(sources, shelf)).map(inlineMarkdown).join('') };
    case 'link': return { kind: 'text', text: sources.map(source => linkMarkdown(titleWords(source), addressOf(source, note))).join(' ') };
  }
}

/** Places a citation at `position`, or behind what stands there and would make something else of it. */
export function placeCitation(note: vscode.TextDocument, position: vscode.Position, matter: CitationMatter): PlacedCitation {
  const text = note.getText(), scan = noteScan(note), cursor = note.offsetAt(position);
  if (matter.kind === 'keys') {
    const { span, before, after } = citationAt(text, scan, cursor, ...matter.keys);
    return { range: new vscode.Range(note.positionAt(span.start), note.positionAt(span.end)), before, after, others: [] };
  }
  const place = note.positionAt(textPlace(text, scan, cursor)), range = new vscode.Range(place, place);
  if (matter.kind === 'text') return { range, before: matter.text, after: '', others: [] };
  const { mark, definitions } = footnotesFor(text, matter.references);
  return { range, before: mark, after: '', others: [definitions] };
}

async function itemsOf(sources: readonly SourceSummary[], shelf: Shelf): Promise<readonly CslItem[]> {
  return Promise.all(sources.map(async ({ id }) => {
    const item = await shelf.library.cslItem(id);
    if (!item.ok) throw new UserError(errorWords(item.error));
    return item.value;
  }));
}

/** The page on the web, where the source tells it; else its file. */
function addressOf(source: SourceSummary, note: vscode.TextDocument): string {
  return source.url !== undefined && /^https?:\/\//i.test(source.url) ? source.url : pathFromNote(note, vscode.Uri.parse(source.id));
}
