/** What the library answers about words that several sources have; part of `LibraryPort`, with the same rules. */
import type { SourceId, Span } from '../core/document';
import type { ComparedPassages } from '../core/quote/comparedPassages';
import type { Carrier, SharedQuotation } from '../core/quote/sharedQuotations';
import type { OtherPlace, SharedPassage } from '../core/quote/sharedPassages';

export type { Carrier, ComparedPassages, OtherPlace, SharedPassage, SharedQuotation };

export interface SharingPort {
  /** The passages of a source that also stand in others, in order of place; for each of them the others, the oldest first. */
  sharedPassages(id: SourceId): Promise<readonly SharedPassage[]>;
  /** The quotations that several sources carry; undefined where that was stopped or asked for again before it was known. */
  sharedQuotations(): Promise<readonly SharedQuotation[] | undefined>;
  /** Lets go of what `sharedQuotations` looks for. */
  stopSharedQuotations(): Promise<void>;
  /** The sources that have words of a note in their articles, the oldest first. */
  carriersOf(words: string): Promise<readonly Carrier[]>;
  /** Two passages side by side; undefined where a source is not there. */
  comparePassage(id: SourceId, span: Span, other: SourceId, otherSpan: Span): Promise<ComparedPassages | undefined>;
}
