import type { Result } from '../document';
import { entryCandidate, type Candidate } from './candidate';
import type { CslItem } from './cslItem';
import type { EntryProblem, RawEntry } from './entries/rawEntry';
import { MarkedFiles, placeOf, type FileMark } from './fileMarks';

/** How the entries of one kind of file are found and read. */
export interface EntryFormat {
  find(text: string): { readonly entries: readonly RawEntry[]; readonly problems: readonly EntryProblem[] };
  /** What entries say, in their order. */
  read(entries: readonly RawEntry[]): readonly Result<CslItem, EntryProblem>[];
  /** Entries that are read in one go while nobody waits for one of them. */
  readonly together: number;
  /** Entries that may be read for one answer; what comes later finds more of them read. */
  readonly perAnswer: number;
}

/** What an entry says, read when it is asked for; entries of the same text share it. */
interface Reading { isRead: boolean; item?: CslItem | undefined; mark?: FileMark | undefined; candidate?: Candidate | undefined; problem?: EntryProblem | undefined }

/** An entry of a file. */
export interface BibliographyEntry { readonly raw: RawEntry; readonly reading: Reading }

/** A bibliography as it stands now. What it says is read entry by entry, and only anew where a text has changed. */
export class BibliographyFile {
  private list: readonly BibliographyEntry[] = [];
  private byKey: ReadonlyMap<string, BibliographyEntry> = new Map();
  private readings = new Map<string, Reading>();
  private found: readonly EntryProblem[] = [];
  /** Those still to be read, the newest last. */
  private unread: BibliographyEntry[] = [];
  private marked: MarkedFiles<BibliographyEntry> | undefined;

  /** @param address of the file, such as `file:///a/references.json` */
  constructor(readonly address: string, readonly format: EntryFormat, private readonly fold: (text: string) => string) {}

  get entries(): readonly BibliographyEntry[] { return this.list; }

  /** Takes the text over as it stands now. */
  update(text: string): void {
    const { entries, problems } = this.format.find(text);
    const readings = new Map<string, Reading>();
    this.list = entries.map(raw => {
      const said = raw.context === undefined ? raw.text : `${raw.context}\n${raw.text}`;
      const reading = this.readings.get(said) ?? readings.get(said) ?? { isRead: false };
      readings.set(said, reading);
      return { raw, reading };
    });
    const byKey = new Map<string, BibliographyEntry>(), twice: EntryProblem[] = [];
    for (const entry of this.list) {
      if (byKey.has(entry.raw.key)) twice.push({ kind: 'duplicate', key: entry.raw.key, span: entry.raw.keySpan });
      else byKey.set(entry.raw.key, entry);
    }
    this.byKey = byKey;
    this.unread = this.list.filter(entry => !entry.reading.candidate && !entry.reading.problem);
    this.readings = readings;
    this.found = [...problems, ...twice];
    this.marked = undefined;
  }

  /** Whether every entry has been read. */
  get isRead(): boolean { return this.unread.length === 0; }

  /** Reads what is not read yet, the newest first, a few entries a step. */
  *reading(): Generator<undefined, void> {
    for (const { unread } = this; unread === this.unread && unread.length > 0;) {
      const next = unread.slice(-this.format.together);
      this.readAll(next);
      for (const entry of next) this.candidate(entry);
      unread.length -= next.length;
      yield;
    }
  }

  /** The entry of a key, the first where there are several. */
  entry(key: string): BibliographyEntry | undefined { return this.byKey.get(key); }

  hasKey(key: string): boolean { return this.byKey.has(key); }

  /** How many entries have a key. */
  countOf(key: string): number {
    return this.byKey.has(key) ? 1 + this.found.filter(problem => problem.kind === 'duplicate' && problem.key === key).length : 0;
  }

  get keys(): Iterable<string> { return this.byKey.keys(); }

  /** What an entry says; undefined where it is broken. */
  item(entry: BibliographyEntry): CslItem | undefined {
    this.readAll([entry]);
    return entry.reading.item;
  }

  candidate(entry: BibliographyEntry): Candidate | undefined {
    const item = this.item(entry);
    return item && (entry.reading.candidate ??= entryCandidate(item, this.fold));
  }

  /** Broken entries in the order of the file; those not read yet are not among them. */
  problems(): readonly EntryProblem[] {
    const broken = this.list.flatMap(({ raw: { span }, reading: { problem } }) => (problem ? [{ ...problem, span }] : []));
    return [...this.found, ...broken].sort((a, b) => a.span.start - b.span.start);
  }

  /** The entry that was made for a file, which may have been renamed or edited since. Reads all entries. */
  entryOf(file: FileMark): BibliographyEntry | undefined {
    this.marked ??= this.mark();
    return this.marked.find(file);
  }

  /** The file an entry was made for. */
  markOf(entry: BibliographyEntry): FileMark | undefined {
    this.item(entry);
    return entry.reading.mark;
  }

  private readAll(entries: readonly BibliographyEntry[]): void {
    const unread = entries.filter(({ reading }) => !reading.isRead);
    if (unread.length === 0) return;
    const read = this.format.read(unread.map(({ raw }) => raw));
    for (const [at, { reading }] of unread.entries()) this.keep(reading, read[at]);
  }

  private keep(reading: Reading, read: Result<CslItem, EntryProblem> | undefined): void {
    reading.isRead = true;
    if (!read) return;
    if (!read.ok) { reading.problem = read.error; return; }
    const mark = read.value.custom?.seedbed;
    reading.item = read.value;
    if (mark) reading.mark = { place: placeOf(mark.path, this.address), hash: mark.hash };
  }

  private mark(): MarkedFiles<BibliographyEntry> {
    const marked = new MarkedFiles<BibliographyEntry>();
    for (const entry of this.list) {
      const mark = this.markOf(entry);
      if (mark) marked.add(mark, entry);
    }
    return marked;
  }
}

