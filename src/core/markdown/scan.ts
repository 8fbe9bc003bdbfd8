import type { Span } from '../document';
import { writtenList } from './bibliographyRegion';
import { readBlocks, type BlockReading } from './blockReader';
import { findBlocks } from './blocks';
import { movedCitation, type Citation } from './citations';
import { matterTexts } from './matterTexts';
import { innerContent, noteContent } from './noteContent';

/** What a note holds besides prose, in order of place; nothing inside code, comments, formulas, targets of links or tags counts as a citation. */
export interface NoteScan {
  readonly frontMatter?: Span;
  /** Fenced, indented and inline code; also what is behind a fence that nothing closes, which is code to the editor though not to pandoc. */
  readonly code: readonly Span[];
  /** Also the list of references that Seedbed keeps between two of them. */
  readonly comments: readonly Span[];
  /** Formulas and tags of HTML within paragraphs. */
  readonly verbatim: readonly Span[];
  /** Links, images, autolinks and bare addresses. */
  readonly links: readonly Span[];
  /** A citation in the prefix or locator of another stands behind it. */
  readonly citations: readonly Citation[];
}

/** Scans a markdown note once, from front matter to citations, as pandoc reads it; only a bare address holds no citation here. */
export function scanNote(note: string): NoteScan {
  const written = writtenList(note), text = written ? blanked(note, written) : note;
  const { frontMatter, open } = findBlocks(text);
  const found = { code: open ? [open] : [], comments: [] as Span[], verbatim: [] as Span[], links: [] as Span[] };
  const citations: Citation[] = [];
  const reading = readingInto(citations, found);
  readBlocks(noteContent(text), OUTERMOST, reading);
  if (written) found.comments.push(written);
  for (const spans of Object.values(found)) spans.sort(inOrder);
  const kept = citations.filter(isCitation(text, found.links, reading.examples));
  return { ...(frontMatter && { frontMatter }), ...found, citations: kept.sort((one, other) => inOrder(one.span, other.span)) };
}

/** Line ends stay. */
const blanked = (note: string, { start, end }: Span): string => note.slice(0, start) + note.slice(start, end).replace(/[^\r\n]+/g, line => ' '.repeat(line.length)) + note.slice(end);

const OUTERMOST = { inList: false, inDiv: false };
const inOrder = (one: Span, other: Span): number => one.start - other.start;

/** Collects what is found at its place in the note. */
function readingInto(citations: Citation[], spans: Readonly<Record<'code' | 'comments' | 'verbatim' | 'links', Span[]>>): BlockReading {
  const examples = new Set<string>();
  const emit: BlockReading['emit'] = ({ toNote }, inlines) => {
    for (const each of inlines) {
      if (each.kind === 'citation') citations.push(movedCitation(each.citation, toNote));
      else spans[each.kind].push({ start: toNote(each.span.start), end: toNote(each.span.end - 1) + 1 });
    }
  };
  const ofMatter: BlockReading = {
    examples, matter: () => undefined,
    emit: ({ toNote }, inlines) => {
      for (const each of inlines) if (each.kind === 'citation') citations.push({ ...movedCitation(each.citation, toNote), inMatter: true });
    },
  };
  const matter: BlockReading['matter'] = (content, span) => {
    for (const { lines } of matterTexts(content.text, span)) readBlocks(innerContent(content, lines), OUTERMOST, ofMatter);
  };
  return { examples, emit, matter };
}

/** Not a key in a bare address, and not the mark of an example that stands further down. */
function isCitation(text: string, links: readonly Span[], examples: ReadonlySet<string>): (citation: Citation) => boolean {
  const addresses = new Set<number>();
  for (const { start, end } of links) {
    if (!/^https?:/i.test(text.slice(start, start + 6))) continue;
    for (let at = text.indexOf('@', start); at >= 0 && at < end; at = text.indexOf('@', at + 1)) addresses.add(at);
  }
  return ({ keys, bracketed }) => keys.every(({ key, span }) => !addresses.has(span.start) && (bracketed || keys.length > 1 || !examples.has(key)));
}

/** The citation whose key covers `offset`, and that key: what a hover or a command at the cursor asks. */
export function citedKeyAt(scan: NoteScan, offset: number): Citation['keys'][number] | undefined {
  return scan.citations.flatMap(citation => citation.keys).find(key => key.span.start <= offset && offset <= key.span.end);
}
