import type { Block, SourceDocument, Span } from '../document';
import { plainText } from '../render/shownText';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { comparable } from './comparable';

/** What of a source is searched: the article, all that the page holds, or that with its damage as saved. */
export type Scope = 'body' | 'page' | 'saved';

/** Blocks of a source as one text to search, and the way back to `raw`. */
export interface SearchText {
  readonly scope: Scope;
  readonly text: string;
  readonly toRaw: (range: Span) => Span;
}

/** The texts of a source in the order they are searched, each made once and only when it is asked for. */
export type SearchTexts = () => Iterable<SearchText>;

const made = new WeakMap<SourceDocument, Map<Scope, SearchText>>();

/** What quotations are looked for in, for one source. */
export function searchTexts(document: SourceDocument, tables: Tables): SearchTexts {
  const known = made.get(document) ?? new Map<Scope, SearchText>();
  made.set(document, known);
  const get = (scope: Scope): SearchText => {
    const text = known.get(scope) ?? searchText(document, scope, tables);
    known.set(scope, text);
    return text;
  };
  return function* () {
    yield get('body');
    yield get('page');
    if (document.repairs.length > 0) yield get('saved');
  };
}

function searchText(document: SourceDocument, scope: Scope, tables: Tables): SearchText {
  const parts: MappedText[] = [], starts: number[] = [];
  let length = 0;
  for (const block of document.blocks) {
    if (scope === 'body' && block.role !== 'body') continue;
    const part = comparable(blockText(document, block, scope), tables);
    if (part.text === '') continue;
    parts.push(part);
    starts.push(length);
    length += part.text.length;
  }
  return { scope, text: parts.map(({ text }) => text).join(''), toRaw: range => rangeBefore(parts, starts, range) };
}

const blockText = (document: SourceDocument, block: Block, scope: Scope): MappedText =>
  (scope === 'saved' ? mapped(document.raw, block.span) : plainText(document, block));

function rangeBefore(parts: readonly MappedText[], starts: readonly number[], { start, end }: Span): Span {
  const first = partOf(starts, start), last = partOf(starts, Math.max(start, end - 1));
  const from = start - (starts[first] ?? 0), to = end - (starts[last] ?? 0);
  const opening = parts[first]?.toRaw({ start: from, end: first === last ? to : parts[first].text.length });
  const closing = first === last ? opening : parts[last]?.toRaw({ start: 0, end: to });
  return { start: opening?.start ?? 0, end: closing?.end ?? 0 };
}

/** Index of the part that holds a unit. */
function partOf(starts: readonly number[], place: number): number {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1; else high = middle;
  }
  return Math.max(0, low - 1);
}
