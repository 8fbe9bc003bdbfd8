import assert from 'node:assert/strict';
import { analyse, type Analysis } from '../../../src/core/analyse';
import type { Reason, SourceDocument } from '../../../src/core/document';
import { judge } from '../../../src/core/judge/judge';
import { tables } from '../tables';

/** A text as analysed in the spring of 2026. */
export function analysed(text: string, path = 'page.txt'): Analysis {
  const result = analyse(new TextEncoder().encode(text), { id: path, path, now: '2026-03-01T12:00:00' }, tables);
  assert.ok(result.ok);
  return result.value;
}

/** A text read by itself. */
export function read(text: string, path = 'page.txt'): SourceDocument {
  return judge(analysed(text, path), undefined);
}

/** The lines of the body. */
export function bodyOf(document: SourceDocument): readonly string[] {
  return document.blocks.filter((block) => block.role === 'body').map(({ span }) => document.raw.slice(span.start, span.end));
}

/** The reason of the line that says `text`. */
export function reasonOf(document: SourceDocument, text: string): Reason | undefined {
  return document.blocks.find(({ span }) => document.raw.slice(span.start, span.end) === text)?.reason;
}
