/** What the library answers about places in a source; part of `LibraryPort`, with the same rules. */
import type { ReadError, Result, SourceId, Span } from '../core/document';
import type { Difference } from '../core/quote/differences';
import type { FoundPassage } from '../core/quote/passage';
import type { ReaderSelection, ReaderView } from '../core/render/page';
import type { SourceText } from '../core/render/sourceText';

export type { Difference, FoundPassage, SourceText };

export interface PassagesPort {
  /** Where words of a note stand in a source; undefined where nothing comes close, or the source cannot be read. */
  findPassage(id: SourceId, words: string): Promise<FoundPassage | undefined>;
  /** The clean text of a source, with the range that shows `span` of its `raw`. */
  sourceText(id: SourceId, span?: Span): Promise<Result<SourceText, ReadError>>;
  /** What of the page shows `span`; undefined where nothing does. */
  selectionAt(id: SourceId, view: ReaderView, span: Span): Promise<ReaderSelection | undefined>;
}
