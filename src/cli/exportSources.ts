import { keysInOrder } from '../core/cite/citedInNote';
import type { Result } from '../core/document';
import { scanNote } from '../core/markdown/scan';
import { builtInStyles, isBuiltInStyle } from '../core/references/builtInStyles';
import type { ExportFormat } from '../core/references/exportReferences';
import { readStyleSheet, type StyleError } from '../core/references/styleSheet';
import type { LibraryService } from '../worker/libraryService';
import type { Referenced, StyleChoice } from '../worker/port';
import { openBibliographies, readSources } from './cliLibrary';
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
  const sources = (await readSources(files, library, fail)).map(({ id }) => id);
  const what: Referenced = cited.length > 0 ? await citedBy(cited, library, fail) : { kind: 'sources', files: [], sources };
  const { text, unknown } = format === 'text' ? await formatted(what, choice.value, library, fail) : await library.exportReferences(what, format);
  for (const key of unknown) fail(`nothing is known of @${key}`);
  await print(text);
  return allWell;
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
    const opened = await openBibliographies(path, note, library, fail);
    for (const file of opened.missing) fail(`${path}: its bibliography ${file} does not exist`);
    for (const file of opened.files) files.add(file);
    const found = await library.lookUp([...files], scan.citations.flatMap(citation => citation.keys.map(({ key }) => key)));
    const known = new Set(found.filter(({ entry, source }) => entry ?? source).map(({ key }) => key));
    for (const key of keysInOrder(note, scan, each => known.has(each))) keys.add(key);
  }
  return { kind: 'keys', files: [...files], keys: [...keys], matter, isList: true };
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
