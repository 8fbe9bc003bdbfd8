import { compoundsOf, markPieces, type Phrase, type Terms } from './terms';
import { backgroundRarity, type BackgroundFrequency, type Vector } from './vectors';

/** A phrase that could name a group, with how strongly each source of the group is about it. */
export interface Candidate {
  readonly key: string;
  readonly words: readonly string[];
  /** By index of each source of the group in which it occurs. */
  readonly strength: ReadonlyMap<number, number>;
}

/** A person's office says who speaks and not what about. */
const OFFICE = /(?:书记|主席|总理|部长|省长|市长|县长|局长|院长|校长|主任|总统|首相|先生|女士|董事长|总裁|经理|教授|博士|院士|发言人|负责人|president|minister|mayor|chairman|director|professor)$/;

/** Phrases of a group that a reader could take for its subject. */
export function findCandidates(group: readonly number[], all: readonly Terms[]): readonly Candidate[] {
  const gathered = new Map<string, { words: readonly string[]; count: number; within: number }>();
  for (const index of group) {
    for (const [key, { words, count }] of all[index]?.phrases ?? []) {
      const entry = gathered.get(key);
      if (entry) entry.count += count; else gathered.set(key, { words, count, within: 0 });
    }
  }
  markPieces(gathered);
  const candidates: Candidate[] = [];
  for (const [key, entry] of gathered) {
    if (OFFICE.test(key) || entry.within >= 0.8 * entry.count) continue;
    const strength = new Map<number, number>();
    for (const index of group) {
      const value = strengthOf(key, all[index]);
      if (value > 0) strength.set(index, value);
    }
    if (strength.size > 1) candidates.push({ key, words: compoundsOf(entry.words), strength });
  }
  return candidates;
}

/** How strongly a source is about a phrase: grows with the logarithm of its count, more when the title holds it; 0 where it does not occur. */
function strengthOf(key: string, terms: Terms | undefined): number {
  const phrase = terms?.phrases.get(key);
  return phrase ? frequent(phrase) : terms?.folded.includes(key) ? Math.log(2) : 0;
}

const frequent = (phrase: Phrase): number => Math.log(1 + phrase.count) * (phrase.inTitle ? 1.5 : 1);

/** Sources of the whole library that hold a phrase in the title or several times, with its strength. */
export function* findHolders(key: string, all: readonly Terms[]): Iterable<readonly [index: number, strength: number, inTitle: boolean]> {
  for (const [index, terms] of all.entries()) {
    const phrase = terms.phrases.get(key);
    if (phrase) yield [index, frequent(phrase), phrase.inTitle];
  }
}

/** How much a phrase says: rare words and long phrases say more, and words at the centre of the group say what it is about. */
export function weightOf({ key, words }: Candidate, centre: Vector, background: BackgroundFrequency): number {
  const rarity = (word: string): number => (word.length < 2 ? 2 : Math.min(6, backgroundRarity(word, background)));
  const said = Object.hasOwn(background.words, key) ? backgroundRarity(key, background) : words.reduce((sum, word) => sum + rarity(word), 0);
  const central = words.reduce((sum, word) => sum + (centre.get(word) ?? 0), 0);
  return Math.min(10, said) ** 0.75 * (0.3 + Math.min(1, central)) * (key.length > 12 && /\p{Script=Han}/u.test(key) ? 0.5 : 1);
}
