import type { SourceDocument, Span } from '../document';
import type { Tables } from '../text/tables';
import { isMark } from './comparable';
import type { Difference } from './differences';
import { factsIn, shapeOf, type Fact } from './facts';
import { peopleOf, titledNames } from './people';
import { withoutRegionalWords } from './regionalWords';

/** What a change touches that turns the meaning round. */
export type CriticalKind = 'number' | 'unit' | 'negation' | 'name';

/** A place where a quotation says something else than its source; one of the spans is empty where words were put in or left out. */
export interface Change {
  /** In the words of the note. */
  readonly note: Span;
  /** In the passage of the source. */
  readonly source: Span;
  readonly critical?: CriticalKind;
}

/** The changes that `runs` of a quotation amount to, in order, none within another; numbers and names are told as a whole. Each text may have the words of its region where `mayBeRegional`. */
export function changesIn(words: string, passage: string, runs: readonly Difference[], mayBeRegional: boolean, document: SourceDocument, tables: Tables): readonly Change[] {
  const differing = inWords(regionsOf(runs).map(({ note, source }) => ({ note: withoutMarks(words, note), source: withoutMarks(passage, source) })), words, passage);
  if (differing.length === 0) return [];
  const note = readSide(words, tables), source = readSide(passage, tables), people = peopleOf(document, tables);
  const regions = mayBeRegional ? withoutRegionalWords(differing, note.shape, source.shape, tables) : differing;
  return merged(regions.map(region => changedFact(region, note, source) ?? changedName(region, note, source, people, tables) ?? region));
}

/** One of the two texts with what of it may not change. */
interface Side { readonly text: string; readonly shape: string; readonly facts: readonly Fact[] }

function readSide(text: string, tables: Tables): Side {
  const shape = shapeOf(text, tables);
  return { text, shape, facts: factsIn(shape) };
}

function regionsOf(runs: readonly Difference[]): readonly Change[] {
  const regions: Change[] = [];
  let open = false;
  for (const { kind, note, source } of runs) {
    const isChange = kind === 'note' || kind === 'source', last = regions.at(-1);
    if (isChange && open && last) regions[regions.length - 1] = { note: { start: last.note.start, end: note.end }, source: { start: last.source.start, end: source.end } };
    else if (isChange) regions.push({ note, source });
    open = isChange;
  }
  return regions;
}

/** The same in whole words where letters make them. */
const inWords = (regions: readonly Change[], words: string, passage: string): readonly Change[] =>
  merged(regions.map(({ note, source }) => ({ note: wholeWords(words, note), source: wholeWords(passage, source) })));

/** Changes of which none reaches into another: those that do are one. */
function merged(changes: readonly Change[]): readonly Change[] {
  const apart: Change[] = [];
  for (const change of changes) {
    const last = apart.at(-1), critical = last?.critical ?? change.critical;
    if (last && (change.note.start < last.note.end || change.source.start < last.source.end)) {
      apart[apart.length - 1] = { note: joined(last.note, change.note), source: joined(last.source, change.source), ...(critical && { critical }) };
    } else apart.push(change);
  }
  return apart;
}

function wholeWords(text: string, { start, end }: Span): Span {
  let from = start, to = end;
  while (from > 0 && cutsWord(text, from)) from--;
  while (to < text.length && cutsWord(text, to)) to++;
  return { start: from, end: to };
}

