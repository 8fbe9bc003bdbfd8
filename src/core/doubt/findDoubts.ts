import type { Doubt, SourceDocument } from '../document';
import { repaired } from '../repair/repaired';
import type { Tables } from '../text/tables';
import { readDay } from './calendar';
import { findImpossibleDates } from './impossibleDates';
import { findImpossibleTimes } from './impossibleTimes';
import { findLost } from './findLost';
import { findRepeatedMarks } from './repeatedMarks';
import type { FindSlips, PageFacts } from './slip';
import { findWrongWeekdays } from './wrongWeekdays';

const slipFinders: readonly FindSlips[] = [findImpossibleDates, findImpossibleTimes, findWrongWeekdays, findRepeatedMarks];

/** What is suspect in the body of a page once it is repaired: ranges of `raw`, sorted and disjoint. Nothing of it is changed. */
export function findDoubts(document: SourceDocument, tables: Tables): readonly Doubt[] {
  const { raw, repairs, blocks, metadata, language } = document;
  const day = readDay(metadata.published?.value);
  const page: PageFacts = { language, ...(day && { day }) };
  const whole = repaired(raw, repairs);
  return disjoint(blocks.filter(block => block.role === 'body').flatMap(({ span, kind }) => {
    const shown = whole.fromRaw(span);
    const found = doubtsIn(whole.text.slice(shown.start, shown.end), page, kind === 'code', tables);
    return found.map(doubt => ({ ...doubt, span: whole.toRaw({ start: shown.start + doubt.span.start, end: shown.start + doubt.span.end }) }));
  }));
}

/** Code has its own marks and numbers; of it only what was lost is told. */
const doubtsIn = (text: string, page: PageFacts, isCode: boolean, tables: Tables): readonly Doubt[] =>
  [...findLost(text, tables), ...(isCode ? [] : slipFinders.flatMap(find => find(text, page)))];

/** Where two are of the same words, the first is told. */
function disjoint(doubts: readonly Doubt[]): readonly Doubt[] {
  const sorted = [...doubts].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  const kept: Doubt[] = [];
  for (const doubt of sorted) if (doubt.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(doubt);
  return kept;
}
