import type { Span } from '../document';
import { contextOf, lineEnd, paragraph, readBlocks, type BlockPlace } from './blockReader';
import { payForFence } from './codeFences';
import { closesElement } from './htmlMarkup';
import { matchEnd } from './inlines';
import { isRule, listMarkAt, type ListMark } from './listMarks';
import { innerContent } from './noteContent';
import { isBlankAt } from './verbatim';

const FOOTNOTE = / {0,3}\[\^[^\s\]]+\]:/y;
const QUOTE = / {0,3}> ?/y;
const DEFINITION = / {0,3}[:~] +/y;

/** Reads a list, quotation, footnote, definition or lines of verse that begins at `at`, with the blocks in it; gives where it ends. */
export function readContainer(place: BlockPlace, at: number, which: 'bullets' | 'others'): number | undefined {
  const { content: { text } } = place;
  if (which === 'bullets') return /^ {0,3}[*+-]/.test(text.slice(at, at + 4)) ? item(place, at) : undefined;
  return verse(place, at) ?? quotation(place, at) ?? (isRule(text, at) ? lineEnd(text, at) : undefined) ?? item(place, at) ?? definitions(place, at) ?? footnote(place, at);
}

function readInner(place: BlockPlace, lines: readonly Span[], inList: boolean): void {
  const context = contextOf(place);
  readBlocks(innerContent(place.content, lines), { ...context, inList: inList || context.inList }, place.reading, place.depth + 1);
}

/** Whether the line at `at` closes what stands around the block. */
function closesOuter(place: BlockPlace, at: number): boolean {
  const { content: { text } } = place, { element, inDiv } = contextOf(place);
  return (element !== undefined && closesElement(text, matchEnd(/ */y, text, at) ?? at, element)) || (inDiv && matchEnd(/:{3,} *(?:\n|$)/y, text, at) !== undefined);
}

const indentAt = (text: string, at: number): number => (matchEnd(/ */y, text, at) ?? at) - at;

/** One item of a list. Lines that continue it need no indentation; after a blank line they do. */
function item(place: BlockPlace, at: number): number | undefined {
  const { content: { text }, reading } = place, mark: ListMark | undefined = listMarkAt(text, at);
  if (!mark) return undefined;
  if (mark.example) reading.examples.add(mark.example);
  // an item of examples is continued by four spaces, however long its mark is
  const indent = mark.example === undefined ? mark.content - at : 4, lines: Span[] = [];
  let line = take(place, mark.content, lines);
  while (line < text.length && continuesItem(place, line, indent)) line = take(place, line + Math.min(indent, indentAt(text, line)), lines);
  for (let next = behindBlanks(text, line); next < text.length && !closesOuter(place, next) && indentAt(text, next) >= indent; next = behindBlanks(text, line)) {
    for (; line < next; line = lineEnd(text, line) + 1) lines.push({ start: line, end: line });
    do line = take(place, line + Math.min(indent, indentAt(text, line)), lines);
    while (line < text.length && !isBlankAt(text, line) && !closesOuter(place, line) && (indentAt(text, line) >= indent || !listMarkAt(text, line)));
  }
  readInner(place, lines, true);
  return line - 1;
}

/** Adds the line from `at`, and those that code or a comment in it reaches into; gives the start of the next. */
function take(place: BlockPlace, at: number, lines: Span[]): number {
  const { content: { text } } = place, end = lineEnd(text, reach(place, at));
  for (let start = at; start <= end; start = lineEnd(text, start) + 1) lines.push({ start, end: lineEnd(text, start) });
  return end + 1;
}

/** Offset up to which comments that begin in the line at `at` reach. */
function reach({ content: { text }, lastCommentEnd }: BlockPlace, at: number): number {
  let end = at;
  for (;;) {
    const comment = text.slice(end, lineEnd(text, end)).indexOf('<!--');
    if (comment < 0 || end + comment + 4 > lastCommentEnd) return end;
    end = text.indexOf('-->', end + comment + 4) + 3;
  }
}

function continuesItem(place: BlockPlace, at: number, indent: number): boolean {
  const { content: { text } } = place;
  if (isBlankAt(text, at) || listMarkAt(text, at) || payForFence(place.inlines, at) || closesOuter(place, at)) return false;
  const indented = indentAt(text, at);
  return indented < indent || !listMarkAt(text, at + indented);
}

