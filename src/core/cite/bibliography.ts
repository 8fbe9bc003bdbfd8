import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Result } from '../document';
import type { CslItem } from './cslItem';
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
  const root = parseList(text);
  if (!root.ok) return root;
  const items: unknown = getNodeValue(root.value);
  return { ok: true, value: (Array.isArray(items) ? items : []).map(readItem).filter(item => item !== undefined) };
}

/** `text` with `item` added at the end, in the indentation of the file; every other byte stays. Without a text, a new bibliography. */
export function addItem(text: string | undefined, item: CslItem): Result<string, BibliographyError> {
  if (text === undefined || withoutMark(text).trim() === '') return { ok: true, value: `${JSON.stringify([item], null, 2)}\n` };
  const parsed = parseBibliography(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.some(each => each.id === item.id)) return { ok: false, error: { kind: 'taken', key: item.id } };
  const root = parseList(text);
  return root.ok ? { ok: true, value: inserted(text, root.value, item) } : root;
}

function parseList(text: string): Result<Node, BibliographyError> {
  const errors: ParseError[] = [];
  const offset = text.length - withoutMark(text).length;
  const root = parseTree(withoutMark(text), errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (error) return { ok: false, error: { kind: 'syntax', detail: printParseErrorCode(error.error), ...placeOf(text, error.offset + offset) } };
  return root?.type === 'array' ? { ok: true, value: root } : { ok: false, error: { kind: 'notAList' } };
}

function inserted(text: string, root: Node, item: CslItem): string {
  const mark = text.length - withoutMark(text).length;
  const last = root.children?.at(-1);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!last) return `${text.slice(0, mark + root.offset)}[${eol}${indented(item, '  ', '  ', eol)}${eol}]${text.slice(mark + root.offset + root.length)}`;
  const end = mark + last.offset + last.length;
  const lineStart = text.lastIndexOf('\n', mark + last.offset - 1) + 1;
  const indent = text.slice(lineStart, mark + last.offset);
  if (lineStart === 0 || indent.trim() !== '') return `${text.slice(0, end)},${addedCompactly(text, last, mark, item)}${text.slice(end)}`;
  return `${text.slice(0, end)},${eol}${indented(item, indent, unitOf(text, last, mark, indent), eol)}${text.slice(end)}`;
}

/** Items that share a line with something else get a neighbour on the same line, or one of the same shape. */
function addedCompactly(text: string, last: Node, mark: number, item: CslItem): string {
  const shown = text.slice(mark + last.offset, mark + last.offset + last.length);
  return shown.includes('\n') ? ` ${indented(item, '', unitOf(text, last, mark, ''), text.includes('\r\n') ? '\r\n' : '\n')}` : ` ${JSON.stringify(item)}`;
}

/** One step of indentation: that of the last item's first property against the item. */
function unitOf(text: string, last: Node, mark: number, indent: string): string {
  const property = last.children?.[0];
  if (!property) return indent || '  ';
  const before = text.slice(text.lastIndexOf('\n', mark + property.offset - 1) + 1, mark + property.offset);
  return before.trim() === '' && before.startsWith(indent) && before.length > indent.length ? before.slice(indent.length) : indent || '  ';
}

const indented = (item: CslItem, indent: string, unit: string, eol: string): string =>
  JSON.stringify(item, null, unit).split('\n').map(line => indent + line).join(eol);

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
