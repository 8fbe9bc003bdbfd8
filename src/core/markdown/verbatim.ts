import type { Ending } from './inlineModes';
import { matchEnd } from './inlines';

// In code, formulas and TeX pandoc looks for no citation.

const ATTRIBUTES = String.raw`\{\s{0,80}(?:(?:#[^\s{}]+|\.[\p{L}_][\p{L}\p{N}_:.-]*|[\p{L}_:][\p{L}\p{N}_:.-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]*)|-)\s{0,80})*\}`;
const ATTRIBUTES_AT = new RegExp(ATTRIBUTES, 'uy');

/** Behind attributes such as `{.class #id key=value}`. */
export const attributesEnd: Ending = (text, at, limit) => within(matchEnd(ATTRIBUTES_AT, text, at), limit);

const within = (end: number | undefined, limit: number): number | undefined => (end === undefined || end > limit ? undefined : end);

/** Whether the line at `at` is blank, or the text ends there. */
export const isBlankAt = (text: string, at: number): boolean => BLANK.test(rest(text, at));
const BLANK = /^ *(?:\n|$)/;
const rest = (text: string, at: number): string => {
  const feed = text.indexOf('\n', at);
  return text.slice(at, feed < 0 ? text.length : feed + 1);
};

/** Behind inline code, with its attributes; backticks that a blank line parts do not belong together. */
export function codeEnd(text: string, at: number, limit: number, endsAt: (newline: number) => boolean): { readonly end: number; readonly code: number } | undefined {
  const opened = matchEnd(/`+/y, text, at);
  if (opened === undefined) return undefined;
  const marks = /`+|\n/g;
  marks.lastIndex = opened;
  for (let hit = marks.exec(text); hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[0] === '\n') { if (isBlankAt(text, hit.index + 1) || endsAt(hit.index)) return undefined; } else if (hit[0].length === opened - at && marks.lastIndex <= limit) {
      return { code: marks.lastIndex, end: matchEnd(/\{=[A-Za-z0-9_-]+\}/y, text, marks.lastIndex) ?? attributesEnd(text, marks.lastIndex, limit) ?? marks.lastIndex };
    }
  }
  return undefined;
}

/** Behind a formula: no space within single dollars at either end, no digit behind them, no blank line in it. */
export const mathEnd: Ending = (text, at, limit) => {
  if (text.startsWith('$$', at)) {
    const display = displayEnd(text, at, limit);
    if (display !== undefined) return display;
  }
  if (/[\s]/.test(text[at + 1] ?? ' ') || text[at + 1] === '$') return undefined;
  const marks = /[\\$\n]/g;
  marks.lastIndex = at + 1;
  for (let hit = marks.exec(text); hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[0] === '\\') marks.lastIndex++;
    else if (hit[0] === '\n') { if (isBlankAt(text, hit.index + 1)) return undefined; } else if (/[ \n]/.test(text[hit.index - 1] ?? '')) return undefined;
    else return /\p{Nd}/u.test(text[hit.index + 1] ?? '') ? undefined : hit.index + 1;
  }
  return undefined;
};

function displayEnd(text: string, at: number, limit: number): number | undefined {
  const marks = /\$\$|\n/g;
  marks.lastIndex = at + 3;
  for (let hit = marks.exec(text); hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[0] === '$$') return within(marks.lastIndex, limit);
    if (isBlankAt(text, hit.index + 1)) return undefined;
  }
  return undefined;
}

/** Behind a command of TeX with its arguments, or a whole environment. */
export const texEnd: Ending = (text, at, limit) => {
  const environment = /\\begin *\{([^{}\n]{1,80})\}/y;
  environment.lastIndex = at;
  const name = environment.exec(text)?.[1];
  if (name !== undefined) return environmentEnd(text, environment.lastIndex, limit, name);
  // a number behind the command is taken for a length
  const named = matchEnd(/\\[\p{L}@]+\*?[0-9]*/uy, text, at);
  if (named === undefined || named > limit) return undefined;
  let place = named;
  for (let next = argumentEnd(text, place, limit, '[', ']'); next !== undefined; next = argumentEnd(text, place, limit, '[', ']')) place = next;
  for (let next = argumentEnd(text, place, limit, '{', '}'); next !== undefined; next = argumentEnd(text, place, limit, '{', '}')) place = next;
  return place;
};

function argumentEnd(text: string, at: number, limit: number, open: string, close: string): number | undefined {
  const start = matchEnd(/ *\n? */y, text, at) ?? at;
  if (text[start] !== open) return undefined;
  for (let place = start + 1, depth = 1; place < limit; place++) {
    const character = text[place];
    if (character === '\\') place++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return place + 1;
    else if (character === '\n' && isBlankAt(text, place + 1)) return undefined;
  }
  return undefined;
}

/** Behind the end of the environment `name`, others of its name within it counted. */
export function environmentEnd(text: string, at: number, limit: number, name: string): number | undefined {
  const marks = /\\(begin|end) *\{([^{}\n]{1,80})\}/g;
  marks.lastIndex = at;
  for (let hit = marks.exec(text), depth = 1; hit && hit.index < limit; hit = marks.exec(text)) {
    if (hit[2] !== name) continue;
    depth += hit[1] === 'begin' ? 1 : -1;
    if (depth === 0) return within(marks.lastIndex, limit);
  }
  return undefined;
}
