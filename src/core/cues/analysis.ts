import type { BlockKind, Region, Repair, Script, SourceFormat, SourceId, Span } from '../document';
import type { Declared } from './declared';
import type { LineCues } from './lineCues';

export type { Declared } from './declared';

/** An element that ends lines, as it holds blocks of a page; a page's boxes stand in document order, so a parent before its children. */
export interface Box {
  readonly tag: string;
  /** Index of the box around it; -1 for the outermost. */
  readonly parent: number;
  /** Its id, classes, role and itemprop in small letters, parted by spaces. */
  readonly names: string;
}

/** How a block stands in the tree of its page. */
export interface Place {
  /** Index of the innermost box around the block. */
  readonly box: number;
  /** Share of the text that is set bold, 0 to 1. */
  readonly strong: number;
  /** Whether a picture stands between this block and the one before. */
  readonly pictured: boolean;
  readonly centred: boolean;
}

/** One block as it was found: its place, how it is set, what it shows and what it looks like. */
export interface Line {
  /** Range of `raw`, without the white space around the text. */
  readonly span: Span;
  /** Lines of the file, 1-based and inclusive; null where the file has no lines of its own. */
  readonly lines: readonly [from: number, to: number] | null;
  readonly kind: BlockKind;
  /** Whether the text stood in from the margin. */
  readonly indented: boolean;
  /** Share of the text that is links, 0 to 1; 0 where the file does not tell. */
  readonly linked: number;
  /** Only where the file has a tree. */
  readonly place?: Place;
  /** The text with its damage mended. */
  readonly text: string;
  /** `text` as cues read it; same length, so offsets agree. */
  readonly normal: string;
  readonly cues: LineCues;
}

/** Everything that was found in one file and nothing of the library: what a cache keeps by content and version. */
export interface Analysis {
  readonly id: SourceId;
  readonly path: string;
  /** When it was read, ISO local; dates beyond it are no publication dates. */
  readonly now: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly raw: string;
  readonly script: Script;
  readonly region?: Region;
  readonly language: string;
  readonly repairs: readonly Repair[];
  readonly lines: readonly Line[];
  /** The tree of the page, where the file has one. */
  readonly boxes?: readonly Box[];
  readonly declared?: Declared;
}
