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
  /** Folded, the blocks without anything between them. */
  readonly text: string;
  /** As the reader shows it, each block on lines of its own. */
  readonly shown: string;
  /** From `text` to `shown`: a repaired run may be cut there, which it never is in `raw`. */
  readonly toShown: (range: Span) => Span;
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
  const across = (range: Span, place: (part: Part, local: Span) => Span): Span => {
    const first = parts[partOf(parts, range.start)], last = parts[partOf(parts, Math.max(range.start, range.end - 1))];
    if (!first || !last) return { start: 0, end: 0 };
    const from = { start: range.start - first.start, end: first === last ? range.end - first.start : first.folded.text.length };
    return { start: place(first, from).start, end: place(last, { start: first === last ? from.start : 0, end: range.end - last.start }).end };
  };
  return {
    scope,
    text: parts.map(({ folded }) => folded.text).join(''),
    shown: parts.map(({ shown }) => shown.text).join('\n'),
    toShown: range => across(range, (part, local) => moved(part.folded.toRaw(local), part.shownStart)),
    toRaw: range => across(range, ({ shown, folded }, local) => shown.toRaw(folded.toRaw(local))),
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const blockText = (document: SourceDocument, block: Block, scope: Scope): MappedText =>
  (scope === 'saved' ? mapped(document.raw, block.span) : plainText(document, block));

/** Index of the part that holds a unit of the folded text. */
function partOf(parts: readonly Part[], place: number): number {
  let low = 0, high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= place) low = middle + 1; else high = middle;
  }
  return Math.max(0, low - 1);
}
