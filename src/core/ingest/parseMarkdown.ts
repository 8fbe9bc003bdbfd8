import { parse as parseYaml } from 'yaml';
import type { BlockKind, Repair } from '../document';
import { readDate } from '../cues/dates';
import { NOTHING_DECLARED, type Claim, type Declared } from '../cues/declared';
import { normalLine } from '../cues/normal';
import type { ParsedBlock } from './parsedBlock';
import { parseText } from './parseText';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const MARKS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^#{1,6}\s+/, 'heading'], [/^(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, 'listItem'], [/^(?:>\s?)+/, 'quotation'], [/^\|.*\|$/, 'table'],
];

/** Blocks of a Markdown clipping line by line, its marks outside their spans, and what its front matter declares. */
export function parseMarkdown(raw: string, repairs: readonly Repair[]): { readonly blocks: readonly ParsedBlock[]; readonly declared?: Declared } {
  const front = FRONT_MATTER.exec(raw);
  const declared = front ? readFrontMatter(front[1] ?? '') : undefined;
  const start = declared ? front?.[0].length ?? 0 : 0;
  const blocks: ParsedBlock[] = [];
  let fenced = false;
  for (const block of parseText(raw, repairs)) {
    if (block.span.start < start) continue;
    const text = raw.slice(block.span.start, block.span.end);
    if (/^(?:```|~~~)/.test(text)) { fenced = !fenced; continue; }
    if (fenced) blocks.push({ ...block, kind: 'code' });
    else if (!/^(?:[-*_]\s*){3,}$|^<!--.*-->$|^!\[[^\]]*\]\([^)]*\)$|^\[\^[^\]]+\]:|^\|?[\s:|-]+\|$/.test(text)) blocks.push(marked(block, text));
  }
  return { blocks, ...(declared && { declared }) };
}

function marked(block: ParsedBlock, text: string): ParsedBlock {
  const linked = linkShare(text);
  for (const [mark, kind] of MARKS) {
    const match = mark.exec(text);
    if (!match || match[0].length >= text.length && kind !== 'table') continue;
    const skip = kind === 'table' ? 0 : match[0].length;
    return { ...block, kind, linked, span: { start: block.span.start + skip, end: block.span.end } };
  }
  return { ...block, linked };
}

/** Share of the shown characters that stand in links. */
function linkShare(text: string): number {
  let linked = 0;
  const shown = text.replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g, (_, label: string) => { linked += label.length; return label; });
  return shown.length === 0 ? 0 : linked / shown.length;
}

/** Keys of Obsidian Web Clipper and of common templates; undefined where the YAML cannot be read or says nothing of a source. */
function readFrontMatter(yaml: string): Declared | undefined {
  const data = record(yaml);
  if (!data) return undefined;
  const text = (...keys: readonly string[]): string | undefined => keys.map((key) => words(data[key])[0]).find((value) => value !== undefined);
  const list = (...keys: readonly string[]): readonly string[] => keys.map((key) => words(data[key])).find((values) => values.length > 0) ?? [];
  const address = [text('source'), text('url'), text('link')].find((value) => value !== undefined && /^https?:\/\//.test(value));
  const source = text('source');
  const published = readDate(normalLine(text('published', 'date', 'publish_date', 'pubdate') ?? ''));
  const publisher = text('publisher') ?? (source !== undefined && !/^https?:/.test(source) ? source : undefined);
  const from = 'frontMatter';
  const claims = (values: readonly (string | undefined)[]): readonly Claim[] => values.flatMap((value) => (value === undefined ? [] : [{ value, from }]));
  return {
    ...NOTHING_DECLARED,
    titles: claims([text('title')]), published: published === undefined ? [] : [{ value: published, from, isUtc: false }], publishers: claims([publisher]),
    sites: claims([text('site', 'sitename', 'site_name')]), urls: claims([address]),
    authors: claims(list('author', 'authors')), editors: claims(list('editor', 'editors')), section: claims(list('section')),
  };
}

function record(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = parseYaml(yaml);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
}

/** A value as words: a wiki link loses its brackets, a date is printed as ISO. */
function words(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(words);
  if (value instanceof Date) return [value.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.\d{3}Z$/, '')];
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).replace(/^\[\[(.*)\]\]$/, '$1').trim();
  return text === '' ? [] : [text];
}
