import { keepsLines, type ScriptTarget, type SourceDocument } from '../core/document';
import { findDoubts } from '../core/doubt/findDoubts';
import type { SourceSummary } from '../core/library/summary';
import { cleanText } from '../core/render/cleanMarkdown';
import { shownText, shownValue } from '../core/render/shownText';
import type { Tables } from '../core/text/tables';

/** What a source is called in the library. */
export interface Shelving { readonly summary: SourceSummary; readonly topics: readonly string[] }

/** A source as one JSON object, its text in the script asked for; a field the page does not say is null or empty. */
export function jsonRecord(document: SourceDocument, { summary, topics }: Shelving, script: ScriptTarget, tables: Tables): Readonly<Record<string, unknown>> {
  const view = { script, fullWidth: false };
  const show = (value: string): string => shownValue(value, document, view, tables);
  const one = (field: { readonly value: string } | undefined): string | null => (field ? show(field.value) : null);
  const all = (fields: readonly { readonly value: string }[]): readonly string[] => fields.map(field => show(field.value));
  const { metadata } = document;
  return {
    path: summary.path,
    format: document.format,
    encoding: document.encoding,
    language: document.language,
    script: document.script,
    region: document.region ?? null,
    title: one(metadata.title),
    series: all(metadata.series),
    published: metadata.published?.value ?? null,
    publisher: one(metadata.publisher),
    site: one(metadata.site),
    authors: all(metadata.authors),
    editors: all(metadata.editors),
    section: all(metadata.section),
    url: metadata.url?.value ?? null,
    capturedNotBefore: metadata.capturedNotBefore?.value ?? null,
    citekey: summary.citekey,
    topics,
    text: cleanText(document, view, tables),
    blocks: document.blocks.map(block => ({ role: block.role, reason: block.reason, kind: block.kind, lines: block.lines, text: shownText(document, block, view, tables).text })),
    repairs: repairRecords(document),
    doubts: doubtRecords(document, tables),
  };
}

/** Repairs with the line of the file they begin in. */
function repairRecords(document: SourceDocument): readonly Readonly<Record<string, unknown>>[] {
  const lineOf = lineCounter(document);
  return document.repairs.map(({ kind, span, text, certain }) => ({ kind, line: lineOf(span.start), before: document.raw.slice(span.start, span.end), after: text, certain }));
}

/** Doubts with the line of the file they begin in, and their words as saved. */
function doubtRecords(document: SourceDocument, tables: Tables): readonly Readonly<Record<string, unknown>>[] {
  const lineOf = lineCounter(document);
  return findDoubts(document, tables).map(({ kind, span, suggestion }) => ({ kind, line: lineOf(span.start), text: document.raw.slice(span.start, span.end), suggestion: suggestion ?? null }));
}

/** Tells the line of places that are asked for in order, in one walk; null where the file has no lines of its own. */
function lineCounter({ raw, format }: SourceDocument): (place: number) => number | null {
  let line = 1, seen = 0;
  return place => {
    for (let feed = raw.indexOf('\n', seen); feed >= 0 && feed < place; feed = raw.indexOf('\n', seen)) { line++; seen = feed + 1; }
    return keepsLines(format) ? line : null;
  };
}
