import type { CslItem } from '../core/cite/cslItem';
import type { Result, ScriptTarget, SourceId } from '../core/document';
import type { DataFormat } from '../core/references/exportReferences';
import type { FormattedReference, ReferenceForm } from '../core/references/formatReferences';
import type { MatchedBy } from '../core/references/matchItems';
import type { BuiltInStyle } from '../core/references/builtInStyles';
import type { StyleError } from '../core/references/styleSheet';
import type { BibliographyAddress, FileContent } from './citingPort';

export type { DataFormat, ReferenceForm, StyleError };

/** Keys in the order in which a note cites them. */
export interface CitedKeys {
  readonly kind: 'keys';
  readonly files: readonly BibliographyAddress[];
  readonly keys: readonly string[];
  /** The front matter of the note, which may hold entries of its own. */
  readonly matter?: string;
  /** Whether all that the note is to list is asked for: every entry then where its front matter says `nocite: @*`. */
  readonly isList?: boolean;
}

/** What references are made of; `files` are the bibliographies that are asked first. */
export type Referenced = CitedKeys
  | { readonly kind: 'sources'; readonly files: readonly BibliographyAddress[]; readonly sources: readonly SourceId[] }
  /** Every entry, and every source without one. */
  | { readonly kind: 'all'; readonly files: readonly BibliographyAddress[] };

/** A style that comes with Seedbed, or the XML of another. */
export type StyleChoice = { readonly name: BuiltInStyle } | { readonly xml: string };

export interface ReferenceLook {
  readonly style: StyleChoice;
  /** BCP 47; wins over the language of the style. */
  readonly language?: string;
  /** What Chinese references are written in; without it as their entries have it. */
  readonly script?: ScriptTarget;
  readonly as: ReferenceForm;
}

export interface FormattedList {
  /** In the order that the style asks. */
  readonly references: readonly FormattedReference[];
  /** Keys that nothing is known of. */
  readonly unknown: readonly string[];
}

export interface ExportedList { readonly text: string; readonly count: number; readonly unknown: readonly string[] }

/** A bibliography of another program: its name tells the format. */
export interface ImportedFile { readonly name: string; readonly content: FileContent }

export type ImportError = 'notText' | 'notRead' | 'nothing';

/** One entry that is read, and what becomes of it. */
export interface ImportRow {
  readonly key: string;
  readonly title: string;
  /** `taken`: the bibliography has another entry of the key; `present`: the same. */
  readonly outcome: 'new' | 'present' | 'taken';
  readonly match?: { readonly source: SourceId; readonly by: MatchedBy };
}

export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  /** Those of the new rows, in their order. */
  readonly items: readonly CslItem[];
  /** Entries that could not be read. */
  readonly broken: number;
}

/** References as styles and other programs want them. */
export interface ReferencesPort {
  /** Formatted by a style, in a thread of its own. */
  formatReferences(what: Referenced, look: ReferenceLook): Promise<Result<FormattedList, StyleError>>;
  exportReferences(what: Referenced, format: DataFormat): Promise<ExportedList>;
  /** Reads CSL-JSON, BibTeX, BibLaTeX or RIS, and finds the sources of its entries; nothing is written. */
  planImport(file: ImportedFile, files: readonly BibliographyAddress[]): Promise<Result<ImportPlan, ImportError>>;
}
