import type { BlockKind, SourceDocument, Span } from '../document';
import type { MappedText } from '../text/mappedText';
import { plainText } from './shownText';

/** A source as a text to read in an editor. */
export interface SourceText {
  /** Title, outlet and date, people and address, each on a line, then the paragraphs of the body between blank lines. */
  readonly text: string;
  /** Where the words asked for stand in it; undefined where the body does not hold them. */
  readonly range?: Span;
  /** Where each block of the body begins in it, in order, and its place in `raw`. */
  readonly blocks: readonly { readonly start: number; readonly span: Span }[];
}

interface Written { readonly start: number; readonly span: Span; readonly kind: BlockKind; readonly shown: MappedText }

/** The clean text of a source, repaired and in its own script, and the range of it that shows `span` of `raw`. */
export function sourceText(document: SourceDocument, span?: Span): SourceText {
  const written: Written[] = [];
  let text = head(document);
  for (const block of document.blocks) {
    const shown = plainText(document, block);
    if (block.role !== 'body' || shown.text === '') continue;
    const last = written.at(-1);
    text += text === '' ? '' : last && staysClose(last.kind, block.kind) ? '\n' : '\n\n';
    written.push({ start: text.length, span: block.span, kind: block.kind, shown });
    text += shown.text;
  }
  const range = span && rangeOf(written, span);
  return { text: `${text}\n`, ...(range && { range }), blocks: written.map(({ start, span: own }) => ({ start, span: own })) };
}

function head({ metadata }: SourceDocument): string {
  const { title, publisher, site, published, authors, url } = metadata;
  const outlet = [publisher?.value ?? site?.value, published?.value.replace('T', ' ')].filter(part => part !== undefined).join(' · ');
  const lines = [outlet, authors.map(({ value }) => value).join(' '), url?.value ?? ''].filter(line => line !== '').join('\n');
  return [title?.value.replace(/\s+/g, ' ') ?? '', lines].filter(part => part !== '').join('\n\n');
}

/** Lines of a table or of code, and items of a list. */
const staysClose = (before: BlockKind, kind: BlockKind): boolean => before === kind && (kind === 'table' || kind === 'code' || kind === 'listItem');

function rangeOf(written: readonly Written[], span: Span): Span | undefined {
  const touched = written.filter(block => block.span.start < span.end && block.span.end > span.start).flatMap(({ start, shown }) => {
    const part = shown.fromRaw(span);
    return part.end > part.start ? [{ start: start + part.start, end: start + part.end }] : [];
  });
  const first = touched[0], last = touched.at(-1);
  return first && last && { start: first.start, end: last.end };
}
