import type { SourceDocument } from '../document';

/** The number of the body's paragraph that holds a place of `raw`, the first being 1, as a locator gives it; headings and captions are not counted. */
export function paragraphNumber({ blocks }: SourceDocument, place: number): number | undefined {
  const counted = blocks.filter(({ role, kind }) => role === 'body' && kind !== 'heading' && kind !== 'caption');
  const at = counted.findIndex(({ span }) => span.start <= place && place < span.end);
  return at < 0 ? undefined : at + 1;
}
