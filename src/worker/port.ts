/**
 * The library behind one small asynchronous port: the host sends bytes and questions, and keeps summaries only.
 * Every argument and answer survives structured clone; the same port stands before a library in process or in a worker.
 */
import type { Doubt, OwnWords, ReadError, Reason, Repair, Result, Role, ScriptTarget, SourceId, Writing } from '../core/document';
import type { ReaderPage, ReaderSelection, ReaderView } from '../core/render/page';
import type { Quotation } from '../core/render/quotation';
import type { Corrections } from '../core/corrections/corrections';
import type { Correctable, CorrectableBlock, CorrectedPage, ListedSite, RecurringLine, SiteReport, SourceDetail } from '../core/library/correctable';
import type { Ambiguity } from '../core/script/ambiguities';
import type { CslItem } from '../core/cite/cslItem';
import type { SourceSummary, Topic } from '../core/library/summary';
import type { CitingPort } from './citingPort';
import type { PassagesPort } from './passagesPort';
import type { QuotationsPort } from './quotationsPort';
import type { ReferencesPort } from './referencesPort';
import type { SharingPort } from './sharingPort';

export type { BibliographyError, CitationProblem, CitationRow, CslItem, EntryProblem, FieldChanges, FileSpan, FoundKey, NoteMatter, PlacedProblem } from './citingPort';
export type { Difference, FoundPassage, SourceText } from './passagesPort';
export type { Agreement, CheckedPassage, CheckedQuotation, Verdict } from './quotationsPort';
export type { CitedKeys, ExportedList, FormattedList, ImportedFile, ImportError, ImportPlan, ImportRow, Referenced, ReferenceForm, ReferenceLook, StyleChoice, StyleError } from './referencesPort';
export type { Carrier, ComparedPassages, OtherPlace, SharedPassage, SharedQuotation } from './sharingPort';

export type { Ambiguity, Correctable, CorrectableBlock, CorrectedPage, ListedSite, Quotation, RecurringLine, SiteReport, SourceDetail, SourceSummary, Topic };

export type SourceChange =
  | { readonly kind: 'put'; readonly id: SourceId; /** Relative to its workspace folder, with `/`. */ readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'fail'; readonly id: SourceId; readonly path: string; readonly error: ReadError }
  | { readonly kind: 'remove'; readonly id: SourceId }
  /** All that the writer put right, in place of what was so far. */
  | { readonly kind: 'correct'; readonly corrections: Corrections };

/** What an update changed; `topics` is always the whole list. */
export interface ShelfChange {
  readonly changed: readonly SourceSummary[];
  readonly removed: readonly SourceId[];
  readonly topics: readonly Topic[];
}

/** A line the text loses when it is stripped in place, with its reason. */
export interface StrippedLines { readonly from: number; readonly to: number; readonly role: Role; readonly reason: Reason }

export type Conversion =
  | { readonly kind: 'converted'; readonly text: string; readonly from: Writing; readonly ambiguities: readonly Ambiguity[] }
  /** The text is in that script already, or has none to convert. */
  | { readonly kind: 'unchanged'; readonly from: Writing };

export interface ConvertOptions {
  /** Code, addresses, targets of links, citation keys and keys of front matter stay as they are. */
  readonly isMarkdown?: boolean;
  /** How the text around is written, where `text` is a part of it. */
  readonly writing?: Writing;
}

/** What could be mended in a text, spam and narrowed punctuation included, and what is beyond it. */
export interface Damage { readonly repairs: readonly Repair[]; readonly lost: readonly Doubt[] }

export interface DamageOptions {
  /** Punctuation in code, addresses, citations and front matter stays as it is. */
  readonly isMarkdown?: boolean;
}

export interface LibraryPort extends CitingPort, PassagesPort, QuotationsPort, ReferencesPort, SharingPort {
  /**
   * Applies changes in order and re-reads what depends on the whole library. Say `more` when further changes follow at once: sites and
   * topics then wait for the last of them, and the rows of this batch come sooner.
   */
  apply(changes: readonly SourceChange[], more?: boolean): Promise<ShelfChange>;
  /** The page of a source as the reader shows it. */
  page(id: SourceId, view: ReaderView): Promise<Result<ReaderPage, ReadError>>;
  /** What a selection in the reader quotes; undefined where it holds no text of the source. */
  quote(id: SourceId, view: ReaderView, selection: ReaderSelection): Promise<Quotation | undefined>;
  /** Sources whose title (in either script), publisher, date, key or path match all words of `query`, best first. */
  search(query: string): Promise<readonly SourceId[]>;
  /** Clean Markdown with front matter; with `lines` (1-based, inclusive) only what stands in them. */
  cleanMarkdown(source: StripTarget, lines?: readonly [number, number]): Promise<Result<string, ReadError>>;
  /** The lines that are boilerplate, for stripping in place. */
  boilerplate(source: StripTarget): Promise<Result<readonly StrippedLines[], ReadError>>;
  /** The decoded text of a source as Seedbed reads it, to tell whether the editor opened it in another encoding. */
  decoded(id: SourceId): Promise<Result<{ readonly raw: string; readonly encoding: string }, ReadError>>;
  /** `text` in another script. */
  convert(text: string, target: ScriptTarget, options?: ConvertOptions): Promise<Conversion>;
  /** A file in another script, as UTF-8 text; Markdown is told by its name, and pages that are no text are refused as unsupported. */
  convertFile(path: string, bytes: Uint8Array, target: ScriptTarget): Promise<Result<Conversion, ReadError>>;
  /** The characters of a Traditional text that a conversion may have got wrong. */
  ambiguities(text: string): Promise<readonly Ambiguity[]>;
  writingOf(text: string): Promise<Writing>;
  /** Which words all conversions from now on leave alone or make otherwise. */
  useWords(words: OwnWords): Promise<void>;
  /** Repairs are sorted and disjoint; those of any choice of kinds can be made without the others. */
  findDamage(text: string, options?: DamageOptions): Promise<Damage>;
  /** The CSL item of a source, with `id` set to the suggested key and `custom.seedbed` to path and hash. */
  cslItem(id: SourceId): Promise<Result<CslItem, ReadError>>;
  /** What of a source can be put right: blocks by their index in its page. */
  correctable(id: SourceId, blocks: readonly number[]): Promise<Correctable | undefined>;
  /** The fields of a source with what its page says of them. */
  details(id: SourceId): Promise<readonly SourceDetail[] | undefined>;
  /** What was learnt of the site of a source. */
  siteReport(id: SourceId): Promise<SiteReport | undefined>;
  /** The sites of the library, those with the most pages first. */
  listSites(): Promise<readonly ListedSite[]>;
  dispose(): void;
}

/** A source of the library, or a text that is not (yet) one, as it stands in an editor. */
export type StripTarget =
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'text'; readonly path: string; readonly text: string };
