import type { Result } from '../document';
import { listDetails, singleDetails, type Correction, type CorrectedRole, type SiteMark, type SourceMark } from './corrections';
import { isRecord, listIn, parseCorrectionsJson, recordIn, VERSION, type CorrectionsError, type JsonRecord } from './json';
import { blockKey, lineForm } from './wordKeys';

/** A file with corrections made in it, and the corrections that take them back, last first. */
export interface ChangedFile { readonly text: string; readonly undo: readonly Correction[] }

/** Makes corrections in the text of a file, in a stable order of keys; what others wrote there is kept. */
export function changeCorrections(text: string | undefined, corrections: readonly Correction[]): Result<ChangedFile, CorrectionsError> {
  const parsed = parseCorrectionsJson(text);
  if (!parsed.ok) return parsed;
  let json = parsed.value;
  const undo: Correction[] = [];
  for (const correction of corrections) {
    undo.unshift(presentState(json, correction));
    json = changed(json, correction);
  }
  return { ok: true, value: { text: `${JSON.stringify(arranged(json), null, 2)}\n`, undo } };
}

function changed(json: JsonRecord, correction: Correction): JsonRecord {
  switch (correction.kind) {
    case 'block': return withSource(json, correction.source, entry => ({ ...entry, blocks: withBlock(listIn(entry['blocks']), correction) }));
    case 'detail': return withSource(json, correction.source, entry => ({ ...entry, details: { ...recordIn(entry['details']), [correction.name]: correction.value } }));
    case 'line': return withSite(json, correction.site, entry => ({ ...entry, ...withLine(entry, correction) }));
    case 'learning': return withSite(json, correction.site, entry => ({ ...entry, learning: correction.isOff ? 'off' : undefined }));
  }
}

/** The correction that would bring back what a slot holds now. */
function presentState(json: JsonRecord, correction: Correction): Correction {
  switch (correction.kind) {
    case 'block': {
      const block = listIn(sourceEntry(json, correction.source)['blocks']).find(each => isSameBlock(each, correction.block));
      return { ...correction, role: recordIn(block)['role'] as CorrectedRole | undefined };
    }
    case 'detail': return { ...correction, value: recordIn(sourceEntry(json, correction.source)['details'])[correction.name] as string | readonly string[] | undefined };
    case 'line': {
      const entry = siteEntry(json, correction.site);
      const has = (name: 'hidden' | 'shown'): boolean => listIn(entry[name]).some(each => isSameLine(each, correction.text));
      return { ...correction, shows: has('shown') ? 'shown' : has('hidden') ? 'hidden' : undefined };
    }
    case 'learning': return { ...correction, isOff: siteEntry(json, correction.site)['learning'] === 'off' };
  }
}

const isSameLine = (value: unknown, text: string): boolean => typeof value === 'string' && lineForm(value) === lineForm(text);

function isSameBlock(value: unknown, words: { readonly text: string; readonly nth: number }): boolean {
  const { text, nth = 1 } = recordIn(value);
  return typeof text === 'string' && blockKey(text) === blockKey(words.text) && nth === words.nth;
}

function withBlock(blocks: readonly unknown[], { block, role }: Extract<Correction, { kind: 'block' }>): readonly unknown[] {
  const others = blocks.filter(each => !isSameBlock(each, block));
  return role === undefined ? others : [...others, { text: block.text, ...(block.nth > 1 && { nth: block.nth }), role }];
}

/** A line is hidden or shown, never both. */
function withLine(entry: JsonRecord, { text, shows }: Extract<Correction, { kind: 'line' }>): JsonRecord {
  const without = (name: string): readonly unknown[] => listIn(entry[name]).filter(each => !isSameLine(each, text));
  return { hidden: [...without('hidden'), ...(shows === 'hidden' ? [text] : [])], shown: [...without('shown'), ...(shows === 'shown' ? [text] : [])] };
}

/** Where the corrections of a source stand: under its path, else where a file with its bytes had been. */
function sourcePlace(sources: JsonRecord, { path, hash }: SourceMark): string {
  if (Object.hasOwn(sources, path)) return path;
  return Object.keys(sources).find(key => recordIn(sources[key])['hash'] === hash) ?? path;
}

const sourceEntry = (json: JsonRecord, source: SourceMark): JsonRecord => {
  const sources = recordIn(json['sources']);
  return recordIn(sources[sourcePlace(sources, source)]);
};

const siteEntry = (json: JsonRecord, site: SiteMark): JsonRecord => recordIn(recordIn(json['sites'])[site.key]);

/** Changes the entry of a source and writes it under the path and hash it has now. */
function withSource(json: JsonRecord, source: SourceMark, change: (entry: JsonRecord) => JsonRecord): JsonRecord {
  const sources = recordIn(json['sources']);
  const place = sourcePlace(sources, source);
  const others = Object.fromEntries(Object.entries(sources).filter(([key]) => key !== place));
  return { ...json, sources: { ...others, [source.path]: { ...change(recordIn(sources[place])), hash: source.hash } } };
}

function withSite(json: JsonRecord, site: SiteMark, change: (entry: JsonRecord) => JsonRecord): JsonRecord {
  const sites = recordIn(json['sites']);
  const entry = change(recordIn(sites[site.key]));
  return { ...json, sites: { ...sites, [site.key]: { ...entry, lines: site.lines.length > 0 ? site.lines : entry['lines'] } } };
}

/** The file in its order: known keys first, sources and sites by name, entries that say nothing left out. */
function arranged(json: JsonRecord): JsonRecord {
  return inOrder({
    ...json,
    version: VERSION,
    sources: sorted(json['sources'], entry => inOrder({ ...entry, details: arrangedDetails(recordIn(entry['details'])) }, ['hash', 'details', 'blocks']), ['hash']),
    sites: sorted(json['sites'], entry => inOrder(entry, ['learning', 'hidden', 'shown', 'lines']), ['lines']),
  }, ['version', 'sources', 'sites']);
}

/** An empty detail is kept: it says that there is none. */
const arrangedDetails = (details: JsonRecord): JsonRecord => inOrder(details, [...singleDetails, ...listDetails], isMissing);

/** Entries by name, without those that hold nothing besides the keys of `frame`. */
function sorted(part: unknown, arrange: (entry: JsonRecord) => JsonRecord, frame: readonly string[]): JsonRecord {
  const entries = Object.entries(recordIn(part)).map(([name, entry]): [string, JsonRecord] => [name, arrange(recordIn(entry))]);
  const telling = entries.filter(([, entry]) => Object.keys(entry).some(name => !frame.includes(name)));
  return Object.fromEntries(telling.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A record with the named keys first, without those that hold `nothing`. */
function inOrder(record: JsonRecord, names: readonly string[], nothing = isEmpty): JsonRecord {
  const keys = [...names, ...Object.keys(record).filter(key => !names.includes(key))];
  return Object.fromEntries(keys.filter(key => !nothing(record[key])).map(key => [key, record[key]]));
}

const isMissing = (value: unknown): boolean => value === undefined;
const isEmpty = (value: unknown): boolean => isMissing(value) || (Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0);
