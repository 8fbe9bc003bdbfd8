import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { lazyTables } from '../core/text/tables';
import { FormatterThread } from './formatting';
import { LibraryService } from './libraryService';
import type { Request, Response } from './messages';

const service = new LibraryService(
  lazyTables(name => readFileSync(join(__dirname, 'tables', `${name}.json`), 'utf8')),
  new FormatterThread(join(__dirname, 'formatter.js')),
);

parentPort?.on('message', (request: Request) => {
  answer(request).then(
    (value): Response => ({ call: request.call, value }),
    (error: unknown): Response => ({ call: request.call, failed: { message: error instanceof Error ? error.message : String(error), stack: (error instanceof Error && error.stack) || '' } }),
  ).then(response => parentPort?.postMessage(response)).catch((error: unknown) => { throw error; });
});

/** Calls the method a request names; its arguments were typed where it was sent. */
function answer({ method, args }: Request): Promise<unknown> {
  const methods = service as unknown as Readonly<Record<typeof method, (...given: typeof args) => Promise<unknown>>>;
  return methods[method](...args);
}
