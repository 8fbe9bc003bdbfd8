import type { Edit, Span } from '../../document';
import type { RawEntry } from './rawEntry';

/** Fields of BibLaTeX that name other entries, separated by commas. */
const NAMING = /\b(?:crossref|xref|xdata|related|entryset|ids)\s*=\s*(?:\{([^{}]*)\}|"([^"{}]*)")/gi;

/**
 * The edits of a bibliography that rename the entries of `key` to `name`, sorted: their own keys, and in a `.bib` file the fields of other
 * entries that name them. `entries` are those found in `text`.
 */
export function changeKey(text: string, entries: readonly RawEntry[], key: string, name: string): readonly Edit[] {
  return entries.flatMap(entry => {
    const isJson = entry.text.startsWith('{');
    const own = entry.key === key ? [{ span: entry.keySpan, text: isJson ? inJson(text, entry.keySpan, name) : name }] : [];
    return isJson ? own : [...own, ...mentions(entry, key).map(span => ({ span, text: name }))];
  });
}

/** The name as it stands between quotation marks; a number becomes a string. */
function inJson(text: string, { start }: Span, name: string): string {
  const quoted = JSON.stringify(name);
  return text[start - 1] === '"' ? quoted.slice(1, -1) : quoted;
}

/** Where the fields of an entry name another one. */
function mentions({ span, text }: RawEntry, key: string): readonly Span[] {
  return [...text.matchAll(NAMING)].flatMap(hit => {
    const list = hit[1] ?? hit[2] ?? '';
    let at = span.start + hit.index + hit[0].length - 1 - list.length;
    return list.split(',').flatMap(part => {
      const start = at + (part.length - part.trimStart().length);
      at += part.length + 1;
      return part.trim() === key ? [{ start, end: start + key.length }] : [];
    });
  });
}
