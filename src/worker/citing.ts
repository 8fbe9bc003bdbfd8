import { addItem, parseBibliography } from '../core/cite/bibliography';
import { Best } from '../core/cite/best';
import { BibliographyFile, type BibliographyEntry, type EntryFormat } from '../core/cite/bibliographyFile';
import { scoreCandidate, sourceCandidate, toAsked, type Asked, type Candidate } from '../core/cite/candidate';
import { changeEntry, type FieldChanges } from '../core/cite/changeEntry';
import { issueKey } from '../core/cite/citekey';
import type { CslItem } from '../core/cite/cslItem';
import { addBibEntry } from '../core/cite/entries/addBibEntry';
import { findBibEntries } from '../core/cite/entries/bibEntries';
import { findCslEntries, readCslEntry } from '../core/cite/entries/cslEntries';
import { loadBibReader, type ReadBibEntry } from '../core/cite/entries/readBibEntry';
import { MarkedFiles, placeOfAddress } from '../core/cite/fileMarks';
import { initialTable } from '../core/cite/initials';
import { findProblems, type KnownKey } from '../core/cite/problems/findProblems';
import { nearestKeys } from '../core/cite/problems/nearestKeys';
import type { Result, SourceId } from '../core/document';
import type { SourceSummary } from '../core/library/summary';
import { bibliographyOf, namedBibliographies } from '../core/markdown/frontMatter';
import { scanNote } from '../core/markdown/scan';
import { foldText } from '../core/script/fold';
import type { Tables } from '../core/text/tables';
import type { BibliographyAddress, BibliographyError, BibliographyProblems, BibliographyState, CheckedCitations, CitationRow, CitingPort, CompletionQuery, EntryProblem, FileContent, FilePlace, FoundKey, PlacedProblem } from './citingPort';
import { filePlace, offsetAt } from './filePlace';
import { pacer } from './pacer';
import { withPlaces } from './withPlaces';

/** Rows of one completion: what a person looks through, and what the editor sorts at each keystroke. */
const MOST_ROWS = 100;

/** Broken entries that are told: a file of another kind has nothing else. */
const MOST_PROBLEMS = 100;

/** Work and rest while nobody waits, in milliseconds. */
const IN_TIME = { slice: 10, rest: 20 };

/** Problems that are told of one note: more than anybody mends one by one. */
const MOST_IN_NOTE = 500;

/** What citing asks of the library. */
export interface CitedLibrary {
  /** Readable sources as they are shown; another list once anything has changed. */
  summaries(): readonly SourceSummary[];
  /** The entry that a source would be given now. */
  item(id: SourceId): CslItem | undefined;
}

interface Shelf { readonly sources: readonly SourceSummary[]; readonly marked: MarkedFiles<SourceSummary>; readonly byUrl: ReadonlyMap<string, SourceSummary>; readonly byKey: ReadonlyMap<string, SourceSummary> }

/** Something that fits what was typed. */
interface Hit {
  readonly candidate: Candidate;
  readonly score: number;
  /** How near to the cursor it is cited already; 0 where it is not. */
  readonly nearness: number;
  readonly from: SourceSummary | { readonly file: BibliographyFile; readonly entry: BibliographyEntry };
}

/** The bibliographies of all notes beside the sources of the library. */
export class Citing implements CitingPort {
  private readonly files = new Map<BibliographyAddress, BibliographyFile>();
  private readonly texts = new Map<BibliographyAddress, string>();
  /** Resolve once the files are read behind everything else. */
  private readonly inTime = new Map<BibliographyAddress, Promise<void>>();
  private readonly strict = new Map<BibliographyAddress, { readonly text: string; readonly problem: BibliographyError | undefined }>();
  private readonly candidates = new WeakMap<SourceSummary, Candidate>();
  private readonly made = new WeakMap<SourceSummary, CslItem>();
  private readBibEntry: Promise<ReadBibEntry> | undefined;
  private shelf: Shelf | undefined;
  /** The sources with an entry, as long as neither the shelf nor the files change. */
  private entered: { readonly shelf: Shelf; readonly lists: readonly (readonly BibliographyEntry[])[]; readonly ids: ReadonlySet<SourceId> } | undefined;
  private readonly fold: (text: string) => string;

  constructor(private readonly library: CitedLibrary, private readonly tables: Tables) {
    this.fold = text => foldText(text, tables);
  }

