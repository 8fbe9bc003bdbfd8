import { stringify } from 'yaml';
import type { Block, BlockKind, SourceDocument } from '../document';
import type { ReaderView } from '../../protocol';
import { escapeLineStart, escapeMarkdown } from '../markdown/escapeMarkdown';
import type { Tables } from '../text/tables';
import type { PageExtras } from './readerPage';
import { shownText, shownValue } from './shownText';

/** What of a document becomes Markdown; `lines` are 1-based and inclusive and leave the headline and front matter out. */
export interface CleanOptions { readonly view: ReaderView; readonly lines?: readonly [from: number, to: number] }

/** The body of a source as Markdown, with its metadata as front matter; page text is escaped, so none of it can become markup. */
export function cleanMarkdown(document: SourceDocument, extras: PageExtras, options: CleanOptions, tables: Tables): string {
  const body = bodyMarkdown(document, options, tables);
  if (options.lines) return body;
  const title = document.metadata.title?.value ?? '';
  const shownTitle = shownValue(title, document.script, options.view, tables);
  return [`---\n${frontMatter(document, extras, options.view, tables)}---\n`, title && `# ${inline(shownTitle)}\n`, body].filter(part => part !== '').join('\n');
}

/** The clean body as plain text: one line a block, repaired and as `view` shows it. */
export function cleanText(document: SourceDocument, view: ReaderView, tables: Tables): string {
  return document.blocks.filter(block => block.role === 'body').map(block => shownText(document, block, view, tables).text).filter(text => text !== '').join('\n');
}

function frontMatter(document: SourceDocument, extras: PageExtras, view: ReaderView, tables: Tables): string {
  const { metadata } = document;
  const show = (value: string): string => shownValue(value, document.script, view, tables);
  const values = (fields: readonly { readonly value: string }[]): readonly string[] => fields.map(field => show(field.value));
  const fields: Readonly<Record<string, string | readonly string[] | undefined>> = {
    title: metadata.title && show(metadata.title.value),
    series: values(metadata.series),
    date: metadata.published?.value,
    publisher: metadata.publisher && show(metadata.publisher.value),
    site: metadata.site && show(metadata.site.value),
    author: values(metadata.authors),
    editor: values(metadata.editors),
    section: values(metadata.section),
    url: metadata.url?.value,
    source: extras.path,
    citekey: extras.citekey,
  };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0);
  return stringify(Object.fromEntries(said), { lineWidth: 0 });
}

function bodyMarkdown(document: SourceDocument, options: CleanOptions, tables: Tables): string {
  const written: { readonly kind: BlockKind; readonly text: string }[] = [];
  for (const block of document.blocks) {
    if (block.role !== 'body' || !stands(block, options.lines)) continue;
    const text = shownText(document, block, options.view, tables).text;
    if (text !== '') written.push({ kind: block.kind, text: asMarkdown(block.kind, text) });
  }
  return written.map((each, at) => each.text + (each.kind === 'listItem' && written[at + 1]?.kind === 'listItem' ? '\n' : '\n\n')).join('').replace(/\n\n$/, '\n');
}

function stands(block: Block, lines: CleanOptions['lines']): boolean {
  return !lines || (block.lines !== null && block.lines[0] <= lines[1] && block.lines[1] >= lines[0]);
}

function asMarkdown(kind: BlockKind, text: string): string {
  switch (kind) {
    case 'heading': return `## ${inline(text)}`;
    case 'quotation': return lines(text).map(line => `> ${escapeLineStart(line)}`).join('\n');
    case 'listItem': return listItem(text);
    case 'table':
    case 'code': return fenced(text);
    case 'paragraph':
    case 'caption': return lines(text).map(escapeLineStart).join('\n');
  }
}

/** A numbered item keeps its number, any other gets a hyphen for the mark it has. */
function listItem(text: string): string {
  const [, number, rest = ''] = /^(?:(\d{1,3})[.)]\s+|[•·●○■□▪◆◇*-]\s+)?([\s\S]*)$/.exec(text) ?? [];
  return `${number ? `${number}.` : '-'} ${escapeLineStart(inline(rest))}`;
}

const lines = (text: string): readonly string[] => escapeMarkdown(text).split(/\r?\n/).map(line => line.trim()).filter(line => line !== '');
const inline = (text: string): string => escapeMarkdown(text.replace(/\s*\r?\n\s*/g, ' '));

/** A fence longer than any the text holds. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
