import type { Tables } from '../text/tables';
import { PackedPhrases, PackedWords, type Phrase } from './packedTerms';
import { isNotFirst, isNotLast, isStopWord } from './stopWords';
import { foldAligned, wordsOf, type Word } from './words';

/** A phrase while it is counted. */
interface Counted extends Phrase {
  count: number;
  inTitle: boolean;
  printed: string;
  /** Occurrences as part of the most frequent longer phrase: near `count` when the phrase is only a piece of it. */
  within: number;
}

/** What topics are made from: counted words, and phrases by their folded form. */
export interface Terms {
  readonly words: PackedWords;
  readonly phrases: PackedPhrases;
  /** Title and body in lower case and simplified characters, to count a phrase that stood only once. */
  readonly folded: string;
}

/** Words of a phrase; six hold long names as the segmenter cuts them. */
const LONGEST = 6;
/** Characters read of one source: a book's topic shows well before. */
const READ = 40_000;

/** Counts the words and phrases of a repaired title and body; words of one character and function words count in phrases only. */
export function findTerms(title: string, body: string, tables: Tables): Terms {
  const words = new Map<string, number>(), phrases = new Map<string, Counted>();
  const text = body.slice(0, READ);
  countLine(title, true, words, phrases, tables);
  for (const line of text.split('\n')) countLine(line, false, words, phrases, tables);
  for (const [key, phrase] of phrases) if (phrase.count < 2 && !phrase.inTitle) phrases.delete(key);
  markPieces(phrases);
  addCompounds(words, phrases);
  for (const [key, phrase] of phrases) if (!isComplete(phrase)) phrases.delete(key);
  return { words: new PackedWords(words), phrases: new PackedPhrases(phrases), folded: foldAligned(`${title}\n${text}`, tables) };
}

function countLine(line: string, isTitle: boolean, words: Map<string, number>, phrases: Map<string, Counted>, tables: Tables): void {
  const run: Word[] = [];
  for (const word of wordsOf(line, tables)) {
    if (word.folded.length > 1 && !isStopWord(word.folded)) words.set(word.folded, (words.get(word.folded) ?? 0) + (isTitle ? 3 : 1));
    if (!word.joined || isStopWord(word.folded)) run.length = 0;
    if (isStopWord(word.folded)) continue;
    run.push(word);
    for (let length = 1; length <= Math.min(run.length, LONGEST + 1); length++) countPhrase(run.slice(-length), isTitle, phrases);
  }
}

function countPhrase(run: readonly Word[], isTitle: boolean, phrases: Map<string, Counted>): void {
  const key = joinWords(run, word => word.folded);
  const printed = joinWords(run, word => word.printed);
  const known = phrases.get(key);
  if (!known) phrases.set(key, { words: run.map(word => word.folded), count: 1, inTitle: isTitle, within: 0, printed });
  else {
    known.count++;
    known.inTitle ||= isTitle;
    if (printed === key) known.printed = printed;
  }
}

const joinWords = (run: readonly Word[], form: (word: Word) => string): string =>
  run.map((word, at) => (at > 0 && !(word.isHan && run[at - 1]?.isHan) && !word.isHan ? ' ' : '') + form(word)).join('');

/** Tells every phrase of `phrases` how often it stands inside one that is a word longer. */
export function markPieces(phrases: ReadonlyMap<string, Pick<Counted, 'words' | 'count' | 'within'>>): void {
  for (const [key, { words, count }] of phrases) {
    if (words.length < 2) continue;
    const first = words[0] ?? '', last = words.at(-1) ?? '';
    for (const piece of [key.slice(first.length).trimStart(), key.slice(0, key.length - last.length).trimEnd()]) {
      const shorter = phrases.get(piece);
      if (shorter && count > shorter.within) shorter.within = count;
    }
  }
}

/** Words the segmenter does not know come as single characters (高精尖, 科创): where such a run recurs, it is a word. */
function addCompounds(words: Map<string, number>, phrases: ReadonlyMap<string, Counted>): void {
  for (const [key, phrase] of phrases) {
    const isRun = phrase.words.length > 1 && phrase.words.length < 5 && phrase.words.every(word => /^\p{Script=Han}$/u.test(word));
    if (isRun && phrase.count > 2 && phrase.within < 0.8 * phrase.count) words.set(key, phrase.count);
  }
}

/** The words of a phrase, with runs of single characters joined. */
export function compoundsOf(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  words.forEach((word, at) => {
    if (at > 0 && word.length === 1 && words[at - 1]?.length === 1) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
  });
  return joined;
}

/** Whether a phrase can stand by itself as a heading: more than a character, and no piece of a word at its ends. */
function isComplete({ words }: Phrase): boolean {
  const first = words[0] ?? '', last = words.at(-1) ?? '';
  return words.length <= LONGEST && /\p{L}.*\p{L}/u.test(words.join('')) && !/^\d/.test(first) && !isNotFirst(first) && !isNotLast(last);
}
