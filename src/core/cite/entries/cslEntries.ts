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

/** Cuts a CSL-JSON list into its entries without reading what they say, in one pass. */
export function findCslEntries(text: string): { readonly entries: readonly RawEntry[]; readonly problems: readonly EntryProblem[] } {
  const entries: RawEntry[] = [], problems: EntryProblem[] = [];
  const token = /"(?:[^"\\\n]|\\.)*"(\s*:)?|[{}[\]]/g;
  let depth = 0, start = 0, isKeyNext = false, key: string | undefined, keyStart = 0;
  for (let hit = token.exec(text); hit; hit = token.exec(text)) {
    const mark = hit[0];
    if (mark === '{' || mark === '[') {
      if (depth === 1 && mark === '{') { start = hit.index; key = undefined; }
      depth++;
    } else if (mark === '}' || mark === ']') {
      depth--;
      if (depth !== 1 || mark !== '}') continue;
      const span = { start, end: hit.index + 1 };
      if (key === undefined) problems.push({ kind: 'noKey', span });
      else entries.push({ key, keySpan: { start: keyStart, end: keyStart + key.length }, span, text: text.slice(span.start, span.end) });
    } else if (depth === 2 && hit[1] !== undefined) isKeyNext = mark.startsWith('"id"');
    else if (depth === 2 && isKeyNext) {
      key ??= JSON.parse(mark) as string;
      keyStart = hit.index + 1;
      isKeyNext = false;
    }
  }
  return { entries, problems };
}
