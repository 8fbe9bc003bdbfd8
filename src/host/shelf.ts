import * as vscode from 'vscode';
import type { SourceId } from '../core/document';
import type { LibraryPort, ShelfChange, SourceChange, SourceSummary, Topic } from '../worker/port';
import type { CorrectionFiles } from './corrections/correctionFiles';
import { report } from './runCommand';
import { findSources, readSource, watchSources } from './sourceFiles';

/** Files handed to the library at once: the first rows appear early, and a refresh can be stopped in between. */
const BATCH = 64;

export type ShelfState = 'reading' | 'empty' | 'filled';

/** The summaries of all sources in the workspace, kept in step with the files. */
export class Shelf implements vscode.Disposable {
  private readonly summaries = new Map<SourceId, SourceSummary>();
  private readonly changes = new vscode.EventEmitter<void>();
  private watch: vscode.Disposable;
  private queue: Promise<void> = Promise.resolve();
  private reading = true;
  private topicList: readonly Topic[] = [];
  private corrected = 0;
  private readonly listening: vscode.Disposable;

  /** Fires after every batch of files that was read, changed or went away. */
  readonly onDidChange = this.changes.event;

  constructor(readonly library: LibraryPort, private readonly corrections: CorrectionFiles) {
    this.watch = this.startWatching();
    this.listening = corrections.onDidChange(() => void this.correct());
  }

  /** Counts how often corrections were taken over: what a source says may differ though its summary does not. */
  get correctedTimes(): number { return this.corrected; }

  get state(): ShelfState {
    if (this.summaries.size > 0) return 'filled';
    return this.reading ? 'reading' : 'empty';
  }

  /** Whether sources are still to come. */
  get isReading(): boolean { return this.reading; }

  get sources(): readonly SourceSummary[] { return [...this.summaries.values()]; }

  get topics(): readonly Topic[] { return this.topicList; }

  source(id: SourceId): SourceSummary | undefined { return this.summaries.get(id); }

  sourceAt(uri: vscode.Uri): SourceSummary | undefined { return this.summaries.get(uri.toString()); }

  /** Resolves when every file found so far is read. */
  async whenRead(): Promise<void> { await this.queue; }

  /** Looks for sources anew and reads those that came, changed or went; `changed` names files known to differ. */
  update(changed?: ReadonlySet<SourceId>, token?: vscode.CancellationToken): Promise<void> {
    return this.enqueue(() => this.read(changed, token));
  }

  /** Reads every source again, as after a change of what counts as one. */
  refresh(token?: vscode.CancellationToken): Promise<void> {
    this.watch.dispose();
    this.watch = this.startWatching();
    return this.update(undefined, token);
  }

  /** Takes over what the writer put right; resolves when everything shows it. */
  correct(): Promise<void> {
    return this.enqueue(() => this.takeCorrections(false));
  }

  dispose(): void {
    this.watch.dispose();
    this.listening.dispose();
    this.changes.dispose();
    this.library.dispose();
  }

  /** One reading after another; one that failed must not keep the next from starting. */
  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => void report('read', error));
    return this.queue;
  }

  private async takeCorrections(more: boolean): Promise<void> {
    const corrections = await this.corrections.all();
    this.take(await this.library.apply([{ kind: 'correct', corrections }], more));
    this.corrected++;
    this.changes.fire();
  }

  private startWatching(): vscode.Disposable {
    return watchSources(changed => void this.update(changed));
  }

  private async read(changed: ReadonlySet<SourceId> | undefined, token?: vscode.CancellationToken): Promise<void> {
    this.reading = true;
    try {
      if (changed === undefined) await this.takeCorrections(true);
      const found = await findSources(token);
      // A search that was stopped found nothing; that does not mean that nothing is there.
      if (token?.isCancellationRequested) return;
      const ids = new Set(found.files.map(uri => uri.toString()));
      const gone = [...this.summaries.keys()].filter(id => !ids.has(id));
      await this.apply([...gone.map((id): SourceChange => ({ kind: 'remove', id })), ...found.failures], true);
      const due = found.files.filter(uri => changed === undefined || changed.has(uri.toString()) || !this.summaries.has(uri.toString()));
      for (let at = 0; at < due.length && !token?.isCancellationRequested; at += BATCH) {
        await this.apply(await Promise.all(due.slice(at, at + BATCH).map(readSource)), true);
      }
      await this.apply([], false);
    } finally {
      this.reading = false;
      this.changes.fire();
    }
  }

  /** With `more` to come, sites and topics are left for the last call. */
  private async apply(changes: readonly SourceChange[], more: boolean): Promise<void> {
    if (changes.length === 0 && more) return;
    this.take(await this.library.apply(changes, more));
    this.changes.fire();
  }

  private take(change: ShelfChange): void {
    for (const id of change.removed) this.summaries.delete(id);
    for (const summary of change.changed) this.summaries.set(summary.id, summary);
    this.topicList = change.topics;
  }
}
