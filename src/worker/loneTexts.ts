import type { OwnWords, ReadError, Result, ScriptTarget, Span, Writing } from '../core/document';
import { decode } from '../core/ingest/decode';
import { detectFormat } from '../core/ingest/detectFormat';
import { findLost } from '../core/doubt/findLost';
import { MAX_SOURCE_BYTES } from '../core/library/limits';
import { proseSpans } from '../core/markdown/prose';
import { scanNote } from '../core/markdown/scan';
import { findRepairs } from '../core/repair/findRepairs';
import { withOffered } from '../core/repair/offered';
import { repaired } from '../core/repair/repaired';
import { findAmbiguities, findDoubtfulCharacters } from '../core/script/ambiguities';
import { conversionFor, convert } from '../core/script/convert';
import { detectWriting } from '../core/script/detect';
import { mapped } from '../core/text/mappedText';
import type { Tables } from '../core/text/tables';
import { convertParts, type Converted } from './convertParts';
import type { Ambiguity, Conversion, ConvertOptions, Damage, DamageOptions } from './port';

/** Converts and mends texts that are no sources of the library: selections, documents, notes, files. */
export class LoneTexts {
  /** What the writer decided about conversions. */
  words: OwnWords = { keep: [], pairs: {} };

  constructor(private readonly tables: Tables) {}

  convert(text: string, target: ScriptTarget, { isMarkdown = false, writing }: ConvertOptions = {}): Conversion {
    const parts = isMarkdown ? proseSpans(text) : [{ start: 0, end: text.length }];
    const from = writing ?? this.writingOf(parts.length === 1 ? text : parts.map(({ start, end }) => text.slice(start, end)).join('\n'));
    if (conversionFor(from, target) !== 'convert') return { kind: 'unchanged', from };
    return { kind: 'converted', from, ...convertParts(text, parts, part => this.convertPart(part, from, target)) };
  }

  convertFile(path: string, bytes: Uint8Array, target: ScriptTarget): Result<Conversion, ReadError> {
    if (bytes.length > MAX_SOURCE_BYTES) return { ok: false, error: { kind: 'tooLarge', bytes: bytes.length, limit: MAX_SOURCE_BYTES } };
    if (/\.mht(?:ml)?$/i.test(path)) return { ok: false, error: { kind: 'unsupported', format: 'MHTML' } };
    const decoded = decode(bytes, this.tables);
    if (!decoded.ok) return decoded;
    const format = detectFormat(path, decoded.value.raw);
    if (format === 'html') return { ok: false, error: { kind: 'unsupported', format: 'HTML' } };
    return { ok: true, value: this.convert(decoded.value.raw, target, { isMarkdown: format === 'markdown' }) };
  }

  ambiguities(text: string): readonly Ambiguity[] {
    return findDoubtfulCharacters(text, this.writingOf(text), this.tables);
  }

  writingOf(text: string): Writing {
    return detectWriting(text, this.tables);
  }

  private convertPart(part: string, from: Writing, target: ScriptTarget): Converted {
    const base = mapped(part), converted = convert(base, from, target, this.tables, this.words);
    return { text: converted.text, ambiguities: findAmbiguities(base, converted, from, target, this.tables, this.words) };
  }

  findDamage(text: string, { isMarkdown }: DamageOptions = {}): Damage {
    const repairs = findRepairs(text, this.tables);
    const mended = repaired(text, repairs);
    const lost = findLost(mended.text, this.tables).map(doubt => ({ ...doubt, span: mended.toRaw(doubt.span) }));
    return { repairs: withOffered(text, repairs, this.tables, isMarkdown ? notProse(text) : []), lost };
  }
}

/** What of a note is no running text, sorted. */
function notProse(note: string): readonly Span[] {
  const { frontMatter, code, comments, links, citations } = scanNote(note);
  const spans = [...frontMatter ? [frontMatter] : [], ...code, ...comments, ...links, ...citations.map(({ span }) => span)];
  return spans.sort((one, other) => one.start - other.start);
}
