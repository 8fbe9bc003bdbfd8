import type { Block, SourceDocument, Span } from '../document';
import { plainText } from '../render/shownText';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { comparable } from './comparable';

/** What of a source is searched: the article, all that the page holds, or that with its damage as saved. */
export type Scope = 'body' | 'page' | 'saved';

/** Blocks of a source as one text to search, and the ways back. */
export interface SearchText {
  readonly scope: Scope;
  /** As `comparable` has it, the blocks without anything between them. */
  readonly text: string;
  /** As the reader shows it, each block on lines of its own. */
  readonly shown: string;
  /** From `text` to `shown`. */
  readonly toShown: (range: Span) => Span;
  /** From `shown` to `raw`, where a repaired run is never cut. */
  readonly toRaw: (range: Span) => Span;
}

const made = new WeakMap<SourceDocument, Map<Scope, SearchText>>();

/** What quotations are looked for in, in this order; each text is made once for a source, and only when it is asked for. */
export function* searchTexts(document: SourceDocument, tables: Tables): Iterable<SearchText> {
  const known = made.get(document) ?? new Map<Scope, SearchText>();
  made.set(document, known);
  for (const scope of ['body', 'page', 'saved'] as const) {
    if (scope === 'saved' && document.repairs.length === 0) return;
    const text = known.get(scope) ?? searchText(document, scope, tables);
    known.set(scope, text);
    yield text;
  }
}

/** The article of a source as `comparable` has it, without a way back. */
export const articleText = (document: SourceDocument, tables: Tables): string =>
  document.blocks.filter(({ role }) => role === 'body').map(block => comparable(mapped(plainText(document, block).text), tables).text).join('');

/** One block: where it begins in the texts, how it is shown, and that folded. */
interface Part { readonly start: number; readonly shownStart: number; readonly shown: MappedText; readonly folded: MappedText }

function searchText(document: SourceDocument, scope: Scope, tables: Tables): SearchText {
  const parts: Part[] = [];
  let start = 0, shownStart = 0;
  for (const block of document.blocks) {
    if (scope === 'body' && block.role !== 'body') continue;
    const shown = blockText(document, block, scope), folded = comparable(mapped(shown.text), tables);
    if (folded.text === '') continue;
    parts.push({ start, shownStart, shown, folded });
    start += folded.text.length;
    shownStart += shown.text.length + 1;
  }
  return {
    scope,
    text: parts.map(({ folded }) => folded.text).join(''),
    shown: parts.map(({ shown }) => shown.text).join('\n'),
    toShown: range => across(parts, range, part => part.start, ({ folded, shownStart }, local) => moved(folded.toRaw(local), shownStart)),
    toRaw: range => across(parts, range, part => part.shownStart, ({ shown }, local) => shown.toRaw(local)),
  };
}

/** Where a range over all parts, which begin at `startOf`, has its ends by `place`, which knows the way of one part. */
function across(parts: readonly Part[], range: Span, startOf: (part: Part) => number, place: (part: Part, local: Span) => Span): Span {
  const first = partOf(parts, range.start, startOf), last = partOf(parts, Math.max(range.start, range.end - 1), startOf);
  if (!first || !last) return { start: 0, end: 0 };
  const start = range.start - startOf(first), end = range.end - startOf(last);
  if (first === last) return place(first, { start, end });
  return { start: place(first, { start, end: start + 1 }).start, end: place(last, { start: end - 1, end }).end };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const blockText = (document: SourceDocument, block: Block, scope: Scope): MappedText =>
  (scope === 'saved' ? mapped(document.raw, block.span) : plainText(document, block));

/** The part that holds a place, counted as `startOf` does. */
function partOf(parts: readonly Part[], place: number, startOf: (part: Part) => number): Part | undefined {
  let low = 0, high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1, part = parts[middle];
    if (part && startOf(part) <= place) low = middle + 1; else high = middle;
  }
  return parts[Math.max(0, low - 1)];
}
