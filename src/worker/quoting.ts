import type { SourceDocument, SourceId } from '../core/document';
import { findQuotations, type NoteQuotation } from '../core/markdown/quotations';
import { ignoredProblems } from '../core/markdown/ignoredProblems';
import type { NoteScan } from '../core/markdown/scan';
import { bestOf, checkWords, isFaint, isInOtherLanguage, isOpen, isSettled, type CheckedPassage, type CheckedQuotation, type QuotedWords, type Verdict } from '../core/quote/check';
import { comparable } from '../core/quote/comparable';
import { endsInNegation } from '../core/quote/cutFacts';
import { codeOfVerdict } from '../core/quote/finding';
import { findHolders, type Holder, type Printed } from '../core/quote/findHolders';
import { fingerprints } from '../core/quote/fingerprints';
import { mapped } from '../core/text/mappedText';
import type { Tables } from '../core/text/tables';
import type { BibliographyAddress, FoundKey } from './citingPort';
import { noteScan } from './noteScans';
import { paced, pacer } from './pacer';

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

/** How near words in another source must come to be told. */
const LEAST_ELSEWHERE = 0.85;

/** Verdicts kept: more quotations than a note has. */
const KEPT = 5000;

/** A verdict, and what it stands on: `prints` once other sources were asked. */
interface Known { readonly verdict: Verdict | undefined; readonly readings: readonly (object | undefined)[]; readonly prints: readonly Printed<SourceId>[] | undefined }

/** A quotation with the sources it cites. */
interface Asked { readonly quotation: NoteQuotation & QuotedWords; readonly cited: readonly SourceId[]; /** Whether every key it is cited with stands for a source. */ readonly isWhole: boolean }

/** Holds the quotations of notes against the sources of the library; what was found is kept as long as its sources say the same. */
export class Quoting {
  private readonly known = new Map<string, Known>();

  constructor(private readonly library: QuotedLibrary, private readonly lookUp: (files: readonly BibliographyAddress[], keys: readonly string[]) => Promise<readonly FoundKey[]>, private readonly tables: Tables) {}

  async check(files: readonly BibliographyAddress[], note: string, shortest: number): Promise<readonly CheckedQuotation[]> {
    const scan = noteScan(note), asked = await this.asked(files, this.quotationsOf(note, scan, shortest)), pause = pacer();
    const found = new Map<Asked, Known>();
    for (const each of asked) {
      found.set(each, this.recalled(each) ?? this.checkCited(each));
      await pause();
    }
    await this.lookElsewhere(found);
    for (const [each, known] of found) this.keep(each, known);
    const isIgnored = ignoredProblems(note, scan);
    return [...found].flatMap(([{ quotation, isWhole }, { verdict }]) => {
      if (!verdict) return [];
      // What the sources do not have may stand in a book that is cited with them.
      const code = codeOfVerdict(verdict), holds = isWhole || isSettled(verdict);
      return holds && (code === undefined || !isIgnored(code, quotation.span)) ? [{ quotation: pick(quotation), verdict }] : [];
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

  private checkCited({ quotation, cited }: Asked): Known {
    const found = cited.flatMap(source => {
      const document = this.library.document(source), passage = document && checkWords(quotation, document, this.tables);
      return passage ? [{ ...passage, source }] : [];
    });
    return { verdict: bestOf(found) ?? { kind: 'notFound', cited, searched: 'cited' }, readings: cited.map(id => this.library.readingOf(id)), prints: undefined };
  }

  /** Whether words that are nowhere can only be a translation of what they cite. */
  private isTranslation({ quotation: { text }, cited }: Asked): boolean {
    return cited.every(source => { const document = this.library.document(source); return document !== undefined && isInOtherLanguage(text, document); });
  }

  /** Looks for words that the cited sources do not have, or only hide, in all others at once, and puts into `found` what comes of it. */
  private async lookElsewhere(found: Map<Asked, Known>): Promise<void> {
    const open = [...found].flatMap(([asked, known]) => (known.verdict && !known.prints && isOpen(known.verdict) ? [{ asked, known, verdict: known.verdict }] : []));
    if (open.length === 0) return;
    const prints = this.library.prints(), wanted = open.map(({ asked }) => fingerprints(comparable(mapped(asked.quotation.text), this.tables).text)), pause = pacer();
    const holding = await paced(findHolders(wanted, prints, LEAST_SHARE));
    for (const [at, { asked, known, verdict }] of open.entries()) {
      const holders = (holding[at] ?? []).filter(({ of, share }) => !asked.cited.includes(of) && share >= (isFaint(verdict) ? LEAST_AS_THEY_ARE : LEAST_SHARE)).slice(0, MOST_LOOKED_INTO);
      found.set(asked, { ...known, verdict: this.settled(asked, verdict, this.passagesIn(holders, asked.quotation), wanted[at]?.length !== 0), prints });
      await pause();
    }
  }

  /** What becomes of a verdict once `others` are known to have the words too; nothing where they can only be a translation. */
  private settled(asked: Asked, verdict: Verdict, others: readonly (CheckedPassage & { readonly source: SourceId })[], isSearched: boolean): Verdict | undefined {
    const [best] = others;
    if (best && !(isFaint(verdict) && best.passage.kind === 'close')) return { kind: 'elsewhere', cited: asked.cited, others };
    if (verdict.kind !== 'notFound') return verdict;
    return this.isTranslation(asked) ? undefined : { ...verdict, searched: isSearched ? 'all' : 'cited' };
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

  private keep(asked: Asked, known: Known): void {
    const name = nameOf(asked);
    this.known.delete(name);
    this.known.set(name, known);
    for (const oldest of this.known.keys()) { if (this.known.size <= KEPT) break; this.known.delete(oldest); }
  }
}

const nameOf = ({ quotation, cited }: Asked): string => JSON.stringify([quotation.text, quotation.isDenied, cited]);

const pick = ({ span, text, pieces, form, mark }: NoteQuotation): CheckedQuotation['quotation'] => ({ span, text, pieces, form, mark });
