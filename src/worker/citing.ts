import { addItems } from '../core/cite/bibliography';
import { Best } from '../core/cite/best';
import type { BibliographyEntry, BibliographyFile } from '../core/cite/bibliographyFile';
import { scoreCandidate, toAsked, type Asked, type Candidate } from '../core/cite/candidate';
import { changeEntry, type FieldChanges } from '../core/cite/changeEntry';
import { issueKey } from '../core/cite/citekey';
import type { CslItem } from '../core/cite/cslItem';
import { addBibEntries } from '../core/cite/entries/addBibEntries';
import { changeBibEntry } from '../core/cite/entries/changeBibEntry';
import { placeOfAddress } from '../core/cite/fileMarks';
import { initialTable } from '../core/cite/initials';
import { findProblems, type KnownKey } from '../core/cite/problems/findProblems';
import { isNearKey, nearestKeys } from '../core/cite/problems/nearestKeys';
import type { Result, SourceId } from '../core/document';
import type { SourceSummary } from '../core/library/summary';
import { readFrontMatter } from '../core/markdown/frontMatter';
import { scanNote } from '../core/markdown/scan';
import { sourceMatcher } from '../core/references/matchItems';
import { foldText } from '../core/script/fold';
import type { Tables } from '../core/text/tables';
import { contentLike, textOf } from './bibliographyContent';
import { BibliographyFiles, isBib, readNow } from './bibliographyFiles';
import { pacer } from './pacer';
import { CitedSources, type CitedLibrary } from './citedSources';
import type { BibliographyAddress, BibliographyError, BibliographyState, CheckedCitations, CitationRow, CitingPort, CompletionQuery, FileContent, FilePlace, FileSpan, FoundKey, NoteMatter, PlacedEdit, PlacedProblem } from './citingPort';
import type { ImportPlan, ImportRow } from './referencesPort';

/** Rows of one completion: what a person looks through, and what the editor sorts at each keystroke. */
const MOST_ROWS = 100;

