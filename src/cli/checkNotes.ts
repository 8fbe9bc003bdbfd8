import { basename, resolve } from 'node:path';
import { codeOf, levelOf, type ProblemCode } from '../core/cite/problems/problemCodes';
import type { Span } from '../core/document';
import { codeOfVerdict, findingSpan, suggestedWords } from '../core/quote/finding';
import { citationMessage } from '../messages/citationMessage';
import { english } from '../messages/localiser';
import { quotationMessage } from '../messages/quotationMessage';
import type { LibraryService } from '../worker/libraryService';
import type { CheckedQuotation, CitationProblem } from '../worker/port';
import { addressOf, openBibliographies, readSources, type Tell } from './cliLibrary';
import type { Finding } from './finding';
import { findSourceFiles } from './findSourceFiles';
import { explain, readBytes } from './readFiles';

/** What is checked, and how. */
export interface CheckNotes {
  readonly notes: readonly string[];
  /** Glob patterns of the sources; the usual folders where there is none. */
  readonly sources: readonly string[];
  /** Codes that are not reported. */
  readonly off: readonly ProblemCode[];
  /** Shorter quotations are passed over. */
  readonly shortest: number;
}

/** Checks notes against sources, in order of note and place; `fail` gets a sentence about each thing that cannot be read. */
export async function checkNotes({ notes, sources, off, shortest }: CheckNotes, library: LibraryService, fail: Tell): Promise<readonly Finding[]> {
  const { files, unmatched } = findSourceFiles(sources), own = new Set(notes.map(path => resolve(path)));
  for (const glob of unmatched) fail(`${glob}: no file matches`);
  const read = files.filter(path => !own.has(resolve(path)));
  if (read.length === 0 && unmatched.length === 0) fail('No source was found in folders named seeds, sources, clippings or 资料; name the sources with --sources GLOB.');
  const paths = new Map(read.map(path => [addressOf(path), path])), titles = new Map((await readSources(read, library, fail)).map(({ id, title, path }) => [id, title || path]));
  const findings: Finding[] = [];
  for (const path of notes) {
    const bytes = readBytes(path);
    if (bytes.ok) findings.push(...await checkNote({ path, text: new TextDecoder().decode(bytes.value), paths, titles, off, shortest }, library, fail));
    else fail(`${path}: ${explain(bytes.error)}`);
  }
  return findings;
}

interface Checked extends Pick<CheckNotes, 'off' | 'shortest'> {
  readonly path: string;
  readonly text: string;
  readonly paths: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

async function checkNote(note: Checked, library: LibraryService, fail: Tell): Promise<readonly Finding[]> {
  const { path, text, shortest } = note, { files, missing } = await openBibliographies(path, text, library, fail);
  const { problems, named, isBroken } = await library.checkNote(files, text), quotations = await library.checkQuotations(files, text, shortest);
  const gone = named.filter(({ name }) => missing.some(file => file.endsWith(basename(name))));
  const told = [
    ...isBroken ? [finding(note, { start: 0, end: 3 }, 'bibliography-broken', english.t('The front matter is no valid YAML, so that no program finds the bibliography it names.'))] : [],
    ...gone.map(({ name, span }) => finding(note, span, 'bibliography-missing', english.t('There is no bibliography {0}.', name))),
    ...problems.filter(({ kind }) => kind !== 'noEntry' || files.length > 0).map(problem => citationFinding(note, problem, files)),
    ...await Promise.all(quotations.map(each => quotationFinding(note, each, files, library))),
  ];
  return told.filter(each => each !== undefined).sort((one, other) => one.line - other.line || one.column - other.column);
}

function citationFinding(note: Checked, problem: CitationProblem, files: readonly string[]): Finding | undefined {
  const suggestion = 'fixes' in problem ? problem.fixes[0]?.written : undefined, source = 'source' in problem ? problem.source : undefined;
  return finding(note, problem.span, codeOf(problem), citationMessage(problem, files[0] === undefined ? '' : decodeURIComponent(basename(files[0])), english), { source, suggestion });
}

async function quotationFinding(note: Checked, checked: CheckedQuotation, files: readonly string[], library: LibraryService): Promise<Finding | undefined> {
  const { quotation, verdict } = checked, code = codeOfVerdict(verdict), message = quotationMessage(checked, id => note.titles.get(id) ?? id, english);
  if (!code || message === undefined) return undefined;
  const source = verdict.kind === 'elsewhere' ? verdict.others[0]?.source : verdict.kind === 'notFound' ? undefined : verdict.source;
  const key = verdict.kind === 'elsewhere' && source !== undefined ? (await library.keyOf(files, source))?.key : undefined;
  const suggestion = suggestedWords(checked, note.text[quotation.span.start] ?? '') ?? (key === undefined ? undefined : `[@${key}]`);
  return finding(note, findingSpan(checked, note.text), code, message, { source, suggestion });
}

function finding({ path, text, paths, off }: Checked, { start, end }: Span, code: ProblemCode, message: string, about: { readonly source?: string | undefined; readonly suggestion?: string | undefined } = {}): Finding | undefined {
  const severity = levelOf(code, {}), from = placeOf(text, start), to = placeOf(text, end);
  if (severity === 'off' || off.includes(code)) return undefined;
  const source = about.source === undefined ? null : paths.get(about.source) ?? about.source;
  return { file: path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, severity, code, message, source, suggestion: about.suggestion ?? null };
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
