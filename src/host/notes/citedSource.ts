import * as vscode from 'vscode';
import type { CslItem, FoundKey, SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';
import { addressesOf, type NoteBibliography } from './bibliographies';

/** An entry of a bibliography. */
export interface CitedItem {
  /** Undefined where the entry is broken. */
  readonly item: CslItem | undefined;
  readonly bibliography: vscode.Uri;
}

/** What a key of a note stands for; both parts are undefined for a key that nobody knows. */
export interface CitedSource {
  readonly key: string;
  readonly cited: CitedItem | undefined;
  /** Found by the entry, or by the key that a first citation of the source would be given. */
  readonly source: SourceSummary | undefined;
}

/** Looks a key up in the note's bibliography and on the shelf; files that are still to be read are waited for. */
export async function lookUp(key: string, bibliography: NoteBibliography, shelf: Shelf): Promise<CitedSource> {
  const [found] = await lookUpAll([key], bibliography, shelf);
  if (!found) throw new Error(`no answer for the key ${key}`);
  return found;
}

/** The same for many keys, in their order. */
export async function lookUpAll(keys: readonly string[], bibliography: NoteBibliography, shelf: Shelf): Promise<readonly CitedSource[]> {
  const ask = (): Promise<readonly FoundKey[]> => findKeys(keys, bibliography, shelf);
  const first = await ask();
  if (!shelf.isReading || !first.some(isOpen)) return first.map(found => citedSource(found, shelf));
  await shelf.whenRead();
  return (await ask()).map(found => citedSource(found, shelf));
}

/** What is known of keys now, in their order; nothing that is still to be read is waited for. */
export const findKeys = (keys: readonly string[], bibliography: NoteBibliography, shelf: Shelf): Promise<readonly FoundKey[]> =>
  shelf.library.lookUp(addressesOf(bibliography), keys);

/** Whether the source may be among those that are still to be read. */
const isOpen = ({ item, source }: FoundKey): boolean => source === undefined && (item === undefined || item.custom?.seedbed !== undefined);

function citedSource({ key, item, entry, source }: FoundKey, shelf: Shelf): CitedSource {
  const cited = entry && { item, bibliography: vscode.Uri.parse(entry.bibliography) };
  return { key, cited, source: source === undefined ? undefined : shelf.source(source) };
}
