import type { SourceId, Span } from '../document';
import { oldestFirst, type Dated } from './oldestFirst';
import type { QuotationPlace } from './quotationPlace';

/** A source that has the words of a quotation, and where. */
export interface Carrier {
  readonly source: SourceId;
  /** In `raw`. */
  readonly span: Span;
}

/** A quotation that several sources carry, the oldest of them first; `words` are those of the oldest, without quotation marks. */
export interface SharedQuotation { readonly words: string; readonly carriers: readonly Carrier[] }

/** The places of quotations in one source, by the index of the quotation. */
export interface Carrying extends Dated { readonly source: SourceId; readonly places: readonly (readonly [quotation: number, place: QuotationPlace])[] }

/** Share of the shorter of two quotations that both have in one source where they are forms of one. */
const LEAST_COMMON = 0.6;

/**
 * The quotations that at least two sources carry. Quotations that stand in the same place of a source are forms of one, longer or shorter;
 * each source has it once, with the most words. Those with most sources come first, then those whose oldest source is newest.
 */
export function gatherQuotations(sources: readonly Carrying[], count: number): readonly SharedQuotation[] {
  const forms = new Forms(count), held = new Map<number, { readonly of: Carrying; readonly place: QuotationPlace }[]>();
  for (const { places } of sources) joinForms(places, forms);
  for (const of of [...sources].sort(oldestFirst)) {
    const longest = new Map<number, QuotationPlace>();
    for (const [quotation, place] of of.places) {
      const form = forms.of(quotation), known = longest.get(form);
      if (!known || lengthOf(place) > lengthOf(known)) longest.set(form, place);
    }
    for (const [form, place] of longest) held.set(form, [...held.get(form) ?? [], { of, place }]);
  }
  const rows = [...held.values()].filter(({ length }) => length > 1);
  return rows.sort((one, other) => other.length - one.length || (other[0]?.of.published ?? '').localeCompare(one[0]?.of.published ?? ''))
    .map(row => ({ words: row[0]?.place.words ?? '', carriers: row.map(({ of, place }) => ({ source: of.source, span: place.span })) }));
}

function joinForms(places: Carrying['places'], forms: Forms): void {
  const inOrder = [...places].sort(([, one], [, other]) => one.folded.start - other.folded.start || other.folded.end - one.folded.end);
  let [widest] = inOrder;
  for (const each of inOrder) {
    if (!widest) return;
    const common = Math.min(widest[1].folded.end, each[1].folded.end) - each[1].folded.start;
    if (common >= Math.min(lengthOf(widest[1]), lengthOf(each[1])) * LEAST_COMMON) forms.join(widest[0], each[0]);
    if (each[1].folded.end > widest[1].folded.end) widest = each;
  }
}

const lengthOf = ({ folded }: QuotationPlace): number => folded.end - folded.start;

/** Which quotations are forms of one: a forest of quotations, where each tree is one (union by path halving). */
class Forms {
  private readonly parents: number[];

  constructor(count: number) { this.parents = Array.from({ length: count }, (_, at) => at); }

  of(quotation: number): number {
    let at = quotation;
    for (let parent = this.parents[at] ?? at; parent !== at; parent = this.parents[at] ?? at) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  join(one: number, other: number): void { this.parents[this.of(one)] = this.of(other); }
}
