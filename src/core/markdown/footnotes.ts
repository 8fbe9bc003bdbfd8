import type { Edit } from '../document';

/** A footnote to write: its mark in the text, and all definitions at the end of the note. */
export interface FootnoteInsertion { readonly mark: string; readonly definitions: Edit }

const LABEL = /\[\^([^\s[\]]+)\]/g;
const DEFINITION = /^ {0,3}\[\^[^\s[\]]+\]:/;

/** Footnotes with the next free numbers, one for each line of `definitions`; those at the end of the note already are joined. */
export function footnotesFor(text: string, definitions: readonly string[]): FootnoteInsertion {
  const next = 1 + [...text.matchAll(LABEL)].reduce((highest, [, label = '']) => (/^\d{1,6}$/.test(label) ? Math.max(highest, Number(label)) : highest), 0);
  const marks = definitions.map((_, at) => `[^${next + at}]`);
  const end = text.trimEnd().length, eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = endsInDefinition(text.slice(0, end)) ? eol : eol.repeat(2);
  const lines = definitions.map((definition, at) => `${marks[at] ?? ''}: ${definition}`).join(eol);
  return { mark: marks.join(''), definitions: { span: { start: end, end }, text: `${lead}${lines}${end === text.length ? eol : ''}` } };
}

/** Whether the last block of a text is a footnote's definition: behind a blank line only what is indented belongs to one. */
function endsInDefinition(text: string): boolean {
  const lines = text.split(/\r?\n/);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '', beginsBlock = line.trim() !== '' && (lines[at - 1] ?? '').trim() === '';
    if (beginsBlock && DEFINITION.test(line)) return true;
    if (beginsBlock && !/^(?: {4}|\t)/.test(line)) return false;
  }
  return false;
}
