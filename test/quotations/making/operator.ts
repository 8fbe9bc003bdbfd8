import type { RandomSource } from '../../unit/random';
import type { Expected } from '../handWritten/case';
import type { QuotationSource } from '../sources';
import type { Collection } from './collection';
import { passageOf, type Passage } from './passages';

/** What an operator may use. */
export interface Workshop {
  readonly random: RandomSource;
  readonly collection: Collection;
  /** The source that the note cites. */
  readonly source: QuotationSource;
  /** Whether the words become a block quotation, and may hold quotation marks and several paragraphs. */
  readonly block: boolean;
}

/** Words to be quoted, and what is to be said of them. */
export interface Made {
  readonly words: string;
  readonly expected: Expected;
}

/** Makes words for a note that cites a source; nothing when a try fails. */
export interface Operator {
  readonly name: string;
  make(workshop: Workshop): Made | undefined;
}

/** One of several choices, or nothing where there is none. */
export const anyOf = <T>(random: RandomSource, choices: readonly T[]): T | undefined => (choices.length === 0 ? undefined : random.of(choices));

/** A passage of the cited article. */
export const passage = ({ source, random }: Workshop, least?: number): Passage | undefined => passageOf(source.body, random, least);

/** Words of heads of state in the seeds, which are quoted but never changed. */
const leftAlone = /习近平|总书记|党中央|社会主义|民族/u;

/** Changed words, unless they stand on some page after all. */
export const unlessFound = ({ collection }: Workshop, words: string | undefined, expected: Expected): Made | undefined =>
  words === undefined || leftAlone.test(words) || collection.stands(words) ? undefined : { words, expected };
