import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { lazyTables } from '../core/text/tables';
import { LibraryService } from './libraryService';
import type { Request, Response } from './messages';

const service = new LibraryService(lazyTables(name => readFileSync(join(__dirname, 'tables', `${name}.json`), 'utf8')));

parentPort?.on('message', (request: Request) => {
  answer(request).then(
    (value): Response => ({ call: request.call, value }),
    (error: unknown): Response => ({ call: request.call, failed: { message: error instanceof Error ? error.message : String(error), stack: (error instanceof Error && error.stack) || '' } }),
  ).then(response => parentPort?.postMessage(response)).catch((error: unknown) => { throw error; });
});

/** Calls the method a request names; its arguments were typed where it was sent. */
async function answer(request: Request): Promise<unknown> {
  switch (request.method) {
    case 'apply': return service.apply(...request.args);
    case 'page': return service.page(...request.args);
    case 'quote': return service.quote(...request.args);
    case 'search': return service.search(...request.args);
    case 'cleanMarkdown': return service.cleanMarkdown(...request.args);
    case 'boilerplate': return service.boilerplate(...request.args);
    case 'decoded': return service.decoded(...request.args);
    case 'convert': return service.convert(...request.args);
    case 'convertFile': return service.convertFile(...request.args);
    case 'ambiguities': return service.ambiguities(...request.args);
    case 'writingOf': return service.writingOf(...request.args);
    case 'useWords': return service.useWords(...request.args);
    case 'findDamage': return service.findDamage(...request.args);
    case 'cslItem': return service.cslItem(...request.args);
    case 'correctable': return service.correctable(...request.args);
    case 'details': return service.details(...request.args);
    case 'siteReport': return service.siteReport(...request.args);
    case 'putBibliography': return service.putBibliography(...request.args);
    case 'bibliographyNames': return service.bibliographyNames(...request.args);
    case 'lookUp': return service.lookUp(...request.args);
    case 'complete': return service.complete(...request.args);
    case 'keyOf': return service.keyOf(...request.args);
    case 'addEntry': return service.addEntry(...request.args);
    case 'problemsOf': return service.problemsOf(...request.args);
    case 'entryPlace': return service.entryPlace(...request.args);
    case 'keyAt': return service.keyAt(...request.args);
    case 'placedProblemsOf': return service.placedProblemsOf(...request.args);
    case 'checkNote': return service.checkNote(...request.args);
    case 'nearestKeys': return service.nearestKeys(...request.args);
    case 'changeEntry': return service.changeEntry(...request.args);
    case 'listSites': return service.listSites();
    case 'findPassage': return service.findPassage(...request.args);
    case 'sourceText': return service.sourceText(...request.args);
    case 'selectionAt': return service.selectionAt(...request.args);
  }
}
