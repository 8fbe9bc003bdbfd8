import { Worker } from 'node:worker_threads';
import type { Result } from '../core/document';
import type { FormattedReference, ReferenceRequest } from '../core/references/formatReferences';
import type { StyleError } from '../core/references/styleSheet';
import type { StyleChoice } from './referencesPort';

export type FormatRequest = Omit<ReferenceRequest, 'style'> & { readonly style: StyleChoice };
export type FormatQuestion = FormatRequest & { readonly call: number };

type Answer = Result<readonly FormattedReference[], StyleError>;
export interface FormatAnswer { readonly call: number; readonly answer: Answer }

/** Formats references by a style. */
export interface Formatter { format(request: FormatRequest): Promise<Answer> }

/** A style of the writer's may have no end; two thousand references take some seconds. In milliseconds. */
const PATIENCE_MS = 120_000;

/** A thread that nobody needs is ended, for its memory; starting it again takes a tenth of a second. In milliseconds. */
const REST_MS = 120_000;

/** A list of two thousand references takes a third of it; a hostile style would take all there is. */
const MOST_MEMORY_MB = 1024;

/** Formats in a thread of its own, which starts with the first request: citeproc-js works in one go, and a style may be hostile. */
export class FormatterThread implements Formatter {
  private thread: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private calls = 0;
  private rest: NodeJS.Timeout | undefined;

  constructor(private readonly file: string, private readonly patience = PATIENCE_MS) {}

  /** One after the other. */
  format(request: FormatRequest): Promise<Answer> {
    const turn = this.last.then(() => this.ask(request));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    clearTimeout(this.rest);
    const { thread } = this;
    this.thread = undefined;
    void thread?.terminate();
  }

  private ask(request: FormatRequest): Promise<Answer> {
    clearTimeout(this.rest);
    const thread = this.thread ??= new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } }), call = ++this.calls;
    return new Promise(resolve => {
      const done = (answer: Answer): void => {
        clearTimeout(timer);
        thread.off('message', answered).off('error', died);
        this.rest = setTimeout(() => this.dispose(), REST_MS);
        this.rest.unref();
        resolve(answer);
      };
      const answered = (message: FormatAnswer): void => { if (message.call === call) done(message.answer); };
      const died = (error: unknown): void => { this.dispose(); done({ ok: false, error: { kind: 'broken', detail: error instanceof Error ? error.message : String(error) } }); };
      const timer = setTimeout(() => { this.dispose(); done({ ok: false, error: { kind: 'endless' } }); }, this.patience);
      thread.on('message', answered).on('error', died);
      thread.postMessage({ ...request, call } satisfies FormatQuestion);
    });
  }
}
