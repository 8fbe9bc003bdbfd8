export interface MadeEntry {
  readonly key: string;
  readonly type: 'article-newspaper' | 'webpage' | 'article-journal' | 'book';
  readonly script: 'Hans' | 'Hant' | 'Latn';
  readonly title: string;
  readonly authors: readonly { readonly literal?: string; readonly family?: string; readonly given?: string }[];
  readonly outlet: string;
  readonly date: string;
  readonly url: string;
  readonly abstract: string;
  readonly custom?: object;
}

export function makeEntries(count: number, words: readonly string[]): readonly MadeEntry[];
export function initialsOf(text: string): string;
export function inOtherScript(entry: Pick<MadeEntry, 'script'>, text: string): string;
export function asCslJson(entries: readonly MadeEntry[]): string;
export function asCslItem(entry: MadeEntry): string;
export function asBibtex(entries: readonly MadeEntry[]): string;
export function asBibEntry(entry: MadeEntry): string;
