import { Worker } from 'node:worker_threads';
import type { Method, Response } from './messages';
import type { LibraryPort } from './port';

interface Pending { resolve(value: unknown): void; reject(error: Error): void }

/** How often a worker that died is started again: a file that kills it must not do so for ever. */
const RESTARTS = 1;

/**
 * The library in a worker thread. When the worker dies, everything asked of it is rejected and it is started once more, empty;
 * `onRestart` is told, so that the sources can be handed in again.
 */
export function startLibrary(workerFile: string, onRestart?: () => void): LibraryPort {
  return portOf(new WorkerLine(workerFile, onRestart));
}

class WorkerLine {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private calls = 0;
  private restarts = 0;
  private death: Error | undefined;

  constructor(private readonly workerFile: string, private readonly onRestart?: () => void) {
    this.worker = this.start();
  }

  ask<M extends Method>(method: M, args: Parameters<LibraryPort[M]>): ReturnType<LibraryPort[M]> {
    const call = ++this.calls;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (!this.worker) { reject(this.death ?? new Error('the library was closed')); return; }
      this.pending.set(call, { resolve, reject });
      this.worker.postMessage({ call, method, args }, method === 'putBibliography' ? args.flatMap(givenAway) : []);
    });
    return answer as ReturnType<LibraryPort[M]>;
  }

  close(): void {
    const worker = this.worker;
    this.worker = undefined;
    this.rejectAll(new Error('the library was closed'));
    void worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile);
    let cause: Error | undefined;
    worker.on('message', (response: Response) => this.settle(response));
    worker.on('error', (error: unknown) => { cause = error instanceof Error ? error : new Error(String(error)); });
    worker.on('exit', code => { if (this.worker === worker) this.bury(cause ?? new Error(`the library's worker ended with status ${code}`)); });
    return worker;
  }

  private settle(response: Response): void {
    const waiting = this.pending.get(response.call);
    this.pending.delete(response.call);
    if ('failed' in response) waiting?.reject(Object.assign(new Error(response.failed.message), { stack: response.failed.stack }));
    else waiting?.resolve(response.value);
  }

  private bury(cause: Error): void {
    this.death = cause;
    this.worker = this.restarts < RESTARTS ? this.start() : undefined;
    this.rejectAll(cause);
    if (!this.worker) return;
    this.restarts++;
    this.onRestart?.();
  }

  private rejectAll(error: Error): void {
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const each of waiting) each.reject(error);
  }
}

/** Bytes that a caller does not need any more are handed over without being copied: those of a whole file. */
const givenAway = (argument: unknown): ArrayBuffer[] =>
  (argument instanceof Uint8Array && argument.buffer instanceof ArrayBuffer && argument.byteLength === argument.buffer.byteLength ? [argument.buffer] : []);

const portOf = (line: WorkerLine): LibraryPort => ({
  apply: (changes, more = false) => line.ask('apply', [changes, more]),
  page: (id, view) => line.ask('page', [id, view]),
  quote: (id, view, selection) => line.ask('quote', [id, view, selection]),
  search: query => line.ask('search', [query]),
  cleanMarkdown: (source, lines) => line.ask('cleanMarkdown', lines ? [source, lines] : [source]),
  boilerplate: source => line.ask('boilerplate', [source]),
  decoded: id => line.ask('decoded', [id]),
  convert: (text, target, options) => line.ask('convert', options ? [text, target, options] : [text, target]),
  convertFile: (path, bytes, target) => line.ask('convertFile', [path, bytes, target]),
  ambiguities: text => line.ask('ambiguities', [text]),
  writingOf: text => line.ask('writingOf', [text]),
  useWords: words => line.ask('useWords', [words]),
  findDamage: (text, options) => line.ask('findDamage', options ? [text, options] : [text]),
  cslItem: id => line.ask('cslItem', [id]),
  correctable: (id, blocks) => line.ask('correctable', [id, blocks]),
  details: id => line.ask('details', [id]),
  siteReport: id => line.ask('siteReport', [id]),
  listSites: () => line.ask('listSites', []),
  putBibliography: (address, content) => line.ask('putBibliography', [address, content]),
  noteMatter: matter => line.ask('noteMatter', [matter]),
  lookUp: (files, keys) => line.ask('lookUp', [files, keys]),
  complete: query => line.ask('complete', [query]),
  keyOf: (files, source) => line.ask('keyOf', [files, source]),
  addEntries: (address, content, items) => line.ask('addEntries', [address, content, items]),
  problemOf: address => line.ask('problemOf', [address]),
  entryPlace: (address, key) => line.ask('entryPlace', [address, key]),
  keyAt: (address, place) => line.ask('keyAt', [address, place]),
  keyEdits: (address, key, name) => line.ask('keyEdits', [address, key, name]),
  entryProblems: address => line.ask('entryProblems', [address]),
  checkNote: (files, note) => line.ask('checkNote', [files, note]),
  checkQuotations: (files, note, shortest) => line.ask('checkQuotations', [files, note, shortest]),
  nearestKeys: (files, key) => line.ask('nearestKeys', [files, key]),
  changeEntry: (address, content, key, changes) => line.ask('changeEntry', [address, content, key, changes]),
  findPassage: (id, words) => line.ask('findPassage', [id, words]),
  sourceText: (id, span) => line.ask('sourceText', span ? [id, span] : [id]),
  selectionAt: (id, view, span) => line.ask('selectionAt', [id, view, span]),
  sharedPassages: id => line.ask('sharedPassages', [id]),
  sharedQuotations: () => line.ask('sharedQuotations', []),
  stopSharedQuotations: () => line.ask('stopSharedQuotations', []),
  carriersOf: words => line.ask('carriersOf', [words]),
  comparePassage: (id, span, other, otherSpan) => line.ask('comparePassage', [id, span, other, otherSpan]),
  formatReferences: (what, look) => line.ask('formatReferences', [what, look]),
  exportReferences: (what, format) => line.ask('exportReferences', [what, format]),
  planImport: (file, files) => line.ask('planImport', [file, files]),
  dispose: () => line.close(),
});