  async putBibliography(address: BibliographyAddress, content: FileContent | undefined): Promise<BibliographyState> {
    const text = content === undefined ? undefined : textOf(content);
    if (text === undefined) {
      this.files.delete(address);
      this.texts.delete(address);
      this.inTime.delete(address);
      return { entries: 0, isText: content === undefined };
    }
    const format = await this.formatOf(address);
    const file = this.files.get(address) ?? new BibliographyFile(address, format, this.fold);
    file.update(text);
    this.files.set(address, file);
    this.texts.set(address, text);
    this.inTime.set(address, this.readInTime(file));
    return { entries: file.entries.length, isText: true };
  }

  bibliographyNames(matter: string): Promise<readonly string[]> {
    return bibliographyOf(matter);
  }

  lookUp(files: readonly BibliographyAddress[], keys: readonly string[]): Promise<readonly FoundKey[]> {
    const opened = this.opened(files);
    return Promise.resolve(keys.map(key => this.find(key, opened)));
  }

  complete({ files, typed, cited }: CompletionQuery): Promise<readonly CitationRow[]> {
    const opened = this.opened(files), asked = toAsked(typed, this.fold);
    const nearness = new Map(cited.map((key, at) => [key, cited.length - at]));
    const best = new Best<Hit>(MOST_ROWS, compareHits);
    for (const hit of this.hits(opened, asked)) best.add({ ...hit, nearness: nearness.get(hit.candidate.key) ?? 0 });
    return Promise.resolve(best.list.map(hit => this.row(hit, opened)));
  }

  async keyOf(files: readonly BibliographyAddress[], id: SourceId): Promise<{ readonly key: string; readonly hasEntry: boolean } | undefined> {
    const opened = this.opened(files);
    for (const file of opened) await this.read(file);
    const source = this.shelved().sources.find(each => each.id === id);
    if (!source) return undefined;
    const entry = this.entryOf(source, opened);
    return entry ? { key: entry.raw.key, hasEntry: true } : { key: freeKey(source, opened), hasEntry: false };
  }

  addEntry(address: BibliographyAddress, content: FileContent | undefined, item: CslItem): Promise<Result<FileContent, BibliographyError>> {
    const text = content === undefined ? undefined : textOf(content);
    if (text === undefined && content !== undefined) return Promise.resolve({ ok: false, error: { kind: 'notText' } });
    const added = isBib(address) ? { ok: true as const, value: addBibEntry(text, item) } : addItem(text, item);
    return Promise.resolve(added.ok && typeof content === 'object' ? { ok: true, value: new TextEncoder().encode(added.value) } : added);
  }

  async problemsOf(address: BibliographyAddress): Promise<BibliographyProblems> {
    const file = this.files.get(address), text = this.texts.get(address);
    if (!file || text === undefined) return { entries: [] };
    await this.read(file);
    const entries = file.problems();
    const problem = isBib(address) ? unclosedProblem(text, entries) : this.strictProblem(address, text);
    return { ...(problem && { file: problem }), entries };
  }

  entryPlace(address: BibliographyAddress, key: string): Promise<{ readonly from: FilePlace; readonly to: FilePlace } | undefined> {
    const text = this.texts.get(address), span = this.files.get(address)?.entry(key)?.raw.keySpan;
    if (text === undefined || !span || text.slice(span.start, span.end) !== key) return Promise.resolve(undefined);
    return Promise.resolve({ from: filePlace(text, span.start), to: filePlace(text, span.end) });
  }

  keyAt(address: BibliographyAddress, place: FilePlace): Promise<string | undefined> {
    const text = this.texts.get(address), file = this.files.get(address);
    if (text === undefined || !file) return Promise.resolve(undefined);
    const offset = offsetAt(text, place);
    return Promise.resolve(file.entries.find(({ raw: { span } }) => span.start <= offset && offset <= span.end)?.raw.key);
  }

  async placedProblemsOf(address: BibliographyAddress): Promise<readonly PlacedProblem[]> {
    await this.inTime.get(address);
    const { entries } = await this.problemsOf(address);
    return withPlaces(this.texts.get(address) ?? '', entries.slice(0, MOST_PROBLEMS));
  }

  async checkNote(files: readonly BibliographyAddress[], note: string): Promise<CheckedCitations> {
    const named = await namedBibliographies(note), opened = this.opened(files);
    const isEmpty = opened.every(file => file.entries.length === 0) && this.shelved().sources.length === 0;
    const problems = findProblems(note, scanNote(note), { isEmpty, find: key => this.known(key, opened) });
    return { problems: problems.slice(0, MOST_IN_NOTE), named };
  }

