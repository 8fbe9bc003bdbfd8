import type { SourceDocument, SourceId, Span } from '../document';
import type { Tables } from '../text/tables';
import { fingerprints } from './fingerprints';
import { likeness } from './likeness';
import { oldestFirst, type Dated } from './oldestFirst';
import { searchTexts, type SearchText } from './searchText';
import { foldedSpan, sentencesOf } from './sentenceParts';
import { sharedSentences, type SharedSentence } from './sharedSentences';

/** Where a passage stands in another source. */
export interface OtherPlace {
  readonly source: SourceId;
  /** In `raw` of that source. */
  readonly span: Span;
  /** Share of the letters of both that stand in the same order, script and marks aside. */
  readonly similarity: number;
  /** The same words, whatever their script and marks. */
  readonly isSame: boolean;
}

/** A passage of a source, within one of its blocks, that also stands in others, the oldest of them first. */
export interface SharedPassage {
  /** In `raw`. */
  readonly span: Span;
  readonly others: readonly OtherPlace[];
}

/** Another source with what it is ordered by. */
export interface OtherSource extends Dated { readonly document: SourceDocument }

/** The text of the article of a source; undefined where it has none. */
export function articleOf(document: SourceDocument, tables: Tables): SearchText | undefined {
  for (const text of searchTexts(document, tables)) return text.text === '' ? undefined : text;
  return undefined;
}

/**
 * The passages of an article that also stand in others, in order of place. A step for each of the others; `common` are prints that so many
 * sources have that they tell nothing, as those of a line that every page brings.
 */
export function* findSharedPassages(document: SourceDocument, others: Iterable<OtherSource>, tables: Tables, common: ReadonlySet<number> = new Set()): Generator<undefined, readonly SharedPassage[]> {
  const article = articleOf(document, tables);
  if (!article) return [];
  const found: Found[] = [];
  for (const other of others) {
    const text = articleOf(other.document, tables);
    if (text) found.push(...sharedSentences(article, text).map(shared => ({ ...shared, other, text })));
    yield;
  }
  const told = found.filter(({ own }) => !isCommon(article, own, common));
  return grouped(article, told).map(group => passageOf(article, group));
}

/** A shared sentence with where it was found. */
interface Found extends SharedSentence { readonly other: OtherSource; readonly text: SearchText }

/** Whether most prints of a passage are ones that many sources have. */
function isCommon(article: SearchText, own: Span, common: ReadonlySet<number>): boolean {
  if (common.size === 0) return false;
  const { start, end } = foldedSpan(article, own), prints = fingerprints(article.text.slice(start, end));
  return prints.filter(print => common.has(print)).length * 2 > prints.length;
}

/** Sentences that follow each other in one block, and do so in the same other sources, are one passage: for each of those one list of its sentences. */
function grouped(article: SearchText, found: readonly Found[]): readonly (readonly (readonly Found[])[])[] {
  const bySentence = new Map<number, Found[]>();
  for (const each of found) bySentence.set(each.sentence, [...bySentence.get(each.sentence) ?? [], each]);
  const groups: Found[][][] = [];
  for (const [, here] of [...bySentence].sort(([one], [other]) => one - other)) {
    const last = groups.at(-1);
    if (last && followsOn(article, last, here)) for (const list of last) list.push(...here.filter(({ other }) => other === list[0]?.other));
    else groups.push(here.map(each => [each]));
  }
  return groups;
}

function followsOn(article: SearchText, group: readonly (readonly Found[])[], here: readonly Found[]): boolean {
  return group.length === here.length && group.every(list => {
    const last = list.at(-1), next = here.find(({ other }) => other === last?.other);
    if (!last || !next || next.sentence !== last.sentence + 1) return false;
    const isClose = next.there.start >= last.there.start && next.there.start - last.there.end <= 2;
    return isClose && reaches(article, last) && !article.shown.slice(last.own.end, next.own.start).includes('\n');
  });
}

/** Whether a shared sentence is shared to its end. */
const reaches = (article: SearchText, { sentence, own }: Found): boolean => (sentencesOf(article)[sentence]?.shown.end ?? 0) <= own.end;

function passageOf(article: SearchText, group: readonly (readonly Found[])[]): SharedPassage {
  const own = around(group.flat().map(each => each.own));
  const others = group.flatMap(list => {
    const first = list[0];
    if (!first) return [];
    const there = around(list.map(each => each.there)), similarity = likeness(article, own, first.text, there);
    return [{ other: first.other, place: { source: first.other.document.id, span: first.text.toRaw(there), similarity, isSame: similarity === 1 } }];
  });
  return { span: article.toRaw(own), others: others.sort((one, next) => oldestFirst(one.other, next.other)).map(({ place }) => place) };
}

const around = (spans: readonly Span[]): Span => ({ start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) });
