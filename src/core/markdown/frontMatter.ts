import type * as Yaml from 'yaml';
import type { Edit, Span } from '../document';
import { findBlocks } from './blocks';

/** The YAML library, read when a note has front matter: starting the editor should not wait for it. */
const loadYaml = (): Promise<typeof Yaml> => import('yaml');

interface Matter { /** Its tests of kinds. */ readonly is: typeof Yaml; readonly yaml: Yaml.Document; /** Offset of the YAML text in the note. */ readonly at: number; /** Offset of the closing line. */ readonly close: number }

/** A bibliography as front matter names it, and where. */
export interface NamedBibliography { readonly name: string; readonly span: Span }

/** An entry of a note's own `references:`, as YAML has it. */
export interface OwnReference extends Readonly<Record<string, unknown>> { readonly id: string }

/** What the front matter of a note says about citing. */
export interface CitingMatter {
  readonly named: readonly NamedBibliography[];
  /** What `references:` holds, which pandoc knows beside the entries of files. */
  readonly references: readonly OwnReference[];
  /** The style that `csl:` names. */
  readonly style: string | undefined;
  /** `lang:`, a BCP 47 code. */
  readonly language: string | undefined;
  /** Whether `nocite:` has `@*`: every entry belongs to the references then. */
  readonly listsAll: boolean;
  /** Whether it cannot be read though it may name a bibliography. */
  readonly isBroken: boolean;
}

/** Reads what the front matter of a note says about citing; where it is broken, nothing. */
export async function readFrontMatter(note: string): Promise<CitingMatter> {
  const matter = await readMatter(note);
  const listsAll = itemsOf(matter, 'nocite').some(each => matter?.is.isScalar(each) && typeof each.value === 'string' && /(?<!\S)@\*(?![\p{L}\p{N}])/u.test(each.value));
  return { named: namedIn(matter), references: referencesIn(matter), style: wordIn(matter, 'csl'), language: wordIn(matter, 'lang'), listsAll, isBroken: matter !== undefined && matter.yaml.errors.length > 0 && /^bibliography\s*:/m.test(note.slice(matter.at, matter.close)) };
}

/** The items of a field, one by itself too; only this field is read: an alias elsewhere, such as an emphasised *title*, must not spoil it. */
function itemsOf(matter: Matter | undefined, field: string): readonly unknown[] {
  if (!matter || matter.yaml.errors.length > 0 || !matter.is.isMap(matter.yaml.contents)) return [];
  const value: unknown = matter.yaml.contents.get(field, true);
  return matter.is.isSeq(value) ? value.items : [value];
}

function referencesIn(matter: Matter | undefined): readonly OwnReference[] {
  return itemsOf(matter, 'references').flatMap(each => {
    const fields: unknown = matter?.is.isMap(each) ? each.toJS(matter.yaml) : undefined, id = isFields(fields) ? fields['id'] : undefined;
    return isFields(fields) && (typeof id === 'string' || typeof id === 'number') ? [{ ...fields, id: String(id) }] : [];
  });
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function wordIn(matter: Matter | undefined, field: string): string | undefined {
  const [value] = itemsOf(matter, field), word: unknown = matter?.is.isScalar(value) ? value.value : undefined;
  return typeof word === 'string' && word.trim() !== '' ? word.trim() : undefined;
}

function namedIn(matter: Matter | undefined): readonly NamedBibliography[] {
  if (!matter) return [];
  const { isScalar } = matter.is;
  return itemsOf(matter, 'bibliography').flatMap(each => {
    const name = isScalar(each) ? each.value : undefined, [start, end] = (isScalar(each) && each.range) || [0, 0];
    return typeof name === 'string' && name !== '' ? [{ name, span: { start: matter.at + start, end: matter.at + end } }] : [];
  });
}

/** Edits that add `path` to the note's bibliography and touch nothing else; none where it stands there or the front matter is broken. */
export async function withBibliography(note: string, path: string): Promise<readonly Edit[]> {
  const matter = await readMatter(note);
  if (namedIn(matter).some(({ name }) => name === path)) return [];
  const eol = note.includes('\r\n') ? '\r\n' : '\n';
  if (!matter) {
    const start = note.startsWith('\uFEFF') ? 1 : 0;
    return [insert(start, `---${eol}bibliography: ${scalar(path)}${eol}---${eol}${/^\s*$/.test(note.slice(start)) ? '' : eol}`)];
  }
  return nameIn(note, matter, path, eol);
}

/** Edits that let the `csl:` of a note name another style, or none; nothing where it has no such line, or more on it. */
export async function withStyle(note: string, path: string | undefined): Promise<readonly Edit[]> {
  const matter = await readMatter(note), [value] = itemsOf(matter, 'csl');
  const [start, end] = (matter?.is.isScalar(value) && value.range) || [];
  if (!matter || start === undefined || end === undefined || !matter.is.isMap(matter.yaml.contents) || matter.yaml.contents.flow) return [];
  if (note.slice(matter.at + start, matter.at + end).includes('\n')) return [];
  if (path !== undefined) return [{ span: { start: matter.at + start, end: matter.at + end }, text: scalar(path) }];
  const line = note.lastIndexOf('\n', matter.at + start - 1) + 1, feed = note.indexOf('\n', matter.at + end);
  return [{ span: { start: line, end: feed < 0 ? note.length : feed + 1 }, text: '' }];
}

/** Adds the name to front matter that is there. */
function nameIn(note: string, matter: Matter, path: string, eol: string): readonly Edit[] {
  const { is: { isAlias, isMap, isScalar, isSeq }, yaml: { contents, errors } } = matter;
  if (errors.length > 0 || (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null))) return [];
  const present: unknown = isMap(contents) ? contents.get('bibliography', true) : undefined;
  if (present === undefined) return isMap(contents) && contents.flow ? [] : [insert(matter.close, `bibliography: ${scalar(path)}${eol}`)];
  if (isSeq(present)) return appended(note, matter, present, path, eol);
  return isScalar(present) && !isAlias(present) ? besides(note, matter, present.range, path) : [];
}

async function readMatter(note: string): Promise<Matter | undefined> {
  const span = findBlocks(note).frontMatter;
  if (!span) return undefined;
  const at = note.indexOf('\n', span.start) + 1;
  const close = note.lastIndexOf('\n', span.end - 1) + 1;
  const is = await loadYaml();
  return { is, yaml: is.parseDocument(note.slice(at, close)), at, close };
}

/** Adds an entry to a list, in the style the list is written in. */
function appended(note: string, matter: Matter, list: Yaml.YAMLSeq, path: string, eol: string): readonly Edit[] {
  const last: unknown = list.items.at(-1);
  const end = matter.is.isScalar(last) ? last.range?.[1] : undefined;
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
  // A block of lines, or a name that a list would read otherwise, is left to the writer.
  if (/^[|>]|\n/.test(present) || (!/^["']/.test(present) && /[,[\]{}]/.test(present))) return [];
  if (present === '') return [insert(span.start, `${/\s$/.test(note.slice(0, span.start)) ? '' : ' '}${scalar(path)}`)];
  return [{ span, text: `[${present}, ${scalar(path)}]` }];
}

const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

/** `path` as a YAML scalar that also stands inside a flow list. */
function scalar(path: string): string {
  return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(path) && !/^(?:true|false|null|yes|no|[\d.]+)$|\s$/i.test(path) ? path : JSON.stringify(path);
}
