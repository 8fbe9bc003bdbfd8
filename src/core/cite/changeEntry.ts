import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Edit } from '../document';
import { findCslEntries } from './entries/cslEntries';

/** New values of fields by their paths, such as `custom.seedbed`; undefined takes a field away. */
export type FieldChanges = Readonly<Record<string, unknown>>;

/** The CSL-JSON `text` with fields of the first entry of `key` changed and every other byte kept; undefined where there is no such entry, or a broken one. */
export function changeEntry(text: string, key: string, changes: FieldChanges): string | undefined {
  const entry = findCslEntries(text).entries.find(each => each.key === key);
  if (!entry || !isObject(entry.text)) return undefined;
  let changed = entry.text;
  for (const [path, value] of Object.entries(changes)) {
    const edit = changeField(changed, path.split('.'), value);
    if (edit) changed = changed.slice(0, edit.span.start) + edit.text + changed.slice(edit.span.end);
  }
  return text.slice(0, entry.span.start) + changed + text.slice(entry.span.end);
}

function isObject(text: string): boolean {
  const errors: ParseError[] = [];
  return parseTree(text, errors, { disallowComments: true })?.type === 'object' && errors.length === 0;
}

function changeField(text: string, path: readonly string[], value: unknown): Edit | undefined {
  let object = parseTree(text);
  for (const [at, name] of path.entries()) {
    if (object?.type !== 'object') return undefined;
    const property = propertyOf(object, name), rest = path.slice(at + 1);
    if (!property) return value === undefined ? undefined : added(text, object, name, rest.reduceRight<unknown>((inner, each) => ({ [each]: inner }), value));
    const held = property.children?.[1];
    if (rest.length === 0) return value === undefined ? removed(object, property) : held && { span: { start: held.offset, end: held.offset + held.length }, text: written(text, property.offset, value) };
    object = held;
  }
  return undefined;
}

const propertyOf = (object: Node, name: string): Node | undefined => object.children?.find(each => each.children?.[0]?.value === name);

/** Behind the last field, on a line of its own where that one has one. */
function added(text: string, object: Node, name: string, value: unknown): Edit {
  const last = object.children?.at(-1);
  if (!last) return { span: { start: object.offset, end: object.offset + object.length }, text: JSON.stringify({ [name]: value }) };
  const end = last.offset + last.length, indent = indentAt(text, last.offset);
  return { span: { start: end, end }, text: `,${indent === undefined ? ' ' : `${lineEnd(text)}${indent}`}${JSON.stringify(name)}: ${written(text, last.offset, value)}` };
}

/** With the comma behind it, or before it where it is the last. */
function removed(object: Node, property: Node): Edit {
  const all = object.children ?? [], at = all.indexOf(property), next = all[at + 1], before = all[at - 1];
  if (next) return { span: { start: property.offset, end: next.offset }, text: '' };
  if (!before) return { span: { start: object.offset + 1, end: object.offset + object.length - 1 }, text: '' };
  return { span: { start: before.offset + before.length, end: property.offset + property.length }, text: '' };
}

/** A value in the indentation of its place: on one line where its field shares the line with others. */
function written(text: string, at: number, value: unknown): string {
  const indent = indentAt(text, at);
  if (indent === undefined) return JSON.stringify(value);
  const unit = indent.startsWith('\t') ? '\t' : indent.length % 4 === 0 && !/\n {2}\S/.test(text) ? '    ' : '  ';
  return JSON.stringify(value, null, unit).split('\n').join(`${lineEnd(text)}${indent}`);
}

/** The white space before `at` where nothing else stands before it on its line. */
function indentAt(text: string, at: number): string | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(start, at);
  return start > 0 && before.trim() === '' ? before : undefined;
}

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
