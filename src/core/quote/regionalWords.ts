import type { Span } from '../document';
import type { Tables } from '../text/tables';
import { isMark } from './comparable';

/** Folded words by those that say the same in another region: 信息 has 资讯, and 资讯 has 信息. */
type RegionalWords = ReadonlyMap<string, ReadonlySet<string>>;

const wordsSeen = new WeakMap<Tables, RegionalWords>();

function regionalWords(tables: Tables): RegionalWords {
  const known = wordsSeen.get(tables);
  if (known) return known;
  const made = new Map<string, Set<string>>();
  for (const pair of tables.get<{ readonly regionalWords: string }>('simplified').regionalWords.split('|')) {
    const [one = '', other = ''] = pair.split(' ');
    for (const [word, same] of [[one, other], [other, one]] as const) {
      const others = made.get(word);
      if (others) others.add(same); else made.set(word, new Set([same]));
    }
  }
  wordsSeen.set(tables, made);
  return made;
}

/** A place where two texts differ. */
interface Region { readonly note: Span; readonly source: Span }

/** Characters of a word beside those in which it differs, characters of a word, and places that are looked at as one: 储存器储存 is 存储器存储. */
const MOST_BESIDE = 4, LONGEST_WORD = 12, MOST_PLACES = 6;

/** The regions of two folded texts, in order, without those in which each only has the words of its own region. */
export function withoutRegionalWords(regions: readonly Region[], note: string, source: string, tables: Tables): readonly Region[] {
  const words = regionalWords(tables), left: Region[] = [];
  for (let at = 0; at < regions.length;) {
    const places = [...Array(MOST_PLACES).keys()].map(more => regions.slice(at, at + more + 1)).find(some => saySame(some, note, source, words));
    if (places) at += places.length; else left.push(...regions.slice(at, ++at));
  }
  return left;
}

/** Whether the texts around regions say the same word by word. */
function saySame(regions: readonly Region[], note: string, source: string, words: RegionalWords): boolean {
  const [first] = regions, last = regions.at(-1);
  if (!first || !last) return false;
  const before = sameFrom(note, first.note.start - 1, source, first.source.start - 1, -1), behind = sameFrom(note, last.note.end, source, last.source.end, 1);
  return goTogether(note.slice(first.note.start - before, last.note.end + behind), source.slice(first.source.start - before, last.source.end + behind), words);
}

/** How many characters are the same from two places on in a direction, up to those that a word may have beside. */
function sameFrom(note: string, at: number, source: string, other: number, step: 1 | -1): number {
  let count = 0;
  while (count < MOST_BESIDE && note[at + count * step] !== undefined && note[at + count * step] === source[other + count * step]) count++;
  return count;
}

/** Whether two texts can be gone through side by side, punctuation left aside, by characters that are the same and words that say the same. */
function goTogether(note: string, source: string, words: RegionalWords): boolean {
  const reached = Array.from({ length: note.length + 1 }, () => new Set<number>());
  reached[0]?.add(0);
  for (let at = 0; at <= note.length; at++) {
    for (const other of reached[at] ?? []) {
      if (isLeftAside(source[other])) reached[at]?.add(other + 1);
      if (isLeftAside(note[at])) reached[at + 1]?.add(other);
      if (note[at] === source[other]) reached[at + 1]?.add(other + 1);
      for (let end = at + 1; end <= Math.min(note.length, at + LONGEST_WORD); end++) {
        for (const same of words.get(note.slice(at, end)) ?? []) if (source.startsWith(same, other)) reached[end]?.add(other + same.length);
      }
    }
  }
  return reached[note.length]?.has(source.length) ?? false;
}

const isLeftAside = (character: string | undefined): boolean => character !== undefined && (isMark(character) || character === ' ');
