import type { ReadError, Region, Script, SourceFormat, SourceId } from '../document';

/** What tree, pick lists and hovers show of a source; small enough to hold ten thousand of them. */
export interface SourceSummary {
  readonly id: SourceId;
  readonly path: string;
  readonly error?: ReadError;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly script: Script;
  readonly region?: Region;
  /** Empty where the page has no headline; the view then shows the lead or the file's name. */
  readonly title: string;
  readonly series: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly site?: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly section: readonly string[];
  readonly url?: string;
  readonly capturedNotBefore?: string;
  /** The first 200 to 300 characters of the body, repaired, cut at a sentence where one ends there. */
  readonly lead: string;
  /** The key a first citation would be given; an issued key lives in the bibliography and wins. */
  readonly citekey: string;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly repairs: number;
  readonly hiddenBlocks: number;
  /** Ids of the topics the source stands under, the main one first. */
  readonly topics: readonly string[];
}

export interface Topic {
  /** Stable while its members are: derived from the label. */
  readonly id: string;
  readonly label: string;
  readonly members: readonly SourceId[];
}
