/** Messages between the reader page and the host, with their guards. The page sends places, never text to be trusted. */
import type { BlockKind, Reason, RepairKind, Role, Script, ScriptTarget, SourceFormat, SourceId } from './core/document';

/** What changes the text of a page. */
export interface ReaderView {
  readonly script: ScriptTarget;
  /** Give ASCII punctuation beside Han its full width back. */
  readonly fullWidth: boolean;
}

/** What changes only its looks. */
export interface ReaderLooks {
  readonly showHidden: boolean;
  /** Percent of the editor's base size: 80 to 200. */
  readonly textSize: number;
}

/** A mended or guessed range of a block's text. */
export interface Mark { readonly start: number; readonly end: number; readonly repair: RepairKind; readonly before: string; readonly certain: boolean }

export interface ReaderBlock {
  /** Index in the document's blocks. */
  readonly index: number;
  readonly kind: BlockKind;
  readonly role: Role;
  readonly reason: Reason;
  readonly text: string;
  readonly marks: readonly Mark[];
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

/** Localised words of the page, by name; sentences with counts arrive ready-made in `ShowMessage`. */
export type ReaderLabels = Readonly<Record<string, string>>;

export interface ShowMessage {
  readonly type: 'show';
  readonly page: ReaderPage;
  readonly view: ReaderView;
  readonly looks: ReaderLooks;
  readonly pinned: boolean;
  readonly labels: ReaderLabels;
  /** Sentence per reason, as shown beside a hidden block. */
  readonly reasons: Readonly<Partial<Record<Reason, string>>>;
  /** Ready-made sentences: what was repaired, the date in words, how many blocks are hidden. */
  readonly lines: { readonly date?: string; readonly repaired?: string; readonly hidden?: string; readonly captured?: string };
}

export interface FailMessage { readonly type: 'fail'; readonly message: string; readonly labels: ReaderLabels }
/** The host asks for the selection, for a command run from the palette. */
export interface AskSelectionMessage { readonly type: 'askSelection'; readonly request: number }

export type ToReader = ShowMessage | FailMessage | AskSelectionMessage;

export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly view: ReaderView }
  | { readonly type: 'looks'; readonly looks: ReaderLooks }
  | { readonly type: 'selection'; readonly request: number; readonly selection?: ReaderSelection }
  | { readonly type: 'quote'; readonly selection: ReaderSelection }
  | { readonly type: 'command'; readonly command: 'cite' | 'showFile' | 'openOriginal' | 'copyKey' | 'pin' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isPoint = (value: unknown): value is ReaderPoint => isRecord(value) && isCount(value['block']) && isCount(value['offset']);
const isSelection = (value: unknown): value is ReaderSelection => isRecord(value) && isPoint(value['from']) && isPoint(value['to']);
const scriptTargets: readonly unknown[] = ['as-saved', 'hans', 'hant', 'tw', 'hk'] satisfies ScriptTarget[];
const pageCommands: readonly unknown[] = ['cite', 'showFile', 'openOriginal', 'copyKey', 'pin'];

/** Whether a message from the page has the form of `ReaderView`. */
export const isReaderView = (value: unknown): value is ReaderView =>
  isRecord(value) && scriptTargets.includes(value['script']) && typeof value['fullWidth'] === 'boolean';

/** Whether a message from the page has the form of `ReaderLooks`. */
export const isReaderLooks = (value: unknown): value is ReaderLooks =>
  isRecord(value) && typeof value['showHidden'] === 'boolean' && isCount(value['textSize']) && value['textSize'] >= 80 && value['textSize'] <= 200;

const guards: Readonly<Record<string, (message: Record<string, unknown>) => boolean>> = {
  ready: () => true,
  view: message => isReaderView(message['view']),
  looks: message => isReaderLooks(message['looks']),
  selection: message => isCount(message['request']) && (message['selection'] === undefined || isSelection(message['selection'])),
  quote: message => isSelection(message['selection']),
  command: message => pageCommands.includes(message['command']),
};

/** Whether anything a page posted is a message of this protocol; everything else is dropped. */
export function isFromReader(value: unknown): value is FromReader {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return guards[value['type']]?.(value) === true;
}
