import type { Span } from '../../document';
import type { EntryProblem, RawEntry } from './rawEntry';

/** An entry, a comment or a preamble begins so. */
const BEGINNING = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
/** What counts inside an entry; a line that begins a new one ends what was not closed. */
const TOKEN = /\\[^\n]|[{}()]|\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/g;
const KEY = /\s*([^\s,{}()"=]+)\s*[,})]/y;
/** A value by name, which only the strings of the file explain; months explain themselves. */
const NAMED = /=\s*(?:[^{}",#]*#\s*)?(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b)[A-Za-z][\w:.-]*\s*(?:[,#})]|$)/i;
const PARENT = /\b(?:crossref|xdata)\s*=\s*[{"]([^{}"]+)[}"]/gi;

interface Part { readonly type: string; readonly span: Span; readonly isClosed: boolean; /** Offset behind the opening bracket. */ readonly inner: number }

/** Cuts a BibTeX or BibLaTeX file into its entries without reading what they say, in one pass. An entry that is not closed costs only itself. */
export function findBibEntries(text: string): { readonly entries: readonly RawEntry[]; readonly problems: readonly EntryProblem[] } {
  const entries: RawEntry[] = [], problems: EntryProblem[] = [], strings: string[] = [];
  for (const { type, span, isClosed, inner } of partsOf(text)) {
    if (/^(?:comment|preamble)$/i.test(type)) continue;
    const whole = text.slice(span.start, span.end);
    if (/^string$/i.test(type)) { strings.push(whole); continue; }
    KEY.lastIndex = inner;
    const key = KEY.exec(text)?.[1];
    if (!isClosed) problems.push({ kind: 'unclosed', span, ...(key !== undefined && { key }) });
    else if (key === undefined) problems.push({ kind: 'noKey', span });
    else {
      const keyStart = text.indexOf(key, inner);
      entries.push({ key, keySpan: { start: keyStart, end: keyStart + key.length }, span, text: whole });
    }
  }
  return { entries: withContext(entries, strings.join('\n')), problems };
}

function* partsOf(text: string): Iterable<Part> {
  const beginning = new RegExp(BEGINNING), token = new RegExp(TOKEN);
  for (let hit = beginning.exec(text); hit; hit = beginning.exec(text)) {
    const start = hit.index, inner = beginning.lastIndex;
    const { end, isClosed } = endOf(text, inner, hit[2] === '(', token);
    yield { type: hit[1] ?? '', span: { start, end }, isClosed, inner };
    beginning.lastIndex = end;
  }
}

/** Where the bracket that was opened before `inner` is closed, else where the next entry begins. */
function endOf(text: string, inner: number, isRound: boolean, token: RegExp): { readonly end: number; readonly isClosed: boolean } {
  token.lastIndex = inner;
  let depth = isRound ? 0 : 1;
  for (let hit = token.exec(text); hit; hit = token.exec(text)) {
    const mark = hit[0];
    if (mark.startsWith('\n')) return { end: hit.index, isClosed: false };
    if (mark === '{') depth++;
    else if (mark === '}' && --depth <= 0 && !isRound) return { end: token.lastIndex, isClosed: true };
    else if (mark === ')' && isRound && depth <= 0) return { end: token.lastIndex, isClosed: true };
  }
  return { end: text.length, isClosed: false };
}

/** Gives entries what they need of others: the strings of the file, and parents with theirs. */
function withContext(entries: readonly RawEntry[], strings: string): readonly RawEntry[] {
  const byKey = new Map(entries.map(entry => [entry.key.toLowerCase(), entry]));
  return entries.map(entry => {
    const parents = parentsOf(entry, byKey), named = strings !== '' && [entry, ...parents].some(({ text }) => NAMED.test(text));
    const context = [...named ? [strings] : [], ...parents.map(({ text }) => text)].join('\n');
    return context === '' ? entry : { ...entry, context };
  });
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
