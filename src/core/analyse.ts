import type { Analysis, Box, Declared, Line } from './cues/analysis';
import { readLine } from './cues/lineCues';
import { normalLine, type Simplify } from './cues/normal';
import { keepsLines, type ReadError, type Repair, type Result, type Script, type SourceFormat, type SourceId } from './document';
import { decode } from './ingest/decode';
import { detectFormat } from './ingest/detectFormat';
import type { ParsedBlock } from './ingest/parsedBlock';
import { withoutMarks } from './ingest/withoutMarks';
import { parseMarkdown } from './ingest/parseMarkdown';
import { parsePage } from './ingest/parsePage';
import { parseText } from './ingest/parseText';
import type { Archive } from './ingest/unpack';
import { findRepairs } from './repair/findRepairs';
import { repaired } from './repair/repaired';
import { detectLanguage, detectWriting } from './script/detect';
import { foldTable } from './text/foldTable';
import type { Tables } from './text/tables';

export type { Analysis } from './cues/analysis';

/** Which file is read, and when (ISO local), so that dates to come are known as such. */
export interface FileToRead { readonly id: SourceId; readonly path: string; readonly now: string }

/** Reads everything that one file tells by itself, or the page that `archive` held; it depends on nothing but its arguments. */
export function analyse(bytes: Uint8Array, file: FileToRead, tables: Tables, archive?: Archive): Result<Analysis, ReadError> {
  const decoded = decode(bytes, tables, archive?.charset);
  if (!decoded.ok) return decoded;
  const { encoding } = decoded.value;
  const format = archive?.format ?? detectFormat(file.path, decoded.value.raw);
  const { raw, repairs, blocks, boxes, declared } = parse(format, decoded.value.raw, tables, archive);
  if (blocks.length === 0) return { ok: false, error: { kind: 'empty' } };
  const text = repairs.length === 0 ? raw : repaired(raw, repairs).text;
  const writing = detectWriting(text, tables);
  const lines = readLines({ raw, repairs, script: writing.script, format }, blocks, tables);
  return { ok: true, value: { ...file, format, encoding, raw, ...writing, language: detectLanguage(text), repairs, lines, ...(boxes && { boxes }), ...(declared && { declared }) } };
}

interface Parsed { readonly raw: string; readonly repairs: readonly Repair[]; readonly blocks: readonly ParsedBlock[]; readonly boxes?: readonly Box[]; readonly declared?: Declared }

/** `raw` is the decoded file; of a page, the text that it shows. Damage is found first, as it can cross the end of a line. */
function parse(format: SourceFormat, decoded: string, tables: Tables, archive: Archive | undefined): Parsed {
  if (!keepsLines(format)) {
    const page = parsePage(decoded, tables, archive);
    return { ...page, repairs: findRepairs(page.raw, tables) };
  }
  const repairs = findRepairs(decoded, tables);
  return format === 'markdown' ? { raw: decoded, repairs, ...parseMarkdown(decoded, repairs) } : { raw: decoded, repairs, blocks: parseText(decoded, repairs) };
}

/** Cues are words in simplified characters; a page without traditional ones needs no table for them. */
function simplifier(script: Script, tables: Tables): Simplify | undefined {
  if (script === 'Hans' || script === 'none') return undefined;
  const { units } = foldTable(tables);
  return (character) => {
    const to = units[character.charCodeAt(0)];
    return to === undefined || to === 0 || to > 0xffff ? character : String.fromCharCode(to);
  };
}

/** What each block of a page says: its mended text, and what that looks like. */
export function readLines({ raw, repairs, script, format }: Pick<Analysis, 'raw' | 'repairs' | 'script' | 'format'>, blocks: readonly ParsedBlock[], tables: Tables): readonly Line[] {
  const simplify = simplifier(script, tables);
  let next = 0;
  return blocks.map((block) => {
    while (next < repairs.length && (repairs[next]?.span.end ?? 0) <= block.span.start) next++;
    let end = next;
    while (end < repairs.length && (repairs[end]?.span.start ?? Infinity) < block.span.end) end++;
    const text = end === next ? raw.slice(block.span.start, block.span.end) : repaired(raw, repairs.slice(next, end), block.span).text;
    const normal = normalLine(format === 'markdown' && block.kind !== 'code' ? withoutMarks(text) : text, simplify);
    return { ...block, text, normal, cues: readLine(normal, block.kind === 'listItem') };
  });
}
