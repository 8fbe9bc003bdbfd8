import type { Span } from '../document';

/** A text of metadata: its lines without indentation and quotation marks. */
export interface MatterText { readonly lines: readonly Span[] }

interface Line { readonly start: number; readonly end: number; readonly indent: number; readonly text: string }

const ITEMS = /^(?:- +)*/;
const KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#[\]{},&*!|>%@`-][^:#\n]*|[^:#\n]*[^\s:#]) *:(?= |$) */;
const BLOCK = /^[|>][-+\d]{0,2} *(?:#.*)?$/;

/** Whether YAML is made of fields, as metadata are, or of none. */
export function holdsFields(yaml: string): boolean {
  const first = /^(?![ ]*#)(?=.*\S).*$/m.exec(yaml)?.[0].trimStart() ?? '';
  return KEY.test(first) || /^(?:[{?]|---|\.\.\.)/.test(first);
}

/** The texts in the YAML of `matter`, its fences included, which pandoc reads as markdown; keys, comments and names of fields that end in `_` are none. */
export function* matterTexts(text: string, matter: Span): Iterable<MatterText> {
  const lines = linesOf(text, matter);
  for (let at = 0; at < lines.length;) {
    const first = lines[at];
    if (!first || first.text === '' || first.text.startsWith('#')) { at++; continue; }
    const items = ITEMS.exec(first.text)?.[0].length ?? 0, key = KEY.exec(first.text.slice(items))?.[0] ?? '';
    const value = first.text.slice(items + key.length), from = first.indent + (key === '' ? 0 : items);
    let next = at + 1;
    const goesOn = (line: Line | undefined): line is Line => line !== undefined && (line.text === '' || line.indent > from);
    if (value !== '' && !value.startsWith('#')) while (goesOn(lines[next])) next++;
    const rest = lines.slice(at + 1, next);
    if (!/_['"]? *: *$/.test(key)) yield* valueTexts(text, { ...first, start: first.end - value.length, text: value }, rest);
    at = next;
  }
}

function linesOf(text: string, { start, end }: Span): readonly Line[] {
  const lines: Line[] = [];
  const last = text.lastIndexOf('\n', end - 1);
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at <= last;) {
    const feed = text.indexOf('\n', at), line = text.slice(at, feed), words = line.trimStart();
    lines.push({ start: at, end: at + line.trimEnd().length, indent: line.length - words.length, text: words.trimEnd() });
    at = feed + 1;
  }
  return lines;
}

function* valueTexts(text: string, first: Line, rest: readonly Line[]): Iterable<MatterText> {
  if (BLOCK.test(first.text)) {
    const indent = Math.min(...rest.filter(line => line.text !== '').map(line => line.indent));
    yield { lines: rest.map(({ start, end }) => ({ start: Math.min(end, start + indent), end })) };
  } else if (/^["']/.test(first.text)) yield quoted(text, first, rest);
  else if (/^[[{]/.test(first.text)) yield* flowTexts(text, { start: first.start, end: rest.at(-1)?.end ?? first.end });
  else if (!/^[&*!%@`#]/.test(first.text)) yield { lines: [first, ...rest].map(line => withoutComment(text, line)) };
}

const words = ({ start, end, indent }: Line): Span => ({ start: Math.min(end, start + indent), end });

function withoutComment(text: string, line: Line): Span {
  const { start, end } = line.text === text.slice(line.start, line.end) ? line : words(line);
  const comment = / #/.exec(text.slice(start, end))?.index;
  return { start, end: comment === undefined ? end : start + comment };
}

function quoted(text: string, first: Line, rest: readonly Line[]): MatterText {
  const mark = first.text.charAt(0), lines: Span[] = [];
  for (const span of [{ start: first.start + 1, end: first.end }, ...rest.map(words)]) {
    const close = closingMark(text, span, mark);
    lines.push({ start: span.start, end: close ?? span.end });
    if (close !== undefined) break;
  }
  return { lines };
}

function closingMark(text: string, { start, end }: Span, mark: string): number | undefined {
  for (let at = start; at < end; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark && mark === '\'' && text[at + 1] === mark) at++;
    else if (text[at] === mark) return at;
  }
  return undefined;
}

/** Texts of lists in brackets and fields in braces. */
function* flowTexts(text: string, { start, end }: Span): Iterable<MatterText> {
  const pieces = /"((?:[^"\\]|\\.)*)"( *:)?|'((?:[^']|'')*)'( *:)?|[^\s[\]{},"'][^[\]{},\n]*/g;
  for (const hit of text.slice(start, end).matchAll(pieces)) {
    const inner = hit[1] ?? hit[3], key = inner === undefined ? /^[^:]*:(?: +|$)/.exec(hit[0])?.[0].length ?? 0 : 1;
    if (hit[2] !== undefined || hit[4] !== undefined || (inner === undefined && /^[&*!%@`#]/.test(hit[0]))) continue;
    const from = start + hit.index + key;
    yield { lines: [{ start: from, end: from + (inner ?? hit[0].slice(key)).length }] };
  }
}
