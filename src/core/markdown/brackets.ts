import type { InlineReader } from './inlineModes';
import { matchEnd } from './inlines';
import { isInlineTag, tagAt } from './htmlMarkup';
import { codeEnd, isBlankAt, mathEnd, texEnd } from './verbatim';

/** Offset behind the bracket that closes the one at `at`; brackets in code, formulas, tags and TeX do not count. */
export function bracketsEnd(reader: InlineReader, at: number, limit: number): number | undefined {
  const { text } = reader;
  if (text[at] !== '[' || at >= limit) return undefined;
  const marks = /[[\]\\`$<]/g;
  marks.lastIndex = at + 1;
  let depth = 1;
  for (let hit = marks.exec(text); hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[0] === '[') depth++;
    else if (hit[0] === ']') depth--;
    else marks.lastIndex = verbatimEnd(text, hit.index, limit) ?? hit.index + 1;
    if (depth === 0) return reader.spend((marks.lastIndex - at) / 4) ? marks.lastIndex : undefined;
  }
  reader.spend((limit - at) / 4);
  return undefined;
}

function verbatimEnd(text: string, at: number, limit: number): number | undefined {
  switch (text[at]) {
    case '\\': return escapeEnd(text, at) ?? texEnd(text, at, limit);
    case '`': return codeEnd(text, at, limit, () => false)?.end;
    case '$': return mathEnd(text, at, limit);
    default: {
      const tag = tagAt(text, at, limit);
      return tag && isInlineTag(tag) ? tag.end : undefined;
    }
  }
}

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
