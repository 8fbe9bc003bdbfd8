import type { Place } from '../cues/analysis';
import type { BlockKind, Span } from '../document';

/** A block before anything is known of it but its place and setting. */
export interface ParsedBlock {
  readonly span: Span;
  readonly lines: readonly [from: number, to: number] | null;
  readonly kind: BlockKind;
  readonly indented: boolean;
  /** Share of the text that is links, 0 to 1. */
  readonly linked: number;
  /** Only where the file has a tree. */
  readonly place?: Place;
}