  nearestKeys(files: readonly BibliographyAddress[], key: string): Promise<readonly string[]> {
    const keys = new Set(this.opened(files).flatMap(file => [...file.keys]));
    for (const { citekey } of this.shelved().sources) keys.add(citekey);
    return Promise.resolve(nearestKeys(key, keys));
  }

  changeEntry(content: FileContent, key: string, changes: FieldChanges): Promise<FileContent | undefined> {
    const text = textOf(content), changed = text === undefined ? undefined : changeEntry(text, key, changes);
    return Promise.resolve(changed !== undefined && typeof content === 'object' ? new TextEncoder().encode(changed) : changed);
  }

  private known(key: string, files: readonly BibliographyFile[]): KnownKey {
    const { item, source } = this.find(key, files), entries = files.reduce((sum, file) => sum + file.countOf(key), 0);
    return { entries, item, source, made: () => (source === undefined ? undefined : this.madeItem(source)) };
  }

  /** Made once for each reading of a source: its page has to be unpacked for it. */
  private madeItem(id: SourceId): CslItem | undefined {
    const summary = this.shelved().sources.find(source => source.id === id);
    if (!summary) return undefined;
    const known = this.made.get(summary);
    if (known) return known;
    const item = this.library.item(id);
    if (item) this.made.set(summary, item);
    return item;
  }

  /** Looked for once in each text. */
  private strictProblem(address: BibliographyAddress, text: string): BibliographyError | undefined {
    const known = this.strict.get(address);
    if (known?.text === text) return known.problem;
    const problem = strictProblem(text);
    this.strict.set(address, { text, problem });
    return problem;
  }

  /** The converter of `.bib` files is loaded with the first of them. */
  private async formatOf(address: BibliographyAddress): Promise<EntryFormat> {
    if (!isBib(address)) return { find: findCslEntries, read: readCslEntry };
    this.readBibEntry ??= loadBibReader();
    return { find: findBibEntries, read: await this.readBibEntry };
  }

  private opened(files: readonly BibliographyAddress[]): readonly BibliographyFile[] {
    return files.map(address => this.files.get(address)).filter(file => file !== undefined);
  }

  /** Reads what nobody asked for yet, a little at a time: a note that is being opened needs the processor more. */
  private async readInTime(file: BibliographyFile): Promise<void> {
    const pause = pacer(IN_TIME), work = file.reading();
    while (!work.next().done) await pause();
  }

  private async read(file: BibliographyFile): Promise<void> {
    const pause = pacer(), work = file.reading();
    while (!work.next().done) await pause();
  }

  private find(key: string, files: readonly BibliographyFile[]): FoundKey {
    for (const file of files) {
      const entry = file.entry(key);
      if (!entry) continue;
      const item = file.item(entry), source = this.sourceOf(entry, file);
      return { key, ...(item && { item }), entry: { bibliography: file.address, keySpan: entry.raw.keySpan }, ...(source && { source: source.id }) };
    }
    const source = this.shelved().byKey.get(key);
    return { key, ...(source && { source: source.id }) };
  }

  /** The source of an entry, wherever its file stands now, else the one of the same address in the web. */
  private sourceOf(entry: BibliographyEntry, file: BibliographyFile): SourceSummary | undefined {
    const mark = file.markOf(entry), url = file.item(entry)?.URL;
    return (mark && this.shelved().marked.find(mark)) ?? (url ? this.shelved().byUrl.get(url) : undefined);
  }

  /** The entry that was made for a source, unless it stands for another one by now. */
  private entryOf(source: SourceSummary, files: readonly BibliographyFile[]): BibliographyEntry | undefined {
    for (const file of files) {
      const entry = file.entryOf({ place: placeOfAddress(source.id), hash: source.hash });
      const found = entry && this.sourceOf(entry, file);
      if (found && (found.id === source.id || found.hash === source.hash)) return entry;
    }
    return undefined;
  }

