import type { BlockKind, Repair, Script, SourceFormat, SourceId, Span } from '../document';
import type { Declared } from './declared';
import type { LineCues } from './lineCues';

export type { Declared } from './declared';

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
  readonly language: string;
  readonly repairs: readonly Repair[];
  readonly lines: readonly Line[];
  readonly declared?: Declared;
}
