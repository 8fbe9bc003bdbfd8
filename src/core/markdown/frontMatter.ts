import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';
import type { Edit } from '../document';
import { findBlocks } from './blocks';

interface Matter { readonly yaml: Document; /** Offset of the YAML text in the note. */ readonly at: number; /** Offset of the closing line. */ readonly close: number }

/** Bibliography files a note names, in order; empty where it names none or its front matter is broken. */
export function bibliographyOf(note: string): readonly string[] {
  const matter = readMatter(note);
  const value: unknown = matter?.yaml.errors.length === 0 ? matter.yaml.toJS() : undefined;
  const named: unknown = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['bibliography'] : undefined;
  const list: readonly unknown[] = Array.isArray(named) ? named : [named];
  return list.filter(each => typeof each === 'string').filter(each => each !== '');
}

/** Edits that add `path` to the note's bibliography and touch nothing else; none where it stands there or the front matter is broken. */
export function withBibliography(note: string, path: string): readonly Edit[] {
  if (bibliographyOf(note).includes(path)) return [];
  const eol = note.includes('\r\n') ? '\r\n' : '\n';
  const matter = readMatter(note);
  if (!matter) {
    const start = note.startsWith('\uFEFF') ? 1 : 0;
    return [insert(start, `---${eol}bibliography: ${scalar(path)}${eol}---${eol}${/^\s*$/.test(note.slice(start)) ? '' : eol}`)];
  }
  const { contents, errors } = matter.yaml;
  if (errors.length > 0 || (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null))) return [];
  const named: unknown = isMap(contents) ? contents.get('bibliography', true) : undefined;
  if (named === undefined) return isMap(contents) && contents.flow ? [] : [insert(matter.close, `bibliography: ${scalar(path)}${eol}`)];
  if (isSeq(named)) return appended(note, matter, named, path, eol);
  return isScalar(named) && !isAlias(named) ? besides(note, matter, named.range, path) : [];
}

function readMatter(note: string): Matter | undefined {
  const span = findBlocks(note).frontMatter;
  if (!span) return undefined;
  const at = note.indexOf('\n', span.start) + 1;
  const close = note.lastIndexOf('\n', span.end - 1) + 1;
  return { yaml: parseDocument(note.slice(at, close)), at, close };
}

/** Adds an entry to a list, in the style the list is written in. */
function appended(note: string, matter: Matter, list: YAMLSeq, path: string, eol: string): readonly Edit[] {
  const last: unknown = list.items.at(-1);
  const end = isScalar(last) ? last.range?.[1] : undefined;
  if (list.flow || end === undefined) {
    const close = list.range ? matter.at + list.range[1] - 1 : -1;
    return note[close] === ']' ? [insert(end === undefined ? close : matter.at + end, `${end === undefined ? '' : ', '}${scalar(path)}`)] : [];
  }
  const feed = note.indexOf('\n', matter.at + end);
  const lineEnd = feed < 0 ? note.length : feed + 1;
  const line = note.slice(note.lastIndexOf('\n', matter.at + end - 1) + 1, matter.at + end);
  return [insert(lineEnd, `${/^\s*-\s+/.exec(line)?.[0] ?? '- '}${scalar(path)}${eol}`)];
}

/** Makes a list of the one file named so far and the new one. */
function besides(note: string, matter: Matter, range: readonly [number, number, number] | null | undefined, path: string): readonly Edit[] {
  if (!range) return [];
  const span = { start: matter.at + range[0], end: matter.at + range[1] };
  const present = note.slice(span.start, span.end).trim();
  if (present === '') return [insert(span.start, `${/\s$/.test(note.slice(0, span.start)) ? '' : ' '}${scalar(path)}`)];
  return [{ span, text: `[${present}, ${scalar(path)}]` }];
}

const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

/** `path` as a YAML scalar that also stands inside a flow list. */
function scalar(path: string): string {
  return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(path) && !/^(?:true|false|null|yes|no|[\d.]+)$|\s$/i.test(path) ? path : JSON.stringify(path);
}
