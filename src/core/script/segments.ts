import { EditList, type MappedText } from '../text/mappedText';
import { beginsDescription, descriptionEnds } from './descriptions';
import type { TrieNode, WordTrie } from './wordTrie';

/** The parts of a text one after the other, by where each ends; no word is found across their borders, and none in those that are `kept`. */
export interface Segments { readonly ends: readonly number[]; readonly kept?: readonly boolean[] }

/** A text and the parts it is converted in. */
export interface Segmented { readonly text: MappedText; readonly segments: Segments }

/** `text` with every word of `trie` replaced by its value. */
export function replaceWords({ text, segments }: Segmented, trie: WordTrie): Segmented {
  const edits = new EditList(text);
  const ends: number[] = [];
  eachSegment(segments, (start, end, isKept) => {
    if (!isKept) {
      eachWord(text.text, start, end, trie, (at, { changes, length, value }) => {
        if (changes && value !== undefined) edits.replace(at, at + length, value);
      });
    }
    ends.push(end + edits.growth);
  });
  return { text: edits.applied(), segments: { ...segments, ends } };
}

/** The same text in smaller parts: each word of `trie`, and what stands between words. */
export function splitAtWords({ text, segments }: Segmented, trie: WordTrie): Segmented {
  const ends: number[] = [];
  const kept: boolean[] | undefined = segments.kept && [];
  const add = (end: number, isKept: boolean): void => { ends.push(end); kept?.push(isKept); };
  eachSegment(segments, (start, end, isKept) => {
    let done = start;
    if (!isKept) {
      eachWord(text.text, start, end, trie, (at, { length }) => {
        if (at > done) add(at, false);
        add(done = at + length, false);
      });
    }
    if (end > done) add(end, isKept);
  });
  return { text, segments: kept ? { ends, kept } : { ends } };
}

/** Calls `use` for the words of `trie` from `start` to `end`, always the longest, as opencc finds them. */
export function eachWord(text: string, start: number, end: number, trie: WordTrie, use: (at: number, word: TrieNode) => void): void {
  let descriptions: Uint32Array | undefined;
  for (let at = start; at < end;) {
    const word = trie.longest(text, at, end);
    if (word) {
      use(at, word);
      at += word.length;
    } else if (beginsDescription(text.charCodeAt(at))) {
      descriptions ??= descriptionEnds(text.slice(start, end));
      at = Math.max(at + 1, start + (descriptions[at - start] ?? 0));
    } else at += 1;
  }
}

/** Calls `use` for the parts one after the other. */
export function eachSegment({ ends, kept }: Segments, use: (start: number, end: number, isKept: boolean) => void): void {
  let start = 0;
  for (let index = 0; index < ends.length; index += 1) {
    const end = ends[index] ?? start;
    use(start, end, kept?.[index] === true);
    start = end;
  }
}
