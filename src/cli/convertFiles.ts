import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OwnWords, ReadError, Result, ScriptTarget } from '../core/document';
import { decode } from '../core/ingest/decode';
import type { Tables } from '../core/text/tables';
import { LoneTexts } from '../worker/loneTexts';
import { copyPaths } from './copyPaths';
import { explain, readBytes } from './readFiles';
import { writeWhole } from './writeWhole';

/** What is converted to what, and where it goes: without `output` to the standard output. */
export interface ConvertFiles {
  readonly files: readonly string[];
  readonly target: ScriptTarget;
  readonly words: OwnWords;
  readonly output?: string;
  /** Replaces copies that are there already. */
  readonly force: boolean;
}

/** Converts files in order; `print` gets each text, `complain` each sentence about a file that failed. False where one did. */
export async function convertFiles({ files, target, words, output, force }: ConvertFiles, tables: Tables, print: (text: string) => Promise<void>, complain: (sentence: string) => void): Promise<boolean> {
  const texts = new LoneTexts(tables);
  texts.words = words;
  const copies = output === undefined ? [] : copyPaths(files, output);
  let allWell = true;
  for (const [at, file] of files.entries()) {
    const converted = convertFile(file, target, texts, tables), copy = copies[at];
    if (converted.ok && copy === undefined) { await print(converted.value); continue; }
    const failure = converted.ok ? writeCopy(copy ?? file, converted.value, { force, files }) : whyNot(converted.error);
    if (failure === undefined) continue;
    complain(`${file}: ${failure}`);
    allWell = false;
  }
  return allWell;
}

/** A file in another script; one that is in it already, or has no Chinese, as UTF-8. */
function convertFile(file: string, target: ScriptTarget, texts: LoneTexts, tables: Tables): Result<string, ReadError> {
  const bytes = file === '-' ? { ok: true as const, value: readFileSync(0) } : readBytes(file);
  if (!bytes.ok) return bytes;
  const converted = texts.convertFile(file, bytes.value, target);
  if (!converted.ok) return converted;
  if (converted.value.kind === 'converted') return { ok: true, value: converted.value.text };
  const decoded = decode(bytes.value, tables);
  return decoded.ok ? { ok: true, value: decoded.value.raw } : decoded;
}

const whyNot = (error: ReadError): string =>
  (error.kind === 'unsupported' ? `${error.format} is not converted; “seedbed read --script” prints its text` : explain(error));

/** Writes a copy, never over one of the files that are converted; gives what went wrong. */
function writeCopy(copy: string, text: string, { force, files }: Pick<ConvertFiles, 'force' | 'files'>): string | undefined {
  if (files.some(file => resolve(file) === resolve(copy))) return 'its copy would take its own place; choose another folder';
  const written = writeWhole(copy, text, force);
  if (written === 'there') return `${copy} is there already; --force replaces it`;
  return written === 'written' ? undefined : `its copy cannot be written: ${written.message}`;
}
