import { isChinese, isTraditional, type Passage } from './passages';
import { anyOf, passage, unlessFound, type Made, type Operator, type Workshop } from './operator';
import { counts, figure, namePlaces, touchable, touchableWords } from './touchable';
import { adverbs, isHan, negations, titles, toSimplified, toTraditional, verbs } from './words';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const replaced = (words: string, at: number, length: number, by: string): string => words.slice(0, at) + by + words.slice(at + length);
const titled = (words: string): number => titles.filter(title => words.includes(title)).length;

function characterChanged(workshop: Workshop, words: string): string | undefined {
  const { source, random } = workshop;
  const may = touchable(words, source);
  const place = anyOf(random, [...words].flatMap((_, at) => (may(at) ? [at] : [])));
  if (place === undefined) return undefined;
  const others = [...source.body.join('')].filter(character => isHan(character) && !counts(character));
  const other = random.of(others);
  const changed = replaced(words, place, 1, other);
  return toSimplified(changed) === toSimplified(words) || titled(changed) !== titled(words) ? undefined : changed;
}

function wordChanged({ source, random }: Workshop, words: string): string | undefined {
  const spot = anyOf(random, touchableWords(words, source));
  const other = anyOf(random, touchableWords(source.body.join(' '), source));
  if (!spot || !other || spot.word.slice(0, 4) === other.word.slice(0, 4)) return undefined;
  return replaced(words, spot.at, spot.word.length, other.word);
}

/** The places before one of the verbs, away from names and negations. */
export function verbPlaces(words: string, workshop: Workshop): readonly number[] {
  const named = namePlaces(words, workshop.source);
  return verbs.flatMap(verb => [...words.matchAll(new RegExp(verb, 'g'))].map(match => match.index))
    .filter(at => at > 0 && !named.has(at) && !named.has(at - 1))
    .filter(at => ![...words.slice(Math.max(0, at - 3), at), words[at + 2] ?? '', words[at + 3] ?? ''].some(character => negations.has(character)));
}

function wordPutIn(workshop: Workshop, words: string): string | undefined {
  const { source, random } = workshop;
  if (!isChinese(source)) {
    const spot = anyOf(random, touchableWords(words, source));
    return spot && replaced(words, spot.at, 0, `${random.of(['quietly', 'largely', 'plainly', 'gladly'])} `);
  }
  const place = anyOf(random, verbPlaces(words, workshop).filter(at => !counts(words[at - 1] ?? '')));
  const adverb = random.of(adverbs);
  return place === undefined ? undefined : replaced(words, place, 0, isTraditional(source) ? toTraditional(adverb) : adverb);
}

/** The words of two characters or more that may be touched. */
function segments(words: string, source: Workshop['source']): readonly { readonly word: string; readonly at: number }[] {
  const may = touchable(words, source);
  return [...segmenter.segment(words)].map(({ segment, index }) => ({ word: segment, at: index }))
    .filter(({ word, at }) => word.length >= 2 && [...word].every((_, place) => may(at + place)));
}

function wordLeftOut({ source, random }: Workshop, words: string): string | undefined {
  const spots = isChinese(source) ? segments(words, source) : touchableWords(words, source).map(({ word, at }) => ({ word: `${word} `, at }));
  const spot = anyOf(random, spots.filter(({ word, at }) => words.startsWith(word, at)));
  return spot && replaced(words, spot.at, spot.word.length, '');
}

function wordsExchanged({ source, random }: Workshop, words: string): string | undefined {
  const spots = isChinese(source) ? segments(words, source) : touchableWords(words, source);
  const gap = isChinese(source) ? '' : ' ';
  const pairs = spots.slice(1).map((second, index) => [spots[index], second] as const)
    .filter(([first, second]) => first !== undefined && first.at + first.word.length + gap.length === second.at && first.word !== second.word);
  const [first, second] = anyOf(random, pairs) ?? [];
  return first && second && replaced(words, first.at, second.at + second.word.length - first.at, second.word + gap + first.word);
}

const bodyOf = (clause: string): string => clause.replace(/[，,。；;：:！!？?.]?\s*$/u, '');

/** Whether a clause says nothing that counts. */
function plain(clause: string, { source }: Workshop): boolean {
  if (isChinese(source)) return namePlaces(clause, source).size === 0 && ![...clause].some(character => figure(character) || negations.has(character));
  return !/\d|\b(?:not|no|never|nothing|nor|without|Mr|Dr|and|one|two|three|nine)\b|n’t/.test(clause) && !source.people.some(person => clause.includes(person));
}

function clausesExchanged(workshop: Workshop, { clauses, words }: Passage): string | undefined {
  const pairs = clauses.slice(1).map((second, index) => ({ first: clauses[index] ?? '', second, index })).filter(({ first, second }) =>
    [first, second].every(clause => bodyOf(clause).trim().length >= 4 && plain(clause, workshop)) && Math.min(first.length, second.length) <= words.length / 3);
  const pair = anyOf(workshop.random, pairs);
  if (!pair) return undefined;
  const [first, second] = [bodyOf(pair.first), bodyOf(pair.second)];
  const exchanged = [second + pair.first.slice(first.length), first + pair.second.slice(second.length)];
  return clauses.map((clause, index) => exchanged[index - pair.index] ?? clause).join('').replace(/[，,。；;：:！!？?.\s]+$/u, '');
}

function moved(workshop: Workshop): Made | undefined {
  const found = passage(workshop, 24);
  if (!found) return undefined;
  const words = workshop.random.below(2) === 0 ? clausesExchanged(workshop, found) : wordsExchanged(workshop, found.words);
  return unlessFound(workshop, words, 'quote-differs');
}

const differing = (name: string, change: (workshop: Workshop, words: string) => string | undefined): Operator => ({
  name,
  make: workshop => {
    const words = passage(workshop)?.words;
    return unlessFound(workshop, words === undefined ? undefined : change(workshop, words), 'quote-differs');
  },
});

/** Operators that change words, but no number, unit, negation or name. */
export const changingOperators: readonly Operator[] = [
  differing('one changed', (workshop, words) => (isChinese(workshop.source) ? characterChanged : wordChanged)(workshop, words)),
  differing('put in', wordPutIn), differing('left out', wordLeftOut), { name: 'moved', make: moved },
];
