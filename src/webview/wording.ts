import type { ReaderLabels } from '../protocol';

/** The words the page asks the host for; the host's list holds each of them. */
export const labelNames = [
  'toolbar', 'script', 'scriptAsSaved', 'scriptHans', 'scriptHant', 'scriptTw', 'scriptTwp', 'scriptHk', 'scriptHkp', 'scriptJp',
  'showHidden', 'noHidden', 'fullWidth', 'smaller', 'larger', 'textSize',
  'cite', 'citeShort', 'quote', 'quoteShort', 'quoteHint', 'showFile', 'editDetails', 'isBody', 'pin', 'pinHint',
  'untitled', 'authors', 'editors', 'guests', 'site', 'openOriginal', 'openAddress', 'copyKey', 'copied',
  'showRepair', 'markCertain', 'markGuess', 'markInvisible', 'markLookAlike', 'markEntity', 'noBody', 'failTitle',
  'showShared', 'sharedCount', 'sharedOnce', 'earliest', 'compare',
] as const;

export type LabelName = typeof labelNames[number];

/** Gives a label with its values put in at {0}, {1}. */
export type Wording = (name: LabelName, ...values: readonly string[]) => string;

/** Makes the page's wording from the host's labels; a label that did not arrive shows its name. */
export function wordingOf(labels: ReaderLabels): Wording {
  return (name, ...values) => (labels[name] ?? name).replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}
