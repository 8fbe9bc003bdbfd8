import type { Span } from '../document';
import { readContainer } from './containers';
import { payForFence } from './codeFences';
import { closesElement, closingTagEnd, isVerbatimTag, tagAt } from './htmlMarkup';
import { inlinesUntil, type BlockContext, type Found, type InlineReader, type Mode } from './inlineModes';
import { firstMode, openInlines } from './inlineReader';
import { matchEnd } from './inlines';
import { holdsFields } from './matterTexts';
import type { NoteContent } from './noteContent';
import { readTable } from './tables';
import { environmentEnd, isBlankAt } from './verbatim';

/** What the blocks of one note share. */
export interface BlockReading {
  /** Labels of `(@label)` items, which are no keys elsewhere. */
  readonly examples: Set<string>;
  readonly emit: (content: NoteContent, found: readonly Found[]) => void;
  /** A block of metadata, its fences included. */
  readonly matter: (content: NoteContent, span: Span) => void;
}

/** Blocks within blocks that are read as such; deeper ones are running text. */
const DEEPEST = 24;
/** Elements that are followed to their ends at once. */
const MOST_OPEN = 40;

/** What is open, and how far the blocks in it may be indented. */
interface Opened { readonly kind: 'element' | 'div'; readonly name: string; readonly indent: number }

/** Where a block is read: what stands around it, and how inlines are read there. */
export interface BlockPlace {
  readonly content: NoteContent;
  readonly context: BlockContext;
  readonly reading: BlockReading;
  readonly inlines: InlineReader;
  readonly depth: number;
  /** Elements and divs that are open, outermost first. */
  readonly opened: Opened[];
  readonly modes: Map<string, Mode>;
  /** Offsets of the lines that open a div which is closed. */
  readonly divs: ReadonlySet<number>;
  /** Offset of the last end of a comment; -1 where there is none. */
  readonly lastCommentEnd: number;
}

/** Reads every block of `content`. */
export function readBlocks(content: NoteContent, context: BlockContext, reading: BlockReading, depth = 0): void {
  const { text } = content;
  const inlines = openInlines(text, key => reading.examples.has(key));
  const place: BlockPlace = { content, context, reading, inlines, depth, opened: [], modes: new Map(), divs: closedDivs(text), lastCommentEnd: text.lastIndexOf('-->') };
  for (let at = 0; at < text.length;) at = Math.max(at + 1, blockEnd(place, at));
}

/** Offset behind the block at `at`. */
function blockEnd(place: BlockPlace, start: number): number {
  const { content: { text }, depth, opened } = place;
  if (isBlankAt(text, start)) return lineEnd(text, start) + 1;
  let at = start;
  for (const { indent } of opened.slice(-1)) while (at < start + indent && text[at] === ' ') at++;
  const read = closing(place, at) ?? fencedCode(place, at) ?? matterBlock(place, at) ?? (depth < DEEPEST ? readContainer(place, at, 'bullets') : undefined)
    ?? divFence(place, at) ?? heading(place, at) ?? html(place, at) ?? readTable(place, at) ?? indentedCode(place, at) ?? texBlock(place, at)
    ?? (depth < DEEPEST ? readContainer(place, at, 'others') : undefined) ?? definition(place, at);
  return read ?? paragraph(place, at, text.length);
}

/** Offset of the line end at or behind `at`. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed;
}

/** The context of a block: that of its content, and what is open in it. */
export function contextOf({ context, opened }: BlockPlace): BlockContext {
  const element = opened.filter(({ kind }) => kind === 'element').at(-1)?.name ?? context.element;
  return { inList: context.inList, inDiv: context.inDiv || opened.some(({ kind }) => kind === 'div'), ...(element !== undefined && { element }) };
}

/** Reads the inlines from `at`, at most to `limit`; gives where they end. */
export function paragraph(place: BlockPlace, at: number, limit: number, isOver?: (offset: number) => boolean): number {
  const { end, found } = inlinesUntil(place.inlines, at, modeOf(place, limit), isOver ?? (() => false));
  place.reading.emit(place.content, found);
  return end;
}

/** Reads the inlines from `at` if they end at `end` and not before. */
function paragraphOf(place: BlockPlace, at: number, limit: number, end: number): boolean {
  const read = inlinesUntil(place.inlines, at, modeOf(place, limit), () => false);
  if (read.end === end) place.reading.emit(place.content, read.found);
  return read.end === end;
}

function modeOf(place: BlockPlace, limit: number): Mode {
  const block = contextOf(place), name = `${String(limit)} ${block.inDiv ? 'd' : ''} ${block.element ?? ''}`;
  const mode = place.modes.get(name) ?? firstMode(limit, block);
  place.modes.set(name, mode);
  return mode;
}

function closing({ content: { text }, opened }: BlockPlace, at: number): number | undefined {
  const last = opened.at(-1);
  if (!last) return undefined;
  const start = matchEnd(/ */y, text, at) ?? at;
  if (last.kind === 'div') {
    const end = matchEnd(/:{3,} *(?=\n|$)/y, text, at);
    if (end !== undefined) opened.pop();
    return end;
  }
  if (!closesElement(text, start, last.name)) return undefined;
  opened.pop();
  return text.indexOf('>', start) + 1;
}

