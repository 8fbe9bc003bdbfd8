import { declaresAnything, joinDeclared, type Claim, type Declared } from '../cues/declared';
import { letters } from '../cues/headline';
import { dateClaim, outletClaims, personClaims } from './declared/metaTags';
import { parseHtml, type ParsedHtml } from './parseHtml';
import { readScriptText, type ScriptText } from './scriptText/scriptText';

/** Lines shorter than this are words of a menu. */
const SENTENCE = 30;
/** A page with fewer characters in sentences may keep its article in a script. */
const LITTLE = 600;

/** The characters that a page shows in lines as long as sentences. */
export function sentenceLength({ blocks }: ParsedHtml): number {
  return blocks.map(({ span }) => span.end - span.start).filter((length) => length >= SENTENCE).reduce((sum, length) => sum + length, 0);
}

/** The page followed by the article that one of its scripts holds, where it shows less of it itself. */
export function withScriptText(page: ParsedHtml): ParsedHtml {
  const shown = sentenceLength(page);
  const kept = shown < LITTLE ? readScriptText(page.scripts, page.declared?.titles[0]?.value) : undefined;
  if (!kept) return page;
  const article = parseHtml(articleHtml(kept));
  if (sentenceLength(article) <= shown || isShown(article, page)) return page;
  const joined = join(page, article), declared = joinDeclared([page.declared ?? {}, declareFacts(kept)]);
  return declaresAnything(declared) ? { ...joined, declared } : joined;
}

/** The article as a page of its own, in a box that is named as what it is. */
function articleHtml({ html, text = '' }: ScriptText): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').split(/\n+/).map((line) => `<p>${line}</p>`).join('\n');
  return `<article>${html ?? escaped}</article>`;
}

function declareFacts({ title, published, authors, source }: ScriptText): Partial<Declared> {
  const from = 'script';
  const titles: readonly Claim[] = title === undefined ? [] : [{ value: title, from }];
  return { titles, published: published === undefined ? [] : dateClaim(published, from), authors: personClaims(authors, from), publishers: outletClaims(source === undefined ? [] : [source], from) };
}

/** Whether the longest line of the article stands on the page too. */
function isShown(article: ParsedHtml, page: ParsedHtml): boolean {
  const longest = article.blocks.reduce((text, { span }) => (span.end - span.start > text.length ? article.raw.slice(span.start, span.end) : text), '');
  return letters(page.raw).includes(letters(longest).slice(0, 60));
}

/** Two pages as one, the second behind the first. */
function join(first: ParsedHtml, second: ParsedHtml): ParsedHtml {
  const by = first.raw.length, boxes = first.boxes.length;
  const blocks = second.blocks.map(({ span, place, ...block }) => ({
    ...block, span: { start: span.start + by, end: span.end + by }, ...(place && { place: { ...place, box: place.box + boxes } }),
  }));
  const moved = second.boxes.map((box) => ({ ...box, parent: box.parent < 0 ? -1 : box.parent + boxes }));
  return { ...first, raw: first.raw + second.raw, blocks: [...first.blocks, ...blocks], boxes: [...first.boxes, ...moved] };
}
