import type { Span } from '../document';
import type { Tables } from '../text/tables';
import { isMark } from './comparable';
import { factsIn, shapeOf, type Fact } from './facts';

/** Characters beside a stretch that a number or a negation cut off by its ends may reach. */
const REACH = 16;

/** What is known of a stretch of a source that words of a note stand for. */
export interface Ends {
  /** Whether the words differ from the stretch. */
  readonly differs: boolean;
  /** Whether the writer denies the words. */
  readonly isDenied: boolean;
  /** Whether an ellipsis or insertion stands before and behind the words, which says that something is missing there. */
  readonly isOpenBefore: boolean;
  readonly isOpenBehind: boolean;
}

/**
 * A stretch of a source with what its ends cut off of its meaning: the rest of a number, and the negation right before it. One that differs
 * has the whole unit too: 2.1% stands for 2.1个百分点.
 */
export function withCutFacts(text: string, { start, end }: Span, { differs, isDenied, isOpenBefore, isOpenBehind }: Ends, tables: Tables): Span {
  const from = Math.max(0, start - REACH), shape = shapeOf(text.slice(from, end + REACH), tables);
  const first = start - from, last = end - from, near = factsNear(shape, first, last);
  const before = near.find(fact => (isNumberAcross(fact, first) && !isOpenBefore && isCut(shape, first)) || (!isDenied && isNegationBefore(fact, shape, first)));
  const behind = near.find(fact => isNumberAcross(fact, last) && ((!isOpenBehind && isCut(shape, last)) || (differs && isOnlyUnit(shape, fact, last))));
  return { start: before ? before.start + from : start, end: behind ? behind.end + from : end };
}

/** Whether what a writer has before words denies them. */
export function endsInNegation(text: string, tables: Tables): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n') + 1, text.length - REACH)), shape = shapeOf(line, tables);
  return factsIn(shape).some(({ kind, end }) => kind === 'negation' && [...line.slice(end)].every(isNothing));
}

/** The facts around both ends; a long stretch is not read through for them. */
function factsNear(shape: string, first: number, last: number): readonly Fact[] {
  if (last - first <= 2 * REACH) return factsIn(shape);
  const behind = last - REACH;
  return [...factsIn(shape.slice(0, first + REACH)), ...factsIn(shape.slice(behind)).map(fact => ({ ...fact, start: fact.start + behind, end: fact.end + behind }))];
}

const isNumberAcross = ({ kind, start, end }: Fact, place: number): boolean => kind === 'number' && start < place && place < end;

const isNegationBefore = ({ kind, start, end }: Fact, shape: string, place: number): boolean => kind === 'negation' && start < place && /^[ \t]*$/.test(shape.slice(end, place));

const NUMERAL = '\\d零〇一二三四五六七八九十百千万亿兆两';
const ENDS_IN_NUMBER = new RegExp(`[${NUMERAL}][.,]?$`), GOES_ON = new RegExp(`^(?:[.,]?\\d|[${NUMERAL}%‰])`);

/** Whether a place has numerals on both sides, so that either of them is another number. */
const isCut = (shape: string, place: number): boolean => ENDS_IN_NUMBER.test(shape.slice(0, place)) && GOES_ON.test(shape.slice(place));

/** Whether all that a place cuts off of a number is its unit. */
const isOnlyUnit = (shape: string, fact: Fact, place: number): boolean => factsIn(shape.slice(fact.start, place)).at(-1)?.digits === fact.digits;

const isNothing = (character: string): boolean => isMark(character) || /[\s*_]/.test(character);
