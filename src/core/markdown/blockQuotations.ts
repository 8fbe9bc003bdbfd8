import type { Span } from '../document';
import { holdsWords } from './maskNote';
import type { Paragraph } from './paragraphs';
import { pairQuotationMarks } from './quotationMarks';
import type { CitingPlace, NoteQuotation, QuotedNote } from './quotedNote';
import { wordsIn } from './quotedWords';
import { sentenceEnds } from './sentences';

/** A line below or behind the quoted words that tells who said them. */
const ATTRIBUTION = /(?:^|[\n。！？!?.”’」』"])[ \t>]*(?:—{1,2}|―{1,2}|–|-{2,3})[^\n。！？]{0,80}$/;
/** Longest line that stands for a citation alone, without its citation. */
const LONGEST_ATTRIBUTION = 40;

/** The blockquotes with a citation in them, in the line that introduces them or in the one that follows; one with several is cut behind each. */
export function* blockQuotations(quoted: QuotedNote): Iterable<NoteQuotation> {
  const { paragraphs } = quoted;
  for (let first = 0; first < paragraphs.length; first++) {
    const opening = paragraphs[first];
    if (!opening?.quoted) continue;
    let last = first;
    while (paragraphs[last + 1]?.block === opening.block) last++;
    yield* quotationsOf(quoted, first, last);
    first = last;
  }
}

function* quotationsOf(quoted: QuotedNote, first: number, last: number): Iterable<NoteQuotation> {
  const { paragraphs } = quoted;
  const block = paragraphs.slice(first, last + 1);
  const span = { start: block[0]?.span.start ?? 0, end: block.at(-1)?.span.end ?? 0 };
  const places = quoted.citing(span);
  if (places.length === 0) {
    const place = introducing(quoted, paragraphs[first - 1]) ?? following(quoted, paragraphs[last + 1]);
    if (place) yield quotation(quoted, block, span, place);
    return;
  }
  const leads = !holdsWords(quoted.mask, { start: span.start, end: places[0]?.span.start ?? span.end });
  const borders = leads ? places.slice(1).map(place => place.span.start) : places.slice(0, -1).map(place => citedUpTo(quoted.mask, place));
  for (const [at, place] of places.entries()) {
    const part = { start: borders[at - 1] ?? span.start, end: borders[at] ?? span.end };
    if (holdsWords(quoted.mask, part)) yield quotation(quoted, block, { ...part, end: wordsEnd(quoted.mask, part, place) }, place);
  }
}

/** Behind a citation and the marks that close its sentence. */
function citedUpTo(mask: string, { span }: CitingPlace): number {
  const closing = /[\s>。！？!?.,，；;”’」』"')）]*/y;
  closing.lastIndex = span.end;
  closing.test(mask);
  return closing.lastIndex;
}

/** Who said it, before a citation at the end, belongs to the citation. */
function wordsEnd(mask: string, part: Span, { span }: CitingPlace): number {
  if (span.start < part.start || span.end > part.end || holdsWords(mask, { start: span.end, end: part.end })) return part.end;
  const attribution = ATTRIBUTION.exec(mask.slice(Math.max(part.start, span.start - 120), span.start));
  if (!attribution) return part.end;
  const at = span.start - attribution[0].length + (/^[。！？!?.”’」』"]/.test(attribution[0]) ? 1 : 0);
  return holdsWords(mask, { start: part.start, end: at }) ? at : part.end;
}

function quotation({ note, mask }: QuotedNote, block: readonly Paragraph[], part: Span, { citation }: CitingPlace): NoteQuotation {
  const inner = withoutMarks(mask, part);
  return { span: part, ...wordsIn(note, mask, block, [inner]), form: 'block', mark: inner.start > part.start ? note[inner.start - 1] ?? '' : '', citation };
}

/** A block that is one quotation in marks as a whole is quoted twice over. */
function withoutMarks(mask: string, part: Span): Span {
  const { pairs: [pair] } = pairQuotationMarks(mask, part);
  if (!pair || holdsWords(mask, { start: part.start, end: pair.start }) || holdsWords(mask, { start: pair.end, end: part.end })) return part;
  return { start: pair.start + 1, end: pair.end - 1 };
}

/** The citation of the sentence that leads over to a quotation: one that is not closed by a full stop. */
function introducing({ mask, citing }: QuotedNote, before: Paragraph | undefined): CitingPlace | undefined {
  if (!before || before.quoted) return undefined;
  const { span } = before, { pairs } = pairQuotationMarks(mask, span);
  const lastEnd = sentenceEnds(mask, span, pairs).at(-1) ?? span.start;
  return lastEnd >= span.end ? undefined : citing({ start: lastEnd, end: span.end }).at(-1);
}

/** The citation of a line that holds little else. */
function following({ mask, citing }: QuotedNote, after: Paragraph | undefined): CitingPlace | undefined {
  if (!after || after.quoted) return undefined;
  const { span } = after, place = citing(span)[0];
  if (!place || holdsWords(mask, { start: place.span.end, end: span.end })) return undefined;
  const lead = mask.slice(span.start, place.span.start);
  return lead.length <= LONGEST_ATTRIBUTION && !/[。！？!?；;]/.test(lead) ? place : undefined;
}
