import { flightChunks, readFlightRows } from './flightRows';
import { readLiterals, type Composite, type Entry } from './literals';

/** A script element as it stands in a page. */
export interface PageScript { readonly type: string; readonly id: string; readonly text: string }

/** Strings shorter than this hold no article, in JSON or plain. */
const SHORTEST_INNER = 60;

/** Every record and list that stands in the scripts, a holder before what it holds; strings that are JSON in turn are opened. */
export function readScriptData(scripts: readonly PageScript[]): readonly Composite[] {
  const roots: Composite[] = [];
  const chunks: string[] = [];
  for (const script of scripts) {
    const root = readScript(script);
    if (/__next_f\b/.test(script.text.slice(0, 200))) chunks.push(...flightChunks(root));
    else roots.push(root);
  }
  const all = roots.flatMap(openAll);
  if (chunks.length === 0) return all;
  const { records, texts } = readFlightRows(chunks.join(''));
  const streamed = records.flatMap(openAll);
  for (const { entries } of streamed) for (const entry of entries) refer(entry, (name) => texts.get(name.replace(/^\$/, '')));
  return [...all, ...streamed];
}

function readScript({ type, id, text }: PageScript): Composite {
  if (/template|text\/html/i.test(type)) return { isList: false, key: '', parent: undefined, entries: [{ key: 'html', value: text, isNumber: false }], count: 0 };
  const isJson = /json/i.test(type);
  const root = readLiterals(isJson ? innerJson(text) ?? text : text, isJson);
  if (id === '__NUXT_DATA__') followIndices(root);
  return root;
}

/** The list of a Nuxt page, whose records name their values by their places in it; words are put where they are named. */
function followIndices(root: Composite): void {
  const [list] = root.entries;
  if (!list || typeof list.value === 'string') return;
  const words = new Map(list.value.entries.flatMap(({ key, value }) => (typeof value === 'string' ? [[key, value] as const] : [])));
  for (const { value } of list.value.entries) {
    if (typeof value !== 'string') for (const entry of value.entries) if (entry.isNumber) refer(entry, (place) => words.get(place));
  }
}

function refer(entry: Entry, find: (name: string) => string | undefined): void {
  if (typeof entry.value === 'string' && entry.value.length < 12) entry.value = find(entry.value) ?? entry.value;
}

function openAll(root: Composite): readonly Composite[] {
  const waiting: Composite[] = [root], all: Composite[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    for (const entry of next.entries) {
      const json = typeof entry.value === 'string' && entry.value.length >= SHORTEST_INNER ? innerJson(entry.value) : undefined;
      if (json !== undefined) entry.value = readLiterals(json, true, { key: entry.key, parent: next });
      if (typeof entry.value !== 'string') waiting.push(entry.value);
    }
  }
  return all;
}

/** The JSON that a text is, as it stands or percent-encoded; undefined where it is none. */
function innerJson(text: string): string | undefined {
  const start = text.slice(0, 40).trimStart();
  if (/^[{[]\s*["{[]/.test(start)) return text;
  if (!/^%(?:7B|5B)/i.test(start)) return undefined;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined; // not encoded after all, or cut off
  }
}
