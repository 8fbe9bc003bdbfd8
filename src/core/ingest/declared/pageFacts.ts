/** A script element as it stands in a page. */
export interface PageScript { readonly type: string; readonly id: string; readonly text: string }

/** A thing of microdata or RDFa that properties belong to: its types in small letters, and the property it is the value of. */
export interface Item { readonly type: string; readonly property: string; readonly owner: Item | undefined }

/** A property of microdata or RDFa, its name in small letters without a prefix; `item` is the thing it belongs to. */
export interface Property { readonly name: string; readonly value: string; readonly item: Item | undefined }

/** The places of a page where it speaks of itself, in document order. */
export interface PageFacts {
  /** What meta tags say, by name in small letters without spaces, dashes and underlines. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** `<title>`. */
  readonly title: string;
  /** `<link rel="canonical">`. */
  readonly canonical: string;
  readonly scripts: readonly PageScript[];
  /** `datetime` of `<time>` that is marked as the time of publication or stands in an article; marked ones first. */
  readonly times: readonly string[];
  readonly properties: readonly Property[];
}
