import type { OwnWords, ScriptTarget, Span, Writing } from '../document';
import { mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { choicesFor, standardForm, type Choices, type TraditionalTarget } from './choices';
import { conversionFor, convert } from './convert';
import { openccChain } from './openccPairs';
import { withOwnWords } from './ownWords';
import { eachSegment, eachWord } from './segments';
import type { TrieNode, WordTrie } from './wordTrie';

/** A character that could have become another one, and no word around it tells: `choices` beginning with the one that stands in `span`. */
export interface Ambiguity { readonly span: Span; readonly choices: readonly string[] }

/** Where `text`, which `convert` made of `base`, could read otherwise; only what was Simplified and became Traditional can. */
export function findAmbiguities(base: MappedText, text: MappedText, from: Writing, target: ScriptTarget, tables: Tables, words?: OwnWords): readonly Ambiguity[] {
  if (from.script !== 'Hans' || !isTraditional(target) || conversionFor(from, target) !== 'convert') return [];
  return openPlaces(base, target, tables, words).flatMap(({ raw, choices }) => {
    const span = text.fromRaw(raw);
    return ambiguity(span, text.text.slice(span.start, span.end), choices);
  });
}

/** Where a conversion may have got a Traditional text wrong: what no word decides, and what words would have decided otherwise. */
export function findDoubtfulCharacters(text: string, writing: Writing, tables: Tables): readonly Ambiguity[] {
  if (writing.script !== 'Hant') return [];
  const target = writing.region === 'TW' ? 'tw' : writing.region === 'HK' ? 'hk' : 'hant';
  const simplified = convert(mapped(text), writing, 'hans', tables);
  const again = convert(simplified, { script: 'Hans' }, target, tables);
  const open = openPlaces(simplified, target, tables).flatMap(({ raw, choices }) => ambiguity(raw, text.slice(raw.start, raw.end), choices));
  const isOpen = new Set(open.map(({ span }) => span.start));
  const decided = otherwise(text, simplified, again, choicesFor(target, tables), tables).filter(({ span }) => !isOpen.has(span.start));
  return [...open, ...decided].sort((one, other) => one.span.start - other.span.start);
}

const isTraditional = (target: ScriptTarget): target is TraditionalTarget => target !== 'as-saved' && target !== 'hans' && target !== 'jp';

/** Nothing is asked where something else stands than could: words of a region have been put there, or another variant. */
function ambiguity(span: Span, standing: string, choices: readonly string[]): Ambiguity[] {
  return choices.includes(standing) ? [{ span, choices: [standing, ...choices.filter(each => each !== standing)] }] : [];
}

/** A character of Simplified text that no word of the dictionaries holds, and the range of the raw text it comes from. */
interface OpenPlace { readonly raw: Span; readonly choices: readonly string[] }

function openPlaces(base: MappedText, target: TraditionalTarget, tables: Tables, words?: OwnWords): readonly OpenPlace[] {
  const { text, segments } = withOwnWords(base, words, target, tables);
  const trie = openccChain('cn', 't', tables).conversion[0];
  const choices = choicesFor(target, tables);
  const places: OpenPlace[] = [];
  const look = (start: number, end: number, from: number): void => {
    for (let at = start; at < end; at += 1) {
      const found = choices.get(text.text.charAt(at));
      if (found && trie && !isInWord(text.text, at, from, trie)) places.push({ raw: text.toRaw({ start: at, end: at + 1 }), choices: found });
    }
  };
  eachSegment(segments, (start, end, isKept) => {
    if (isKept || !trie) return;
    let done = start;
    eachWord(text.text, start, end, trie, (at: number, { length }: TrieNode) => {
      if (length === 1) return;
      look(done, at, start);
      done = at + length;
    });
    look(done, end, start);
  });
  return places;
}

/** Characters before a place where a word could begin that reaches over it. */
const longestReach = 4;

/** Whether a word that begins before `place`, and was cut off by a longer one, has the character there as it stands: 部發布 of 部發 and 發布. */
function isInWord(text: string, place: number, from: number, trie: WordTrie): boolean {
  const byItself = trie.longest(text, place, place + 1)?.value ?? text.charAt(place);
  for (let start = place - 1; start >= Math.max(from, place - longestReach); start -= 1) {
    const word = trie.longest(text, start, text.length);
    if (word && word.length > place - start && word.value?.charAt(place - start) === byItself) return true;
  }
  return false;
}

/** Characters that came out otherwise once they were Simplified and converted again, by the words around them. */
function otherwise(text: string, simplified: MappedText, again: MappedText, choices: Choices, tables: Tables): readonly Ambiguity[] {
  const found: Ambiguity[] = [];
  for (let at = 0; at < simplified.text.length; at += 1) {
    const possible = choices.get(simplified.text.charAt(at));
    const start = possible && placeIn(at, place => simplified.toRaw(place), place => simplified.fromRaw(place));
    const shown = start !== undefined && placeIn(start, place => again.fromRaw(place), place => again.toRaw(place));
    if (shown === false || shown === undefined || start === undefined) continue;
    const standing = text.charAt(start), decided = again.text.charAt(shown);
    if (standardForm(standing, tables) !== standardForm(decided, tables) && possible?.includes(decided)) found.push({ span: { start, end: start + 1 }, choices: [standing, decided] });
  }
  return found;
}

/** Where the character at `place` stands on the other side; undefined where it is part of a word that changed its length. */
function placeIn(place: number, there: (span: Span) => Span, back: (span: Span) => Span): number | undefined {
  const wide = there({ start: place, end: place + 1 }), word = back(wide);
  return wide.end - wide.start === word.end - word.start ? wide.start + place - word.start : undefined;
}
