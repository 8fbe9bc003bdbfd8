import { load } from 'cheerio';
import type { BlockKind } from '../document';
import type { Box, Declared } from '../cues/analysis';
import type { PageScript } from './declared/pageFacts';
import { LineWriter } from './lineWriter';
import { readPageHead } from './pageHead';
import type { ParsedBlock } from './parsedBlock';
import { readPageFacts } from './readPageFacts';
import { setScriptsAside } from './setScriptsAside';
import { withinDepth } from './withinDepth';

/** A node of the parsed page, as cheerio gives it. */
type AnyNode = Extract<Parameters<typeof load>[0], { readonly nodeType: number }>;
type Element = Extract<AnyNode, { readonly attribs: unknown }>;
type Text = Extract<AnyNode, { readonly data: string }>;

/** The text of a page in document order with its blocks and the tree they stand in, what the page declares of itself, and its scripts. */
export interface ParsedHtml {
  readonly raw: string;
  readonly blocks: readonly ParsedBlock[];
  readonly boxes: readonly Box[];
  readonly declared?: Declared;
  readonly scripts: readonly PageScript[];
}

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'select', 'option', 'textarea', 'input', 'canvas', 'audio', 'video', 'head', 'frameset', 'map']);
const INLINE = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'o:p', 'st1:chsdate', 'picture', 'source']);
const STRONG = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const PICTURES = new Set(['img', 'picture', 'video', 'figure']);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'listItem', dd: 'listItem', dt: 'listItem',
  blockquote: 'quotation', figcaption: 'caption', caption: 'caption',
};
/** Hidden text longer than this is an article that a script would have shown. */
const SHOWN_LATER = 800;
const LAYOUT_CELL = 60;
/** What tells the shown tree of an element from a template: as it was standardised, and as browsers wrote it before and write it into archives. */
const SHADOWS = ['shadowrootmode', 'shadowmode', 'shadowroot'];
const BOXES = new Set(['table', 'p', 'div', 'ul']);

/** Reads a page without running anything in it; block elements and `<br>` end lines, white space runs together. */
export function parseHtml(source: string): ParsedHtml {
  const { html, scripts } = setScriptsAside(source);
  const $ = load(withinDepth(html), { scriptingEnabled: true });
  const writer = new LineWriter();
  const walk = new Walk(writer, {
    isHidden: (element) => isConcealed(element) && !holdsText(element, SHOWN_LATER),
    isData: isDataTable,
    isCode: (pre) => !isChinese($(pre).text()),
  });
  walk.run($.root().toArray());
  const found = readPageFacts($), facts = { ...found, scripts: [...scripts, ...found.scripts] }, declared = readPageHead(facts);
  return { raw: writer.raw, blocks: writer.blocks, boxes: writer.boxes, scripts: facts.scripts, ...(declared && { declared }) };
}

function isConcealed({ attribs: { hidden, style } }: Element): boolean {
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style));
}

/** Preformatted text of which a third is Chinese is no code. */
function isChinese(text: string): boolean {
  const sample = text.slice(0, 5000).replace(/\s+/g, '');
  return (sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > sample.length / 3;
}

/** A table of facts, not of layout: nothing but short cells in it. The first box in it tells that it is none, so that tables in tables are looked through once. */
function isDataTable(table: Element): boolean {
  const waiting: AnyNode[] = [...table.children];
  let cells = 0, length = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) length += node.data.trim().length;
    if (!isElement(node)) continue;
    if (BOXES.has(node.name)) return false;
    if (node.name === 'td' || node.name === 'th') cells++;
    for (const child of node.children) waiting.push(child);
  }
  return cells >= 4 && length / cells < LAYOUT_CELL;
}

const isText = (node: AnyNode): node is Text => String(node.type) === 'text';
const isElement = (node: AnyNode): node is Element => 'attribs' in node;

