import { foldText } from '../script/fold';
import type { Tables } from '../text/tables';

/** A word of a line: `folded` as it is compared, `printed` as it stands; `joined` where nothing but a space lies between it and the word before. */
export interface Word { readonly folded: string; readonly printed: string; readonly joined: boolean; readonly isHan: boolean }

/** Intl.Segmenter is quadratic in the length of its input on Node 20, so lines are cut to pieces of this many characters. */
const PIECE = 400;

let segmenter: Intl.Segmenter | undefined;

/** The words of one line, in lower case and simplified characters. */
export function* wordsOf(line: string, tables: Tables): Iterable<Word> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const folded = foldAligned(line, tables);
  let end = -1;
  for (let at = 0; at < line.length; at += PIECE) {
    for (const segment of segmenter.segment(folded.slice(at, at + PIECE))) {
      if (!segment.isWordLike) continue;
      const start = at + segment.index;
      const isHan = /^\p{Script=Han}/u.test(segment.segment);
      const gap = end < 0 ? '-' : line.slice(end, start);
      const joined = gap === '' || (gap === ' ' && !isHan);
      end = start + segment.segment.length;
      yield { folded: segment.segment, printed: line.slice(start, end), joined, isHan };
    }
  }
}

/** A line in lower case and simplified characters, every character at its offset in the line. */
export function foldAligned(line: string, tables: Tables): string {
  return line.toLowerCase().replace(/[\p{Script=Han}]+/gu, run => {
    const folded = foldText(run, tables);
    return folded.length === run.length ? folded : run;
  });
}
