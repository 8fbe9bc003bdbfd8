import type { SourceDocument } from '../src/core/document';
import { fieldsOf } from './seedTruth';

/** What was made of a page, a line for each block and each field found: `metadata dateline | 2024-05-06 10:20`. */
export function pageReport(document: SourceDocument): string {
  const lines = document.blocks.map(({ role, reason, span }) => `${role} ${reason} | ${document.raw.slice(span.start, span.end)}`);
  const fields = Object.entries(fieldsOf(document)).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return `${[...lines, '', ...fields].join('\n')}\n`;
}
