import type { OwnWords, ScriptTarget } from '../document';
import { EditList, type MappedText } from '../text/mappedText';
import { scriptSets } from '../text/scriptSets';
import type { Tables } from '../text/tables';
import { eachWord, type Segmented } from './segments';
import { WordTrie } from './wordTrie';

/** Tries by their words and target; a new choice of words is a new object. */
const triesSeen = new WeakMap<OwnWords, Map<ScriptTarget, WordTrie | undefined>>();

/** `base` with the writer's pairs in place, in parts of which those that the writer decided are kept. */
export function withOwnWords(base: MappedText, words: OwnWords | undefined, target: ScriptTarget, tables: Tables): Segmented {
  const trie = words && ownTrie(words, target, tables);
  if (!trie) return { text: base, segments: { ends: [base.text.length] } };
  const edits = new EditList(base);
  const ends: number[] = [], kept: boolean[] = [];
  let done = 0;
  const add = (end: number, isKept: boolean): void => { ends.push(end + edits.growth); kept.push(isKept); };
  eachWord(base.text, 0, base.text.length, trie, (at, { length, value, changes }) => {
    if (at > done) add(at, false);
    if (changes && value !== undefined) edits.replace(at, at + length, value);
    add(done = at + length, true);
  });
  if (base.text.length > done) add(base.text.length, false);
  return { text: edits.applied(), segments: { ends, kept } };
}

function ownTrie(words: OwnWords, target: ScriptTarget, tables: Tables): WordTrie | undefined {
  const tries = triesSeen.get(words) ?? new Map<ScriptTarget, WordTrie | undefined>();
  triesSeen.set(words, tries);
  if (!tries.has(target)) tries.set(target, makeTrie(words, target, tables));
  return tries.get(target);
}

/** What is both kept and in a pair is kept. */
function makeTrie({ keep, pairs }: OwnWords, target: ScriptTarget, tables: Tables): WordTrie | undefined {
  const kept = keep.filter(isWord).map((word): [string, string] => [word, word]);
  const paired = Object.entries(pairs).filter(([word, value]) => isWord(word) && isWrittenIn(value, target, tables));
  return kept.length + paired.length > 0 ? new WordTrie([kept, paired]) : undefined;
}

/** A word of no characters would be found everywhere, and one that begins with half a character within characters. */
function isWord(word: string): boolean {
  return word.trim() !== '' && !/^[\uDC00-\uDFFF]/.test(word);
}

/** Whether a word can stand in a text of `target`: Japanese asks for kana, as its characters stand in Chinese too. */
function isWrittenIn(word: string, target: ScriptTarget, tables: Tables): boolean {
  if (target === 'jp') return /[\u3041-\u30ff]/.test(word);
  const { simplified, traditional } = scriptSets(tables);
  const others = target === 'hans' ? traditional : simplified;
  return !Array.from(word).some(character => others.has(character.codePointAt(0) ?? 0));
}
