import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import { scanNote } from '../../../src/core/markdown/scan';

/** What of a key two readers must agree in; texts without markup. */
export interface ReadKey { readonly key: string; readonly mode: 'in text' | 'in brackets' | 'without author'; readonly prefix: string; readonly suffix: string }

/** The citations of a note in order, those of its metadata behind the others and sorted. */
export type ReadNote = readonly (readonly ReadKey[])[];

interface Element { readonly t: string; readonly c?: unknown }
interface PandocKey { readonly citationId: string; readonly citationPrefix: unknown; readonly citationSuffix: unknown; readonly citationMode: { readonly t: 'AuthorInText' | 'NormalCitation' | 'SuppressAuthor' } }
interface PandocNotes { readonly blocks: readonly unknown[]; readonly meta: Readonly<Record<string, unknown>> }

const MODES = { AuthorInText: 'in text', NormalCitation: 'in brackets', SuppressAuthor: 'without author' } as const;

/** Lets one run of pandoc read all notes; undefined for one whose metadata are broken, which pandoc does not read. */
export async function readByPandoc(notes: readonly string[]): Promise<readonly (ReadNote | undefined)[]> {
  const pandoc = await installPandoc(), folder = mkdtempSync(join(tmpdir(), 'seedbed-notes-')), file = join(folder, 'notes');
  try {
    // pandoc's program takes tabs out of what it reads, its function for filters does not
    writeFileSync(file, notes.map(note => note.replace(/^[^\t\n]*\t.*$/gm, withoutTabs)).join('\x1e'));
    const filter = join('test', 'unit', 'markdown', 'readEach.lua');
    const done = spawnSync(pandoc, ['--from', 'markdown', '--to', 'json', '--lua-filter', filter], { input: '', encoding: 'utf8', maxBuffer: 1 << 29, env: { ...process.env, SEEDBED_NOTES: file } });
    assert.equal(done.status, 0, done.error?.message ?? done.stderr);
    const { blocks, meta } = JSON.parse(done.stdout) as PandocNotes;
    assert.equal(blocks.length, notes.length);
    return blocks.map((block, at) => (isElement(block) && block.t === 'HorizontalRule' ? undefined : [...citesIn(block), ...inOrder(citesIn(meta[`n${String(at + 1).padStart(6, '0')}`]))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutTabs(line: string): string {
  return line.split('\t').reduce((done, part) => done + ' '.repeat(4 - done.length % 4) + part);
}

/** Reads a note by Seedbed. */
export function readBySeedbed(note: string): ReadNote {
  const { citations } = scanNote(note);
  const read = (inMatter: boolean): ReadNote => citations.filter(citation => (citation.inMatter ?? false) === inMatter).map(({ keys }) => keys.map(({ key, inText, suppressAuthor, prefix = '', suffix = '' }) => ({
    key, mode: inText ? 'in text' : suppressAuthor ? 'without author' : 'in brackets', prefix: unmarked(prefix), suffix: unmarked(suffix),
  })));
  return [...read(false), ...inOrder(read(true))];
}

/** pandoc sorts fields by name. */
const inOrder = (cites: Iterable<readonly ReadKey[]>): ReadNote => [...cites].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && 't' in value;

function* citesIn(value: unknown): Iterable<readonly ReadKey[]> {
  if (isElement(value) && value.t === 'Cite') {
    const [keys] = value.c as [readonly PandocKey[]];
    yield keys.map(each => ({
      key: each.citationId, mode: MODES[each.citationMode.t], prefix: unmarked(textOf(each.citationPrefix)), suffix: unmarked(textOf(each.citationSuffix)),
    }));
    for (const { citationPrefix, citationSuffix } of keys) yield* citesIn([citationPrefix, citationSuffix]);
  } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* citesIn(each);
}

/** The words of inlines. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (!isElement(value)) return '';
  const parts = Array.isArray(value.c) ? value.c as readonly unknown[] : [value.c];
  switch (value.t) {
    case 'Str': case 'Code': case 'Math': case 'RawInline': return String(parts.at(-1));
    case 'Space': case 'SoftBreak': case 'LineBreak': return ' ';
    case 'Cite': return textOf(parts[1]);
    case 'Note': return '';
    default: return textOf(parts);
  }
}

/** Text without markup, quotation marks and white space, dashes and dots as they are typed: what is left of both spellings of one text. */
function unmarked(text: string): string {
  const typed = text.replace(/&amp;/g, '&').replace(/–/g, '--').replace(/—/g, '---').replace(/…/g, '...').replace(/\u00A0/g, ' ');
  return typed.replace(/\^\[[^[\]]*\]|\[\^[^[\]]*\]|\]\([^()]*\)|\]\{[^{}]*\}|<[^<>]*>|[\\[\]*_`~^$"'‘’“”\s]/g, '').replace(/-+/g, '-');
}
