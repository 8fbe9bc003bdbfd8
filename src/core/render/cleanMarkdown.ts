import { stringify } from 'yaml';
import type { Block, BlockKind, SourceDocument } from '../document';
import type { OwnView } from './page';
import { escapeLineStart, escapeMarkdown } from '../markdown/escapeMarkdown';
import type { Tables } from '../text/tables';
import type { PageExtras } from './readerPage';
import { markedText, shownText, shownValue } from './shownText';

/** What of a document becomes Markdown; `lines` are 1-based and inclusive and leave the headline and front matter out. */
export interface CleanOptions { readonly view: OwnView; readonly lines?: readonly [from: number, to: number] }

/** The body of a source as Markdown, with its metadata as front matter; page text is escaped, so none of it can become markup. */
export function cleanMarkdown(document: SourceDocument, extras: PageExtras, options: CleanOptions, tables: Tables): string {
  const body = bodyMarkdown(document, options, tables);
  if (options.lines) return body;
  const title = document.metadata.title?.value ?? '';
  const shownTitle = shownValue(title, document, options.view, tables);
  return [`---\n${frontMatter(document, extras, options.view, tables)}---\n`, title && `# ${inline(shownTitle)}\n`, body].filter(part => part !== '').join('\n');
}

/** The clean body as plain text: one line a block, repaired and as `view` shows it. */
export function cleanText(document: SourceDocument, view: OwnView, tables: Tables): string {
  return document.blocks.filter(block => block.role === 'body').map(block => shownText(document, block, view, tables).text).filter(text => text !== '').join('\n');
}

function frontMatter(document: SourceDocument, extras: PageExtras, view: OwnView, tables: Tables): string {
  const { metadata } = document;
  const show = (value: string): string => shownValue(value, document, view, tables);
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
  const written: Written[] = [];
  for (const block of document.blocks) {
    if (block.role !== 'body' || !stands(block, options.lines)) continue;
    const isMarkdown = document.format === 'markdown' && block.kind !== 'code';
    const { text } = (isMarkdown ? markedText : shownText)(document, block, options.view, tables);
    const last = written.at(-1);
    if (text === '') continue;
    if (!isMarkdown && last?.kind === block.kind && isVerbatim(block.kind)) written[written.length - 1] = { ...last, text: `${last.text}\n${text}`, lines: block.lines };
    else written.push({ kind: block.kind, lines: block.lines, isMarkdown, text: isMarkdown ? keepMarks(document.raw, block, text) : text });
  }
  return written.map((each, at) => (each.isMarkdown ? each.text : asMarkdown(each.kind, each.text)) + gap(each, written[at + 1])).join('');
}

interface Written { readonly kind: BlockKind; readonly lines: Block['lines']; readonly isMarkdown: boolean; readonly text: string }

const isVerbatim = (kind: BlockKind): boolean => kind === 'code' || kind === 'table';

/** Items of a list, and lines of a quotation or table that followed each other in the file, stay together. */
function gap(each: Written, next: Written | undefined): string {
  if (!next) return '\n';
  if (each.kind !== next.kind || each.kind === 'paragraph' || each.kind === 'heading') return '\n\n';
  const isNextLine = each.lines !== null && next.lines !== null && next.lines[0] === each.lines[1] + 1;
  return each.kind === 'listItem' || (isNextLine && each.isMarkdown) ? '\n' : '\n\n';
}

/** A line of a Markdown source with the mark it had before its text; only HTML and other people's citations are escaped. */
function keepMarks(raw: string, block: Block, text: string): string {
  const mark = raw.slice(raw.lastIndexOf('\n', block.span.start - 1) + 1, block.span.start);
  return (/^[ \t]*(?:#{1,6}|[-*+]|\d{1,3}[.)]|>)[ \t>]*(?:\[[ xX]\][ \t]+)?$/.test(mark) ? mark : '') + text.replace(/<(?=[a-z/!?])(?!https?:)/gi, '\\<').replace(/(?<![\p{L}\p{N}/])@(?=[\p{L}\p{N}_*{])/gu, '\\@');
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
