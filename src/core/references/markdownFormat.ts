import type { OutputFormat } from 'citeproc';
import { escapeLineStart, escapeMarkdown } from '../markdown/escapeMarkdown';

/** Characters of private use stand for marks until a reference is complete: only then is it known what has to be escaped in it. */
const MARKS: Readonly<Record<string, string>> = { '\uE000': '*', '\uE001': '**', '\uE002': '<sup>', '\uE003': '</sup>', '\uE004': '<sub>', '\uE005': '</sub>' };
const URL_START = '\uE006', URL_END = '\uE007';
const ANY_MARK = /[\uE000-\uE007]/g;

const between = (open: string, close = open): string => `${open}%%STRING%%${close}`;
const address = (_state: unknown, text: string): string => `${URL_START}${text}${URL_END}`;

/** How citeproc-js writes what `toMarkdown` finishes. */
export const markdownFormat: OutputFormat = {
  text_escape: (text?: string) => (text ?? '').replace(ANY_MARK, ''),
  '@font-style/italic': between('\uE000'),
  '@font-style/oblique': between('\uE000'),
  '@font-weight/bold': between('\uE001'),
  '@vertical-align/sup': between('\uE002', '\uE003'),
  '@vertical-align/sub': between('\uE004', '\uE005'),
  '@URL/true': address,
  '@DOI/true': address,
};

/** A reference as one line of Markdown: what a page says means nothing but itself, addresses are links. */
export function toMarkdown(reference: string): string {
  const parts = reference.split(/\uE006([^\uE006\uE007]*)\uE007/);
  const text = parts.map((part, at) => (at % 2 === 1 && !isAddress(part) ? part : at % 2 === 1 ? `${URL_START}${at}${URL_END}` : part)).join('');
  return readable(escapeLineStart(escapeMarkdown(text)))
    .replace(/\uE006(\d+)\uE007/g, (_, at: string) => `<${parts[Number(at)] ?? ''}>`)
    .replace(ANY_MARK, mark => MARKS[mark] ?? '');
}

const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>]+$/i.test(text);

/** What styles themselves set in brackets, `[1]`, `[N/OL]`, `[2025-11-21]`, stays readable where nothing behind makes a link of it. */
const readable = (text: string): string => text.replace(/\\\[(\d+|[A-Z]{1,2}(?:\/[A-Z]{2})?|\d{4}-\d{2}-\d{2})\\\](?![([:{])/g, '[$1]');