const cutsWord = (text: string, place: number): boolean => /^[\p{Script=Latin}'’]{2}$/u.test(text.slice(place - 1, place + 1));

/** Punctuation and white space at the ends is no part of a change. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let from = start, to = end;
  while (from < to && isNone(text, from)) from++;
  while (to > from && isNone(text, to - 1)) to--;
  return { start: from, end: to };
}

/** Whether a place holds nothing that is compared. */
const isNone = (text: string, at: number): boolean => isMark(text[at]) || text[at]?.trim() === '';

/** Whether a number or a negation in or beside a region is another on the other side, or is missing there. */
function changedFact(region: Change, note: Side, source: Side): Change | undefined {
  const ours = touching(note, region.note), theirs = touching(source, region.source);
  for (const kind of ['number', 'negation'] as const) {
    const added = unmatched(ours, theirs, kind).filter(fact => !standsIn(fact, note, source)), missing = unmatched(theirs, ours, kind).filter(fact => !standsIn(fact, source, note));
    const [one] = added, [other] = missing;
    if (!one && !other) continue;
    // 一 alone says “a” as often as “one”.
    if (kind === 'number' && (!one || !other) && /^一\P{N}*$/u.test(textOf(one ?? other, one ? note : source))) continue;
    const critical = kind === 'negation' ? kind : one && other && one.digits === other.digits ? 'unit' : 'number';
    return { note: around(region.note, added), source: around(region.source, missing), critical };
  }
  // Before a noun a numeral of one character is known by having been exchanged for another.
  return isNumeral(note, region.note) && isNumeral(source, region.source) ? { ...region, critical: 'number' } : undefined;
}

const isNumeral = ({ shape }: Side, { start, end }: Span): boolean => /^[零〇一二三四五六七八九十百千万亿两]+$/.test(shape.slice(start, end));

const textOf = (fact: Fact | undefined, { shape }: Side): string => (fact ? shape.slice(fact.start, fact.end) : '');

/** The facts in a region or beside it, punctuation and white space left aside: in the other text they may stand on the other side of a gap. */
function touching({ text, facts }: Side, region: Span): readonly Fact[] {
  let { start, end } = region;
  while (start > 0 && isNone(text, start - 1)) start--;
  while (end < text.length && isNone(text, end)) end++;
  return facts.filter(fact => fact.start <= end && start <= fact.end);
}

function unmatched(facts: readonly Fact[], others: readonly Fact[], kind: Fact['kind']): readonly Fact[] {
  const left = others.filter(other => other.kind === kind).map(({ value }) => value);
  return facts.filter(fact => {
    if (fact.kind !== kind) return false;
    const at = left.indexOf(fact.value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Characters on either side by which a number is known again where words were moved. */
const KNOWN_BY = 2;

/** Whether a fact stands among the same words elsewhere in the other text: then it was moved with them. */
function standsIn(fact: Fact, side: Side, other: Side): boolean {
  const before = /[\p{L}\p{N}]{0,2}$/u.exec(side.shape.slice(Math.max(0, fact.start - KNOWN_BY), fact.start))?.[0] ?? '';
  const behind = /^[\p{L}\p{N}]{0,2}/u.exec(side.shape.slice(fact.end, fact.end + KNOWN_BY))?.[0] ?? '';
  const written = textOf(fact, side);
  const timesIn = (within: Side): number => within.facts.filter(each => textOf(each, within) === written && within.shape.endsWith(before, each.start) && within.shape.startsWith(behind, each.end)).length;
  return (before !== '' || behind !== '') && timesIn(other) >= timesIn(side);
}

function around({ start, end }: Span, facts: readonly Fact[]): Span {
  return { start: Math.min(start, ...facts.map(fact => fact.start)), end: Math.max(end, ...facts.map(fact => fact.end)) };
}

/** Whether a region changes a name: letters of it, or all of it. */
function changedName(region: Change, note: Side, source: Side, people: readonly string[], tables: Tables): Change | undefined {
  const theirs = people.flatMap(name => placesOf(source.shape, name)).find(span => cuts(region.source, span));
  const ours = [...titledNames(note.text, tables), ...people.flatMap(name => placesOf(note.shape, name))].find(span => cuts(region.note, span));
  if (!theirs && !ours) return undefined;
  const isMoved = (span: Span | undefined, from: Side, to: Side): boolean => span === undefined || to.shape.includes(from.shape.slice(span.start, span.end));
  if (isMoved(theirs, source, note) && isMoved(ours, note, source)) return undefined;
  return { note: ours ? joined(region.note, ours) : region.note, source: theirs ? joined(region.source, theirs) : region.source, critical: 'name' };
}

function placesOf(text: string, name: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push({ start: at, end: at + name.length });
  return places;
}

/** Whether a region takes something of a span, or puts something into it. */
const cuts = (region: Span, span: Span): boolean => (region.start === region.end ? span.start < region.start && region.start < span.end : region.start < span.end && span.start < region.end);

const joined = (one: Span, other: Span): Span => ({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) });
