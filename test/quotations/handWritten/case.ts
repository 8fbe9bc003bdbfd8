/** What a careful editor says of a quotation. */
export type Expected =
  | 'verbatim' | 'elided' | 'quote-folded' | 'quote-differs' | 'quote-critical'
  | 'quote-elsewhere' | 'quote-hidden' | 'quote-not-found' | 'none';

/** A note with one quotation, and what is to be said of it. */
export interface QuotationCase {
  readonly name: string;
  readonly note: string;
  /** Names in `sources.ts`; a note cites a source by its name. */
  readonly sources: readonly string[];
  readonly expected: Expected;
  /** The words of the note and of the source that what is said must name. */
  readonly changed?: readonly [note: string, source: string];
}
