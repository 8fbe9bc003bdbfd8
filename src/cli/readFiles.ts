import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ReadError, SourceId } from '../core/document';
import type { Library } from '../core/library/library';
import { MAX_SOURCE_BYTES } from '../core/library/limits';

/** Puts every file into the library; gives their ids in the order of `paths`. */
export function readFiles(paths: readonly string[], library: Library, now: string): readonly SourceId[] {
  const ids = paths.map((path, at) => `${at}:${path}`);
  paths.forEach((path, at) => {
    const id = ids[at] ?? path;
    const bytes = readBytes(path);
    if ('kind' in bytes) library.fail(id, path, bytes);
    else library.put({ id, path, bytes, hash: createHash('sha256').update(bytes).digest('hex'), now });
  });
  library.settle();
  return ids;
}

function readBytes(path: string): Uint8Array | ReadError {
  try {
    const { size } = statSync(path);
    return size > MAX_SOURCE_BYTES ? { kind: 'tooLarge', bytes: size, limit: MAX_SOURCE_BYTES } : readFileSync(path);
  } catch (error) {
    return toReadError(error);
  }
}

function toReadError(error: unknown): ReadError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'forbidden' };
  if (code === 'EISDIR') return { kind: 'failed', message: 'it is a folder' };
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** An error in words, for the command line. */
export function explain(error: ReadError): string {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  switch (error.kind) {
    case 'empty': return 'the file is empty';
    case 'binary': return 'the file is not text';
    case 'tooLarge': return `the file has ${megabytes(error.bytes)}; at most ${megabytes(error.limit)} are read`;
    case 'missing': return 'the file does not exist';
    case 'forbidden': return 'the file may not be read';
    case 'unsupported': return `${error.format} is not read`;
    case 'failed': return error.message;
  }
}
