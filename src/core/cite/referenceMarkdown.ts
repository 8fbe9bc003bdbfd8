import { escapeMarkdown } from '../markdown/escapeMarkdown';
import type { CslItem } from './cslItem';
import { formatInline, formatReference } from './formatReference';

const ADDRESS = /^https?:\/\/[^\s<>]+$/i;

/** The formatted reference as one line of Markdown: words of the page mean nothing but themselves, the address is a link. */
export function referenceMarkdown(item: CslItem): string {
  const reference = formatReference(item), { URL } = item;
  if (URL === undefined || !ADDRESS.test(URL) || !reference.endsWith(URL)) return escapeReference(reference);
  return `${escapeReference(reference.slice(0, -URL.length))}<${URL}>`;
}

/** What stands in the text for a citation, `（人民日报，2025-06-04）`, as Markdown. */
export const inlineMarkdown = (item: CslItem): string => escapeMarkdown(oneLine(formatInline(item)));

/** A link to the page of a source, or to its file by a path relative to the note. */
export function linkMarkdown(title: string, target: string): string {
  const isAddress = ADDRESS.test(target);
  const encoded = target.replace(isAddress ? /[\s()<>\\]/g : /[\s()<>\\%#?"]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  // A colon in the first part of a path would make a scheme of it.
  return `[${escapeMarkdown(oneLine(title))}](${isAddress || !/^[^/]*:/.test(encoded) ? encoded : `./${encoded}`})`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The standard's own brackets, `[N/OL]`, stay readable: nothing behind them makes a link of them. */
const escapeReference = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ')).replace(/\\\[([A-Z]{1,2}(?:\/OL)?)\\\](?=\.)/g, '[$1]');
