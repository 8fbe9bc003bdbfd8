import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Result, Span } from '../document';
import type { CslItem } from './cslItem';
import { findCslEntries } from './entries/cslEntries';
import { readItem } from './readItem';

/** Why a bibliography is left alone; lines and columns are 1-based. */
export type BibliographyError =
  | { readonly kind: 'syntax'; readonly detail: string; readonly line: number; readonly column: number }
  | { readonly kind: 'notAList' }
  /** An entry of a `.bib` file has no end; programs that read the file as a whole stop there. */
  | { readonly kind: 'unclosed'; readonly line: number }
  /** The file is not UTF-8. */
  | { readonly kind: 'notText' }
  | { readonly kind: 'taken'; readonly key: string };

/** The items of a CSL-JSON text; unknown fields are kept, entries without an id are passed over. */
export function parseBibliography(text: string): Result<readonly CslItem[], BibliographyError> {
  const list = parseList(text);
  return list.ok ? { ok: true, value: list.value.map(readItem).filter(item => item !== undefined) } : list;
}

/** Why programs that read CSL-JSON strictly, such as pandoc, do not read a text; undefined where they do, or where it is empty. */
export function bibliographyProblem(text: string): BibliographyError | undefined {
  const list = withoutMark(text).trim() === '' ? undefined : parseList(text);
  return list?.ok === false ? list.error : undefined;
}

/** `text` with `items` added at the end, in the indentation of the file; every other byte stays. Without a text, a new bibliography. */
export function addItems(text: string | undefined, items: readonly CslItem[]): Result<string, BibliographyError> {
  if (text === undefined || withoutMark(text).trim() === '') return { ok: true, value: `${JSON.stringify(items, null, 2)}\n` };
  const list = parseList(text);
  if (!list.ok) return list;
  const present = new Set(list.value.map(each => readItem(each)?.id)), taken = items.find(({ id }) => present.has(id));
  if (taken) return { ok: false, error: { kind: 'taken', key: taken.id } };
  if (items.length === 0) return { ok: true, value: text };
  return { ok: true, value: list.value.length === 0 ? filled(text, items) : inserted(text, items) };
}

/** The runtime's own parser is ten times as fast as one that keeps places, which is asked where there is an error to place. */
function parseList(text: string): Result<readonly unknown[], BibliographyError> {
  try {
    const value: unknown = JSON.parse(withoutMark(text));
    return Array.isArray(value) ? { ok: true, value } : { ok: false, error: { kind: 'notAList' } };
  } catch {
    const errors: ParseError[] = [], mark = text.length - withoutMark(text).length;
    parseTree(withoutMark(text), errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    return { ok: false, error: { kind: 'syntax', detail: first ? printParseErrorCode(first.error) : 'InvalidSymbol', ...placeOf(text, (first?.offset ?? 0) + mark) } };
  }
}

/** An empty list with its first items. */
function filled(text: string, items: readonly CslItem[]): string {
  const eol = eolOf(text);
  return `${text.slice(0, text.indexOf('['))}[${eol}${items.map(item => indented(item, '  ', '  ', eol)).join(`,${eol}`)}${eol}]${text.slice(text.lastIndexOf(']') + 1)}`;
}

function inserted(text: string, items: readonly CslItem[]): string {
  const eol = eolOf(text), end = text.slice(0, text.lastIndexOf(']')).trimEnd().length, start = lastStart(text, end);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1, indent = text.slice(lineStart, start);
  const last = parseTree(text.slice(start, end));
  if (lineStart === 0 || indent.trim() !== '' || !last) return `${text.slice(0, end)}${items.map(item => `,${addedCompactly(text, last, { start, end }, item)}`).join('')}${text.slice(end)}`;
  const unit = unitOf(text, last, start, indent);
  return `${text.slice(0, end)}${items.map(item => `,${eol}${indented(item, indent, unit, eol)}`).join('')}${text.slice(end)}`;
}

/** Where the item begins that ends at `end`. */
function lastStart(text: string, end: number): number {
  const { entries, problems } = findCslEntries(text);
  return [...entries, ...problems].find(({ span }) => span.end === end)?.span.start ?? end;
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Items that share a line with something else get a neighbour on the same line, or one of the same shape. */
function addedCompactly(text: string, last: Node | undefined, { start, end }: Span, item: CslItem): string {
  const shape = last && text.slice(start, end).includes('\n') ? last : undefined;
  return shape ? ` ${indented(item, '', unitOf(text, shape, start, ''), eolOf(text))}` : ` ${JSON.stringify(item)}`;
}

/** One step of indentation: that of the last item's first property against the item, which begins at `start`. */
function unitOf(text: string, last: Node, start: number, indent: string): string {
  const property = last.children?.[0];
  if (!property) return indent || '  ';
  const before = text.slice(text.lastIndexOf('\n', start + property.offset - 1) + 1, start + property.offset);
  return before.trim() === '' && before.startsWith(indent) && before.length > indent.length ? before.slice(indent.length) : indent || '  ';
}

const indented = (item: CslItem, indent: string, unit: string, eol: string): string =>
  JSON.stringify(item, null, unit).split('\n').map(line => indent + line).join(eol);

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
