import type { Span } from '../../document';
import type { EntryProblem, RawEntry } from './rawEntry';

/** An entry, a comment or a preamble begins so. */
const BEGINNING = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
/** The same at the beginning of a line, which ends what was not closed. */
const NEXT = /@[ \t]*[A-Za-z]+[ \t]*[{(]/y;
const KEY = /\s*([^\s,{}()"=]+)\s*[,})]/y;
const STRING_NAME = /^@[ \t]*[A-Za-z]+\s*[{(]\s*([^\s,{}()"=#]+)\s*=/;
/** What may be the name of a string: a value, or part of one, without braces and quotation marks. */
const BARE = /[=#]\s*([A-Za-z][\w:.-]*)/g;
const PARENT = /\b(?:crossref|xdata)\s*=\s*[{"]([^{}"]+)[}"]/gi;

interface Part { readonly type: string; readonly span: Span; readonly isClosed: boolean; /** Offset behind the opening bracket. */ readonly inner: number }

/** Cuts a BibTeX or BibLaTeX file into its entries without reading what they say, in one pass. An entry that is not closed costs only itself. */
export function findBibEntries(text: string): { readonly entries: readonly RawEntry[]; readonly problems: readonly EntryProblem[] } {
  const entries: RawEntry[] = [], problems: EntryProblem[] = [], strings = new Map<string, string>();
  for (const { type, span, isClosed, inner } of partsOf(text)) {
    if (/^(?:comment|preamble)$/i.test(type)) continue;
    const whole = text.slice(span.start, span.end);
    if (/^string$/i.test(type)) { strings.set(STRING_NAME.exec(whole)?.[1]?.toLowerCase() ?? '', whole); continue; }
    KEY.lastIndex = inner;
    const key = KEY.exec(text)?.[1];
    if (!isClosed) problems.push({ kind: 'unclosed', span, ...(key !== undefined && { key }) });
    else if (key === undefined) problems.push({ kind: 'noKey', span });
    else {
      const keyStart = text.indexOf(key, inner);
      entries.push({ key, keySpan: { start: keyStart, end: keyStart + key.length }, span, text: whole });
    }
  }
  return { entries: withContext(entries, strings), problems };
}

function* partsOf(text: string): Iterable<Part> {
  const beginning = new RegExp(BEGINNING);
  for (let hit = beginning.exec(text); hit; hit = beginning.exec(text)) {
    const start = hit.index, inner = beginning.lastIndex;
    const { end, isClosed } = endOf(text, inner, hit[2] === '(');
    yield { type: hit[1] ?? '', span: { start, end }, isClosed, inner };
    beginning.lastIndex = end;
  }
}

const [FEED, ROUND_CLOSE, BACKSLASH, OPEN, CLOSE] = [10, 41, 92, 123, 125];

/** Where the bracket that was opened before `inner` is closed, else where the next entry begins. */
function endOf(text: string, inner: number, isRound: boolean): { readonly end: number; readonly isClosed: boolean } {
  let depth = isRound ? 0 : 1;
  for (let at = inner; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) { if (text.charCodeAt(at + 1) !== FEED) at++; }
    else if (code === OPEN) depth++;
    else if (code === CLOSE) { if (--depth <= 0 && !isRound) return { end: at + 1, isClosed: true }; }
    else if (code === ROUND_CLOSE && isRound && depth <= 0) return { end: at + 1, isClosed: true };
    else if (code === FEED && beginsEntry(text, at + 1)) return { end: at, isClosed: false };
  }
  return { end: text.length, isClosed: false };
}

function beginsEntry(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  NEXT.lastIndex = at;
  return text[at] === '@' && NEXT.test(text);
}

/** Gives entries what they need of others: strings they name, and parents with theirs. */
function withContext(entries: readonly RawEntry[], strings: ReadonlyMap<string, string>): readonly RawEntry[] {
  const byKey = new Map(entries.map(entry => [entry.key.toLowerCase(), entry]));
  return entries.map(entry => {
    const parents = parentsOf(entry, byKey).map(({ text }) => text);
    const context = [...strings.size > 0 ? stringsOf([entry.text, ...parents], strings) : [], ...parents].join('\n');
    return context === '' ? entry : { ...entry, context };
  });
}

/** The strings that texts name, each behind those that it names itself. */
function stringsOf(texts: readonly string[], strings: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>(), asked = [...texts];
  for (const text of asked) {
    for (const [, name = ''] of text.matchAll(BARE)) {
      const string = strings.get(name.toLowerCase());
      if (string === undefined || found.has(string)) continue;
      found.add(string);
      asked.push(string);
    }
  }
  return [...found].reverse();
}

/** Parents of parents too, as far as a person would follow them. */
function parentsOf(entry: RawEntry, byKey: ReadonlyMap<string, RawEntry>): readonly RawEntry[] {
  if (!/crossref|xdata/i.test(entry.text)) return [];
  const found = new Set<RawEntry>([entry]);
  for (const each of found) {
    if (found.size > 8) break;
    const keys = [...each.text.matchAll(PARENT)].flatMap(hit => (hit[1] ?? '').split(','));
    for (const key of keys) {
      const parent = byKey.get(key.trim().toLowerCase());
      if (parent) found.add(parent);
    }
  }
  return [...found].slice(1);
}
