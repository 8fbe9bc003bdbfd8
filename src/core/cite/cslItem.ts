/** The part of CSL-JSON that Seedbed writes; foreign fields of other items are kept as they are. */
export interface CslName {
  readonly literal?: string;
  readonly family?: string;
  readonly given?: string;
  /** “van” in Ludwig van Beethoven, which is left out where the family name stands alone. */
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
}

/** One day, month or year, or the first and the last of a range. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  /** 1 for spring to 4 for winter. */
  readonly season?: string | number;
  /** Whether the date is about right only. */
  readonly circa?: string | number | boolean;
}

/** What names the source of an entry that Seedbed wrote. */
export interface SeedbedMark {
  readonly path: string;
  readonly hash: string;
  /** What `digestOf` made of the entry as Seedbed wrote it; empty where the writer keeps the entry as it is. */
  readonly written?: string;
}

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  /** Where a piece comes from that another carries: a news agency. */
  readonly source?: string;
  /** `视频`; what a broadcast is watched or heard as. */
  readonly medium?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly URL?: string;
  readonly custom?: { readonly seedbed?: SeedbedMark };
}
