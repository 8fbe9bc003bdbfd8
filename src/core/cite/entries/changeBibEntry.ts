import type { Span } from '../../document';
import type { FieldChanges } from '../changeEntry';
import type { SeedbedMark } from '../cslItem';
import { bibFields } from './addBibEntries';
import { findBibEntries } from './bibEntries';
import { MARK_FIELD, markText, readMark } from './seedbedField';

/** A field of an entry: its name in small letters, and its span with the comma behind it. */
interface Field { readonly name: string; readonly span: Span }

/** Fields of a `.bib` entry that say what a field of CSL-JSON does, the one to write first. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'subtitle'], author: ['author'], 'container-title': ['journaltitle', 'journal', 'organization'], publisher: ['publisher'],
  issued: ['date', 'year', 'month'], accessed: ['urldate'], language: ['langid', 'language'], URL: ['url'],
};

/** The `.bib` text with fields of the first entry of `key` changed, as `changeEntry` does it in CSL-JSON; undefined where there is no such entry. */
export function changeBibEntry(text: string, key: string, changes: FieldChanges): string | undefined {
  const entry = findBibEntries(text).entries.find(each => each.key === key);
  if (!entry) return undefined;
  let changed = entry.text;
  for (const [path, value] of Object.entries(changes)) {
    const names = FIELDS[path];
    if (!names) continue;
    const written = value === undefined ? undefined : bibFields({ id: key, type: typeOf(changes, changed), [path]: value }).find(([name]) => names.includes(name));
    changed = withField(changed, names, written);
  }
  if (Object.keys(changes).some(path => path.startsWith('custom'))) changed = withField(changed, [MARK_FIELD], markField(changed, changes));
  return text.slice(0, entry.span.start) + changed + text.slice(entry.span.end);
}

/** The type decides what the name of an outlet is called. */
const typeOf = ({ type }: FieldChanges, entry: string): string => (typeof type === 'string' ? type : /^@\s*article/i.test(entry) ? 'article-newspaper' : 'webpage');

/** The mark as it is to be; undefined where it is to go. */
function markField(entry: string, changes: FieldChanges): readonly [name: string, value: string] | undefined {
  if ('custom' in changes || 'custom.seedbed' in changes) return undefined;
  const mark = readMark(entry), changed = (part: keyof SeedbedMark): string | undefined => {
    const value = changes[`custom.seedbed.${part}`];
    return typeof value === 'string' ? value : mark?.[part];
  };
  const written = changed('written');
  return [MARK_FIELD, markText({ path: changed('path') ?? '', hash: changed('hash') ?? '', ...(written !== undefined && { written }) })];
}

/** `entry` with `written` in the place of the first of the fields `names`, else behind all fields, and without the others of them. */
function withField(entry: string, names: readonly string[], written: readonly [name: string, value: string] | undefined): string {
  const present = fieldsOf(entry).filter(({ name }) => names.includes(name));
  let changed = entry;
  for (const [at, { span }] of [...present.entries()].reverse()) {
    const isKept = at === 0 && written !== undefined;
    changed = isKept
      ? `${changed.slice(0, span.start)}${written[0]} = {${written[1]}}${changed[span.end - 1] === ',' ? ',' : ''}${changed.slice(span.end)}`
      : withoutLine(changed, span);
  }
  return present.length > 0 || !written ? changed : added(changed, written);
}

/** The fields of an entry, in order. */
function fieldsOf(entry: string): readonly Field[] {
  const fields: Field[] = [];
  let depth = 0, quoted = false, start = -1;
  for (let at = 0; at < entry.length; at++) {
    const mark = entry[at];
    if (mark === '\\') at++;
    else if (mark === '"' && depth === 1) quoted = !quoted;
    else if (mark === '{' || (mark === '(' && depth === 0)) depth++;
    else if (mark === '}' || (mark === ')' && depth === 1 && !quoted && at === entry.length - 1)) depth--;
    const isEnd = depth === 0 && at === entry.length - 1, isComma = mark === ',' && depth === 1 && !quoted;
    if (!isComma && !isEnd) continue;
    const field = start < 0 ? undefined : fieldIn(entry, { start, end: isComma ? at + 1 : at });
    if (field) fields.push(field);
    start = at + 1;
  }
  return fields;
}

function fieldIn(entry: string, { start, end }: Span): Field | undefined {
  const [, space = '', name] = /^(\s*)([A-Za-z][\w:.-]*)\s*=/.exec(entry.slice(start, end)) ?? [];
  const last = entry.slice(start, end).trimEnd().length;
  return name === undefined ? undefined : { name: name.toLowerCase(), span: { start: start + space.length, end: start + last } };
}

/** Takes a field away, with its line where nothing else stands there. */
function withoutLine(entry: string, { start, end }: Span): string {
  const [before = ''] = /\r?\n?[ \t]*$/.exec(entry.slice(Math.max(0, start - 200), start)) ?? [];
  return entry.slice(0, start - before.length) + entry.slice(end);
}

/** Behind the last field, on a line of its own where that one has one. */
function added(entry: string, [name, value]: readonly [name: string, value: string]): string {
  const last = fieldsOf(entry).at(-1)?.span.end ?? entry.indexOf(',') + 1, comma = entry[last - 1] === ',' ? '' : ',';
  const [line] = /\r?\n[ \t]*/.exec(entry) ?? [' '];
  return `${entry.slice(0, last)}${comma}${line}${name} = {${value}},${entry.slice(last)}`;
}
