import type { SourceDocument, Span } from '../document';
import type { Tables } from '../text/tables';
import type { OwnView, ReaderSelection } from './page';
import { shownText } from './shownText';

/** The part of the shown page that stands for `span` of `raw`: of the body where that holds any of it; undefined where nothing is shown of it. */
export function selectionAt(document: SourceDocument, view: OwnView, span: Span, tables: Tables): ReaderSelection | undefined {
  const touched = document.blocks.flatMap((block, index) => {
    if (block.span.start >= span.end || block.span.end <= span.start) return [];
    const { start, end } = shownText(document, block, view, tables).fromRaw(span);
    return end > start ? [{ index, start, end, isBody: block.role === 'body' }] : [];
  });
  const body = touched.filter(({ isBody }) => isBody), parts = body.length > 0 ? body : touched;
  const first = parts[0], last = parts.at(-1);
  return first && last && { from: { block: first.index, offset: first.start }, to: { block: last.index, offset: last.end } };
}
