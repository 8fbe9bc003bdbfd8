import type { Span } from '../document';

/** What stands for words left out or put in: an ellipsis, in brackets or not, and words in square brackets. */
const GAP = /(?:[[［〔(（][ \t]*|(?<![ \t])[ \t]+)?(?:[…⋯]+|(?:\.[ \t]?){3,}|。{3,}|·{6})[ \t]*[\]］〕)）]?|[[［〔][^[\]［］〔〕\n]{1,80}[\]］〕]/g;

/** The parts of a quotation around its ellipses and insertions, in order; all of it where there are none. */
export function segmentsOf(words: string): readonly Span[] {
  const segments: Span[] = [];
  let done = 0;
  for (const { index, 0: gap } of [...words.matchAll(GAP), { index: words.length, 0: '' }]) {
    if (/[\p{L}\p{N}]/u.test(words.slice(done, index))) segments.push({ start: done, end: index });
    done = index + gap.length;
  }
  return segments;
}
