import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf, levelOf, type ProblemCode } from '../core/cite/problems/problemCodes';
import type { Edit, Result, Span } from '../core/document';
import { codeOfVerdict, findingSpan, rewordingEdits, suggestedWords } from '../core/quote/finding';
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

/** Checks notes against sources, in order of note and place; `fail` gets a sentence about each thing that cannot be read, `tell` one that is no failure. */
export async function checkNotes({ notes, sources, off, shortest }: CheckNotes, library: LibraryService, fail: Tell, tell: Tell): Promise<readonly Finding[]> {
  const { files, unmatched } = findSourceFiles(sources), own = new Set(notes.map(path => resolve(path)));
  for (const glob of unmatched) fail(`${glob}: no file matches`);
  const read = files.filter(path => !own.has(resolve(path)));
  if (read.length === 0 && unmatched.length === 0) tell('No source was found in folders named seeds, sources, clippings or 资料; name the sources with --sources GLOB.');
  const paths = new Map(read.map(path => [addressOf(path), path])), titles = new Map((await readSources(read, library, fail)).map(({ id, title, path }) => [id, title || path]));
  const findings: Finding[] = [];
  for (const path of notes) {
    const text = readNote(path);
    if (text.ok) findings.push(...await checkNote({ path, text: text.value, paths, titles, off, shortest }, library, fail));
    else fail(`${path}: ${text.error}`);
  }
  return findings;
}

/** The text of a note without a byte order mark, or why there is none. */
function readNote(path: string): Result<string, string> {
  const bytes = readBytes(path);
  if (!bytes.ok) return { ok: false, error: explain(bytes.error) };
  if (bytes.value.includes(0)) return { ok: false, error: explain({ kind: 'binary' }) };
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) };
  } catch {
    return { ok: false, error: 'it is not UTF-8 text' };
  }
}

interface Checked extends Pick<CheckNotes, 'off' | 'shortest'> {
  readonly path: string;
  readonly text: string;
  readonly paths: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

async function checkNote(note: Checked, library: LibraryService, fail: Tell): Promise<readonly Finding[]> {
  const { path, text, shortest } = note, { files, missing, isWhole } = await openBibliographies(path, text, library, fail);
  const { problems, named, isBroken } = await library.checkNote(files, text), quotations = await library.checkQuotations(files, text, shortest);
  const gone = named.filter(({ name }) => missing.some(file => file.endsWith(basename(name))));
  const isComplete = !isBroken && isWhole && named.every(({ name }) => /\.(?:json|bib)$/i.test(name));
  const holds = (problem: CitationProblem): boolean => {
    if (problem.kind === 'unknown') return isComplete;
    // A source that only the patterns leave out is not gone.
    return problem.kind === 'gone' ? !files.some(file => existsSync(join(dirname(fileURLToPath(file)), problem.path))) : problem.kind !== 'noEntry' || files.length > 0;
  };
  const told = [
    ...isBroken ? [finding(note, { start: 0, end: 3 }, 'bibliography-broken', english.t('The front matter is no valid YAML, so that no program finds the bibliography it names.'))] : [],
    ...gone.map(({ name, span }) => finding(note, span, 'bibliography-missing', english.t('There is no bibliography {0}.', name))),
    ...problems.filter(holds).map(problem => citationFinding(note, problem, files)),
    ...await Promise.all(quotations.map(each => quotationFinding(note, each, files, library))),
  ];
  return told.filter(each => each !== undefined).sort((one, other) => one.line - other.line || one.column - other.column);
}

function citationFinding(note: Checked, problem: CitationProblem, files: readonly string[]): Finding | undefined {
  const fix = 'fixes' in problem ? problem.fixes[0] : undefined, source = 'source' in problem ? problem.source : undefined;
  return finding(note, problem.span, codeOf(problem), citationMessage(problem, files[0] === undefined ? '' : decodeURIComponent(basename(files[0])), english), { source, suggestion: fix?.written, edits: fix?.edits });
}

async function quotationFinding(note: Checked, checked: CheckedQuotation, files: readonly string[], library: LibraryService): Promise<Finding | undefined> {
  const { verdict } = checked, code = codeOfVerdict(verdict), message = quotationMessage(checked, id => note.titles.get(id) ?? id, english);
  if (!code || message === undefined) return undefined;
  const source = verdict.kind === 'elsewhere' ? verdict.others[0]?.source : verdict.kind === 'notFound' ? undefined : verdict.source;
  const key = verdict.kind === 'elsewhere' && source !== undefined ? (await library.keyOf(files, source))?.key : undefined;
  const suggestion = suggestedWords(checked) ?? (key === undefined ? undefined : `[@${key}]`);
  return finding(note, findingSpan(checked, note.text), code, message, { source, suggestion, edits: rewordingEdits(checked, note.text) });
}

interface About { readonly source?: string | undefined; readonly suggestion?: string | undefined; readonly edits?: readonly Edit[] | undefined }

function finding({ path, text, paths, off }: Checked, { start, end }: Span, code: ProblemCode, message: string, about: About = {}): Finding | undefined {
  const severity = levelOf(code, {}), edits = (about.edits ?? []).map(edit => ({ ...regionIn(text, edit.span), text: edit.text }));
  if (severity === 'off' || off.includes(code)) return undefined;
  const source = about.source === undefined ? null : paths.get(about.source) ?? about.source;
  return { file: path, ...regionIn(text, { start, end }), severity, code, message, source, suggestion: about.suggestion ?? null, edits };
}

function regionIn(text: string, { start, end }: Span): Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = placeOf(text, start), to = placeOf(text, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
