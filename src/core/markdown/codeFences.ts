import type { InlineReader } from './inlineModes';
import { matchEnd } from './inlines';
import { attributesEnd } from './verbatim';

/** A block of code in fences, from its first line to behind its last. */
export interface FencedCode { readonly end: number }

/** The fenced code that begins in the line at `at`; pandoc knows none that is not closed, nor one with more than a word or attributes behind its fence. */
function fencedCodeAt(text: string, at: number, limit: number): FencedCode | undefined {
  const opening = / {0,3}(`{3,}|~{3,}) */y;
  opening.lastIndex = at;
  const mark = opening.exec(text)?.[1];
  if (mark === undefined) return undefined;
  const info = matchEnd(/\{=[\w-]+\}/y, text, opening.lastIndex) ?? wordAndAttributes(text, opening.lastIndex, limit);
  const first = matchEnd(/ *\n/y, text, info);
  if (first === undefined || first > limit) return undefined;
  const closing = new RegExp(`^ {0,3}${mark.charAt(0)}{${String(mark.length)},} *$`, 'gm');
  closing.lastIndex = first;
  return closing.test(text) && closing.lastIndex <= limit ? { end: closing.lastIndex } : undefined;
}

/** As above, paid for: where nothing closes a fence, all that follows was looked through. */
export function payForFence(reader: InlineReader, at: number): FencedCode | undefined {
  const { text } = reader;
  if (!/^ {0,3}(?:```|~~~)/.test(text.slice(at, at + 6)) || !reader.spend(1)) return undefined;
  const code = fencedCodeAt(text, at, text.length);
  if (!code) reader.spend((text.length - at) / 32);
  return code;
}

function wordAndAttributes(text: string, at: number, limit: number): number {
  const word = matchEnd(/[^`{}\s]* */y, text, at) ?? at;
  return attributesEnd(text, word, limit) ?? word;
}
