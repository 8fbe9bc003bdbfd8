import type { Span } from '../document';
import { alignUnits } from './alignUnits';
import type { SearchText } from './searchText';
import { foldedSpan } from './sentenceParts';

/** How alike two passages are, given as they are shown: the share of the folded letters of both that stand in the same order; 1 where they say the same. */
export function likeness(article: SearchText, own: Span, other: SearchText, there: Span): number {
  const ours = wordsIn(article, own), theirs = wordsIn(other, there);
  if (ours === theirs) return 1;
  const same = alignUnits(ours, theirs).reduce((sum, { kind, left }) => sum + (kind === 'same' ? left.end - left.start : 0), 0);
  return 2 * same / Math.max(1, ours.length + theirs.length);
}

function wordsIn(text: SearchText, shown: Span): string {
  const { start, end } = foldedSpan(text, shown);
  return text.text.slice(start, end);
}
