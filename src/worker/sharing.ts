import type { SourceDocument, SourceId, Span } from '../core/document';
import type { SourceSummary } from '../core/library/summary';
import { comparable } from '../core/quote/comparable';
import { comparePassages, type ComparedPassages } from '../core/quote/comparedPassages';
import { findHolders, type Printed } from '../core/quote/findHolders';
import { findSharers } from '../core/quote/findSharers';
import { fingerprints } from '../core/quote/fingerprints';
import { oldestFirst } from '../core/quote/oldestFirst';
import { quotationPlace, type QuotationPlace } from '../core/quote/quotationPlace';
import { articleOf, findSharedPassages, type OtherSource, type SharedPassage } from '../core/quote/sharedPassages';
import { gatherQuotations, type Carrier, type Carrying, type SharedQuotation } from '../core/quote/sharedQuotations';
import { mapped } from '../core/text/mappedText';
import type { Tables } from '../core/text/tables';
import { paced, pacer } from './pacer';

/** What is asked of the library about words that several sources have. */
export interface SharingLibrary {
  document(id: SourceId): SourceDocument | undefined;
  summary(id: SourceId): SourceSummary | undefined;
  /** Another object once a source is read otherwise. */
  readingOf(id: SourceId): object | undefined;
  /** The sources with the prints of their articles; another list once anything has changed. */
  prints(): readonly Printed<SourceId>[];
  /** What stands in quotation marks in the article of a source, folded. */
  quoted(id: SourceId): readonly string[];
}

/** Sources that are looked into for passages of one. */
const MOST_LOOKED_INTO = 64;

/** Share of a quotation's prints that a source must have to be looked into. */
const LEAST_SHARE = 0.5;

/** Sources that are looked into for words of a note. */
const MOST_CARRIERS = 24;

type Prints = readonly Printed<SourceId>[];

/** Finds what several sources have; an answer is kept as long as the library is the same. */
export class Sharing {
  private readonly passages = new Map<SourceId, { readonly prints: Prints; readonly found: Promise<readonly SharedPassage[]> }>();
  private quotations: { readonly prints: Prints; readonly found: readonly SharedQuotation[] } | undefined;
  /** Where quotations stand in a source, by the folded words; undefined where they do not. */
  private readonly places = new WeakMap<object, Map<string, QuotationPlace | undefined>>();
  private turn = 0;

  constructor(private readonly library: SharingLibrary, private readonly tables: Tables) {}

  passagesOf(id: SourceId): Promise<readonly SharedPassage[]> {
    const prints = this.library.prints(), known = this.passages.get(id);
    if (known?.prints === prints) return known.found;
    for (const [source, { prints: of }] of this.passages) if (of !== prints) this.passages.delete(source);
    const found = this.findPassages(id, prints);
    this.passages.set(id, { prints, found });
    found.catch(() => this.passages.delete(id));
    return found;
  }

  async sharedQuotations(): Promise<readonly SharedQuotation[] | undefined> {
    const prints = this.library.prints(), turn = ++this.turn;
    if (this.quotations?.prints === prints) return this.quotations.found;
    const found = await this.findQuotations(prints, () => turn !== this.turn);
    if (found) this.quotations = { prints, found };
    return found;
  }

  stop(): void { this.turn++; }

  async carriersOf(words: string): Promise<readonly Carrier[]> {
    const folded = comparable(mapped(words), this.tables).text, [holders = []] = await paced(findHolders([fingerprints(folded)], this.library.prints(), LEAST_SHARE));
    const found: (Carrier & Pick<OtherSource, 'path' | 'published'>)[] = [], pause = pacer();
    for (const { of } of holders.slice(0, MOST_CARRIERS)) {
      const place = this.placesIn(of, [folded])[0], summary = this.library.summary(of);
      if (place && summary) found.push({ source: of, span: place[1].span, path: summary.path, published: summary.published });
      await pause();
    }
    return found.sort(oldestFirst).map(({ source, span }) => ({ source, span }));
  }

  compare(id: SourceId, span: Span, other: SourceId, otherSpan: Span): ComparedPassages | undefined {
    const one = this.library.document(id), second = this.library.document(other);
    return one && second && comparePassages(one, span, second, otherSpan, this.tables);
  }

  private async findPassages(id: SourceId, prints: Prints): Promise<readonly SharedPassage[]> {
    const document = this.library.document(id), own = prints.find(({ of }) => of === id)?.prints;
    if (!document || !own) return [];
    const { sources, common } = await paced(findSharers(own, id, prints));
    return paced(findSharedPassages(document, this.others(sources.slice(0, MOST_LOOKED_INTO)), this.tables, common));
  }

  private *others(ids: readonly SourceId[]): Iterable<OtherSource> {
    for (const id of ids) {
      const document = this.library.document(id), summary = this.library.summary(id);
      if (document && summary) yield { document, path: summary.path, published: summary.published };
    }
  }

  private async findQuotations(prints: Prints, isStopped: () => boolean): Promise<readonly SharedQuotation[] | undefined> {
    const quotations = [...new Set(prints.flatMap(({ of }) => this.library.quoted(of)))];
    const holders = await paced(findHolders(quotations.map(fingerprints), prints, LEAST_SHARE), isStopped);
    if (!holders) return undefined;
    const wanted = new Map<SourceId, number[]>();
    for (const [quotation, holding] of holders.entries()) {
      if (holding.length > 1) for (const { of } of holding) wanted.set(of, [...wanted.get(of) ?? [], quotation]);
    }
    const carrying: Carrying[] = [], pause = pacer();
    for (const [source, numbers] of wanted) {
      const found = new Map(this.placesIn(source, numbers.map(number => quotations[number] ?? ''))), summary = this.library.summary(source);
      const places = numbers.flatMap(number => { const place = found.get(quotations[number] ?? ''); return place ? [[number, place] as const] : []; });
      if (summary && places.length > 0) carrying.push({ source, path: summary.path, published: summary.published, places });
      await pause();
      if (isStopped()) return undefined;
    }
    return gatherQuotations(carrying, quotations.length);
  }

  /** The folded words that stand in the article of a source, and where; a source is opened only for words it was not asked for before. */
  private placesIn(id: SourceId, quotations: readonly string[]): readonly (readonly [string, QuotationPlace])[] {
    const reading = this.library.readingOf(id);
    if (!reading) return [];
    const known = this.places.get(reading) ?? new Map<string, QuotationPlace | undefined>();
    this.places.set(reading, known);
    const open = quotations.filter(words => !known.has(words)), document = open.length > 0 ? this.library.document(id) : undefined;
    const text = document && articleOf(document, this.tables);
    for (const words of open) known.set(words, text && quotationPlace(text, words));
    return quotations.flatMap(words => { const place = known.get(words); return place ? [[words, place] as const] : []; });
  }
}
