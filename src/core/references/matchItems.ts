import { isoDate } from '../cite/itemWords';
import type { CslItem } from '../cite/cslItem';
import type { SourceId } from '../document';

/** What tells a source from others. */
export interface Matchable {
  readonly id: SourceId;
  readonly title: string;
  readonly url?: string;
  /** ISO 8601 to any precision. */
  readonly published?: string;
}

/** How an item was found to be a source; the first is the surest. */
export type MatchedBy = 'url' | 'titleAndDate' | 'title';

export interface Match { readonly source: SourceId; readonly by: MatchedBy }

/** Shorter titles, such as 社论, are those of many pieces. */
const SHORTEST = 6;

/** Finds the sources of items: by address, else by title and date, else by a title that one source has alone. `fold` makes both scripts the same. */
export function sourceMatcher(sources: readonly Matchable[], fold: (text: string) => string): (item: CslItem) => Match | undefined {
  const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
  const byAddress = new Map<string, Matchable>(), byTitle = new Map<string, Matchable[]>();
  for (const source of sources) {
    const address = plainAddress(source.url), title = letters(source.title);
    if (address !== '' && !byAddress.has(address)) byAddress.set(address, source);
    if (title.length < SHORTEST) continue;
    const titled = byTitle.get(title) ?? [];
    titled.push(source);
    byTitle.set(title, titled);
  }
  return item => {
    const sameAddress = byAddress.get(plainAddress(item.URL));
    if (sameAddress) return { source: sameAddress.id, by: 'url' };
    const date = isoDate(item.issued), titled = byTitle.get(letters(item.title ?? '')) ?? [];
    const dated = titled.filter(({ published = '' }) => date !== '' && published !== '' && isSameDate(date, published));
    if (dated.length === 1 && dated[0]) return { source: dated[0].id, by: 'titleAndDate' };
    const undated = titled.filter(({ published = '' }) => date === '' || published === '');
    return titled.length === 1 && undated[0] ? { source: undated[0].id, by: 'title' } : undefined;
  };
}

/** As far as both go. */
function isSameDate(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 10);
  return one.slice(0, length) === other.slice(0, length);
}

/** An address without what does not tell pages apart: scheme, `www.`, a last slash, the place in the page; empty where it is none. */
function plainAddress(url: string | undefined): string {
  const [, rest = ''] = /^https?:\/\/(?:www\.)?([^#]+)/i.exec(url?.trim() ?? '') ?? [];
  const [host = '', ...path] = rest.split('/');
  return [host.toLowerCase(), ...path].join('/').replace(/\/+$/, '');
}
