import type { SourceDocument, Span } from '../document';
import { pairQuotationMarks } from '../markdown/quotationMarks';
import { plainText } from '../render/shownText';
import { mapped } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { comparable } from './comparable';
import { phraseUnits, worthBetween } from './setPhrases';

/** Letters of a quotation that are worth finding elsewhere, and how much they have to say, see `worthBetween`. */
const LEAST_LETTERS = 12, LEAST_WORTH = 8;

const MARK = /[“「『"]/;

/**
 * The words in quotation marks of an article, folded, each wording once: outermost pairs of each paragraph, and of a quotation that goes on
 * over several what each holds, as a paragraph that is not closed goes on where the next one opens with the same mark.
 */
export function articleQuotations(document: SourceDocument, tables: Tables): readonly string[] {
  const bodies = document.blocks.filter(({ role }) => role === 'body');
  const texts = bodies.map(block => (MARK.test(document.raw.slice(block.span.start, block.span.end)) ? plainText(document, block).text : ''));
  const quoted = texts.flatMap((text, at) => quotedIn(text, texts[at + 1] ?? '').map(({ start, end }) => comparable(mapped(text, { start, end }), tables).text));
  return [...new Set(quoted)].filter(isTelling);
}

/** What stands between the marks; single marks alone set off words, not speech. */
function quotedIn(text: string, next: string): readonly Span[] {
  if (text === '') return [];
  const { pairs, open } = pairQuotationMarks(text, { start: 0, end: text.length });
  const inner = pairs.filter(({ start }) => MARK.test(text[start] ?? '')).map(({ start, end }) => ({ start: start + 1, end: end - 1 }));
  const goesOn = open !== undefined && MARK.test(text[open] ?? '') && next.trimStart().startsWith(text[open] ?? '');
  return goesOn ? [...inner.filter(({ start }) => start <= open), { start: open + 1, end: text.length }] : inner;
}

function isTelling(folded: string): boolean {
  return folded.length >= LEAST_LETTERS && worthBetween(folded, phraseUnits(folded), 0, folded.length) >= LEAST_WORTH;
}