  private *hits(files: readonly BibliographyFile[], asked: Asked): Iterable<Omit<Hit, 'nearness'>> {
    const table = initialTable(this.tables);
    for (const [at, file] of files.entries()) {
      const earlier = files.slice(0, at);
      for (const entry of worthAsking(file, asked)) {
        if (!entry.reading.isRead && !mayFit(entry, asked)) continue;
        const candidate = file.candidate(entry);
        const score = candidate ? scoreCandidate(candidate, asked, table) : 0;
        if (candidate && score > 0 && file.entry(candidate.key) === entry && !earlier.some(each => each.hasKey(candidate.key))) yield { candidate, score, from: { file, entry } };
      }
    }
    const withEntry = this.sourcesWithEntry(files);
    for (const source of this.shelved().sources) {
      if (withEntry.has(source.id)) continue;
      const candidate = this.candidateOf(source);
      const score = scoreCandidate(candidate, asked, table);
      if (score > 0) yield { candidate, score, from: source };
    }
  }

  private row({ candidate: { key, title, name, date }, from }: Hit, files: readonly BibliographyFile[]): CitationRow {
    if ('id' in from) return { key: freeKey(from, files), title, name, date, source: from.id, hasEntry: false };
    const source = this.sourceOf(from.entry, from.file);
    return { key, title, name, date, ...(source && { source: source.id }), hasEntry: true };
  }

  /** The sources that entries read so far were made for. */
  private sourcesWithEntry(files: readonly BibliographyFile[]): ReadonlySet<SourceId> {
    const shelf = this.shelved(), lists = files.map(file => file.entries), known = this.entered;
    if (known?.shelf === shelf && known.lists.length === lists.length && lists.every((list, at) => list === known.lists[at])) return known.ids;
    const found = new Set<SourceId>();
    for (const file of files) {
      for (const entry of file.entries) {
        const source = entry.reading.isRead ? this.sourceOf(entry, file) : undefined;
        if (source) found.add(source.id);
      }
    }
    this.entered = files.every(file => file.isRead) ? { shelf, lists, ids: found } : undefined;
    return found;
  }

  private candidateOf(source: SourceSummary): Candidate {
    const known = this.candidates.get(source);
    if (known) return known;
    const made = sourceCandidate(source, this.fold);
    this.candidates.set(source, made);
    return made;
  }

  private shelved(): Shelf {
    const sources = this.library.summaries();
    if (this.shelf?.sources === sources) return this.shelf;
    const marked = new MarkedFiles<SourceSummary>(), byUrl = new Map<string, SourceSummary>(), byKey = new Map<string, SourceSummary>();
    for (const source of sources) {
      marked.add({ place: placeOfAddress(source.id), hash: source.hash }, source);
      if (source.url && !byUrl.has(source.url)) byUrl.set(source.url, source);
      if (source.citekey && !byKey.has(source.citekey)) byKey.set(source.citekey, source);
    }
    this.shelf = { sources, marked, byUrl, byKey };
    return this.shelf;
  }
}

/** As long as nothing is typed, the entries added last: nobody looks through all of them. */
const worthAsking = (file: BibliographyFile, { folded }: Asked): readonly BibliographyEntry[] => (folded === '' ? file.entries.slice(-MOST_ROWS) : file.entries);

/** Whether an entry that is not read yet may fit, told by its text as it stands. */
const mayFit = ({ raw }: BibliographyEntry, asked: Asked): boolean => raw.text.toLowerCase().includes(asked.folded);

const freeKey = (source: SourceSummary, files: readonly BibliographyFile[]): string => issueKey(source.citekey, { has: key => files.some(file => file.hasKey(key)) });

/** The better first, then what stands near, then the newest. */
const compareHits = (a: Hit, b: Hit): number =>
  b.score - a.score || b.nearness - a.nearness || compare(b.candidate.date, a.candidate.date) || compare(a.candidate.key, b.candidate.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isBib = (address: BibliographyAddress): boolean => /\.bib$/i.test(address);

/** Undefined for bytes that are not UTF-8. A byte order mark stays: places count from the beginning of the file. */
function textOf(content: FileContent): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** What a strict reader of BibTeX stumbles over. */
function unclosedProblem(text: string, problems: readonly EntryProblem[]): BibliographyError | undefined {
  const unclosed = problems.find(({ kind }) => kind === 'unclosed');
  return unclosed && { kind: 'unclosed', line: text.slice(0, unclosed.span.start).split('\n').length };
}

/** What a strict reader of JSON, such as pandoc, stumbles over. */
function strictProblem(text: string): BibliographyError | undefined {
  if (text.trim() === '') return undefined;
  try {
    if (Array.isArray(JSON.parse(text.replace(/^\uFEFF/, '')))) return undefined;
  } catch {
    // the place of the error is told by a parser that keeps places
  }
  const parsed = parseBibliography(text);
  return parsed.ok ? undefined : parsed.error;
}
