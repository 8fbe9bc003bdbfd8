import type { Result } from '../../document';
import type { CslItem } from '../cslItem';
import { readItem } from '../readItem';
import type { EntryProblem, RawEntry } from './rawEntry';

/** Reads one entry of a CSL-JSON list. */
export function readCslEntry({ key, span, text }: RawEntry): Result<CslItem, EntryProblem> {
  try {
    const item = readItem(JSON.parse(text));
    return item ? { ok: true, value: item } : { ok: false, error: { kind: 'noKey', span } };
  } catch (error) {
    return { ok: false, error: { kind: 'syntax', key, span, detail: error instanceof Error ? error.message : String(error) } };
  }
}

interface Found { readonly entries: readonly RawEntry[]; readonly problems: readonly EntryProblem[] }

/** Brackets and strings; one that its line does not close comes without the second quotation mark. */
const TOKEN = /"(?:[^"\\\n]|\\.)*("(\s*:)?)?|[{}[\]]/g;
/** As above, but no string runs over the beginning of an item: it lacks its end. */
const CAREFUL_TOKEN = /"(?:(?!\},?\s*\{\s*"(?:id|type)")[^"\\\n]|\\.)*("(\s*:)?)?|[{}[\]]/g;
const BRACKET = /[{}[\]]/g;
const BEGINNING = /\{\s*"(?:id|type)"\s*:/g;
const BEGINNING_HERE = new RegExp(BEGINNING, 'y');
const NUMBER = /\s*(-?\d+)(?=\s*[,}])/y;

/** Cuts a CSL-JSON list into its entries without reading what they say. An entry that is not closed costs only itself: the next item begins anew. */
export function findCslEntries(text: string): Found {
  const { depth, ...found } = walk(text, TOKEN, () => false);
  const seemsWhole = depth === 0 && count(text, BEGINNING) <= found.entries.length;
  return seemsWhole || isJson(text) ? found : walk(text, CAREFUL_TOKEN, itemBeginnings(text));
}

/** Goes through the brackets once; where `isBeginning`, an item begins however many brackets are open. */
function walk(text: string, tokens: RegExp, isBeginning: (at: number) => boolean): Found & { readonly depth: number } {
  const entries: RawEntry[] = [], problems: EntryProblem[] = [], next = tokenReader(text, tokens);
  let depth = 0, start = 0, isKeyNext = false, key: string | undefined, keySpan = { start: 0, end: 0 };
  const giveUp = (end: number): void => { problems.push({ kind: 'unclosed', span: { start, end }, ...(key !== undefined && { key }) }); };
  for (let hit = next(); hit; hit = next()) {
    const mark = hit[0];
    if (mark === '{' || mark === '[') {
      if (mark === '{' && depth !== 1 && isBeginning(hit.index)) {
        if (depth > 1) giveUp(hit.index);
        depth = 1;
      }
      if (depth === 1 && mark === '{') { start = hit.index; key = undefined; isKeyNext = false; }
      depth++;
    } else if (mark === '}' || mark === ']') {
      depth--;
      if (depth !== 1 || mark !== '}') continue;
      const span = { start, end: hit.index + 1 };
      if (key === undefined) problems.push({ kind: 'noKey', span });
      else entries.push({ key, keySpan, span, text: text.slice(span.start, span.end) });
    } else if (depth === 2 && hit[2] !== undefined) {
      isKeyNext = mark.startsWith('"id"');
      const number = isKeyNext && key === undefined ? numberAt(text, hit.index + mark.length) : undefined;
      if (number) { key = text.slice(number.start, number.end); keySpan = number; }
    } else if (depth === 2 && isKeyNext) {
      if (key === undefined) { key = unquoted(mark); keySpan = { start: hit.index + 1, end: hit.index + mark.length - 1 }; }
      isKeyNext = false;
    }
  }
  if (depth > 1) giveUp(text.length);
  return { entries, problems, depth };
}

/** Gives token by token. What follows a quotation mark that nothing closes is read on for brackets, but not for strings: all marks there are escaped. */
function tokenReader(text: string, tokens: RegExp): () => RegExpExecArray | null {
  const token = new RegExp(tokens), bracket = new RegExp(BRACKET);
  let unclosedTo = 0;
  return () => {
    while (token.lastIndex < unclosedTo) {
      bracket.lastIndex = token.lastIndex;
      const hit = bracket.exec(text);
      token.lastIndex = hit && hit.index < unclosedTo ? bracket.lastIndex : unclosedTo;
      if (hit && hit.index < unclosedTo) return hit;
    }
    for (let hit = token.exec(text); hit; hit = token.exec(text)) {
      if (!hit[0].startsWith('"') || hit[1] !== undefined) return hit;
      unclosedTo = token.lastIndex;
      bracket.lastIndex = hit.index + 1;
      const inside = bracket.exec(text);
      if (inside && inside.index < unclosedTo) { token.lastIndex = bracket.lastIndex; return inside; }
    }
    return null;
  };
}

/** An object that begins with its id or type, or stands first on its line as far in as the first item does. */
function itemBeginnings(text: string): (at: number) => boolean {
  const indent = /\[\s*?(\n[ \t]*)\{/.exec(text.slice(0, 1000))?.[1];
  return at => {
    BEGINNING_HERE.lastIndex = at;
    return BEGINNING_HERE.test(text) || (indent !== undefined && text.endsWith(indent, at));
  };
}

/** A string that escapes what JSON does not know is taken as it is written; reading its entry tells. */
function unquoted(mark: string): string {
  try {
    return String(JSON.parse(mark));
  } catch {
    return mark.slice(1, -1);
  }
}

function numberAt(text: string, at: number): RawEntry['keySpan'] | undefined {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined ? undefined : { start: NUMBER.lastIndex - digits.length, end: NUMBER.lastIndex };
}

function count(text: string, pattern: RegExp): number {
  const each = new RegExp(pattern);
  let found = 0;
  while (each.test(text)) found++;
  return found;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
