import type { Span } from '../document';
import { plainKey } from './looseFrontMatter';

/** Keys whose values are names of files, addresses, identifiers or settings of programs; compared by `plainKey`. */
const NAMING_KEYS: ReadonlySet<string> = new Set([
  'bibliography', 'csl', 'citationstyle', 'citekey', 'citationkey', 'id', 'uid', 'uuid', 'doi', 'isbn', 'issn', 'url', 'uri', 'link', 'permalink', 'slug', 'path', 'file', 'filename',
  'date', 'created', 'updated', 'modified', 'image', 'cover', 'banner', 'thumbnail', 'icon', 'css', 'cssclass', 'cssclasses', 'class', 'layout', 'template', 'theme', 'type', 'format', 'output',
  'engine', 'jupyter', 'execute', 'lang', 'language', 'documentclass', 'classoption', 'geometry', 'nocite', 'headerincludes', 'filters', 'resourcepath', 'referencedoc',
]);

/** A key, the spaces and hyphens of lists before it, and the colon behind; what has a quotation mark or bracket in it is a value. */
const KEY = /^([ \t]*(?:-[ \t]+)*)("[^"\n]{0,99}"|'[^'\n]{0,99}'|[^\s"'#[\]{},&*!|>%@:-][^:\n"'[\]{}]{0,99}):(?=[ \t]|$)/;
const ITEM = /^[ \t]*(?:-[ \t]+)+/;

/** The values in front matter that are words for a reader. Only what is sure to be a value is one: flow mappings and comments are not. */
export function* proseOfMatter(note: string, matter: Span): Iterable<Span> {
  const first = note.indexOf('\n', matter.start) + 1, last = note.lastIndexOf('\n', matter.end - 1) + 1;
  let naming: number | undefined, block: number | undefined;
  for (let start = first; start > 0 && start < last;) {
    const feed = note.indexOf('\n', start) + 1;
    const line = note.slice(start, feed).trimEnd();
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const isBlank = line === '';
    if (!isBlank && block !== undefined && indent <= block) block = undefined;
    const key = block === undefined ? KEY.exec(line) : null;
    const isItem = key === null && ITEM.test(line);
    if (naming !== undefined && !isBlank && (indent < naming || (indent === naming && (key !== null && !/^[ \t]*-/.test(line))))) naming = undefined;
    if (key && naming === undefined && isNaming(key[2] ?? '')) naming = indent;
    const at = key ? key[0].length : isItem && block === undefined ? ITEM.exec(line)?.[0].length ?? 0 : 0;
    const value = line.slice(at);
    if (key && /^[ \t]+[|>][-+\d]{0,2}(?:[ \t]+#.*)?$/.test(value)) block = indent;
    else if (!isBlank && naming === undefined && (block !== undefined || isProse(value.trim()))) yield { start: start + at, end: start + line.length };
    start = feed;
  }
}

const isNaming = (key: string): boolean => {
  const plain = plainKey(key.replace(/^["']|["']$/g, ''));
  return NAMING_KEYS.has(plain) || plain.endsWith('font') || plain.endsWith('url') || plain.endsWith('path');
};

/** Whether a value is neither empty, structure, address, path nor name of a file. */
function isProse(value: string): boolean {
  const plain = value.replace(/^["']|["']$/g, '');
  if (plain === '' || /^[#{&*!|>]/.test(value)) return false;
  if (/^(?:[a-z][a-z0-9+.-]*:|\.{0,2}\/|~\/|[a-z]:\\)\S/i.test(plain)) return false;
  return !/\.[a-z][a-z0-9]{0,4}$/i.test(plain) || (/\s/.test(plain) && !/[/\\]/.test(plain));
}
