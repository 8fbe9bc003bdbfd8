/** What Seedbed knows of one source. Every place in it is a range of `raw`. */

/** Half-open range of UTF-16 code units in `raw`. */
export interface Span { readonly start: number; readonly end: number }

/** A replacement of `span` by `text`; lists of edits are sorted and disjoint. */
export interface Edit { readonly span: Span; readonly text: string }

export type RepairKind =
  | 'pinyinGloss' | 'shiftedBytes' | 'letterSpacing' | 'mojibake' | 'invisible' | 'compatibility' | 'entity'
  // only where the writer asks for them
  | 'spamLine' | 'punctuation';

/** A mended piece of damage; `certain` is false where a character of `text` is a guess. */
export interface Repair extends Edit {
  readonly kind: RepairKind;
  readonly certain: boolean;
  /** The ranges of `text` that are guessed, where they are known; else a repair that is not certain may be wrong anywhere. */
  readonly guesses?: readonly Span[];
}

/** `lostText` cannot be brought back; the others are slips of the page itself. */
export type DoubtKind = 'lostText' | 'impossibleDate' | 'impossibleTime' | 'wrongWeekday' | 'repeatedMark';

/**
 * What is suspect in a text: it is shown beside the text, which stays as it is. `suggestion` is what may have been meant, `day` (ISO) what
 * it is measured by: the page's own date, or the one printed beside a weekday.
 */
export interface Doubt { readonly span: Span; readonly kind: DoubtKind; readonly suggestion?: string; readonly day?: string }

export type Role = 'body' | 'metadata' | 'boilerplate';

/** How a block is set when it is shown. */
export type BlockKind = 'paragraph' | 'heading' | 'caption' | 'listItem' | 'quotation' | 'table' | 'code';

/** Why a block has its role; the host turns each into a sentence. */
export type Reason =
  // body
  | 'paragraph' | 'heading' | 'caption' | 'editorsNote' | 'guests'
  // metadata
  | 'title' | 'breadcrumb' | 'dateline' | 'byline' | 'editor' | 'credit' | 'licence' | 'disclaimer'
  // boilerplate
  | 'titleRepeat' | 'share' | 'navigation' | 'widget' | 'sectionHeading' | 'related' | 'recommended'
  | 'imageText' | 'spam' | 'recurring' | 'advertisement' | 'comment' | 'outsideBody'
  // boilerplate by the writer's word: this block, or lines like it on the site
  | 'setAside' | 'unwanted';

/** Who gave the role: a rule, the line model, what recurs on the site, or the writer. */
export type Judge = 'rule' | 'model' | 'site' | 'writer';

export interface Block {
  readonly span: Span;
  /** Lines of a text file the block covers, 1-based and inclusive; null where the file has no lines of its own. */
  readonly lines: readonly [from: number, to: number] | null;
  readonly kind: BlockKind;
  readonly role: Role;
  readonly reason: Reason;
  readonly by: Judge;
}

/** Where a field was found. */
export type Origin =
  // printed on the page
  | 'dateline' | 'headline' | 'byline' | 'credits' | 'breadcrumb' | 'lead' | 'page'
  // told beside its text; `saveMark` is a note of the program that saved it, `address` the page's own address
  | 'frontMatter' | 'meta' | 'openGraph' | 'linkedData' | 'microdata' | 'timeElement' | 'pageTitle' | 'script' | 'saveMark' | 'address'
  | 'writer';

export interface Field<T> { readonly value: T; readonly from: Origin; readonly span?: Span }

/** A line of the credits: 监制:刘斌 赵刚. */
export interface Credit { readonly role: string; readonly names: readonly string[] }

export interface Metadata {
  /** The headline without series and media tags, repaired, in the script of the file. */
  readonly title?: Field<string>;
  /** `视频`, `组图` and their like, printed in brackets at the headline. */
  readonly mediaTag?: Field<string>;
  readonly series: readonly Field<string>[];
  /** Local time as ISO 8601 to the printed precision: `2025-06-04`, `2025-06-04T14:44`, `2025-06-04T14:44:07`. */
  readonly published?: Field<string>;
  /** The outlet as the page claims it (来源). */
  readonly publisher?: Field<string>;
  /** The site the page was saved from. */
  readonly site?: Field<string>;
  /** Reporters and writers; never the editor on duty. */
  readonly authors: readonly Field<string>[];
  readonly editors: readonly Field<string>[];
  readonly guests: readonly string[];
  readonly credits: readonly Credit[];
  /** Channels of the breadcrumb, without home page, site and 正文. */
  readonly section: readonly Field<string>[];
  readonly url?: Field<string>;
  /** The newest time printed anywhere on the page: the capture cannot be older. Same form as `published`. */
  readonly capturedNotBefore?: Field<string>;
}

export type Script = 'Hans' | 'Hant' | 'mixed' | 'Jpan' | 'none';

/** Whose characters and words a Chinese text uses; `CN` of Traditional text that was converted from the mainland's. */
export type Region = 'CN' | 'TW' | 'HK';

/** How a text is written; without a region where nothing tells one. */
export interface Writing { readonly script: Script; readonly region?: Region }

/**
 * What a text is shown or converted as; `as-saved` leaves it alone. `hant` is OpenCC's own standard, `twp` and `hkp` change words as well
 * as characters, and `jp` gives kanji.
 */
export const scriptTargets = ['as-saved', 'hans', 'hant', 'tw', 'twp', 'hk', 'hkp', 'jp'] as const;
export type ScriptTarget = typeof scriptTargets[number];

/** What the writer decided about conversions: words that stay as they are, and what others become where that is in the script asked for. */
export interface OwnWords { readonly keep: readonly string[]; readonly pairs: Readonly<Record<string, string>> }

export type SourceFormat = 'text' | 'markdown' | 'html' | 'mhtml';

/** Whether `raw` is the text of the file as an editor shows it, line by line; of a page it is what the page shows. */
export function keepsLines(format: SourceFormat): boolean {
  return format === 'text' || format === 'markdown';
}

/** Opaque: the URI of the file in the editor, its path on the command line. */
export type SourceId = string;

export interface SourceDocument {
  readonly id: SourceId;
  readonly format: SourceFormat;
  /** Label of the decoder that gave `raw`: `utf-8`, `gb18030`, `big5`, `utf-16le`. */
  readonly encoding: string;
  readonly raw: string;
  readonly script: Script;
  readonly region?: Region;
  /** BCP 47 primary language of the body: `zh`, `en`, `ja`; `und` where there is too little text. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  readonly metadata: Metadata;
}

/** Why a file could not be read; the host and the command line turn it into words. */
export type ReadError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  /** An archive of a page without the page. */
  | { readonly kind: 'noPage' }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'failed'; readonly message: string };

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A place in a source that is found again by its words: W3C TextQuoteSelector with a position. */
export interface Passage {
  readonly source: SourceId;
  readonly span: Span;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
