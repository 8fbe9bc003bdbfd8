import { escapeLineStart, escapeMarkdown } from './escapeMarkdown';

/** A citation to insert; the tab stop for the locator stands between the two parts. */
export interface CitationParts { readonly before: string; readonly after: string }

/** `[@key` and `]`, with braces around a key that pandoc would not read to its end. */
export function citationParts(key: string): CitationParts {
  return { before: `[@${/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(key) ? key : `{${key}}`}`, after: ']' };
}

/** A letter that belongs to an e-mail address or a handle; Chinese and Japanese set no space before a citation. */
const ADDRESS_LETTER = /(?:[\p{L}\p{N}](?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])|[._%+])$/u;

/** Whether an `@` behind `before` belongs to an address or a handle. */
export const isAddressLetter = (before: string): boolean => ADDRESS_LETTER.test(before);

/** A bracket right behind a citation makes a link of it, for pandoc and the preview. */
export const isBracketAhead = (after: string): boolean => /^[([{]/.test(after);

/** The text around the place where a quotation goes in. */
export interface Surroundings { readonly before: string; readonly after: string; readonly eol: '\n' | '\r\n' }

/** What a quotation is cited with; `locator` follows the key in the brackets as it is, with the comma it begins with. */
export interface QuoteCitation { readonly key: string; readonly locator?: string }

/** A blockquote of `paragraphs` with its citation at the end, set off by blank lines from what surrounds it. */
export function quoteText(paragraphs: readonly string[], citation: QuoteCitation, around: Surroundings): string {
  const lines = paragraphs.map(quotedLines).filter(each => each !== '');
  return setApart(cited(lines.join('\n>\n'), citation), around);
}

/** A block set off by blank lines from what surrounds it. */
export function setApart(block: string, around: Surroundings): string {
  const lead = around.before.trim() === '' ? '' : '\n'.repeat(Math.max(0, 2 - feeds(/(?:\r?\n[ \t]*)*$/, around.before)));
  const tail = '\n'.repeat(Math.max(0, (around.after.trim() === '' ? 1 : 2) - feeds(/^(?:[ \t]*\r?\n)*/, around.after)));
  return (lead + block + tail).replace(/\n/g, around.eol);
}

/** Text with its citation behind it; only where Chinese ends there is no space between them. */
export function cited(text: string, { key, locator = '' }: QuoteCitation): string {
  const { before, after } = citationParts(key);
  return `${text}${endsInChinese.test(text) ? '' : ' '}${before}${locator}${after}`;
}

/** Chinese sets no space before a bracket; the curly quotes count when Chinese stands before them. */
const endsInChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef…—][”’]*$/u;

const quotedLines = (paragraph: string): string =>
  escapeMarkdown(paragraph).split(/\r?\n/).map(line => line.trim()).filter(line => line !== '').map(line => `> ${escapeLineStart(line)}`).join('\n');

function feeds(pattern: RegExp, text: string): number {
  return [...(pattern.exec(text)?.[0] ?? '').matchAll(/\n/g)].length;
}
