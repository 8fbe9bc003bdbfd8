import type { BlockKind, DoubtKind, OwnWords, Reason, RepairKind, Role, Script, ScriptTarget, SourceFormat, SourceId } from '../document';

/** What changes the text of a page. */
export interface ReaderView {
  readonly script: ScriptTarget;
  /** Give ASCII punctuation beside Han its full width back. */
  readonly fullWidth: boolean;
}

/** A view as the library shows it: with what the writer decided about conversions. */
export interface OwnView extends ReaderView { readonly words?: OwnWords }

/** A mended or guessed range of a block's text. */
export interface Mark { readonly start: number; readonly end: number; readonly repair: RepairKind; readonly before: string; readonly certain: boolean }

/** A suspect range of a block's text: what may have been meant, in the script of the view, and the day (ISO) it is measured by. */
export interface ReaderDoubt { readonly start: number; readonly end: number; readonly kind: DoubtKind; readonly suggestion?: string; readonly day?: string }

export interface ReaderBlock {
  /** Index in the document's blocks. */
  readonly index: number;
  readonly kind: BlockKind;
  readonly role: Role;
  readonly reason: Reason;
  readonly text: string;
  /** BCP 47 tag where the block's shown language is another than the page's. */
  readonly lang?: string;
  readonly marks: readonly Mark[];
  readonly doubts: readonly ReaderDoubt[];
}

/** A page as data: the reader builds it with text nodes, so nothing from a source is ever parsed as HTML. */
export interface ReaderPage {
  readonly id: SourceId;
  readonly path: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  /** BCP 47 tag of the shown text, for fonts and hyphenation: `zh-Hans`, `zh-Hant-TW`, `en`. */
  readonly lang: string;
  /** Script of the file. */
  readonly script: Script;
  readonly title: string;
  readonly series: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly site?: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly guests: readonly string[];
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly section: readonly string[];
  readonly url?: string;
  readonly capturedNotBefore?: string;
  readonly citekey: string;
  readonly blocks: readonly ReaderBlock[];
  readonly repairs: readonly { readonly kind: RepairKind; readonly count: number; readonly uncertain: number }[];
}

/** A point in the shown text: block index and UTF-16 offset in that block's `text`. */
export interface ReaderPoint { readonly block: number; readonly offset: number }
export interface ReaderSelection { readonly from: ReaderPoint; readonly to: ReaderPoint }
