import { analyse } from '../analyse';
import { baseKey } from '../cite/citekey';
import type { Romanise } from '../cite/romanise';
import type { Corrections } from '../corrections/corrections';
import type { ReadError, Result, SourceDocument, SourceId } from '../document';
import { judge } from '../judge/judge';
import { articleQuotations } from '../quote/articleQuotations';
import type { Printed } from '../quote/findHolders';
import { fingerprints } from '../quote/fingerprints';
import { articleText } from '../quote/searchText';
import { foldText } from '../script/fold';
import { finish } from '../text/finish';
import { fnv } from '../text/fnv';
import type { Tables } from '../text/tables';
import { findTerms } from '../topic/terms';
import { foldAligned } from '../topic/words';
import type { BackgroundFrequency } from '../topic/vectors';
import { AnalysisPacker } from './analysisPacker';
import { correctable, siteReport, sourceDetails, type Correctable, type CorrectedPage, type ListedSite, type ReadSource, type SiteReport, type SourceDetail } from './correctable';
import { bodyText } from './lead';
import { overlayMark, Overlays } from './overlays';
import { Rows } from './rows';
import type { Reading, Shelved, SourceFile, Unreadable } from './shelved';
import { ShelfTopics } from './shelfTopics';
import { Sites, type Site } from './sites';
import { summarise } from './summarise';
import type { SourceSummary, Topic } from './summary';

/** What became of the shelf since it was last settled; `topics` is always the whole list. */
export interface LibraryChange {
  readonly changed: readonly SourceSummary[];
  readonly removed: readonly SourceId[];
  readonly topics: readonly Topic[];
}

/** Documents held after they were asked for: a reader page and what is asked about it next. */
const OPEN_DOCUMENTS = 16;

/** All sources together: what one page says depends on its site, topics and keys on all. Changes take effect with `settle`. */
export class Library {
  private readonly shelf = new Map<SourceId, Shelved | Unreadable>();
  private readonly rows: Rows;
  private readonly packer: AnalysisPacker;
  private readonly documents = new Map<Reading, SourceDocument>();
  private readonly sites = new Sites();
  private readonly overlays = new Overlays();
  private readonly gone = new Set<SourceId>();
  private readonly topics = new ShelfTopics();
  private isSettled = true;
  /** Made anew once a source came, went, or was read otherwise. */
  private printed: readonly Printed<SourceId>[] | undefined;

  constructor(private readonly tables: Tables, private readonly romanise: Romanise) {
    this.rows = new Rows(text => foldText(text, tables));
    this.packer = new AnalysisPacker(tables);
  }

  /** Takes a file in; the same content at the same path costs nothing. */
  put(file: SourceFile): void {
    const known = this.shelf.get(file.id);
    if (known?.kind === 'source' && known.hash === file.hash && known.path === file.path) return;
    const { id, path, hash } = file;
    const analysis = attempt(() => analyse(file.bytes, { id, path, now: file.now }, this.tables, file.archive));
    this.place(analysis.ok ? { kind: 'source', id, path, hash, analysis: this.packer.pack(analysis.value) } : { kind: 'unreadable', id, path, error: analysis.error });
  }

  /** Shows a file that could not be read, with the reason. */
  fail(id: SourceId, path: string, error: ReadError): void {
    this.place({ kind: 'unreadable', id, path, error });
  }

  remove(id: SourceId): void {
    if (!this.shelf.delete(id)) return;
    this.printed = undefined;
    this.gone.add(id);
    this.isSettled = false;
  }

  /** Takes over what the writer put right, in place of what was so far. */
  correct(corrections: Corrections): void {
    this.overlays.take(corrections);
    this.isSettled = false;
  }

  /**
   * Reads what changed since the last call, and says which summaries differ. With `more` to come at once it reads new sources with what
   * is known of their sites so far and leaves the rest for later, so that the first rows come early and a thousand files are not read over for every batch.
   */
  settle(more = false): LibraryChange {
    return finish(this.settling(more));
  }

