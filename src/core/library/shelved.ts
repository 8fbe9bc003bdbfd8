import type { Analysis } from '../cues/analysis';
import type { Archive } from '../ingest/unpack';
import type { SiteProfile } from '../judge/siteProfile';
import type { ReadError, SourceId } from '../document';
import type { Terms } from '../topic/terms';
import type { Site } from './sites';
import type { OwnSummary } from './summarise';

/** A file as it was handed in. */
export interface SourceFile {
  readonly id: SourceId;
  readonly path: string;
  /** The file, or the page that `archive` held. */
  readonly bytes: Uint8Array;
  readonly archive?: Archive;
  /** Hex SHA-256 of the file. */
  readonly hash: string;
  /** Local time of reading, ISO 8601: a page cannot have been published later. */
  readonly now: string;
}

/** What a judgement of one source leads to. */
export interface Reading { readonly own: OwnSummary; readonly keyBase: string; /** Of the article, see `fingerprints`. */ readonly prints: Uint32Array; /** In quotation marks in the article, folded. */ readonly quoted: readonly string[] }

/** A source on the shelf: analysed once, read anew when its site teaches something else. */
export interface Shelved {
  readonly kind: 'source';
  readonly id: SourceId;
  readonly path: string;
  readonly hash: string;
  readonly analysis: Analysis;
  /** Its site, once the whole shelf was looked at. */
  site?: Site;
  profile?: SiteProfile | undefined;
  /** What of the profile applies to the source, as `whatApplies` says it. */
  applies?: string;
  reading?: Reading;
  /** The corrections it was read with, as `overlayMark` tells them. */
  overlay?: string;
  /** Counted in its title and body when topics are asked for. */
  terms?: Terms;
  /** The body as long as its terms are not counted, and a hash of title and body that were counted last. */
  uncounted?: string;
  textMark?: number;
}

export interface Unreadable { readonly kind: 'unreadable'; readonly id: SourceId; readonly path: string; readonly error: ReadError }
