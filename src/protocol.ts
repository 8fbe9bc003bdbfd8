/** Messages between the reader page and the host, with their guards. The page sends places, never text to be trusted. */
import { scriptTargets, type Reason, type Span } from './core/document';
import type { ReaderPage, ReaderPoint, ReaderSelection, ReaderView } from './core/render/page';

export type { Mark, ReaderBlock, ReaderDoubt, ReaderPage, ReaderPoint, ReaderSelection, ReaderView } from './core/render/page';

/** What changes only its looks. */
export interface ReaderLooks {
  readonly showHidden: boolean;
  /** Percent of the editor's base size: 80 to 200. */
  readonly textSize: number;
}

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
  /** A sentence for each doubt of a block, in their order, by the index of the block. */
  readonly doubts: Readonly<Record<number, readonly string[]>>;
  /** Ready-made sentences: what was repaired and what is in doubt, the date in words, how many blocks are hidden. */
  readonly lines: { readonly date?: string; readonly repaired?: string; readonly hidden?: string; readonly captured?: string };
}

/** Why there is nothing to read; a file that is still there can be shown as it is. */
export interface FailMessage { readonly type: 'fail'; readonly message: string; readonly fileExists: boolean; readonly labels: ReaderLabels }
/** The host asks for the selection, for a command run from the palette. */
export interface AskSelectionMessage { readonly type: 'askSelection'; readonly request: number }

/** Marks a passage of the page that is shown, and brings it into view where it was asked for just now. */
export interface PassageMessage { readonly type: 'passage'; readonly passage: ReaderSelection; readonly reveal: boolean }

export type ToReader = ShowMessage | FailMessage | AskSelectionMessage | PassageMessage;

export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly view: ReaderView }
  | { readonly type: 'looks'; readonly looks: ReaderLooks }
  /** `block` is the one with the cursor or the focus, by its index. */
  | { readonly type: 'selection'; readonly request: number; readonly selection?: ReaderSelection; readonly block?: number }
  /** What is selected now; nothing where the selection was given up. */
  | { readonly type: 'selected'; readonly selection?: ReaderSelection }
  | { readonly type: 'quote'; readonly selection: ReaderSelection }
  /** The selection went to the clipboard. */
  | { readonly type: 'copied'; readonly selection: ReaderSelection }
  /** A hidden block belongs to the article. */
  | { readonly type: 'isBody'; readonly block: number }
  | { readonly type: 'command'; readonly command: 'cite' | 'showFile' | 'openOriginal' | 'copyKey' | 'pin' | 'editDetails' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isPoint = (value: unknown): value is ReaderPoint => isRecord(value) && isCount(value['block']) && isCount(value['offset']);
/** Whether a value has the form of `ReaderSelection`; a context menu hands its own argument to commands. */
export const isSelection = (value: unknown): value is ReaderSelection => isRecord(value) && isPoint(value['from']) && isPoint(value['to']);
/** A range of a source as a command link carries it. */
export const isSpan = (value: unknown): value is Span => isRecord(value) && isCount(value['start']) && isCount(value['end']) && value['end'] > value['start'];
/** The block that a context menu of the page was opened on, as its argument tells. */
export const blockOf = (value: unknown): number | undefined => (isRecord(value) && isCount(value['block']) ? value['block'] : undefined);
const pageCommands: readonly unknown[] = ['cite', 'showFile', 'openOriginal', 'copyKey', 'pin', 'editDetails'];

/** Whether a message from the page has the form of `ReaderView`. */
export const isReaderView = (value: unknown): value is ReaderView =>
  isRecord(value) && scriptTargets.some(target => target === value['script']) && typeof value['fullWidth'] === 'boolean';

/** Whether a message from the page has the form of `ReaderLooks`. */
export const isReaderLooks = (value: unknown): value is ReaderLooks =>
  isRecord(value) && typeof value['showHidden'] === 'boolean' && isCount(value['textSize']) && value['textSize'] >= 80 && value['textSize'] <= 200;

const guards: Readonly<Record<string, (message: Record<string, unknown>) => boolean>> = {
  ready: () => true,
  view: message => isReaderView(message['view']),
  looks: message => isReaderLooks(message['looks']),
  selection: message => isCount(message['request']) && (message['selection'] === undefined || isSelection(message['selection'])) && (message['block'] === undefined || isCount(message['block'])),
  isBody: message => isCount(message['block']),
  selected: message => message['selection'] === undefined || isSelection(message['selection']),
  quote: message => isSelection(message['selection']),
  copied: message => isSelection(message['selection']),
  command: message => pageCommands.includes(message['command']),
};

/** Whether anything a page posted is a message of this protocol; everything else is dropped. */
export function isFromReader(value: unknown): value is FromReader {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return guards[value['type']]?.(value) === true;
}