  /**
   * The same in steps of one source, between which questions can be answered; nothing may be put in or taken out before the last. Once
   * `isHurried`, topics are left for the next call: they take longest in a large library.
   */
  *settling(more = false, isHurried: () => boolean = () => false): Generator<undefined, LibraryChange> {
    if (this.isSettled) return { changed: [], removed: [], topics: this.topics.found.topics };
    const sources = this.sources();
    this.overlays.prepare(sources);
    for (const source of yield* this.due(sources, more)) yield this.judge(source);
    yield;
    this.isSettled = !more && (yield* this.settleTopics(sources, isHurried));
    const removed = [...this.gone].filter(id => this.rows.remove(id));
    this.gone.clear();
    const changed = yield* this.rows.update([...this.shelf.values()], this.topics.found.bySource);
    return { changed, removed, topics: this.topics.found.topics };
  }

  summary(id: SourceId): SourceSummary | undefined { return this.rows.summary(id); }

  /** The readable sources as they are shown; another list once anything has changed. */
  summaries(): readonly SourceSummary[] { return this.rows.summaries(); }

  /** How a source was read; another object once it is read otherwise. */
  readingOf(id: SourceId): object | undefined {
    const source = this.shelf.get(id);
    return source?.kind === 'source' ? source.reading : undefined;
  }

  /** The prints of all articles; another list once anything has changed. */
  prints(): readonly Printed<SourceId>[] {
    this.printed ??= this.sources().flatMap(({ id, reading }) => (reading ? [{ of: id, prints: reading.prints }] : []));
    return this.printed;
  }

  /** What stands in quotation marks in the article of a source, folded. */
  quoted(id: SourceId): readonly string[] {
    const source = this.shelf.get(id);
    return source?.kind === 'source' ? source.reading?.quoted ?? [] : [];
  }

  /** The labels of a summary's topics, the main one first. */
  topicLabels(summary: SourceSummary): readonly string[] {
    return summary.topics.map(id => this.topics.found.topics.find(topic => topic.id === id)?.label ?? id);
  }

  /** A source as it was judged; an id the shelf does not hold is a missing file. */
  document(id: SourceId): Result<SourceDocument, ReadError> {
    const source = this.shelf.get(id);
    if (source?.kind === 'unreadable') return { ok: false, error: source.error };
    return source?.reading ? attempt(() => ({ ok: true, value: this.documentOf(source) })) : { ok: false, error: { kind: 'missing' } };
  }

  /** Reads bytes that are not on the shelf, with what is known of the site where a source of that path is. */
  readLoose(file: Omit<SourceFile, 'hash'>): Result<SourceDocument, ReadError> {
    const { id, path, now } = file;
    const analysis = analyse(file.bytes, { id, path, now }, this.tables, file.archive);
    if (!analysis.ok) return analysis;
    const twin = this.sources().find(source => source.path === file.path);
    const told = judge(analysis.value, twin?.profile);
    return { ok: true, value: twin ? this.overlays.apply(twin, told).document : told };
  }

  /** What of a source can be put right: blocks by their index in the document. */
  correctable(id: SourceId, blocks: readonly number[]): Correctable | undefined {
    const read = this.asTold(id);
    return read && correctable(read, blocks);
  }

  /** The fields of a source with what its page says of them. */
  details(id: SourceId): readonly SourceDetail[] | undefined {
    const read = this.asTold(id);
    return read && sourceDetails(read.told.metadata, read.overlay.source?.details ?? {});
  }

  /** What was learnt of the site of a source. */
  siteReport(id: SourceId): SiteReport | undefined {
    const read = this.asTold(id);
    return read && siteReport(read);
  }

  /** The sites of the shelf, those with the most pages first. */
  listSites(): readonly ListedSite[] {
    const members = new Map<Site, Shelved[]>();
    for (const source of this.sources()) {
      const known = source.site && members.get(source.site);
      if (known) known.push(source); else if (source.site) members.set(source.site, [source]);
    }
    return [...members].map(([site, sources]): ListedSite => {
      const name = site.host ?? sources.find(source => source.reading?.own.site)?.reading?.own.site ?? '';
      return { name, page: sources[0]?.id ?? '', pages: sources.length };
    }).sort((a, b) => b.pages - a.pages);
  }

  /** Sources whose title, people, publisher, date, key or path hold all words of `query`, best first. */
  search(query: string): readonly SourceSummary[] {
    return this.rows.search(query);
  }

