import type { Edit, Span } from '../document';

/** Derived text that knows its way back to `raw`. A range never splits an edit, and `fromRaw(toRaw(r))` covers `r`. */
export interface MappedText {
  readonly text: string;
  /** The smallest range of `raw` that yields `range` of `text`. */
  toRaw(range: Span): Span;
  /** The smallest range of `text` that shows `span` of `raw`; empty where nothing of it is shown. */
  fromRaw(span: Span): Span;
}

/** `raw` as it stands, or one range of it. */
export declare function mapped(raw: string, span?: Span): MappedText;

/** `base` with `edits` (ranges of `base.text`) applied. */
export declare function edited(base: MappedText, edits: readonly Edit[]): MappedText;
