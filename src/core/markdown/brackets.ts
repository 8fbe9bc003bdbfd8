import { endOf, type Ending, type InlineReader } from './inlineModes';
import { matchEnd } from './inlines';
import { isInlineTag, tagAt } from './htmlMarkup';
import { codeEnd, isBlankAt, mathEnd, texEnd } from './verbatim';

/** Offset behind the bracket that closes the one at `at`; brackets in code, formulas, tags and TeX do not count. */
export function bracketsEnd(reader: InlineReader, at: number, limit: number): number | undefined {
  const { text } = reader;
  if (text[at] !== '[' || at >= limit || !reader.spend(1)) return undefined;
  const marks = /[[\]\\`$<]/g;
  marks.lastIndex = at + 1;
  let depth = 1;
  for (let hit = marks.exec(text); hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[0] === '[') depth++;
    else if (hit[0] === ']') depth--;
    else marks.lastIndex = verbatimEnd(reader, hit.index, limit) ?? hit.index + 1;
    if (depth === 0) return reader.spend((marks.lastIndex - at) / 8) ? marks.lastIndex : undefined;
  }
  reader.spend((limit - at) / 8);
  return undefined;
}

/** Behind code, a formula, a tag, TeX or an escaped character at `at`, in which brackets and bars mean nothing. */
export function verbatimEnd(reader: InlineReader, at: number, limit: number): number | undefined {
  switch (reader.text[at]) {
    case '\\': return escapeEnd(reader.text, at) ?? commandEnd(reader, at, limit);
    case '`': return endOf(reader, at, limit, (text, from, to) => codeEnd(text, from, to, () => false)?.end);
    case '$': return endOf(reader, at, limit, mathEnd);
    case '<': return endOf(reader, at, limit, inlineTagEnd);
    default: return undefined;
  }
}

/** Behind TeX at `at`; an argument that is not closed was looked for as well. */
export function commandEnd(reader: InlineReader, at: number, limit: number): number | undefined {
  const end = endOf(reader, at, limit, texEnd);
  if (end !== undefined && /[[{]/.test(reader.text[end] ?? '')) reader.spend((reader.paragraphEnd(at) - at) / 8);
  return end;
}

const inlineTagEnd: Ending = (text, at, limit) => {
  const tag = tagAt(text, at, limit);
  return tag && isInlineTag(tag) ? tag.end : undefined;
};

/** Behind an escaped character; letters and digits are never escaped. */
export const escapeEnd = (text: string, at: number): number | undefined => matchEnd(/\\[^\p{L}\p{N}\n]/uy, text, at);

/** Behind the address and title in brackets at `at`, as behind the text of a link. */
export function targetEnd(text: string, at: number, limit: number): number | undefined {
  if (text[at] !== '(') return undefined;
  let place = matchEnd(/\( *(?:<[^<>\n]*>)?/y, text, at) ?? at + 1;
  for (let depth = 1; place < limit; place++) {
    const character = text[place] ?? '';
    if (character === '\\') place++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return place + 1;
    else if (character === '\n' && isBlankAt(text, place + 1)) return undefined;
    else if (/["']/.test(character) && /\s/.test(text[place - 1] ?? '') && depth === 1) {
      const title = matchEnd(character === '"' ? /"[^"\n]*(?:\n[^"\n]+)*" *\)/y : /'[^'\n]*(?:\n[^'\n]+)*' *\)/y, text, place);
      if (title !== undefined && title <= limit) return title;
    }
  }
  return undefined;
}
