import { findIssuedKey, resolveKey } from '../../core/cite/issuedKeys';
import type { CslItem } from '../../core/cite/cslItem';
import type { SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';
import { findItem, sourceUri, type Bibliography, type CitedItem, type NoteBibliography } from './bibliographies';

/** What a key of a note stands for; both parts are undefined for a key that nobody knows. */
export interface CitedSource {
  readonly cited: CitedItem | undefined;
  /** Found by the entry, or by the key that a first citation of the source would be given. */
  readonly source: SourceSummary | undefined;
}

/** Looks a key up in the note's bibliography and on the shelf; files that are still to be read are waited for. */
export async function lookUp(key: string, bibliography: NoteBibliography, shelf: Shelf): Promise<CitedSource> {
  const cited = findItem(key, bibliography);
  const find = (): SourceSummary | undefined => (cited ? sourceOf(cited, shelf) : shelf.sources.find(source => source.citekey === key && !source.error));
  const source = find();
  if (source || (cited && !cited.item.custom?.seedbed)) return { cited, source };
  await shelf.whenRead();
  return { cited, source: find() };
}

/** The key a source has in a bibliography; undefined where it was never cited, or where its place was taken by another file. */
export function issuedKey(source: SourceSummary, bibliography: Bibliography, shelf: Shelf): string | undefined {
  const items = bibliography.items.map(item => placed({ item, bibliography }));
  const key = findIssuedKey(items, { path: source.id, hash: source.hash });
  const item = bibliography.items.find(each => each.id === key);
  const found = item && sourceOf({ item, bibliography }, shelf);
  return found && (found.id === source.id || found.hash === source.hash) ? key : undefined;
}

/** The source of an entry, wherever its file stands now. */
function sourceOf(cited: CitedItem, shelf: Shelf): SourceSummary | undefined {
  const candidates = shelf.sources.map(source => ({ path: source.id, hash: source.hash, ...(source.url && { url: source.url }), source }));
  return resolveKey(cited.item.id, [placed(cited)], candidates)?.source;
}

/** An entry whose path is the address of the file, so that bibliographies in any folder compare alike. */
function placed(cited: CitedItem): CslItem {
  const { item } = cited, mark = item.custom?.seedbed, uri = sourceUri(cited);
  return mark && uri ? { ...item, custom: { seedbed: { path: uri.toString(), hash: mark.hash } } } : item;
}
