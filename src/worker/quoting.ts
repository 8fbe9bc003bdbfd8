import type { SourceDocument, SourceId } from '../core/document';
import { findQuotations, type NoteQuotation } from '../core/markdown/quotations';
import { ignoredProblems } from '../core/markdown/ignoredProblems';
import type { NoteScan } from '../core/markdown/scan';
import { bestOf, checkWords, isInOtherLanguage, type CheckedPassage, type CheckedQuotation, type QuotedWords, type Verdict } from '../core/quote/check';
import { comparable } from '../core/quote/comparable';
import { endsInNegation } from '../core/quote/cutFacts';
import { codeOfVerdict } from '../core/quote/finding';
import { findHolders, type Holder, type Printed } from '../core/quote/findHolders';
import { fingerprints } from '../core/quote/fingerprints';
import { mapped } from '../core/text/mappedText';
import type { Tables } from '../core/text/tables';
import type { BibliographyAddress, FoundKey } from './citingPort';
import { noteScan } from './noteScans';
import { pacer } from './pacer';

/** What checking asks of the library. */
export interface QuotedLibrary {
  document(id: SourceId): SourceDocument | undefined;
  /** Another object once a source is read otherwise. */
  readingOf(id: SourceId): object | undefined;
  /** The sources with the prints of their articles; another list once anything has changed. */
  prints(): readonly Printed<SourceId>[];
}

/** Share of a quotation's prints that a source must have to be looked into: where the cited one has nothing, and where it has words somewhat like them. */
const LEAST_SHARE = 0.4, LEAST_AS_THEY_ARE = 0.9;

/** Sources that are looked into for words that are not in the cited one. */
const MOST_LOOKED_INTO = 5;

/** How near words in another source must come to be told, and those in the cited one so that no other is asked. */
const LEAST_ELSEWHERE = 0.85;

/** Verdicts kept: more quotations than a note has. */
const KEPT = 5000;

/** A verdict, and what it stands on. */
interface Known { readonly verdict: Verdict | undefined; readonly readings: readonly (object | undefined)[]; readonly prints: readonly Printed<SourceId>[] | undefined }

/** A quotation with the sources it cites. */
interface Asked { readonly quotation: NoteQuotation & QuotedWords; readonly cited: readonly SourceId[]; /** Whether every key it is cited with stands for a source. */ readonly isWhole: boolean }

/** Holds the quotations of notes against the sources of the library; what was found is kept as long as its sources say the same. */
export class Quoting {
  private readonly known = new Map<string, Known>();

  constructor(private readonly library: QuotedLibrary, private readonly lookUp: (files: readonly BibliographyAddress[], keys: readonly string[]) => Promise<readonly FoundKey[]>, private readonly tables: Tables) {}

  async check(files: readonly BibliographyAddress[], note: string, shortest: number): Promise<readonly CheckedQuotation[]> {
    const scan = noteScan(note), asked = await this.asked(files, this.quotationsOf(note, scan, shortest)), pause = pacer();
    for (const each of asked) {
      if (this.recalled(each)) continue;
      this.keep(each, this.checkCited(each));
      await pause();
    }
    await this.lookElsewhere(asked.filter(each => isUnsettled(this.recalled(each))));
    const isIgnored = ignoredProblems(note, scan);
    return asked.flatMap(each => {
      const verdict = this.recalled(each)?.verdict, code = verdict && codeOfVerdict(verdict);
      // What the sources do not have may stand in a book that is cited with them.
      const holds = verdict && (each.isWhole || ('source' in verdict && verdict.kind !== 'hidden' && !isFaint(verdict)));
      return holds && (code === undefined || !isIgnored(code, each.quotation.span)) ? [{ quotation: pick(each.quotation), verdict }] : [];
    });
  }

  private quotationsOf(note: string, scan: NoteScan, shortest: number): readonly Asked['quotation'][] {
    return findQuotations(note, scan, { shortest }).map(quotation => ({ ...quotation, isDenied: endsInNegation(note.slice(0, quotation.span.start), this.tables) }));
  }

  /** The quotations that cite a source. */
  private async asked(files: readonly BibliographyAddress[], quotations: readonly Asked['quotation'][]): Promise<readonly Asked[]> {
    const keys = [...new Set(quotations.flatMap(({ citation }) => citation.keys.map(({ key }) => key)))];
    const sources = new Map((await this.lookUp(files, keys)).map(({ key, source }) => [key, source]));
    return quotations.flatMap(quotation => {
      const { keys: cited } = quotation.citation, ids = [...new Set(cited.flatMap(({ key }) => sources.get(key) ?? []))];
      return ids.length > 0 && ids.every(id => this.library.readingOf(id)) ? [{ quotation, cited: ids, isWhole: cited.every(({ key }) => sources.get(key) !== undefined) }] : [];
    });
  }

