import type { Span } from '../../document';

/** An entry as it stands in its file. */
export interface RawEntry {
  readonly key: string;
  /** The key in the text of the file, without quotation marks. */
  readonly keySpan: Span;
  readonly span: Span;
  readonly text: string;
  /** What of its file it needs to be read: strings and parents of a `.bib` file. */
  readonly context?: string;
}

/** Why an entry is left out; it costs that entry alone. */
export interface EntryProblem {
  readonly kind: 'syntax' | 'unclosed' | 'noKey' | 'duplicate';
  readonly key?: string;
  /** Where it stands in the file. */
  readonly span: Span;
  readonly detail?: string;
}
