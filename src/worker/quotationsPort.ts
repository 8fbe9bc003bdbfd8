/** What the library answers about the quotations of notes, and about words that several sources carry; part of `LibraryPort`, with the same rules. */
import type { Agreement, CheckedPassage, CheckedQuotation, Verdict } from '../core/quote/check';
import type { BibliographyAddress } from './citingPort';

export type { Agreement, CheckedPassage, CheckedQuotation, Verdict };

export interface QuotationsPort {
  /**
   * Holds the quotations of a note against the sources it cites, in order of place; those that cite no source of the
   * library are left out, and verdicts that a comment in the note has ignored. `shortest` is in characters without white space.
   */
  checkQuotations(files: readonly BibliographyAddress[], note: string, shortest: number): Promise<readonly CheckedQuotation[]>;
}
