import type { Block, SourceDocument, Span } from '../document';
import { plainText } from '../render/shownText';
import type { Scope } from './searchText';

/** The words of a span of `raw` as the reader shows them, repaired, each block on a line; of hidden blocks only outside the body. */
export function shownWords(document: SourceDocument, span: Span, scope: Scope): string {
  return blocksIn(document, span, scope).map(block => {
    const text = plainText(document, block), { start, end } = text.fromRaw(span);
    return text.text.slice(start, end);
  }).filter(words => words.trim() !== '').join('\n');
}

/** The blocks that a span touches. */
export function blocksIn(document: SourceDocument, { start, end }: Span, scope: Scope): readonly Block[] {
  return document.blocks.filter(block => block.span.start < end && block.span.end > start && (scope !== 'body' || block.role === 'body'));
}
