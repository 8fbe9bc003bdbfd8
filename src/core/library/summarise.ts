import type { ReadError, SourceDocument, SourceId } from '../document';
import { leadOf } from './lead';
import type { SourceSummary } from './summary';

/** A summary without what depends on the other sources. */
export type OwnSummary = Omit<SourceSummary, 'citekey' | 'topics'>;

/** What tree, pick lists and hovers show of a source. */
export function summarise(document: SourceDocument, file: { readonly path: string; readonly hash: string }): OwnSummary {
  const { title, series, published, publisher, site, authors, editors, section, url, capturedNotBefore } = document.metadata;
  const values = (fields: readonly { readonly value: string }[]): readonly string[] => fields.map(field => field.value);
  return {
    id: document.id,
    path: file.path,
    format: document.format,
    encoding: document.encoding,
    script: document.script,
    ...(document.region && { region: document.region }),
    title: title?.value ?? '',
    series: values(series),
    ...(published && { published: published.value }),
    ...(publisher && { publisher: publisher.value }),
    ...(site && { site: site.value }),
    authors: values(authors),
    editors: values(editors),
    section: values(section),
    ...(url && { url: url.value }),
    ...(capturedNotBefore && { capturedNotBefore: capturedNotBefore.value }),
    lead: leadOf(document),
    hash: file.hash,
    repairs: document.repairs.length,
    hiddenBlocks: document.blocks.filter(block => block.role !== 'body').length,
  };
}

/** The row of a file that could not be read. */
export function summariseFailure(id: SourceId, path: string, error: ReadError): SourceSummary {
  return { id, path, error, format: 'text', encoding: '', script: 'none', title: '', series: [], authors: [], editors: [], section: [], lead: '', citekey: '', hash: '', repairs: 0, hiddenBlocks: 0, topics: [] };
}