/** Whether an element holds at least so many characters, white space at its ends left out; it is read no further. */
function holdsText(element: Element, least: number): boolean {
  const waiting: AnyNode[] = [element];
  let text = '';
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) {
      text += text === '' ? node.data.trimStart() : node.data;
      if (text.length >= least && node.data.trim() !== '' && text.trimEnd().length >= least) return true;
    } else if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) { const child = node.children[at]; if (child) waiting.push(child); }
  }
  return false;
}

/** What has to be asked of the page around an element. */
interface Questions {
  isHidden(element: Element): boolean;
  isData(table: Element): boolean;
  isCode(pre: Element): boolean;
}

/** A step of the walk: a node to enter, or an element to leave. */
type Step = { readonly enter: AnyNode } | { readonly leave: Element; readonly isCell: boolean };

/** One walk over a page, without recursion: pages nest thousands of elements deep. */
class Walk {
  private readonly steps: Step[] = [];
  /** The tables of facts that are open. */
  private readonly tables: Element[] = [];

  constructor(private readonly writer: LineWriter, private readonly ask: Questions) {}

  run(roots: readonly AnyNode[]): void {
    this.push(roots);
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      if ('leave' in step) this.leave(step.leave, step.isCell);
      else if (isText(step.enter)) this.writer.write(step.enter.data);
      else if (isElement(step.enter)) this.enter(step.enter);
      else if ('children' in step.enter) this.push(step.enter.children);
    }
    this.writer.flush();
  }

  private push(nodes: readonly AnyNode[]): void {
    for (let at = nodes.length - 1; at >= 0; at--) { const node = nodes[at]; if (node) this.steps.push({ enter: node }); }
  }

  private enter(element: Element): void {
    const name = element.name.toLowerCase();
    if (PICTURES.has(name)) this.writer.picture();
    if (name === 'br' || name === 'hr') this.writer.flush();
    if (isSkipped(name, element) || this.ask.isHidden(element)) return;
    if (name === 'table' && this.ask.isData(element)) this.tables.push(element);
    const isCell = (name === 'td' || name === 'th') && this.tables.length > 0;
    if (isCell) this.writer.write(' \u00a0');
    else if (!INLINE.has(name)) {
      this.writer.flush(this.kindOf(name));
      this.writer.enter(name, namesOf(element));
    }
    this.count(element, name, 1);
    this.steps.push({ leave: element, isCell });
    this.push(element.children);
  }

  private leave(element: Element, isCell: boolean): void {
    const name = element.name.toLowerCase();
    if (!INLINE.has(name) && !isCell) {
      this.writer.flush(undefined, this.kindOf(name));
      this.writer.leave();
    }
    this.count(element, name, -1);
    if (this.tables.at(-1) === element) this.tables.pop();
  }

  private kindOf(name: string): BlockKind | undefined {
    return this.tables.length > 0 && name === 'tr' ? 'table' : KINDS[name];
  }

  private count(element: Element, name: string, step: 1 | -1): void {
    const { open } = this.writer;
    if (name === 'a') open.links += step;
    if (STRONG.has(name)) open.strong += step;
    if (isCentred(element, name)) open.centred += step;
    if (name === 'pre' && this.ask.isCode(element)) open.code += step;
  }
}

/** A template is skipped unless it holds the shown tree of its parent. */
function isSkipped(name: string, { attribs }: Element): boolean {
  return SKIPPED.has(name) && !(name === 'template' && SHADOWS.some((shadow) => attribs[shadow] !== undefined));
}

function isCentred({ attribs: { align, style } }: Element, name: string): boolean {
  return name === 'center' || align === 'center' || (style !== undefined && /text-align\s*:\s*center/i.test(style));
}

function namesOf({ attribs: { id = '', class: classes = '', role = '', itemprop = '' } }: Element): string {
  const names = `${id} ${classes} ${role} ${itemprop}`;
  return names.length <= 3 ? '' : names.slice(0, 200).toLowerCase().replace(/\s+/g, ' ').trim();
}
