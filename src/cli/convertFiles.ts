import { readFileSync, realpathSync } from 'node:fs';
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

/** Converts files in order; `print` gets each text, `tell` each sentence about a file that failed or needed no conversion. False where one failed. */
export async function convertFiles({ files, target, words, output, force }: ConvertFiles, tables: Tables, print: (text: string) => Promise<void>, tell: (sentence: string) => void): Promise<boolean> {
  const texts = new LoneTexts(tables);
  texts.words = words;
  const copies = output === undefined ? [] : copyPaths(files, output);
  let allWell = true;
  for (const [at, file] of files.entries()) {
    const converted = convertFile(file, target, texts, tables), copy = copies[at];
    if (converted.ok && converted.value.isSame) tell(`${file}: nothing to convert`);
    if (converted.ok && copy === undefined) { await print(converted.value.text); continue; }
    const failure = converted.ok ? writeCopy(copy ?? file, converted.value.text, { force, files }) : whyNot(converted.error);
    if (failure === undefined) continue;
    tell(`${file}: ${failure}`);
    allWell = false;
  }
  return allWell;
}

interface ConvertedFile { readonly text: string; /** Is in that script already, or has no Chinese. */ readonly isSame: boolean }

/** A file in another script, as UTF-8. */
function convertFile(file: string, target: ScriptTarget, texts: LoneTexts, tables: Tables): Result<ConvertedFile, ReadError> {
  const bytes = file === '-' ? { ok: true as const, value: readFileSync(0) } : readBytes(file);
  if (!bytes.ok) return bytes;
  const converted = texts.convertFile(file, bytes.value, target);
  if (!converted.ok) return converted;
  if (converted.value.kind === 'converted') return { ok: true, value: { text: converted.value.text, isSame: false } };
  const decoded = decode(bytes.value, tables);
  return decoded.ok ? { ok: true, value: { text: decoded.value.raw, isSame: true } } : decoded;
}

const whyNot = (error: ReadError): string =>
  (error.kind === 'unsupported' ? `${error.format} is not converted; “seedbed read --script” prints its text` : explain(error));

/** Writes a copy, never over one of the files that are converted; gives what went wrong. */
function writeCopy(copy: string, text: string, { force, files }: Pick<ConvertFiles, 'force' | 'files'>): string | undefined {
  if (files.some(file => realPath(file) === realPath(copy))) return 'its copy would take its own place; choose another folder';
  const written = writeWhole(copy, text, force);
  if (written === 'there') return `${copy} is there already; --force replaces it`;
  return written === 'written' ? undefined : `its copy cannot be written: ${written.message}`;
}

/** The path behind links; a link to the folder of the files would else let a copy take the place of one. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
