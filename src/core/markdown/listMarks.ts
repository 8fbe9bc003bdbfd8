import { matchEnd } from './inlines';

const RULE = / {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})(?:\n|$)/y;
const BULLET = / {0,3}[*+-](?= |\n|$)/y;
const ROMAN = String.raw`(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})`;
const NUMBER = String.raw`(?:[0-9]+|#|[a-z]|[A-Z]|@(?<label>(?:[_-]?[\p{L}\p{N}]+)*)|${ROMAN}|${ROMAN.toUpperCase()})`;
const ORDERED = new RegExp(` {0,3}(?!p\\. [0-9])(?:(?:${NUMBER}\\)|\\(${NUMBER.replace('label', 'other')}\\)|${NUMBER.replace('label', 'third')}(?<dot>\\.))(?= |\\n|$))`, 'uy');

/** Whether a line of three or more stars, hyphens or underscores stands at `at`. */
export const isRule = (text: string, at: number): boolean => matchEnd(RULE, text, at) !== undefined;

/** The mark of an item of a list: offset of what it holds, and the label of an example. */
export interface ListMark { readonly content: number; readonly example?: string }

/** The mark of an item that begins in the line at `at`. */
export function listMarkAt(text: string, at: number): ListMark | undefined {
  if (isRule(text, at)) return undefined;
  const bullet = matchEnd(BULLET, text, at);
  return bullet === undefined ? orderedMarkAt(text, at) : { content: contentAt(text, bullet) };
}

function orderedMarkAt(text: string, at: number): ListMark | undefined {
  ORDERED.lastIndex = at;
  const hit = ORDERED.exec(text);
  if (!hit) return undefined;
  const end = ORDERED.lastIndex, label = hit.groups?.['label'] ?? hit.groups?.['other'] ?? hit.groups?.['third'];
  // an initial, such as the one of `B. Russell`, is none
  if (hit.groups?.['dot'] !== undefined && /^ *[A-Z]\.$/.test(hit[0]) && /^ [^ \n]/.test(text.slice(end, end + 2))) return undefined;
  return { content: contentAt(text, end), ...(label !== undefined && { example: label }) };
}

/** What stands more than four spaces behind a mark is indented code. */
function contentAt(text: string, end: number): number {
  const spaces = (matchEnd(/ */y, text, end) ?? end) - end;
  return spaces === 0 ? end : spaces <= 4 ? end + spaces : end + 1;
}
