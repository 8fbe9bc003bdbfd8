import type { CslItem } from './cslItem';

/** What names a file across renames and edits. */
export interface FileMark { readonly path: string; readonly hash: string }

/** The key a source was issued when it was first cited: by path and content, then content (renamed), then path (edited). */
export function findIssuedKey(items: readonly CslItem[], file: FileMark): string | undefined {
  return best(items, item => closeness(item.custom?.seedbed, file))?.id;
}

/** The source an issued key stands for, by path and content, then content, then path, then the address of the page; undefined for foreign items. */
export function resolveKey<S extends FileMark & { readonly url?: string }>(key: string, items: readonly CslItem[], sources: readonly S[]): S | undefined {
  const item = items.find(each => each.id === key);
  if (!item) return undefined;
  return best(sources, source => closeness(item.custom?.seedbed, source))
    ?? (item.URL ? sources.find(source => source.url === item.URL) : undefined);
}

function closeness(mark: FileMark | undefined, file: FileMark): number {
  if (!mark) return 0;
  const sameContent = mark.hash !== '' && mark.hash === file.hash, samePath = mark.path === file.path;
  return sameContent && samePath ? 3 : sameContent ? 2 : samePath ? 1 : 0;
}

function best<T>(candidates: readonly T[], score: (candidate: T) => number): T | undefined {
  let found: T | undefined, highest = 0;
  for (const candidate of candidates) {
    const reached = score(candidate);
    if (reached > highest) { found = candidate; highest = reached; }
  }
  return found;
}
