import { SPAM } from './vocabulary';

/** So many different words of spam make a line suspect. */
const leastWords = 4;

/** At least four different words of spam that fill a third of the normalised line; a line in another script than its text needs only the words. */
export function isSpam(text: string, isForeign = false): boolean {
  const hits = text.match(SPAM);
  if (!hits || new Set(hits.map((hit) => hit.toLowerCase())).size < leastWords) return false;
  return isForeign || hits.join('').length >= text.replace(/[^\p{L}\p{N}]/gu, '').length / 3;
}
