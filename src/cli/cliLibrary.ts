import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFrontMatter } from '../core/markdown/frontMatter';
import type { LibraryService } from '../worker/libraryService';
import type { SourceSummary } from '../worker/port';
import { findCorrections } from './findCorrections';
import { explain, readBytes } from './readFiles';

/** Takes a sentence about something that is wrong. */
export type Tell = (sentence: string) => void;

/** The id of a file in the library. */
export const addressOf = (path: string): string => pathToFileURL(resolve(path)).toString();

/** Reads files as the sources of the library; gives what those that can be read say of themselves, in order. */
export async function readSources(files: readonly string[], library: LibraryService, fail: Tell): Promise<readonly SourceSummary[]> {
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
    return summary && !summary.error ? [summary] : [];
  });
}

/** The bibliographies of a note, as far as the library could take them over. */
export interface OpenedBibliographies {
  readonly files: readonly string[];
  /** Files that the note names and that do not exist. */
  readonly missing: readonly string[];
  /** Whether each of the others could be read as a whole. */
  readonly isWhole: boolean;
}

/** Hands the bibliographies of a note to the library, and tells which cannot be read. */
export async function openBibliographies(path: string, note: string, library: LibraryService, fail: Tell): Promise<OpenedBibliographies> {
  const named = await bibliographiesOf(path, note), files = named.filter(file => existsSync(file));
  let isWhole = true;
  for (const file of files) {
    const { isText } = await library.putBibliography(addressOf(file), readFileSync(file)), problem = isText ? await library.problemOf(addressOf(file)) : undefined;
    if (!isText) fail(`${file}: it is not UTF-8 text`);
    else if (problem) fail(`${file}: it cannot be read as a whole; entries may be missing`);
    isWhole &&= isText && problem === undefined;
  }
  return { files: files.map(addressOf), missing: named.filter(file => !existsSync(file)), isWhole };
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
