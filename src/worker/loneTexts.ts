import type { OwnWords, ReadError, Result, ScriptTarget, Span, Writing } from '../core/document';
import { decode } from '../core/ingest/decode';
import { findLost } from '../core/doubt/findLost';
import { scanNote } from '../core/markdown/scan';
import { findRepairs } from '../core/repair/findRepairs';
import { withOffered } from '../core/repair/offered';
import { repaired } from '../core/repair/repaired';
import { findAmbiguities, findDoubtfulCharacters } from '../core/script/ambiguities';
import { conversionFor, convert } from '../core/script/convert';
import { detectWriting } from '../core/script/detect';
import { mapped } from '../core/text/mappedText';
import type { Tables } from '../core/text/tables';
import type { Ambiguity, Conversion, ConvertOptions, Damage, DamageOptions } from './port';

/** Converts and mends texts that are no sources of the library: selections, documents, notes, files. */
export class LoneTexts {
  /** What the writer decided about conversions. */
  words: OwnWords = { keep: [], pairs: {} };

  constructor(private readonly tables: Tables) {}

  convert(text: string, target: ScriptTarget, { writing }: ConvertOptions = {}): Conversion {
    const from = writing ?? this.writingOf(text);
    if (conversionFor(from, target) !== 'convert') return { kind: 'unchanged', from };
    const base = mapped(text), converted = convert(base, from, target, this.tables, this.words);
    return { kind: 'converted', text: converted.text, from, ambiguities: findAmbiguities(base, converted, from, target, this.tables, this.words) };
  }

  convertFile(path: string, bytes: Uint8Array, target: ScriptTarget): Result<Conversion, ReadError> {
    const decoded = decode(bytes, this.tables);
    return decoded.ok ? { ok: true, value: this.convert(decoded.value.raw, target, { isMarkdown: /\.(?:md|markdown)$/i.test(path) }) } : decoded;
  }

  ambiguities(text: string): readonly Ambiguity[] {
    return findDoubtfulCharacters(text, this.writingOf(text), this.tables);
  }

  writingOf(text: string): Writing {
    return detectWriting(text, this.tables);
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
