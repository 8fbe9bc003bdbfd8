import type { Span } from '../document';

/** A key of a citation; `span` runs from the `@` to the end of the key, closing brace included. */
export interface CitedKey {
  readonly key: string;
  readonly span: Span;
  /** What follows the key up to `;` or `]`, without the leading comma. */
  readonly locator?: string;
  /** Where the locator stands. */
  readonly locatorSpan?: Span;
  /** What follows the key up to `;` or `]` as it is written, with its comma: pandoc's `citationSuffix`. */
  readonly suffix?: string;
  readonly prefix?: string;
  /** Where the prefix stands. */
  readonly prefixSpan?: Span;
  readonly suppressAuthor: boolean;
  /** Whether the author is named in the text: the first key of `@a [p. 3; @b]`. */
  readonly inText: boolean;
  /** Whether it is written `@{key}`. */
  readonly braced: boolean;
  /** Prefix, key and suffix between brackets and semicolons, without them; for a key in the text the key alone. */
  readonly part: Span;
}

/** `[see @a, p. 3; -@b]`, `@a`, `@a [p. 3]` or `@a [p. 3; @b]`, as pandoc reads them. */
export interface Citation {
  readonly span: Span;
  readonly keys: readonly CitedKey[];
  readonly bracketed: boolean;
  /** Whether it stands in front matter, whose texts pandoc reads as markdown. */
  readonly inMatter?: true;
}

// pandoc's citeKey: inner punctuation counts only before another letter, digit or underscore, and `:` and `/` before a slash
const KEY = /@(?:\{((?:[^{}\s]|\{(?:[^{}\s]|\{[^{}\s]*\})*\})+)\}|([\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*))/uy;

/** A key at the `@` of `at`, whatever stands before it. */
export function writtenKeyAt(text: string, at: number): { readonly key: string; readonly end: number; readonly braced: boolean } | undefined {
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  const key = found?.[1] ?? found?.[2];
  return key ? { key, end: KEY.lastIndex, braced: found?.[1] !== undefined } : undefined;
}

/** The key at the `@` of `at`; none after a letter or digit, which also keeps e-mail addresses and `据报道@key` out. */
export function keyAt(text: string, at: number): { readonly key: string; readonly span: Span } | undefined {
  if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  const found = writtenKeyAt(text, at);
  return found && { key: found.key, span: { start: at, end: found.end } };
}

/** A citation at its place in the note. */
export function movedCitation({ span, keys, ...rest }: Citation, toNote: (offset: number) => number): Citation {
  const moved = ({ start, end }: Span): Span => ({ start: toNote(start), end: end > start ? toNote(end - 1) + 1 : toNote(start) });
  return {
    ...rest,
    span: moved(span),
    keys: keys.map(({ locatorSpan, prefixSpan, ...key }) => ({
      ...key, span: moved(key.span), part: moved(key.part), ...(locatorSpan && { locatorSpan: moved(locatorSpan) }), ...(prefixSpan && { prefixSpan: moved(prefixSpan) }),
    })),
  };
}
