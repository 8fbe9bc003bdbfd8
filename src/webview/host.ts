import type { SourceId } from '../core/document';
import type { FromReader, ReaderLooks, ReaderView } from '../protocol';
import { isReaderLooks, isReaderView } from '../protocol';

/** Where the reader is on the page: a block, and how much of its height lies above the window (0 to 1). */
export interface ReadingPlace { readonly block: number; readonly part: number }

/** What outlives the page; the host's serializer reads `id`, `view`, `looks` and `pinned`. */
export interface ReaderState {
  readonly id: SourceId;
  readonly view: ReaderView;
  readonly looks: ReaderLooks;
  readonly pinned: boolean;
  readonly scroll?: ReadingPlace;
}

/** What the editor gives a webview. */
export interface ReaderHost {
  postMessage(message: FromReader): void;
  getState(): unknown;
  setState(state: ReaderState): void;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPlace = (value: unknown): value is ReadingPlace =>
  isRecord(value) && Number.isInteger(value['block']) && Number.isFinite(value['part']);

/** The state an earlier page left; undefined where there is none or it has another form. */
export function savedState(host: ReaderHost): ReaderState | undefined {
  const state = host.getState();
  if (!isRecord(state) || typeof state['id'] !== 'string' || !isReaderView(state['view']) || !isReaderLooks(state['looks'])) return undefined;
  return {
    id: state['id'],
    view: state['view'],
    looks: state['looks'],
    pinned: state['pinned'] === true,
    ...(isPlace(state['scroll']) ? { scroll: state['scroll'] } : {}),
  };
}
