import { suggestKeys } from '../cite/citekey';
import type { SourceId } from '../document';
import type { Topics } from '../topic/findTopics';
import { searchEntries, toSearchEntry, type SearchEntry } from './search';
import type { Reading, Shelved, Unreadable } from './shelved';
import { summariseFailure } from './summarise';
import type { SourceSummary } from './summary';

/** A summary as it was shown, what it was made from, and what a search reads of it. */
interface Row { readonly from: Reading | Unreadable; readonly entry: SearchEntry }

/** Rows looked at between two steps while nothing about them changed, and rows made anew: a few milliseconds each. */
const UNCHANGED_STEP = 2000, CHANGED_STEP = 50;

/** The summaries of a shelf as they were last shown. */
export class Rows {
  private readonly rows = new Map<SourceId, Row>();
  private order: readonly Reading[] = [];
  private readable: readonly SourceSummary[] | undefined;

  constructor(private readonly fold: (text: string) => string) {}

  summary(id: SourceId): SourceSummary | undefined { return this.rows.get(id)?.entry.summary; }

  /** The rows of readable sources; another list once one has changed. */
  summaries(): readonly SourceSummary[] {
    this.readable ??= [...this.rows.values()].map(row => row.entry.summary).filter(summary => !summary.error);
    return this.readable;
  }

  /** Takes a row away; says whether there was one. */
  remove(id: SourceId): boolean {
    this.readable = undefined;
    return this.rows.delete(id);
  }

  /** Sources in which all words of `query` occur, best first. */
  search(query: string): readonly SourceSummary[] {
    return searchEntries([...this.rows.values()].map(row => row.entry), query, this.fold);
  }

  /** Brings the rows in step with what stands on the shelf and gives those that differ from what was shown. In steps. */
  *update(shelf: readonly (Shelved | Unreadable)[], topics: Topics['bySource']): Generator<undefined, readonly SourceSummary[]> {
    this.order = inOrder(this.order, shelf.flatMap(source => (source.kind === 'source' && source.reading ? [source.reading] : [])));
    yield;
    const keys = suggestKeys(this.order.map(reading => reading.keyBase));
    yield;
    const changed: SourceSummary[] = [];
    for (const [at, reading] of this.order.entries()) {
      const citekey = keys[at] ?? reading.keyBase, own = topics.get(reading.own.id) ?? [];
      if (at % UNCHANGED_STEP === UNCHANGED_STEP - 1) yield;
      if (this.isShown(reading, citekey, own) || !this.show(reading, { ...reading.own, citekey, topics: own })) continue;
      changed.push(...[this.summary(reading.own.id)].filter(summary => summary !== undefined));
      if (changed.length % CHANGED_STEP === 0) yield;
    }
    for (const source of shelf) {
      if (source.kind === 'unreadable' && this.rows.get(source.id)?.from !== source) {
        const summary = summariseFailure(source.id, source.path, source.error);
        if (this.show(source, summary)) changed.push(summary);
      }
    }
    return changed;
  }

  private isShown(reading: Reading, citekey: string, topics: readonly string[]): boolean {
    const row = this.rows.get(reading.own.id), summary = row?.entry.summary;
    return row?.from === reading && summary?.citekey === citekey && isSameList(summary.topics, topics);
  }

  /** Keeps a summary and says whether it differs from the one shown so far. */
  private show(from: Reading | Unreadable, summary: SourceSummary): boolean {
    const known = this.rows.get(summary.id), shown = known?.entry.summary;
    const isSame = JSON.stringify(shown) === JSON.stringify(summary);
    const isSearchedAlike = known?.from === from && shown?.citekey === summary.citekey;
    const entry = known && isSame ? known.entry : known && isSearchedAlike ? { ...known.entry, summary } : toSearchEntry(summary, this.fold);
    this.rows.set(summary.id, { from, entry });
    if (!isSame) this.readable = undefined;
    return !isSame;
  }
}

/** Readings in the order in which keys are given out; those that stood in `before` are there already, so that sorting is quick. */
function inOrder(before: readonly Reading[], now: readonly Reading[]): readonly Reading[] {
  const added = new Set(now);
  const kept = before.filter(reading => added.delete(reading));
  return [...kept, ...added].sort(byDateAndPath);
}

/** Oldest first, pages without a date last. */
function byDateAndPath(a: Reading, b: Reading): number {
  const x = a.own.published ?? '9', y = b.own.published ?? '9';
  return x !== y ? (x < y ? -1 : 1) : a.own.path < b.own.path ? -1 : a.own.path > b.own.path ? 1 : 0;
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean => a === b || (a.length === b.length && a.every((each, at) => each === b[at]));
