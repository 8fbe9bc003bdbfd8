import type { BibliographyError } from '../core/cite/bibliography';
import type { FieldChanges } from '../core/cite/changeEntry';
import type { CslItem } from '../core/cite/cslItem';
import type { EntryProblem } from '../core/cite/entries/rawEntry';
import type { CitationProblem } from '../core/cite/problems/findProblems';
import type { Result, SourceId, Span } from '../core/document';

export type { BibliographyError, CitationProblem, CslItem, EntryProblem, FieldChanges };

/** The address of a bibliography file, such as `file:///a/references.json`. */
export type BibliographyAddress = string;

/** What a key of a note stands for; without `item` and `source` nobody knows it. */
export interface FoundKey {
  readonly key: string;
  /** What its entry says; undefined where there is none, or a broken one. */
  readonly item?: CslItem;
  /** In the first of the files that has an entry of the key. */
  readonly entry?: { readonly bibliography: BibliographyAddress };
  /** The source the entry was made for; without an entry the one that would be given this key. */
  readonly source?: SourceId;
}

export interface CompletionQuery {
  /** The bibliographies of the note, in order. */
  readonly files: readonly BibliographyAddress[];
  /** What was typed behind the `@`: part of a key, of a title in either script, of a name, of a date, or initials in pinyin. */
  readonly typed: string;
  /** Keys the note cites already, the nearest first; they come first where they fit. */
  readonly cited: readonly string[];
}

/** One row of a completion. */
export interface CitationRow {
  readonly key: string;
  readonly title: string;
  /** The outlet, else the authors. */
  readonly name: string;
  /** ISO 8601 to any precision; empty where none is known. */
  readonly date: string;
  readonly source?: SourceId;
  /** Whether a bibliography has the key; else an entry is due once it is cited. */
  readonly hasEntry: boolean;
}

/** A place in a file as editors count: lines and characters from 0. */
export interface FilePlace { readonly line: number; readonly character: number }

export interface FileSpan { readonly from: FilePlace; readonly to: FilePlace }

/** A broken entry and where it stands. */
export interface PlacedProblem extends EntryProblem, FileSpan {}

/** A change of a file. */
export interface PlacedEdit extends FileSpan { readonly text: string }

/** The text of a buffer, or a file as it stands on the disk: it is decoded where nobody waits for it. */
export type FileContent = string | Uint8Array;

export interface BibliographyState {
  readonly entries: number;
  /** False for bytes that are not UTF-8. */
  readonly isText: boolean;
}

/** What the front matter of a note says about citing. */
export interface NoteMatter {
  /** The files it names, in order. */
  readonly bibliographies: readonly string[];
  /** The style that it names, as `csl:` has it. */
  readonly style?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** What is amiss in a note; spans are offsets in it. */
export interface CheckedCitations {
  readonly problems: readonly CitationProblem[];
  /** The bibliographies that its front matter names. */
  readonly named: readonly { readonly name: string; readonly span: Span }[];
  /** Whether the front matter cannot be read though it may name a bibliography. */
  readonly isBroken: boolean;
}

/** Bibliographies and what is cited from them, beside the library. */
export interface CitingPort {
  /** Takes a bibliography over as it stands now, `undefined` for one that is gone. Bytes are given away. */
  putBibliography(address: BibliographyAddress, content: FileContent | undefined): Promise<BibliographyState>;
  /** What front matter says about citing; nothing where it is broken. `matter` holds its lines of hyphens too. */
  noteMatter(matter: string): Promise<NoteMatter>;
  /** What keys stand for, in their order. */
  lookUp(files: readonly BibliographyAddress[], keys: readonly string[]): Promise<readonly FoundKey[]>;
  /** What can be cited and fits, best first, a hundred rows at most. */
  complete(query: CompletionQuery): Promise<readonly CitationRow[]>;
  /** The key of a source: that of its entry, else one that none of the files has, for a new entry. */
  keyOf(files: readonly BibliographyAddress[], source: SourceId): Promise<{ readonly key: string; readonly hasEntry: boolean } | undefined>;
  /** The content of a bibliography with more entries, as text or bytes as it came; every other byte stays. */
  addEntries(address: BibliographyAddress, content: FileContent | undefined, items: readonly CslItem[]): Promise<Result<FileContent, BibliographyError>>;
  /** Why other programs will not read a bibliography as a whole; its sound entries are known to Seedbed all the same. Nothing is read for it. */
  problemOf(address: BibliographyAddress): Promise<BibliographyError | undefined>;
  /** The broken entries of a bibliography with their places, the first hundred; waits until the file was read without hurry. */
  entryProblems(address: BibliographyAddress): Promise<readonly PlacedProblem[]>;
  /** Where the key of an entry stands in a bibliography; undefined where there is none. */
  entryPlace(address: BibliographyAddress, key: string): Promise<FileSpan | undefined>;
  /** The key of the entry that stands at a place of a bibliography. */
  keyAt(address: BibliographyAddress, place: FilePlace): Promise<string | undefined>;
  /** What renames the entries of a key in a bibliography, sorted: their own keys, and in a `.bib` file the fields of other entries that name them. */
  keyEdits(address: BibliographyAddress, key: string, name: string): Promise<readonly PlacedEdit[]>;
  /** Everything that is amiss about the citations of a note and not ignored by a comment in it, and the bibliographies its front matter names. */
  checkNote(files: readonly BibliographyAddress[], note: string): Promise<CheckedCitations>;
  /** The keys that were most likely meant by one that nobody knows, three at most. */
  nearestKeys(files: readonly BibliographyAddress[], key: string): Promise<readonly string[]>;
  /** A bibliography with fields of an entry changed, by their paths in CSL-JSON, and every other byte kept; undefined without such an entry. */
  changeEntry(address: BibliographyAddress, content: FileContent, key: string, changes: FieldChanges): Promise<FileContent | undefined>;
}
