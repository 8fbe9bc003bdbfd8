import { findBlocks } from './blocks';
import { writtenKeyAt } from './citations';

/** What a note may cite, told without reading it as markdown. */
export interface NoteMentions {
  /** Every key written behind an `@`, citation or not. */
  readonly keys: ReadonlySet<string>;
  /** Front matter with nothing but the bibliographies it names; empty where it names none. */
  readonly matter: string;
}

/** The keys of a note and where they are looked up: what has to be known to pass over it. */
export function noteMentions(text: string): NoteMentions {
  const keys = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const key = writtenKeyAt(text, at)?.key;
    if (key !== undefined) keys.add(key);
  }
  return { keys, matter: keys.size > 0 ? bibliographyMatter(text) : '' };
}

/** The field as it is written where it stands by itself; the whole front matter where it may lean on other fields. */
function bibliographyMatter(text: string): string {
  if (!/^\uFEFF?---/.test(text)) return '';
  const span = findBlocks(text).frontMatter, matter = span ? text.slice(span.start, span.end) : '';
  if (!matter.includes('bibliography')) return '';
  const field = /^bibliography:[^\n]*(?:\n[ \t-](?!--)[^\n]*)*/m.exec(matter)?.[0];
  return field === undefined || /[*&{|>]/.test(field) ? `${matter}\n` : `---\n${field}\n---\n`;
}
