import { load } from 'cheerio';
import type { BlockKind } from '../document';
import type { Declared } from '../cues/analysis';
import { readPageHead } from './pageHead';
import type { ParsedBlock } from './parsedBlock';

/** A node of the parsed page, as cheerio gives it. */
type AnyNode = Extract<Parameters<typeof load>[0], { readonly nodeType: number }>;
type Element = Extract<AnyNode, { readonly attribs: unknown }>;
type Text = Extract<AnyNode, { readonly data: string }>;

/** The text of a page in document order with its blocks, and what the page declares of itself. */
export interface ParsedHtml { readonly raw: string; readonly blocks: readonly ParsedBlock[]; readonly declared?: Declared }

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'select', 'option', 'textarea', 'input', 'canvas', 'audio', 'video', 'head', 'frameset', 'map']);
const INLINE = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'o:p', 'st1:chsdate', 'picture', 'source']);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'listItem', dd: 'listItem', dt: 'listItem',
  blockquote: 'quotation', pre: 'code', figcaption: 'caption', caption: 'caption',
};
/** Hidden text longer than this is an article that a script would have shown. */
const SHOWN_LATER = 800;
const LAYOUT_CELL = 60;

/** Reads a page without running anything in it; block elements and `<br>` end lines, white space runs together. */
export function parseHtml(source: string): ParsedHtml {
  const $ = load(source);
  const writer = new LineWriter();
  const isHidden = (element: Element): boolean => {
    const { hidden, style } = element.attribs;
    const concealed = hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style));
    return concealed && $(element).text().trim().length < SHOWN_LATER;
  };
  const isData = (table: Element): boolean => isDataTable($(table).find('td,th').toArray(), $(table).find('table,p,div,ul').length);
  walk($.root().toArray(), writer, isHidden, isData);
  writer.flush();
  const declared = readPageHead($);
  return { raw: writer.raw, blocks: writer.blocks, ...(declared && { declared }) };
}

/** A table of facts, not of layout: nothing but short cells in it. */
function isDataTable(cells: readonly Element[], boxes: number): boolean {
  const length = cells.reduce((sum, cell) => sum + textLength(cell), 0);
  return boxes === 0 && cells.length >= 4 && length / cells.length < LAYOUT_CELL;
}

const isText = (node: AnyNode): node is Text => String(node.type) === 'text';
const isElement = (node: AnyNode): node is Element => 'attribs' in node;

function textLength(node: AnyNode): number {
  const waiting: AnyNode[] = [node];
  let length = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isText(next)) length += next.data.trim().length;
    else if ('children' in next) waiting.push(...next.children);
  }
  return length;
}

/** A step of the walk: a node to enter, or an element to leave. */
type Step = { readonly enter: AnyNode } | { readonly leave: Element; readonly isRow: boolean };

/** Walks without recursion: pages nest thousands of elements deep. */
function walk(roots: readonly AnyNode[], writer: LineWriter, isHidden: (element: Element) => boolean, isData: (table: Element) => boolean): void {
  const steps: Step[] = [...roots].reverse().map((enter) => ({ enter }));
  const tables: Element[] = [];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) { leave(step, writer, tables); continue; }
    const node = step.enter;
    if (isText(node)) { writer.write(node.data); continue; }
    if (!('children' in node)) continue;
    const element = isElement(node) ? node : undefined;
    const name = element?.name.toLowerCase() ?? '';
    if (name === 'br' || name === 'hr') writer.flush();
    if (SKIPPED.has(name) || (element && isHidden(element))) continue;
    if (element) enter(element, name, writer, tables, isData, steps);
    for (let at = node.children.length - 1; at >= 0; at--) { const child = node.children[at]; if (child) steps.push({ enter: child }); }
  }
}

function enter(element: Element, name: string, writer: LineWriter, tables: Element[], isData: (table: Element) => boolean, steps: Step[]): void {
  if (name === 'table' && isData(element)) tables.push(element);
  const isCell = (name === 'td' || name === 'th') && tables.length > 0;
  if (name === 'a') writer.links++;
  if (isCell) writer.write(' \u00a0');
  else if (!INLINE.has(name)) writer.flush(tables.length > 0 && name === 'tr' ? 'table' : KINDS[name]);
  steps.push({ leave: element, isRow: tables.length > 0 });
}

function leave({ leave: element, isRow }: { readonly leave: Element; readonly isRow: boolean }, writer: LineWriter, tables: Element[]): void {
  const name = element.name.toLowerCase();
  if (name === 'a') writer.links--;
  const isCell = (name === 'td' || name === 'th') && isRow;
  if (!INLINE.has(name) && !isCell) writer.flush(undefined, isRow && name === 'tr' ? 'table' : KINDS[name]);
  if (tables.at(-1) === element) tables.pop();
}

/** Gathers text into lines; a lifetime of one page. */
class LineWriter {
  readonly blocks: ParsedBlock[] = [];
  /** How many links are open. */
  links = 0;
  private readonly parts: string[] = [];
  private length = 0;
  private line = '';
  private linked = 0;
  private kind: BlockKind | undefined;

  get raw(): string { return this.parts.join(''); }

  write(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    const added = this.line === '' || this.line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    if (this.links > 0) this.linked += added.trim().length;
    this.line += added;
  }

  /** Ends the line, of kind `ended` unless it began as another, and begins one of kind `begun`. */
  flush(begun?: BlockKind, ended?: BlockKind): void {
    const text = this.line.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
    if (text !== '') {
      const kind = this.kind ?? ended ?? 'paragraph';
      const span = { start: this.length, end: this.length + text.length };
      this.blocks.push({ span, lines: null, kind, indented: /^[\u3000\u2003\u00a0]{2}/.test(this.line), linked: Math.min(1, this.linked / text.length) });
      this.parts.push(text, '\n');
      this.length += text.length + 1;
      if (ended !== undefined || begun !== undefined) this.kind = undefined;
    }
    this.line = '';
    this.linked = 0;
    if (begun !== undefined) this.kind = begun;
    else if (ended !== undefined) this.kind = undefined;
  }
}
