import type { Span } from '../document';

/** A key of a citation; `span` runs from the `@` to the end of the key, closing brace included. */
export interface CitedKey {
  readonly key: string;
  readonly span: Span;
  /** What follows the key up to `;` or `]`, without the leading comma. */
  readonly locator?: string;
  readonly prefix?: string;
  readonly suppressAuthor: boolean;
}

/** `[see @a, p. 3; -@b]`, `@a` or `@a [p. 3]`, as pandoc 2.17 reads them. */
export interface Citation {
  readonly span: Span;
  readonly keys: readonly CitedKey[];
  readonly bracketed: boolean;
}

// pandoc's citeKey: inner punctuation counts only before another letter, digit or underscore
const KEY = /@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/uy;

/** The key at the `@` of `at`; none after a letter or digit, which also keeps e-mail addresses and `据报道@key` out. */
export function keyAt(text: string, at: number): CitedKey | undefined {
  if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  const key = found?.[1] ?? found?.[2];
  return key ? { key, span: { start: at, end: KEY.lastIndex }, suppressAuthor: false } : undefined;
}

/** A citation in the running text, with the locator in brackets that may follow it. */
export function textCitation(text: string, at: number): Citation | undefined {
  const key = keyAt(text, at);
  if (!key) return undefined;
  const bracket = / ?\[(?!\^)([^[\]@\n]+)\](?![([{:])/y;
  bracket.lastIndex = key.span.end;
  const locator = bracket.exec(text)?.[1]?.trim();
  if (!locator) return { span: key.span, keys: [key], bracketed: false };
  return { span: { start: at, end: bracket.lastIndex }, keys: [{ ...key, locator }], bracketed: false };
}

/** The citation in the brackets `span`; undefined unless every part between semicolons holds a key. */
export function bracketCitation(text: string, span: Span): Citation | undefined {
  const keys: CitedKey[] = [];
  for (const part of partsOf(text, span)) {
    const key = keyOfPart(text, part);
    if (!key) return undefined;
    keys.push(key);
  }
  return keys.length > 0 ? { span, keys, bracketed: true } : undefined;
}

function* partsOf(text: string, span: Span): Iterable<Span> {
  let start = span.start + 1;
  for (let at = start; at < span.end - 1; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ';') { yield { start, end: at }; start = at + 1; }
  }
  yield { start, end: span.end - 1 };
}

function keyOfPart(text: string, part: Span): CitedKey | undefined {
  for (let at = part.start; at < part.end; at++) {
    if (text[at] === '\\') { at++; continue; }
    const key = text[at] === '@' ? keyAt(text, at) : undefined;
    if (!key || key.span.end > part.end) continue;
    const suppressAuthor = at > part.start && text[at - 1] === '-';
    const prefix = text.slice(part.start, suppressAuthor ? at - 1 : at).trim();
    const locator = text.slice(key.span.end, part.end).replace(/^[\s,，]+/, '').trim();
    return { ...key, suppressAuthor, ...(prefix && { prefix }), ...(locator && { locator }) };
  }
  return undefined;
}
