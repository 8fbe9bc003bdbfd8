import { escapeMarkdown } from './escapeMarkdown';
import { cited, type QuoteCitation } from './insert';

/** The marks of a quotation, and of one within it. */
export interface QuoteMarks { readonly open: string; readonly close: string; readonly innerOpen: string; readonly innerClose: string }

const CURLY: QuoteMarks = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };
const CORNER: QuoteMarks = { open: '「', close: '」', innerOpen: '『', innerClose: '』' };
const STRAIGHT: QuoteMarks = { open: '"', close: '"', innerOpen: '\'', innerClose: '\'' };

/** The quotation marks that a note uses most; where it has none yet, corner brackets if those are usual in its script. */
export function quoteMarks(note: string, usesCorners: boolean): QuoteMarks {
  const [corner, curly, straight] = [/「/g, /“/g, /(?<![=\w])"(?=\S)/g].map(mark => note.match(mark)?.length ?? 0) as [number, number, number];
  if (corner > Math.max(curly, straight)) return CORNER;
  if (straight > curly) return STRAIGHT;
  return curly === 0 && usesCorners ? CORNER : CURLY;
}

/** Words in quotation marks with their citation; marks of the same kind in the words become inner ones. */
export function inlineQuote(words: string, { open, close, innerOpen, innerClose }: QuoteMarks, citation: QuoteCitation): string {
  const inner = open === close ? words : words.replaceAll(open, innerOpen).replaceAll(close, innerClose);
  return cited(`${open}${escapeMarkdown(inner)}${close}`, citation);
}

/** Whether words that a page copied are those of `paragraphs`: white space is the browser's own. */
export const isCopyOf = (copied: string, paragraphs: readonly string[]): boolean => bare(copied) !== '' && bare(copied) === bare(paragraphs.join(''));

const bare = (text: string): string => text.replace(/\s+/g, '');
