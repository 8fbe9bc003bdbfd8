import type { Span } from '../document';
import type { Paragraph } from './paragraphs';
import { pairQuotationMarks } from './quotationMarks';
import type { CitingPlace, NoteQuotation, QuotedNote } from './quotedNote';
import { wordsIn } from './quotedWords';
import { sentenceEnds } from './sentences';

/** What stands between quotation marks, in the paragraphs from `first` to `last`. */
interface Quote { readonly first: number; readonly last: number; readonly span: Span; /** Without the marks, a stretch for each paragraph. */ readonly stretches: readonly Span[] }

/** The quotations in quotation marks outside blockquotes, each with the citation of its sentence, else the only one of its paragraph. */
export function* inlineQuotations(quoted: QuotedNote): Iterable<NoteQuotation> {
  const { note, mask, paragraphs } = quoted;
  const quotes = markedQuotes(quoted);
  for (let at = 0, end = 0; at < quotes.length; at = end) {
    const last = quotes[at]?.last ?? 0, paragraph = paragraphs[last];
    while (quotes[end]?.last === last) end++;
    const together = quotes.slice(at, end), cites = paragraph && citingQuotes(quoted, paragraph, together);
    for (const quote of cites ? together : []) {
      const citation = cites?.(quote.span)?.citation;
      if (citation) yield { span: quote.span, ...wordsIn(note, mask, paragraphs.slice(quote.first, last + 1), quote.stretches), form: 'inline', mark: note[quote.span.start] ?? '', citation };
    }
  }
}

/** A quotation of several paragraphs opens its mark anew in each of them and closes it in the last. */
function markedQuotes({ mask, paragraphs }: QuotedNote): readonly Quote[] {
  const quotes: Quote[] = [];
  let open: { readonly first: number; readonly at: number; readonly stretches: readonly Span[] } | undefined;
  paragraphs.forEach(({ span, quoted }, at) => {
    const { pairs, open: left } = quoted ? { pairs: [], open: undefined } : pairQuotationMarks(mask, span);
    const goesOn = open !== undefined && !quoted && mask[span.start] === mask[open.at];
    for (const pair of pairs) {
      const inner = { start: pair.start + 1, end: pair.end - 1 };
      if (open && goesOn && pair.start === span.start) quotes.push({ first: open.first, last: at, span: { start: open.at, end: pair.end }, stretches: [...open.stretches, inner] });
      else quotes.push({ first: at, last: at, span: pair, stretches: [inner] });
    }
    const rest = left === undefined ? undefined : { start: left + 1, end: span.end };
    if (rest && open && goesOn && left === span.start) open = { ...open, stretches: [...open.stretches, rest] };
    else open = rest && left !== undefined && '“「『'.includes(mask[left] ?? '') ? { first: at, at: left, stretches: [rest] } : undefined;
  });
  return quotes;
}

/** What finds, for a quotation that ends in `paragraph`, the citation within its marks, else of its sentence, else the only one of the paragraph. */
function citingQuotes(quoted: QuotedNote, { span }: Paragraph, quotes: readonly Quote[]): ((quote: Span) => CitingPlace | undefined) | undefined {
  const start = Math.min(quotes[0]?.span.start ?? span.start, span.start);
  const places = quoted.citing({ start, end: span.end });
  if (places.length === 0) return undefined;
  const outside = quotes.map(quote => quote.span).filter(quote => quote.start >= span.start);
  const ends = sentenceEnds(quoted.mask, span, outside);
  const only = new Set(places.map(({ citation }) => citation)).size === 1 ? places[0] : undefined;
  return quote => {
    const to = ends.find(end => end >= quote.end) ?? span.end;
    const from = ends.filter(end => end <= quote.start).at(-1) ?? start;
    return quoted.citing(quote).at(-1) ?? nearest(quoted.citing({ start: from, end: to }), quote) ?? only;
  };
}

/** In brackets behind the quotation; else the author before it; else what comes behind, at last what stands in brackets before. */
function nearest(places: readonly CitingPlace[], quote: Span): CitingPlace | undefined {
  const behind = places.find(({ span }) => span.start >= quote.end);
  const before = places.filter(({ span }) => span.end <= quote.start);
  if (behind && !behind.isInText) return behind;
  return before.filter(({ isInText }) => isInText).at(-1) ?? behind ?? before.at(-1);
}
