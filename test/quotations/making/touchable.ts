import type { QuotationSource } from '../sources';
import { englishKept, isHan, negations, numerals, titles, units } from './words';

/** Whether a character could be part of a number. */
export const figure = (character: string): boolean => /[\d０-９A-Za-z%％.]/.test(character) || numerals.has(character);

/** Whether a character could be part of what counts: a number, unit or negation. */
export const counts = (character: string): boolean => figure(character) || units.has(character) || negations.has(character);

/** The places of a text that belong to a name, a title, or what stands beside them. */
export function namePlaces(words: string, { people }: QuotationSource): ReadonlySet<number> {
  const places = new Set<number>();
  const keep = (part: string, margin: number): void => {
    for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + 1)) {
      for (let place = at - margin; place < at + part.length + margin; place++) places.add(place);
    }
  };
  people.forEach(person => keep(person, 2));
  titles.forEach(title => keep(title, 4));
  return places;
}

/** Tells of each place whether the Chinese character there may change without touching what counts. */
export function touchable(words: string, source: QuotationSource): (place: number) => boolean {
  const named = namePlaces(words, source);
  return place => {
    const [before, character, behind] = [words[place - 1] ?? '', words[place] ?? '', words[place + 1] ?? ''];
    return isHan(character) && !counts(character) && !named.has(place) && ![before, behind].some(beside => figure(beside) || negations.has(beside));
  };
}

/** The words of an English text that may change without touching what counts, with their places. */
export function touchableWords(words: string, { people }: QuotationSource): readonly { readonly word: string; readonly at: number }[] {
  const found = [...words.matchAll(/(?<![\w’'-])[a-z]{4,}(?![\w’'-])/g)].map(match => ({ word: match[0], at: match.index }));
  const names = people.flatMap(person => person.split(' '));
  return found.filter(({ word, at }) => {
    const beside = `${words.slice(0, at).split(' ').at(-2) ?? ''} ${words.slice(at + word.length).trim().split(' ')[0] ?? ''}`;
    const kept = beside.split(' ').some(other => /\d|n[’']t/.test(other) || names.includes(other.replace(/\W/g, '')) || englishKept.has(other.replace(/\W/g, '').toLowerCase()));
    return !englishKept.has(word) && !kept;
  });
}
