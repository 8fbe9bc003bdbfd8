import type { Reason, SourceDocument, SourceId } from '../document';
import type { NoteQuotation } from '../markdown/quotations';
import type { Tables } from '../text/tables';
import { changesIn, type Change } from './changes';
import { findPassage, type FoundPassage } from './passage';
import { waysOf, type FoldedWay } from './foldedWays';

/** What a quotation and its source have to do with each other, the better before the worse. */
export type Agreement =
  /** Word for word; `elided` around ellipses and insertions. */
  | { readonly kind: 'verbatim' | 'elided' }
  /** The same but for what `ways` names. */
  | { readonly kind: 'folded'; readonly ways: readonly FoldedWay[] }
  /** Other words; `critical` where a number, unit, negation or name is another. */
  | { readonly kind: 'differs' | 'critical'; readonly changes: readonly Change[] }
  /** Only in what is no part of the article, for the `reason` of its block. */
  | { readonly kind: 'hidden'; readonly reason: Reason };

/** A passage of a source that a quotation may be of. */
export type CheckedPassage = Agreement & { readonly passage: FoundPassage };

/** What became of a quotation. */
export type Verdict =
  | CheckedPassage & { readonly source: SourceId }
  /** Not in what it cites, but in the articles of others, the best first. */
  | { readonly kind: 'elsewhere'; readonly cited: readonly SourceId[]; readonly others: readonly (CheckedPassage & { readonly source: SourceId })[] }
  /** In none of the cited, and in no other where all were `searched`; words that are too short are not looked for elsewhere. */
  | { readonly kind: 'notFound'; readonly cited: readonly SourceId[]; readonly searched: 'cited' | 'all' };

/** A quotation of a note and what became of it. */
export interface CheckedQuotation {
  readonly quotation: Pick<NoteQuotation, 'span' | 'text' | 'pieces' | 'form' | 'mark'>;
  readonly verdict: Verdict;
}

const ranks: Readonly<Record<Agreement['kind'], number>> = { verbatim: 0, elided: 1, folded: 2, differs: 3, critical: 3, hidden: 4 };

/** Words of a note that are said to be those of a source. */
export interface QuotedWords {
  readonly text: string;
  /** Whether the writer denies them, as in 并不“…”; then the source may deny them too. */
  readonly isDenied: boolean;
}

/** Holds words of a note against one source; undefined where nothing of it comes close. */
export function checkWords({ text: words, isDenied }: QuotedWords, document: SourceDocument, tables: Tables): CheckedPassage | undefined {
  const passage = findPassage(words, document, tables, isDenied);
  return passage && { ...agreementOf(words, passage, document, tables), passage };
}

/** The passage that a quotation is of, where several sources have one. */
export function bestOf<T extends CheckedPassage>(found: readonly T[]): T | undefined {
  return [...found].sort((one, other) => ranks[one.kind] - ranks[other.kind] || other.passage.similarity - one.passage.similarity)[0];
}

/** How near the words of the cited source must come so that no other is asked for them as they are. */
const LEAST_CITED = 0.85;

/** Whether a verdict only has words somewhat like those of the quotation. */
export const isFaint = (verdict: Verdict): boolean => (verdict.kind === 'differs' || verdict.kind === 'critical') && verdict.passage.similarity < LEAST_CITED;

/** Whether another source may yet turn out to have the words. */
export const isOpen = (verdict: Verdict): boolean => verdict.kind === 'notFound' || verdict.kind === 'hidden' || isFaint(verdict);

/** Whether a verdict stands whatever other sources say. */
export const isSettled = (verdict: Verdict): boolean => verdict.kind !== 'elsewhere' && !isOpen(verdict);

/** Whether words are in Chinese or Japanese characters and a source is not, or the other way round. */
export function isInOtherLanguage(words: string, { script }: SourceDocument): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0, characters = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return script === 'none' ? characters * 2 > letters : characters === 0 && letters > 0;
}

function agreementOf(words: string, passage: FoundPassage, document: SourceDocument, tables: Tables): Agreement {
  const reason = passage.scope === 'body' ? undefined : outsideArticle(document, passage);
  if (reason !== undefined) return { kind: 'hidden', reason };
  if (passage.kind === 'exact') return { kind: passage.differences.some(({ kind }) => kind === 'omitted') ? 'elided' : 'verbatim' };
  const ways = waysOf(words, passage, tables);
  if (passage.kind === 'folded') return { kind: 'folded', ways };
  const mayBeRegional = ways.includes('script') || document.script === 'Hant' || document.script === 'mixed';
  const changes = changesIn(words, passage.exact, passage.differences, mayBeRegional, document, tables);
  if (changes.length === 0) return { kind: 'folded', ways: [...ways, 'words'] };
  return { kind: changes.some(({ critical }) => critical !== undefined) ? 'critical' : 'differs', changes };
}

/** Why what a passage stands in is no part of the article; the headline may be quoted. */
function outsideArticle({ blocks }: SourceDocument, { span }: FoundPassage): Reason | undefined {
  return blocks.find(({ role, reason, span: block }) => role !== 'body' && reason !== 'title' && block.start < span.end && block.end > span.start)?.reason;
}
