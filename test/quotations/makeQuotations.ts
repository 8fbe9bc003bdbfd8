import { randomSource, type RandomSource } from '../unit/random';
import type { Expected } from './handWritten/case';
import { strayingOperators } from './making/astray';
import { changingOperators } from './making/changed';
import { collectionOf, type Collection } from './making/collection';
import { criticalOperators } from './making/critical';
import { faithfulOperators } from './making/faithful';
import { fitting, forms, type Form } from './making/forms';
import type { Made, Operator } from './making/operator';
import type { QuotationSource } from './sources';

/** A note whose one quotation was made by an operator that knows the verdict. */
export interface MadeQuotation {
  readonly operator: string;
  readonly form: string;
  readonly note: string;
  /** The name of the source that the note cites. */
  readonly cited: string;
  /** The quotation without its marks; paragraphs are parted by a line feed. */
  readonly words: string;
  readonly expected: Expected;
}

/** The operators, in the order in which they take turns. */
export const operators: readonly Operator[] = [...faithfulOperators, ...changingOperators, ...criticalOperators, ...strayingOperators];

/** How often words are sought in one source, and in how many sources. */
const TRIES = 40;
const SOURCES = 60;

/** Lets an operator try its hand at a source a few times. */
function attempt(operator: Operator, form: Form, collection: Collection, random: RandomSource): MadeQuotation | undefined {
  const source = random.of(collection.sources);
  let made: Made | undefined;
  for (let tries = 0; tries < TRIES && !made; tries++) made = operator.make({ random, collection, source, block: form.block });
  if (!made) return undefined;
  const written = fitting(form, made.words);
  const note = written.write(made.words, source.name, random);
  return { operator: operator.name, form: written.name, note, cited: source.name, words: made.words, expected: made.expected };
}

function one(operator: Operator, form: Form, collection: Collection, random: RandomSource): MadeQuotation {
  for (let sources = 0; sources < SOURCES; sources++) {
    const made = attempt(operator, form, collection, random);
    if (made) return made;
  }
  throw new Error(`no quotation by ${operator.name} from ${SOURCES} sources`);
}

/** Makes notes with one quotation each from sources: every operator in turn, and each in every form in turn. */
export function makeQuotations(sources: readonly QuotationSource[], count: number, seed: number): readonly MadeQuotation[] {
  const random = randomSource(seed);
  const collection = collectionOf(sources);
  return Array.from({ length: count }, (_, turn) => {
    const operator = operators[turn % operators.length];
    const form = forms[Math.floor(turn / operators.length) % forms.length];
    if (!operator || !form) throw new RangeError('no operators or forms');
    return one(operator, form, collection, random);
  });
}