  /** A source as it is judged without the writer; made when it is asked for, as few are corrected. */
  private asTold(id: SourceId): ReadSource | undefined {
    const source = this.shelf.get(id);
    if (source?.kind !== 'source' || !source.reading) return undefined;
    const siteName = source.reading.own.site;
    return { source, siteName, told: judge(source.analysis, source.profile), overlay: this.overlays.of(source, siteName), corrected: this.correctedPages(source.site) };
  }

  private correctedPages(site: Site | undefined): readonly CorrectedPage[] {
    return (site?.pages ?? []).flatMap(({ id }) => {
      const page = this.shelf.get(id);
      const own = page?.kind === 'source' ? this.overlays.of(page, undefined).source : undefined;
      return own ? [{ id, details: own.details, blocks: own.blocks }] : [];
    });
  }

  private place(source: Shelved | Unreadable): void {
    this.shelf.set(source.id, source);
    this.printed = undefined;
    this.gone.delete(source.id);
    this.isSettled = false;
  }

  private sources(): readonly Shelved[] {
    return [...this.shelf.values()].filter(source => source.kind === 'source');
  }

  /** Sources that their site or the writer wants read otherwise than they were. */
  private *due(sources: readonly Shelved[], more: boolean): Generator<undefined, ReadonlySet<Shelved>> {
    const taught = yield* this.sites.learn(sources, members => this.overlays.isLearningOff(members), more);
    yield;
    return new Set([...taught, ...sources.filter(source => this.overlays.isDue(source))]);
  }

  private judge(source: Shelved): undefined {
    const reading = attempt(() => ({ ok: true, value: this.read(source) }));
    this.printed = undefined;
    if (reading.ok) source.reading = reading.value;
    else {
      delete source.reading;
      this.shelf.set(source.id, { kind: 'unreadable', id: source.id, path: source.path, error: reading.error });
    }
  }

  private read(source: Shelved): Reading {
    const document = this.correctedDocument(source);
    const own = summarise(document, source);
    const simplified = (name: string | undefined): string => foldAligned(name ?? '', this.tables);
    const names = { publisher: simplified(own.publisher), site: simplified(own.site) };
    noteText(source, own.title, bodyText(document));
    const keyBase = baseKey({ ...names, hash: own.hash, ...(own.published && { published: own.published }) }, this.romanise);
    return { own, keyBase, prints: fingerprints(articleText(document, this.tables)), quoted: articleQuotations(document, this.tables) };
  }

  private correctedDocument(source: Shelved): SourceDocument {
    const { document, overlay } = this.overlays.apply(source, judge(source.analysis, source.profile));
    source.overlay = overlayMark(overlay);
    return document;
  }

  /** The document of a source that was read, judged again unless it was asked for of late: ten thousand would fill the memory. */
  private documentOf(source: Shelved): SourceDocument {
    const { reading } = source;
    const document = (reading && this.documents.get(reading)) ?? this.correctedDocument(source);
    if (reading) this.documents.delete(reading);
    if (reading) this.documents.set(reading, document);
    for (const oldest of this.documents.keys()) if (this.documents.size > OPEN_DOCUMENTS) this.documents.delete(oldest);
    return document;
  }

  /** Counts the terms of sources that have a new text, and finds the topics of all; says whether it came to its end. */
  private *settleTopics(sources: readonly Shelved[], isHurried: () => boolean): Generator<undefined, boolean> {
    for (const source of sources) {
      if (!source.reading || source.uncounted === undefined) continue;
      if (isHurried()) return false;
      source.terms = findTerms(source.reading.own.title, source.uncounted, this.tables);
      delete source.uncounted;
      yield;
    }
    return yield* this.topics.update(sources, this.tables.get<BackgroundFrequency>('documentFrequency'), isHurried);
  }
}

/** Keeps the text of a source until its terms are counted, unless they were counted in the same one. */
function noteText(source: Shelved, title: string, body: string): void {
  const mark = fnv(`${title}\n${body}`);
  if (mark === source.textMark) return;
  source.textMark = mark;
  source.uncounted = body;
}

/** A bug that one file brings out must not take the others off the shelf: it becomes the reason why that file cannot be read. */
function attempt<T>(work: () => Result<T, ReadError>): Result<T, ReadError> {
  try {
    return work();
  } catch (error) {
    return { ok: false, error: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } };
  }
}