/** Problems that are told of one note: more than anybody mends one by one. */
const MOST_IN_NOTE = 500;

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
  /** The sources with an entry, as long as neither the library nor the files change. */
  private entered: { readonly sources: readonly SourceSummary[]; readonly lists: readonly (readonly BibliographyEntry[])[]; readonly ids: ReadonlySet<SourceId> } | undefined;
  private readonly files: BibliographyFiles;
  private readonly sources: CitedSources;
  private readonly fold = (text: string): string => foldText(text, this.tables);

  constructor(library: CitedLibrary, private readonly tables: Tables) {
    this.files = new BibliographyFiles(this.fold);
    this.sources = new CitedSources(library, this.fold);
  }

  putBibliography(address: BibliographyAddress, content: FileContent | undefined): Promise<BibliographyState> {
    return this.files.put(address, content);
  }

  problemOf(address: BibliographyAddress): Promise<BibliographyError | undefined> {
    return Promise.resolve(this.files.problemOf(address));
  }

  entryProblems(address: BibliographyAddress): Promise<readonly PlacedProblem[]> {
    return this.files.entryProblems(address);
  }

  entryPlace(address: BibliographyAddress, key: string): Promise<FileSpan | undefined> {
    return Promise.resolve(this.files.entryPlace(address, key));
  }

  keyAt(address: BibliographyAddress, place: FilePlace): Promise<string | undefined> {
    return Promise.resolve(this.files.keyAt(address, place));
  }

  keyEdits(address: BibliographyAddress, key: string, name: string): Promise<readonly PlacedEdit[]> {
    return Promise.resolve(this.files.keyEdits(address, key, name));
  }

  async noteMatter(matter: string): Promise<NoteMatter> {
    const { named, style, language } = await readFrontMatter(matter);
    return { bibliographies: named.map(({ name }) => name), ...(style !== undefined && { style }), ...(language !== undefined && { language }) };
  }

  lookUp(files: readonly BibliographyAddress[], keys: readonly string[]): Promise<readonly FoundKey[]> {
    const opened = this.files.opened(files);
    return Promise.resolve(keys.map(key => this.find(key, opened)));
  }

  complete({ files, typed, cited }: CompletionQuery): Promise<readonly CitationRow[]> {
    const opened = this.files.opened(files), asked = toAsked(typed, this.fold);
    const nearness = new Map(cited.map((key, at) => [key, cited.length - at]));
    const best = new Best<Hit>(MOST_ROWS, compareHits);
    for (const hit of this.hits(opened, asked)) best.add({ ...hit, nearness: nearness.get(hit.candidate.key) ?? 0 });
    return Promise.resolve(best.list.map(hit => this.row(hit, opened)));
  }

  async keyOf(files: readonly BibliographyAddress[], id: SourceId): Promise<{ readonly key: string; readonly hasEntry: boolean } | undefined> {
    const opened = this.files.opened(files);
    for (const file of opened) await readNow(file);
    const source = this.sources.source(id);
    if (!source) return undefined;
    const entry = this.entryOf(source, opened);
    return entry ? { key: entry.raw.key, hasEntry: true } : { key: freeKey(source, opened), hasEntry: false };
  }

  /** What keys say, in their order, and those that say nothing. */
  async itemsOfKeys(files: readonly BibliographyAddress[], keys: readonly string[]): Promise<{ readonly items: readonly CslItem[]; readonly unknown: readonly string[] }> {
    const opened = this.files.opened(files), items: CslItem[] = [], unknown: string[] = [], pause = pacer();
    for (const key of keys) {
      const { item, source, entry } = this.find(key, opened), said = item ?? (source !== undefined && !entry ? this.sources.item(source) : undefined);
      if (said) items.push({ ...said, id: key });
      else unknown.push(key);
      await pause();
    }
    return { items, unknown };
  }

  /** What sources say: their entries where they have one, for they may have been put right there. */
  async itemsOfSources(files: readonly BibliographyAddress[], sources: readonly SourceId[]): Promise<readonly CslItem[]> {
    const opened = this.files.opened(files), pause = pacer(), items: CslItem[] = [];
    for (const file of opened) await readNow(file);
    for (const id of sources) {
      const source = this.sources.source(id), entry = source && this.entryOf(source, opened);
      const item = entry?.reading.item ?? this.sources.item(id);
      if (item && source) items.push({ ...item, id: entry?.raw.key ?? freeKey(source, opened) });
      await pause();
    }
    return items;
  }

  /** What becomes of entries from elsewhere in the first of `files`: each key once, and those that are there stay. */
  async planEntries(files: readonly BibliographyAddress[], items: readonly CslItem[]): Promise<Omit<ImportPlan, 'broken'>> {
    const opened = this.files.opened(files), match = sourceMatcher(this.sources.list, this.fold), pause = pacer();
    const taken = new Map<string, CslItem | undefined>(), rows: ImportRow[] = [], added: CslItem[] = [];
    for (const item of items) {
      const found = match(item), title = item.title ?? '', present = taken.has(item.id) ? taken.get(item.id) : this.find(item.id, opened).item;
      const isTaken = taken.has(item.id) || opened.some(file => file.hasKey(item.id));
      rows.push({ key: item.id, title, outcome: isTaken ? present?.title === item.title ? 'present' : 'taken' : 'new', ...(found && { match: found }) });
      if (!isTaken) { added.push(item); taken.set(item.id, item); }
      await pause();
    }
    return { rows, items: added };
  }

  /** Everything that can be cited: all entries, and the sources that have none. */
  async allItems(files: readonly BibliographyAddress[]): Promise<readonly CslItem[]> {
    const opened = this.files.opened(files);
    for (const file of opened) await readNow(file);
    const entries = opened.flatMap((file, at) => file.entries.filter(entry => file.entry(entry.raw.key) === entry && !opened.slice(0, at).some(each => each.hasKey(entry.raw.key))));
    const entered = this.sourcesWithEntry(opened), others = this.sources.list.filter(({ id }) => !entered.has(id)).map(({ id }) => id);
    return [...entries.flatMap(({ reading: { item } }) => item ?? []), ...await this.itemsOfSources(files, others)];
  }

  addEntries(address: BibliographyAddress, content: FileContent | undefined, items: readonly CslItem[]): Promise<Result<FileContent, BibliographyError>> {
    const text = content === undefined ? undefined : textOf(content);
    if (text === undefined && content !== undefined) return Promise.resolve({ ok: false, error: { kind: 'notText' } });
    const added = (isBib(address) ? addBibEntries : addItems)(text, items);
    return Promise.resolve(added.ok ? { ok: true, value: contentLike(content, added.value) } : added);
  }

  async checkNote(files: readonly BibliographyAddress[], note: string): Promise<CheckedCitations> {
    const { named, references, isBroken } = await readFrontMatter(note), opened = this.files.opened(files), own = new Set(references.map(({ id }) => id));
    const keys = [...this.keysIn(opened), ...own], isNear = (key: string): boolean => isNearKey(key, keys);
    const find = (key: string): KnownKey => (own.has(key) ? { entries: 1 } : this.known(key, opened));
    const problems = findProblems(note, scanNote(note), { isEmpty: keys.length === 0, find, isNear });
    return { problems: problems.slice(0, MOST_IN_NOTE), named, isBroken };
  }

  nearestKeys(files: readonly BibliographyAddress[], key: string): Promise<readonly string[]> {
    return Promise.resolve(nearestKeys(key, this.keysIn(this.files.opened(files))));
  }

  changeEntry(address: BibliographyAddress, content: FileContent, key: string, changes: FieldChanges): Promise<FileContent | undefined> {
    const text = textOf(content), change = isBib(address) ? changeBibEntry : changeEntry, changed = text === undefined ? undefined : change(text, key, changes);
    return Promise.resolve(changed === undefined ? undefined : contentLike(content, changed));
  }

  private keysIn(files: readonly BibliographyFile[]): ReadonlySet<string> {
    const keys = new Set(files.flatMap(file => [...file.keys]));
    for (const { citekey } of this.sources.list) keys.add(citekey);
    return keys;
  }

  private known(key: string, files: readonly BibliographyFile[]): KnownKey {
    const { item, source } = this.find(key, files), entries = files.reduce((sum, file) => sum + file.countOf(key), 0);
    return { entries, item, source, made: () => (source === undefined ? undefined : this.sources.item(source)) };
  }

  private find(key: string, files: readonly BibliographyFile[]): FoundKey {
    for (const file of files) {
      const entry = file.entry(key);
      if (!entry) continue;
      const item = file.item(entry), source = this.sourceOf(entry, file);
      return { key, ...(item && { item }), entry: { bibliography: file.address }, ...(source && { source: source.id }) };
    }
    const source = this.sources.ofKey(key);
    return { key, ...(source && { source: source.id }) };
  }

  /** The source of an entry, wherever its file stands now, else the one of the same address in the web. */
  private sourceOf(entry: BibliographyEntry, file: BibliographyFile): SourceSummary | undefined {
    return this.sources.ofEntry(file.markOf(entry), file.item(entry)?.URL);
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
      let toRead = file.format.perAnswer;
      for (const entry of worthAsking(file, asked)) {
        if (!entry.reading.isRead && (!mayFit(entry, asked) || toRead-- <= 0)) continue;
        const candidate = file.candidate(entry);
        const score = candidate ? scoreCandidate(candidate, asked, table) : 0;
        if (candidate && score > 0 && file.entry(candidate.key) === entry && !earlier.some(each => each.hasKey(candidate.key))) yield { candidate, score, from: { file, entry } };
      }
    }
    const withEntry = this.sourcesWithEntry(files);
    for (const source of this.sources.list) {
      if (withEntry.has(source.id)) continue;
      const candidate = this.sources.candidate(source);
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
    const sources = this.sources.list, lists = files.map(file => file.entries), known = this.entered;
    if (known?.sources === sources && known.lists.length === lists.length && lists.every((list, at) => list === known.lists[at])) return known.ids;
    const found = new Set<SourceId>();
    for (const file of files) {
      for (const entry of file.entries) {
        const source = entry.reading.isRead ? this.sourceOf(entry, file) : undefined;
        if (source) found.add(source.id);
      }
    }
    this.entered = files.every(file => file.isRead) ? { sources, lists, ids: found } : undefined;
    return found;
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
