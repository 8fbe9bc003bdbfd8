/** What makes an answer right: a key (any of the bibliography where none is named) or the title of a saved source. */
export type Wanted = { readonly key?: string } | { readonly title: string };

/** Text that is typed into the writing line, and what has to be offered behind it. */
export interface CompletionRequest { readonly typed: string; readonly trigger?: string; readonly wanted: Wanted }

/** A place of the note, and words that its hover has to show. */
export interface HoverRequest { readonly line: number; readonly character: number; readonly wanted: string }

export interface RequestSet<R> { readonly name: string; readonly requests: readonly R[] }

/** What one window measures: written by the script outside, read by the one in the extension host. */
export interface Plan {
  /** Nothing is installed that could offer a key: the first answer is waited for, whatever it is. */
  readonly isControl: boolean;
  readonly extension: string;
  /** `atOnce` opens the note while the window is still starting and measures nothing else. */
  readonly opening: 'settled' | 'atOnce';
  /** When the window was opened, in milliseconds since 1970. */
  readonly started: number;
  readonly result: string;
  /** Paths in the workspace folder; `other` is a note without the bibliography, citing a saved source at `otherHover`. */
  readonly note: string;
  readonly other: string;
  readonly otherHover: HoverRequest;
  readonly bibliography: string;
  readonly keys: readonly string[];
  /** The line of the note that is written in, counted from 0; it holds `cold.typed` when the note is opened. */
  readonly writingLine: number;
  readonly cold: CompletionRequest;
  /** What is offered once every entry of the bibliography has been read. */
  readonly whole: CompletionRequest;
  /** The first so many requests of a set are not counted. */
  readonly warmUps: number;
  readonly completions: readonly RequestSet<CompletionRequest>[];
  readonly hovers: readonly RequestSet<HoverRequest>[];
  /** New versions of the bibliography, copied over it or moved into its place. */
  readonly rewrites: readonly { readonly file: string; readonly how: 'copy' | 'move'; readonly request: CompletionRequest }[];
  /** Entries that are typed into the open bibliography, unsaved, at a line counted from its end where negative. */
  readonly edits: readonly { readonly text: string; readonly line: number; readonly request: CompletionRequest }[];
  /** Folder for profiles of the processor; none are made without. */
  readonly profiles?: string;
}

/** One call: milliseconds, and whether what was wanted was in the answer. */
export interface Call { readonly ms: number; readonly isRight: boolean }

/** The longest time in which the extension host did nothing else, in milliseconds; `over` lists those above 50, with their start in microseconds of the system's clock. */
export interface PhaseBlocks { readonly phase: string; readonly longest: number; readonly over: readonly { readonly at: number; readonly ms: number }[] }

/** What a window found; `undefined` where the key was not offered in time. */
export interface WindowResult {
  readonly fromOpening?: number;
  readonly untilWhole?: number;
  readonly fromStart?: number;
  readonly completions?: Readonly<Record<string, readonly Call[]>>;
  readonly hovers?: Readonly<Record<string, readonly Call[]>>;
  readonly rewrites?: readonly (number | null)[];
  readonly edits?: readonly (number | null)[];
  readonly blocks: readonly PhaseBlocks[];
  /** Bytes of the extension host's process at the end. */
  readonly memory: number;
}
