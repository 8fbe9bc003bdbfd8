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

/** Where a passage of the page also stands, ready for reading: title, outlet and date, how alike it is, and whether no other is older; each source has its number. */
export interface SharedPlace { readonly source: number; readonly title: string; readonly lang?: string; readonly byline: string; readonly likeness: string; readonly isEarliest: boolean }

/** A passage of the page that stands in other sources, the oldest first; `opening` are its first words, `note` says where this page is the oldest. */
export interface SharedNote { readonly passage: ReaderSelection; readonly opening: string; readonly note?: string; readonly places: readonly SharedPlace[] }

/** What of the page stands in other sources, where the writer asked for it; `line` is said of all, `list` numbers the answers. */
export interface SharedMessage { readonly type: 'shared'; readonly list: number; readonly state: 'off' | 'looking' | 'shown'; readonly line: string; readonly passages: readonly SharedNote[] }

export type ToReader = ShowMessage | FailMessage | AskSelectionMessage | PassageMessage | SharedMessage;

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
  /** Passages in other sources are to be marked, or no longer. */
  | { readonly type: 'showShared'; readonly on: boolean }
  /** One of the places told in the message numbered `list` is to be opened, or set beside the passage. */
  | { readonly type: 'shared'; readonly wish: 'open' | 'compare'; readonly list: number; readonly passage: number; readonly place: number }
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
  showShared: message => typeof message['on'] === 'boolean',
  shared: message => (message['wish'] === 'open' || message['wish'] === 'compare') && isCount(message['list']) && isCount(message['passage']) && isCount(message['place']),
  command: message => pageCommands.includes(message['command']),
};

/** Whether anything a page posted is a message of this protocol; everything else is dropped. */
export function isFromReader(value: unknown): value is FromReader {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return guards[value['type']]?.(value) === true;
}
