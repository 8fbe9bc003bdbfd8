import type { Phrase } from './packedTerms';
import { compoundsOf, markPieces, type Terms } from './terms';
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

/** Sources of a group up to which a phrase that stands in one of them but once is counted too: every text is searched for every phrase. */
const SEARCHED = 40;
/** Of this many sources of a group, a phrase that names some of them stands in one at least. */
const ONE_OF = 200;
/** Candidates looked at between two steps: a few milliseconds. */
const STEP = 200;

interface Gathered { readonly words: readonly string[]; count: number; within: number; readonly strength: Map<number, number> }

/** Phrases of a group that a reader could take for its subject. In steps. */
export function* findCandidates(group: readonly number[], all: readonly Terms[]): Generator<undefined, readonly Candidate[]> {
  const gathered = yield* gather(group, all);
  markPieces(gathered);
  const least = Math.max(2, group.length / ONE_OF);
  const candidates: Candidate[] = [];
  let looked = 0;
  for (const [key, { words, count, within, strength }] of gathered) {
    if (++looked % STEP === 0) yield;
    if (OFFICE.test(key) || within >= 0.8 * count) continue;
    if (group.length <= SEARCHED) addMentions(key, strength, group, all);
    if (strength.size >= least) candidates.push({ key, words: compoundsOf(words), strength });
  }
  return candidates;
}

/** The phrases of a group with their strength in each source that says them more than once. */
function* gather(group: readonly number[], all: readonly Terms[]): Generator<undefined, ReadonlyMap<string, Gathered>> {
  const gathered = new Map<string, Gathered>();
  for (const [at, index] of group.entries()) {
    if (at % STEP === STEP - 1) yield;
    for (const [key, phrase] of all[index]?.phrases ?? []) {
      const entry = gathered.get(key) ?? { words: phrase.words, count: 0, within: 0, strength: new Map<number, number>() };
      entry.count += phrase.count;
      entry.strength.set(index, strengthOf(phrase));
      gathered.set(key, entry);
    }
  }
  return gathered;
}

/** Adds the sources that say a phrase once. */
function addMentions(key: string, strength: Map<number, number>, group: readonly number[], all: readonly Terms[]): void {
  for (const index of group) if (!strength.has(index) && all[index]?.folded.includes(key)) strength.set(index, Math.log(2));
}

/** How strongly a source is about a phrase: grows with the logarithm of its count, more when the title holds it; 0 where it is none of its phrases. */
export const strengthOf = (phrase: Phrase | undefined): number => (phrase ? Math.log(1 + phrase.count) * (phrase.inTitle ? 1.5 : 1) : 0);

/** Whether a source outside the group joins a topic: its phrase stands in the title or three times in the text. */
export const isJoining = (phrase: Phrase | undefined): boolean => phrase !== undefined && (phrase.inTitle || phrase.count >= 3);

/** How much a phrase says by itself: rare words and long phrases say more. */
export function weightOf({ key, words }: Candidate, background: BackgroundFrequency): number {
  const rarity = (word: string): number => (word.length < 2 ? 2 : Math.min(6, backgroundRarity(word, background)));
  const said = Object.hasOwn(background.words, key) ? backgroundRarity(key, background) : words.reduce((sum, word) => sum + rarity(word), 0);
  return Math.min(10, said) ** 0.75 * (key.length > 12 && /\p{Script=Han}/u.test(key) ? 0.5 : 1);
}

/** How near the words of a phrase stand to the centre of a group, 0.3 to 1.3: they say what it is about. */
export const centralityOf = ({ words }: Candidate, centre: Vector): number => 0.3 + Math.min(1, words.reduce((sum, word) => sum + (centre.get(word) ?? 0), 0));

/** The most that `centralityOf` gives. */
export const MOST_CENTRAL = 1.3;
