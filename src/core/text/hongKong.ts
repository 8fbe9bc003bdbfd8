import type { Tables } from './tables';

interface Supplement { /** The private character that stands for the first of `characters`, the next for the second. */ readonly first: number; readonly characters: string }

/**
 * `text` that was decoded from Big5, with the characters of Hong Kong. Browsers know them (the Encoding Standard takes HKSCS into Big5); Node leaves
 * private characters in their places, those of Microsoft's code page 950, and the table tells which.
 */
export function withHongKong(text: string, tables: Tables): string {
  if (!/[\ue000-\uf848]/.test(text)) return text;
  const { first, characters } = tables.get<Supplement>('hongKong');
  const known = Array.from(characters);
  return text.replace(/[\ue000-\uf848]/g, (character) => known[character.charCodeAt(0) - first]?.trim() || character);
}
