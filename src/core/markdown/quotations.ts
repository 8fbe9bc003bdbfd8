import { blockQuotations } from './blockQuotations';
import { inlineQuotations } from './inlineQuotations';
import { openNote, type NoteQuotation } from './quotedNote';
import type { NoteScan } from './scan';

export type { NoteQuotation };

export interface QuotationOptions {
  /** Shorter ones are passed over; in characters without white space. */
  readonly shortest?: number;
}

/** The quotations of a note that a citation belongs to, in order: blockquotes, and what stands in quotation marks. */
export function findQuotations(note: string, scan: NoteScan, { shortest = 8 }: QuotationOptions = {}): readonly NoteQuotation[] {
  if (scan.citations.length === 0) return [];
  const quoted = openNote(note, scan);
  const found = [...blockQuotations(quoted), ...inlineQuotations(quoted)];
  return found.filter(({ text }) => [...text.replace(/\s+/g, '')].length >= shortest).sort((one, other) => one.span.start - other.span.start);
}
