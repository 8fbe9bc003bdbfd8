import type { Block, Field, Metadata, SourceDocument } from '../document';
import { repaired } from '../repair/repaired';
import { listDetails, singleDetails, type Details, type SiteCorrections, type SourceCorrections } from './corrections';
import { blockKey, lineForm } from './wordKeys';

/** Puts the fields of a source right; an empty value takes a field away. */
export function correctDetails(metadata: Metadata, details: Details): Metadata {
  const fields: Record<string, unknown> = { ...metadata };
  for (const name of singleDetails) {
    const value = details[name];
    if (value === '') delete fields[name];
    else if (value !== undefined) fields[name] = said(value);
  }
  for (const name of listDetails) {
    const values = details[name];
    if (values !== undefined) fields[name] = values.map(said);
  }
  return fields as unknown as Metadata;
}

const said = (value: string): Field<string> => ({ value, from: 'writer' });

/** Gives the blocks of a source the roles the writer gave them: lines of the site first, then blocks of this page, which win. */
export function correctBlocks(document: SourceDocument, source: SourceCorrections | undefined, sites: readonly SiteCorrections[]): SourceDocument {
  const hidden = new Set(sites.flatMap(site => site.hidden.map(lineForm)));
  const shown = new Set(sites.flatMap(site => site.shown.map(lineForm)));
  const own = new Map(source?.blocks.map(({ text, nth, role }) => [`${nth} ${blockKey(text)}`, role]));
  if (hidden.size + shown.size + own.size === 0) return document;
  const ordinals = blockOrdinals(document);
  const blocks = document.blocks.map((block, at): Block => {
    const role = own.get(`${ordinals[at] ?? 1} ${blockKey(blockText(document, block))}`);
    if (role === 'boilerplate') return block.role === 'boilerplate' ? block : { ...block, role, reason: 'setAside', by: 'writer' };
    const form = lineForm(blockText(document, block));
    if (role === 'body' || shown.has(form)) return asBody(block);
    return hidden.has(form) && block.role === 'body' ? { ...block, role: 'boilerplate', reason: 'unwanted', by: 'writer' } : block;
  });
  return { ...document, blocks };
}

/** The text of a block with its damage mended. */
export function blockText(document: SourceDocument, block: Block): string {
  return repaired(document.raw, document.repairs, block.span).text;
}

/** For each block, which of the blocks that begin with the same words it is, from 1. */
export function blockOrdinals(document: SourceDocument): readonly number[] {
  const counts = new Map<string, number>();
  return document.blocks.map(block => {
    const key = blockKey(blockText(document, block)), nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return nth;
  });
}

/** A block that is body already keeps its reason and whoever gave it. */
function asBody(block: Block): Block {
  if (block.role === 'body') return block;
  const reason = block.kind === 'heading' || block.kind === 'caption' ? block.kind : 'paragraph';
  return { ...block, role: 'body', reason, by: 'writer' };
}