  private checkCited({ quotation, cited }: Asked): Verdict {
    const found = cited.flatMap(source => {
      const document = this.library.document(source), passage = document && checkWords(quotation, document, this.tables);
      return passage ? [{ ...passage, source }] : [];
    });
    return bestOf(found) ?? { kind: 'notFound', cited };
  }

  /** Whether words that are nowhere can only be a translation of what they cite. */
  private isTranslation({ quotation: { text }, cited }: Asked): boolean {
    return cited.every(source => { const document = this.library.document(source); return document !== undefined && isInOtherLanguage(text, document); });
  }

  /** Looks for words that the cited sources do not have, or only hide, in all others at once. */
  private async lookElsewhere(unsettled: readonly Asked[]): Promise<void> {
    if (unsettled.length === 0) return;
    const prints = this.library.prints(), pause = pacer();
    const holding = findHolders(unsettled.map(({ quotation }) => fingerprints(comparable(mapped(quotation.text), this.tables).text)), prints, LEAST_SHARE);
    let step = holding.next();
    for (; step.done !== true; step = holding.next()) await pause();
    for (const [at, each] of unsettled.entries()) {
      const verdict = this.known.get(nameOf(each))?.verdict, faint = verdict !== undefined && isFaint(verdict);
      const holders = (step.value[at] ?? []).filter(({ of, share }) => !each.cited.includes(of) && share >= (faint ? LEAST_AS_THEY_ARE : LEAST_SHARE)).slice(0, MOST_LOOKED_INTO);
      const others = this.passagesIn(holders, each.quotation), isThere = others.length > 0 && !(faint && others[0]?.passage.kind === 'close');
      const told = verdict?.kind === 'notFound' && this.isTranslation(each) ? undefined : verdict;
      this.keep(each, isThere ? { kind: 'elsewhere', cited: each.cited, others } : told, prints);
      await pause();
    }
  }

  /** Once one has the words as they are, those that have fewer of their prints need not be read. */
  private passagesIn(holders: readonly Holder<SourceId>[], words: QuotedWords): readonly (CheckedPassage & { readonly source: SourceId })[] {
    const found: (CheckedPassage & { readonly source: SourceId })[] = [];
    for (const { of: source, share } of holders) {
      if (share < 1 && found.some(({ passage }) => passage.kind !== 'close')) break;
      const document = this.library.document(source), passage = document && checkWords(words, document, this.tables);
      if (passage && passage.kind !== 'hidden' && passage.passage.similarity >= LEAST_ELSEWHERE) found.push({ ...passage, source });
    }
    const best = bestOf(found);
    return best ? [best, ...found.filter(each => each !== best)] : [];
  }

  private recalled(asked: Asked): Known | undefined {
    const known = this.known.get(nameOf(asked));
    const holds = known && asked.cited.every((id, at) => this.library.readingOf(id) === known.readings[at]) && (known.prints === undefined || known.prints === this.library.prints());
    return holds ? known : undefined;
  }

  private keep(asked: Asked, verdict: Verdict | undefined, prints?: readonly Printed<SourceId>[]): void {
    const name = nameOf(asked);
    this.known.delete(name);
    this.known.set(name, { verdict, readings: asked.cited.map(id => this.library.readingOf(id)), prints });
    for (const oldest of this.known.keys()) { if (this.known.size <= KEPT) break; this.known.delete(oldest); }
  }
}

/** Whether other sources were not asked yet though they may have the words: as they are, where the cited one has only some like them. */
function isUnsettled(known: Known | undefined): boolean {
  const verdict = known?.verdict;
  if (!verdict || known.prints) return false;
  return verdict.kind === 'notFound' || verdict.kind === 'hidden' || isFaint(verdict);
}

const isFaint = (verdict: Verdict): boolean => (verdict.kind === 'differs' || verdict.kind === 'critical') && verdict.passage.similarity < LEAST_ELSEWHERE;

const nameOf = ({ quotation, cited }: Asked): string => JSON.stringify([quotation.text, quotation.isDenied, cited]);

const pick = ({ span, text, pieces, form }: NoteQuotation): CheckedQuotation['quotation'] => ({ span, text, pieces, form });