function behindBlanks(text: string, at: number): number {
  let line = at;
  while (line < text.length && isBlankAt(text, line)) line = lineEnd(text, line) + 1;
  return line;
}

/** A quotation, up to a blank line; lines that continue it need no mark. */
function quotation(place: BlockPlace, at: number): number | undefined {
  const { content: { text } } = place, lines: Span[] = [];
  if (matchEnd(QUOTE, text, at) === undefined) return undefined;
  let line = at;
  for (; line < text.length; line = lineEnd(text, line) + 1) {
    const start = matchEnd(QUOTE, text, line);
    if (start === undefined && (isBlankAt(text, line) || closesOuter(place, line) || (text[line] === '`' && payForFence(place.inlines, line)))) break;
    if (start === undefined && contextOf(place).inList && listMarkAt(text, line)) break;
    lines.push({ start: start ?? line + indentAt(text, line), end: lineEnd(text, line) });
  }
  readInner(place, lines, false);
  return line - 1;
}

/** A footnote with its indented paragraphs. */
function footnote(place: BlockPlace, at: number): number | undefined {
  const { content: { text } } = place, mark = matchEnd(FOOTNOTE, text, at);
  if (mark === undefined) return undefined;
  const lines: Span[] = [{ start: mark + Math.min(4, indentAt(text, mark)), end: lineEnd(text, mark) }];
  let line = lineEnd(text, mark) + 1;
  if (isBlankAt(text, mark) && line < text.length && !isBlankAt(text, line)) line = push(text, line, lines);
  const goesOn = (next: number): boolean => next < text.length && !isBlankAt(text, next) && matchEnd(FOOTNOTE, text, next) === undefined;
  for (;;) {
    while (goesOn(line)) line = push(text, line, lines);
    const next = behindBlanks(text, line);
    if (next === line || next >= text.length || indentAt(text, next) < 4) break;
    for (; line < next; line = lineEnd(text, line) + 1) lines.push({ start: line, end: line });
    line = push(text, line, lines);
  }
  readInner(place, lines, false);
  return line - 1;
}

/** Adds a line without up to four spaces before it; gives the start of the next. */
function push(text: string, line: number, lines: Span[]): number {
  const end = lineEnd(text, line);
  lines.push({ start: line + Math.min(4, indentAt(text, line)), end });
  return end + 1;
}

/** A term and what it means, which begins with a colon on a line of its own. */
function definitions(place: BlockPlace, at: number): number | undefined {
  const { content: { text } } = place, end = lineEnd(text, at);
  let line = end + 1;
  if (isBlankAt(text, line)) line = lineEnd(text, line) + 1;
  if (matchEnd(DEFINITION, text, line) === undefined) return undefined;
  paragraph(place, at, end);
  for (let mark = matchEnd(DEFINITION, text, line); mark !== undefined; mark = matchEnd(DEFINITION, text, behindBlanks(text, line))) {
    const lines: Span[] = [{ start: mark, end: lineEnd(text, mark) }];
    line = lineEnd(text, mark) + 1;
    const goesOn = (next: number): boolean => next < text.length && !isBlankAt(text, next) && !closesOuter(place, next) && (indentAt(text, next) >= 4 || matchEnd(DEFINITION, text, next) === undefined);
    for (;;) {
      while (goesOn(line)) line = push(text, line, lines);
      const next = behindBlanks(text, line);
      if (next === line || next >= text.length || indentAt(text, next) < 4) break;
      for (; line < next; line = lineEnd(text, line) + 1) lines.push({ start: line, end: line });
      line = push(text, line, lines);
    }
    readInner(place, lines, false);
  }
  return line - 1;
}

/** Lines behind bars keep their ends; a line that begins with a space continues the one before it. */
function verse(place: BlockPlace, at: number): number | undefined {
  const { content: { text } } = place;
  let line = at;
  while (line < text.length && matchEnd(/\|(?= |\n)/y, text, line) !== undefined) {
    let end = lineEnd(text, line);
    if (!isBlankAt(text, line + 1)) while (text[end + 1] === ' ' && !isBlankAt(text, end + 1)) end = lineEnd(text, end + 1);
    paragraph(place, line + 1, end);
    line = end + 1;
  }
  return line > at ? line - 1 : undefined;
}