function fencedCode({ content, inlines, reading }: BlockPlace, at: number): number | undefined {
  const code = payForFence(inlines, at);
  if (code) reading.emit(content, [{ kind: 'code', span: { start: at, end: code.end } }]);
  return code?.end;
}

/** Metadata between `---` and `---` or `...`, anywhere in a note. */
function matterBlock({ content, reading }: BlockPlace, at: number): number | undefined {
  const { text } = content, first = matchEnd(/--- *\n/y, text, at);
  if (first === undefined || isBlankAt(text, first)) return undefined;
  const last = /^(?:---|\.\.\.) *$/gm;
  last.lastIndex = first;
  if (!last.test(text) || !holdsFields(text.slice(first, last.lastIndex))) return undefined;
  reading.matter(content, { start: at, end: last.lastIndex });
  return last.lastIndex;
}

/** Lines that open a fenced div which a later line closes. */
function closedDivs(text: string): ReadonlySet<number> {
  const closed = new Set<number>(), open: number[] = [];
  if (!text.includes(':::')) return closed;
  for (const { index, 1: attributes } of text.matchAll(/^:{3,} *([^\n]*)$/gm)) {
    if (attributes?.trim()) { if (OPENING_DIV.test(attributes)) open.push(index); } else {
      const opening = open.pop();
      if (opening !== undefined) closed.add(opening);
    }
  }
  return closed;
}

const OPENING_DIV = /^(?:\{[^{}\n]*\}|[^\s{}]+) *:* *$/;

function divFence({ content: { text }, opened, divs }: BlockPlace, at: number): number | undefined {
  if (!divs.has(at)) return undefined;
  opened.push({ kind: 'div', name: '', indent: 0 });
  return lineEnd(text, at);
}

function heading(place: BlockPlace, at: number): number | undefined {
  const { text } = place.content, end = lineEnd(text, at);
  const under = matchEnd(/\n(?:=+|-+) *(?=\n|$)/y, text, end);
  if (under !== undefined && paragraphOf(place, at, end, end)) return under;
  const start = matchEnd(/#{1,6}(?= |\n)(?! *$)/y, text, at);
  return start === undefined ? undefined : paragraph(place, start, text.length, offset => text[offset] === '\n');
}

/** A tag of a block, which may open an element; all of an element that holds no markdown; a comment. */
function html({ content, inlines, opened, reading }: BlockPlace, at: number): number | undefined {
  const { text } = content, start = matchEnd(/ {0,3}/y, text, at) ?? at;
  if (text[start] !== '<') return undefined;
  const tag = tagAt(text, start, text.length);
  if (!tag?.isBlock) return undefined;
  if (tag.kind === 'comment') reading.emit(content, [{ kind: 'comments', span: { start, end: tag.end } }]);
  if (isVerbatimTag(tag)) return (inlines.spend((text.length - at) / 32) ? closingTagEnd(text, tag.end, text.length, tag.name) : undefined) ?? tag.end;
  if (tag.kind !== 'open' || tag.isEmpty || opened.length > MOST_OPEN) return matchEnd(/ */y, text, tag.end);
  const line = tag.name === 'div' ? tag.end : matchEnd(/ *(?:\n(?! *\n))?/y, text, tag.end) ?? tag.end;
  const first = text[line - 1] === '\n' ? matchEnd(/ */y, text, line) ?? line : line;
  opened.push({ kind: 'element', name: tag.name, indent: first - line });
  return first;
}

function indentedCode({ content, reading }: BlockPlace, at: number): number | undefined {
  const { text } = content;
  let end: number | undefined;
  for (let line = at; line < text.length && (text.startsWith('    ', line) || (end !== undefined && isBlankAt(text, line))); line = lineEnd(text, line) + 1) {
    if (isBlankAt(text, line)) continue;
    end = lineEnd(text, line);
    reading.emit(content, [{ kind: 'code', span: { start: line, end } }]);
  }
  return end;
}

function texBlock({ content: { text }, inlines }: BlockPlace, at: number): number | undefined {
  const environment = /\\begin *\{([^{}\n]{1,80})\}/y;
  environment.lastIndex = at;
  const name = environment.exec(text)?.[1];
  if (name === undefined || !inlines.spend(1)) return undefined;
  const end = environmentEnd(text, environment.lastIndex, text.length, name);
  inlines.spend(((end ?? text.length) - at) / 16);
  return end;
}

/** A line that gives the address of a label. */
function definition({ content, reading }: BlockPlace, at: number): number | undefined {
  const end = matchEnd(LABEL, content.text, at);
  if (end !== undefined) reading.emit(content, [{ kind: 'links', span: { start: at, end } }]);
  return end;
}

const TITLE = String.raw`(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))`;
const LABEL = new RegExp(String.raw` {0,3}\[(?![@^])(?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])*\]: *(?:\n *)?(?:<[^<>\n]*>|(?!\[)[^\s]+)(?: *\n? *${TITLE})?(?: *\n? *\{[^{}\n]*\})? *(?=\n|$)`, 'y');
