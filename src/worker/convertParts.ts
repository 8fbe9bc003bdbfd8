import type { Span } from '../core/document';
import type { Ambiguity } from './port';

/** A converted text with the places that no word decided. */
export interface Converted { readonly text: string; readonly ambiguities: readonly Ambiguity[] }

/** `text` with its `parts` (sorted, disjoint) converted one by one; ambiguities stand at their places in the whole. */
export function convertParts(text: string, parts: readonly Span[], convertPart: (part: string) => Converted): Converted {
  const pieces: string[] = [], ambiguities: Ambiguity[] = [];
  let done = 0, length = 0;
  const put = (piece: string): void => { pieces.push(piece); length += piece.length; };
  for (const { start, end } of parts) {
    put(text.slice(done, start));
    const converted = convertPart(text.slice(start, end));
    for (const { span, choices } of converted.ambiguities) ambiguities.push({ span: { start: span.start + length, end: span.end + length }, choices });
    put(converted.text);
    done = end;
  }
  put(text.slice(done));
  return { text: pieces.join(''), ambiguities };
}
