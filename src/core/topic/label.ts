import { compoundsOf, type Phrase, type Terms } from './terms';
import type { BackgroundFrequency, Vector } from './vectors';

/** A phrase that could name a group, with how strongly each source of the library is about it. */
export interface Candidate {
  readonly key: string;
  readonly words: readonly string[];
  /** By index of the source: 0 where the phrase does not occur. */
  readonly strength: ReadonlyMap<number, number>;
  /** How much the phrase says, whatever the source. */
  readonly weight: number;
}

/** A person's office says who speaks and not what about. */
const OFFICE = /(?:书记|主席|总理|部长|省长|市长|县长|局长|院长|校长|主任|总统|首相|先生|女士|董事长|总裁|经理|教授|博士|院士|发言人|负责人|president|minister|mayor|chairman|director|professor)$/;

/** Phrases of a group that a reader would take for its subject; `centre` is the group's centroid. */
export function findCandidates(group: readonly number[], all: readonly Terms[], centre: Vector, background: BackgroundFrequency): readonly Candidate[] {
  const gathered = new Map<string, { words: readonly string[]; count: number; within: number; sources: number }>();
  for (const index of group) {
    for (const [key, phrase] of all[index]?.phrases ?? []) {
      const entry = gathered.get(key) ?? { words: phrase.words, count: 0, within: 0, sources: 0 };
      entry.count += phrase.count;
      entry.within += phrase.within;
      entry.sources++;
      gathered.set(key, entry);
    }
  }
  const candidates: Candidate[] = [];
  for (const [key, entry] of gathered) {
    if (OFFICE.test(key) || entry.within >= 0.8 * entry.count) continue;
    const strength = strengths(key, group, all);
    if (strength.size < Math.min(2, group.length)) continue;
    candidates.push({ key, words: entry.words, strength, weight: weightOf(entry.words, key, centre, background) });
  }
  return candidates;
}

/** How strongly each source of `within` is about a phrase: grows with the logarithm of its count, more when the title holds it. */
export function strengths(key: string, within: Iterable<number>, all: readonly Terms[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const index of within) {
    const terms = all[index];
    if (!terms) continue;
    const phrase: Phrase | undefined = terms.phrases.get(key);
    const count = phrase?.count ?? (terms.folded.includes(key) ? 1 : 0);
    if (count > 0) found.set(index, Math.log(1 + count) * (phrase?.inTitle ? 1.5 : 1));
  }
  return found;
}

/** Rare words and long phrases say more; words at the centre of the group say what it is about. */
function weightOf(words: readonly string[], key: string, centre: Vector, background: BackgroundFrequency): number {
  const rarity = (word: string): number => (word.length < 2 ? 2 : Math.min(6, Math.log(background.documents / (background.words[word] ?? 2))));
  const known = background.words[key];
  const said = known ? Math.log(background.documents / known) : compoundsOf(words).reduce((sum, word) => sum + rarity(word), 0);
  const central = compoundsOf(words).reduce((sum, word) => sum + (centre.get(word) ?? 0), 0);
  return Math.sqrt(said) * (0.3 + Math.min(1, central)) * (key.length > 12 && /\p{Script=Han}/u.test(key) ? 0.5 : 1);
}
