import { addItems } from '../core/cite/bibliography';
import { Best } from '../core/cite/best';
import type { BibliographyEntry, BibliographyFile } from '../core/cite/bibliographyFile';
import { scoreCandidate, toAsked, type Asked, type Candidate } from '../core/cite/candidate';
import { changeEntry, type FieldChanges } from '../core/cite/changeEntry';
import type { CslItem } from '../core/cite/cslItem';
import { addBibEntries } from '../core/cite/entries/addBibEntries';
import { changeBibEntry } from '../core/cite/entries/changeBibEntry';
import { initialTable } from '../core/cite/initials';
import { findProblems, type KnownKey } from '../core/cite/problems/findProblems';
import { codeOf } from '../core/cite/problems/problemCodes';
import { isNearKey, nearestKeys } from '../core/cite/problems/nearestKeys';
import type { Result, SourceId } from '../core/document';
import type { SourceSummary } from '../core/library/summary';
import { readFrontMatter } from '../core/markdown/frontMatter';
import { ignoredProblems } from '../core/markdown/ignoredProblems';
import { foldText } from '../core/script/fold';
import type { Tables } from '../core/text/tables';
import { contentLike, textOf } from './bibliographyContent';
import { BibliographyFiles, isBib, readNow } from './bibliographyFiles';
import { CitedItems } from './citedItems';
import { CitedSources, type CitedLibrary } from './citedSources';
import { freeKey, KeyLookup } from './keyLookup';
import { noteScan } from './noteScans';
import type { BibliographyAddress, BibliographyError, BibliographyState, CheckedCitations, CitationRow, CitingPort, CompletionQuery, FileContent, FilePlace, FileSpan, FoundKey, NoteMatter, PlacedEdit, PlacedProblem } from './citingPort';

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
  private readonly files: BibliographyFiles;
  private readonly sources: CitedSources;
  private readonly lookup: KeyLookup;
  readonly items: CitedItems;
  private readonly fold = (text: string): string => foldText(text, this.tables);

  constructor(library: CitedLibrary, private readonly tables: Tables) {
    this.files = new BibliographyFiles(this.fold);
    this.sources = new CitedSources(library, this.fold);
    this.lookup = new KeyLookup(this.sources);
    this.items = new CitedItems(this.files, this.sources, this.lookup, this.fold);
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
    return Promise.resolve(keys.map(key => this.lookup.find(key, opened)));
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
    const entry = this.lookup.entryOf(source, opened);
    return entry ? { key: entry.raw.key, hasEntry: true } : { key: freeKey(source, opened), hasEntry: false };
  }

  addEntries(address: BibliographyAddress, content: FileContent | undefined, items: readonly CslItem[]): Promise<Result<FileContent, BibliographyError>> {
    const text = content === undefined ? undefined : textOf(content);
    if (text === undefined && content !== undefined) return Promise.resolve({ ok: false, error: { kind: 'notText' } });
    const added = (isBib(address) ? addBibEntries : addItems)(text, items);
    return Promise.resolve(added.ok ? { ok: true, value: contentLike(content, added.value) } : added);
  }

  async checkNote(files: readonly BibliographyAddress[], note: string): Promise<CheckedCitations> {
    const { named, references, isBroken } = await readFrontMatter(note), opened = this.files.opened(files), own = new Set(references.map(({ id }) => id));
    const keys = [...this.lookup.keysIn(opened), ...own], isNear = (key: string): boolean => isNearKey(key, keys);
    const find = (key: string): KnownKey => (own.has(key) ? { entries: 1 } : this.known(key, opened));
    const scan = noteScan(note), isIgnored = ignoredProblems(note, scan);
    const problems = findProblems(note, scan, { isEmpty: keys.length === 0, find, isNear });
    return { problems: problems.filter(problem => !isIgnored(codeOf(problem), problem.span)).slice(0, MOST_IN_NOTE), named, isBroken };
  }

  nearestKeys(files: readonly BibliographyAddress[], key: string): Promise<readonly string[]> {
    return Promise.resolve(nearestKeys(key, this.lookup.keysIn(this.files.opened(files))));
  }

  changeEntry(address: BibliographyAddress, content: FileContent, key: string, changes: FieldChanges): Promise<FileContent | undefined> {
    const text = textOf(content), change = isBib(address) ? changeBibEntry : changeEntry, changed = text === undefined ? undefined : change(text, key, changes);
    return Promise.resolve(changed === undefined ? undefined : contentLike(content, changed));
  }

  private known(key: string, files: readonly BibliographyFile[]): KnownKey {
    const { item, source } = this.lookup.find(key, files), entries = files.reduce((sum, file) => sum + file.countOf(key), 0);
    return { entries, item, source, made: () => (source === undefined ? undefined : this.sources.item(source)) };
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
    const withEntry = this.lookup.sourcesWithEntry(files);
    for (const source of this.sources.list) {
      if (withEntry.has(source.id)) continue;
      const candidate = this.sources.candidate(source);
      const score = scoreCandidate(candidate, asked, table);
      if (score > 0) yield { candidate, score, from: source };
    }
  }

  private row({ candidate: { key, title, name, date }, from }: Hit, files: readonly BibliographyFile[]): CitationRow {
    if ('id' in from) return { key: freeKey(from, files), title, name, date, source: from.id, hasEntry: false };
    const source = this.lookup.sourceOf(from.entry, from.file);
    return { key, title, name, date, ...(source && { source: source.id }), hasEntry: true };
  }

}

/** As long as nothing is typed, the entries added last: nobody looks through all of them. */
const worthAsking = (file: BibliographyFile, { folded }: Asked): readonly BibliographyEntry[] => (folded === '' ? file.entries.slice(-MOST_ROWS) : file.entries);

/** Whether an entry that is not read yet may fit, told by its text as it stands. */
const mayFit = ({ raw }: BibliographyEntry, asked: Asked): boolean => raw.text.toLowerCase().includes(asked.folded);

/** The better first, then what stands near, then the newest. */
const compareHits = (a: Hit, b: Hit): number =>
  b.score - a.score || b.nearness - a.nearness || compare(b.candidate.date, a.candidate.date) || compare(a.candidate.key, b.candidate.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
