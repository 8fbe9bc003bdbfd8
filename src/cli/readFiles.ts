import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ReadError, Result, SourceId } from '../core/document';
import { unpack, type Unpacked } from '../core/ingest/unpack';
import type { Library } from '../core/library/library';
import { MAX_SOURCE_BYTES } from '../core/library/limits';

/** Puts every file into the library; gives their ids in the order of `paths`. */
export async function readFiles(paths: readonly string[], library: Library, now: string): Promise<readonly SourceId[]> {
  const ids = paths.map((path, at) => `${at}:${path}`);
  for (const [at, path] of paths.entries()) {
    const id = ids[at] ?? path;
    const file = await openFile(path);
    if (file.ok) library.put({ id, path, ...file.value, now });
    else library.fail(id, path, file.error);
  }
  library.settle();
  return ids;
}

async function openFile(path: string): Promise<Result<Unpacked & { readonly hash: string }, ReadError>> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const unpacked = await unpack(bytes.value);
  return unpacked.ok ? { ok: true, value: { ...unpacked.value, hash: createHash('sha256').update(bytes.value).digest('hex') } } : unpacked;
}

/** The bytes of a file that is not too large. */
export function readBytes(path: string): Result<Uint8Array, ReadError> {
  try {
    const { size } = statSync(path);
    return size > MAX_SOURCE_BYTES ? { ok: false, error: { kind: 'tooLarge', bytes: size, limit: MAX_SOURCE_BYTES } } : { ok: true, value: readFileSync(path) };
  } catch (error) {
    return { ok: false, error: toReadError(error) };
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
    case 'noPage': return 'the archive holds no page';
    case 'tooLarge': return `the file has ${megabytes(error.bytes)}; at most ${megabytes(error.limit)} are read`;
    case 'missing': return 'the file does not exist';
    case 'forbidden': return 'the file may not be read';
    case 'unsupported': return `${error.format} is not read`;
    case 'failed': return error.message;
  }
}
