import type { Repair, Span } from '../document';
import { edited, mapped } from '../text/mappedText';
import type { MappedText } from '../text/mappedText';

/** `raw`, or one range of it, with those `repairs` made that lie in it whole. */
export function repaired(raw: string, repairs: readonly Repair[], span: Span = { start: 0, end: raw.length }): MappedText {
  const inside = repairs
    .filter(repair => repair.span.start >= span.start && repair.span.end <= span.end)
    .map(repair => ({ text: repair.text, span: { start: repair.span.start - span.start, end: repair.span.end - span.start } }));
  return edited(mapped(raw, span), inside);
}
