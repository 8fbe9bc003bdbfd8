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

export interface CslDate { readonly 'date-parts': readonly (readonly number[])[] }

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
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly URL?: string;
  readonly custom?: { readonly seedbed?: SeedbedMark };
}
