/** What the writer put right, as `.seedbed/corrections.json` holds it. */

/** Fields of a source that one value tells. */
export const singleDetails = ['title', 'published', 'publisher', 'site', 'url'] as const;
/** Fields of a source that may have several values. */
export const listDetails = ['series', 'authors', 'editors', 'section'] as const;

export type SingleDetail = (typeof singleDetails)[number];
export type ListDetail = (typeof listDetails)[number];
export type DetailName = SingleDetail | ListDetail;

/** Fields put right; an empty value says that the page has none. */
export type Details = { readonly [Name in SingleDetail]?: string } & { readonly [Name in ListDetail]?: readonly string[] };

export type CorrectedRole = 'body' | 'boilerplate';

/** A block by its own words: their beginning, and which of the blocks that begin so it is, from 1. */
export interface BlockWords { readonly text: string; readonly nth: number }

export interface BlockCorrection extends BlockWords { readonly role: CorrectedRole }

export interface SourceCorrections {
  /** Hex SHA-256 of the bytes when the source was last corrected. */
  readonly hash: string;
  readonly details: Details;
  readonly blocks: readonly BlockCorrection[];
}

export interface SiteCorrections {
  /** Lines never shown on pages of the site; a line counts by its letters, whatever its numbers are. */
  readonly hidden: readonly string[];
  /** Lines that are always shown on pages of the site. */
  readonly shown: readonly string[];
  /** Whether what the library learnt of the site is left unused. */
  readonly isLearningOff: boolean;
  /** Lines of its pages by which a site without an address is known again. */
  readonly lines: readonly string[];
}

/** All corrections: those of sources by path, those of sites by host or name. */
export interface Corrections {
  readonly sources: ReadonlyMap<string, SourceCorrections>;
  readonly sites: ReadonlyMap<string, SiteCorrections>;
}

export const NO_CORRECTIONS: Corrections = { sources: new Map(), sites: new Map() };

/** A source that is corrected: its path relative to the folder of the file, and the hash of its bytes. */
export interface SourceMark { readonly path: string; readonly hash: string }

/** A site that is corrected; `lines` where no address tells it. */
export interface SiteMark { readonly key: string; readonly lines: readonly string[] }

/** One thing put right: a slot and its new value, where undefined takes the correction back. */
export type Correction =
  | { readonly kind: 'block'; readonly source: SourceMark; readonly block: BlockWords; readonly role: CorrectedRole | undefined }
  | { readonly kind: 'detail'; readonly source: SourceMark; readonly name: DetailName; readonly value: string | readonly string[] | undefined }
  | { readonly kind: 'line'; readonly site: SiteMark; readonly text: string; readonly shows: 'hidden' | 'shown' | undefined }
  | { readonly kind: 'learning'; readonly site: SiteMark; readonly isOff: boolean };
