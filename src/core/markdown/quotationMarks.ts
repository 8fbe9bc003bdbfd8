import type { Span } from '../document';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** More marks than this that are open at once were never meant to be closed. */
const DEEPEST = 16;

/** What quotation marks hold in a stretch of text: outermost pairs in order, marks included, and a mark that is still open at its end. */
export interface MarkedQuotes { readonly pairs: readonly Span[]; readonly open?: number }

/** Pairs the quotation marks of `text` in `stretch`; straight marks by turns, apostrophes and inches left out. */
export function pairQuotationMarks(text: string, stretch: Span): MarkedQuotes {
  const open: { readonly at: number; readonly closing: string }[] = [], pairs: Span[] = [];
  // Of the stretch alone: without marks in it, a search would go on to the end of the text, for each paragraph of a note anew.
  for (const { index, 0: mark } of text.slice(stretch.start, stretch.end).matchAll(/[“”‘’「」『』"]/g)) {
    const at = stretch.start + index;
    if (isNoMark(text, at, mark)) continue;
    let partner = open.length - 1;
    while (partner >= 0 && open[partner]?.closing !== mark) partner--;
    const begun = open[partner];
    if (begun) {
      pairs.push({ start: begun.at, end: at + 1 });
      open.length = partner;
    } else if (mark === '"' ? !/\s/.test(text[at + 1] ?? ' ') : CLOSING[mark] !== undefined) {
      open.push({ at, closing: CLOSING[mark] ?? mark });
      if (open.length > DEEPEST) open.shift();
    }
  }
  const first = open[0];
  return { pairs: outermost(pairs), ...(first && { open: first.at }) };
}

/** An apostrophe within a word, or the sign of inches behind a number. */
function isNoMark(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? '', after = text[at + 1] ?? '';
  if (mark === '’') return LATIN.test(before) && LATIN.test(after);
  return mark === '"' && /\d/.test(before) && /[\s×x]/.test(after) && !text.slice(Math.max(0, at - 200), at).includes('"');
}

function outermost(pairs: readonly Span[]): readonly Span[] {
  let end = -1;
  return [...pairs].sort((one, other) => one.start - other.start || other.end - one.end).filter(pair => {
    if (pair.end <= end) return false;
    end = pair.end;
    return true;
  });
}
