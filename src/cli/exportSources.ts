import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keysInOrder } from '../core/cite/citedInNote';
import type { Result } from '../core/document';
import { readFrontMatter } from '../core/markdown/frontMatter';
import { scanNote } from '../core/markdown/scan';
import { builtInStyles, isBuiltInStyle } from '../core/references/builtInStyles';
import type { ExportFormat } from '../core/references/exportReferences';
import { readStyleSheet, type StyleError } from '../core/references/styleSheet';
import type { LibraryService } from '../worker/libraryService';
import type { Referenced, StyleChoice } from '../worker/port';
import { findCorrections } from './findCorrections';
import { explain, readBytes } from './readFiles';

/** What is exported, and as what. */
export interface ExportSources {
  readonly files: readonly string[];
  readonly format: ExportFormat;
  /** The name of a style, or a file. */
  readonly style?: string;
  /** Notes; what they cite is exported then. */
  readonly cited: readonly string[];
}

/** Reads sources and prints their bibliography; `tell` gets a sentence about each thing that is wrong. False where one is. */
export async function exportSources({ files, format, style, cited }: ExportSources, library: LibraryService, print: (text: string) => Promise<void>, tell: (sentence: string) => void): Promise<boolean> {
  let allWell = true;
  const fail = (sentence: string): void => { allWell = false; tell(sentence); };
  const choice = chooseStyle(style);
  if (!choice.ok) { tell(choice.error); return false; }
  const sources = await readSources(files, library, fail);
  const what: Referenced = cited.length > 0 ? await citedBy(cited, library, fail) : { kind: 'sources', files: [], sources };
  const { text, unknown } = format === 'text' ? await formatted(what, choice.value, library, fail) : await library.exportReferences(what, format);
  for (const key of unknown) fail(`nothing is known of @${key}`);
  await print(text);
  return allWell;
}

const addressOf = (path: string): string => pathToFileURL(resolve(path)).toString();

async function readSources(files: readonly string[], library: LibraryService, fail: (sentence: string) => void): Promise<readonly string[]> {
  const { corrections, unusable } = findCorrections(files);
  for (const file of unusable) fail(`${file}: these corrections cannot be read, and are not used`);
  const read = files.map(path => ({ path, bytes: readBytes(path) }));
  for (const { path, bytes } of read) if (!bytes.ok) fail(`${path}: ${explain(bytes.error)}`);
  const { changed } = await library.apply([
    { kind: 'correct', corrections },
    ...read.flatMap(({ path, bytes }) => (bytes.ok ? [{ kind: 'put' as const, id: addressOf(path), path, bytes: bytes.value }] : [])),
  ]);
  const summaries = new Map(changed.map(summary => [summary.id, summary]));
  return files.flatMap(path => {
    const summary = summaries.get(addressOf(path));
    if (summary?.error) fail(`${path}: ${explain(summary.error)}`);
    return summary && !summary.error ? [summary.id] : [];
  });
}

/** What notes cite, each key once. */
async function citedBy(notes: readonly string[], library: LibraryService, fail: (sentence: string) => void): Promise<Referenced> {
  const files = new Set<string>(), keys = new Set<string>();
  let matter = '';
  for (const path of notes) {
    const bytes = readBytes(path);
    if (!bytes.ok) { fail(`${path}: ${explain(bytes.error)}`); continue; }
    const note = new TextDecoder().decode(bytes.value), scan = scanNote(note);
    if (notes.length === 1) matter = note.slice(0, scan.frontMatter?.end ?? 0);
    for (const file of await bibliographiesOf(path, note)) {
      if (!existsSync(file)) { fail(`${path}: its bibliography ${file} does not exist`); continue; }
      const { isText } = await library.putBibliography(addressOf(file), readFileSync(file));
      if (!isText) fail(`${file}: it is not UTF-8 text`);
      files.add(addressOf(file));
    }
    const found = await library.lookUp([...files], scan.citations.flatMap(citation => citation.keys.map(({ key }) => key)));
    const known = new Set(found.filter(({ entry, source }) => entry ?? source).map(({ key }) => key));
    for (const key of keysInOrder(note, scan, each => known.has(each))) keys.add(key);
  }
  return { kind: 'keys', files: [...files], keys: [...keys], matter };
}

/** Those that the front matter names, beside the note or where the command runs; else the nearest of the usual name. */
async function bibliographiesOf(path: string, note: string): Promise<readonly string[]> {
  const folder = dirname(resolve(path)), named = (await readFrontMatter(note)).named.map(({ name }) => name).filter(name => /\.(?:json|bib)$/i.test(name));
  if (named.length > 0) return named.map(name => [join(folder, name), resolve(name)].find(each => !isAbsolute(name) && existsSync(each)) ?? resolve(folder, name));
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'references.json');
    if (existsSync(file)) return [file];
    if (at === dirname(at)) return [];
  }
}

function chooseStyle(style: string | undefined): Result<StyleChoice, string> {
  if (style === undefined || isBuiltInStyle(style)) return { ok: true, value: { name: style ?? builtInStyles[0] } };
  const bytes = readBytes(style);
  if (!bytes.ok) return { ok: false, error: `${style}: ${explain(bytes.error)}; styles that need no file: ${builtInStyles.join(', ')}` };
  const xml = new TextDecoder().decode(bytes.value), sheet = readStyleSheet(xml);
  return sheet.ok ? { ok: true, value: { xml } } : { ok: false, error: `${style}: ${why(sheet.error)}` };
}

function why(error: StyleError): string {
  switch (error.kind) {
    case 'noStyle': return 'it is no style of the Citation Style Language';
    case 'dependent': return `it only stands for another style, ${error.on}`;
    case 'noBibliography': return 'it formats citations only, and no list of references';
    case 'broken': return `it cannot be used: ${error.detail}`;
    case 'endless': return 'it took too long and was stopped';
  }
}

async function formatted(what: Referenced, style: StyleChoice, library: LibraryService, fail: (sentence: string) => void): Promise<{ readonly text: string; readonly unknown: readonly string[] }> {
  const list = await library.formatReferences(what, { style, as: 'text' });
  if (list.ok) return { text: list.value.references.map(({ text }) => `${text}\n`).join(''), unknown: list.value.unknown };
  fail(`the style: ${why(list.error)}`);
  return { text: '', unknown: [] };
}
