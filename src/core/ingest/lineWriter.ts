import type { Box } from '../cues/analysis';
import type { BlockKind } from '../document';
import type { ParsedBlock } from './parsedBlock';

/** Boxes nested deeper than this stand in the last of them: nobody means such a nest, and asking every block for all boxes around it must stay cheap. */
const DEEPEST = 200;

/** Gathers the text of a page into lines, each with its place in the tree; a lifetime of one page. */
export class LineWriter {
  readonly blocks: ParsedBlock[] = [];
  readonly boxes: Box[] = [];
  /** How many links, bold elements, centred elements and elements of kept white space are open. */
  readonly open = { links: 0, strong: 0, centred: 0, code: 0 };
  private readonly parts: string[] = [];
  private length = 0;
  private line = '';
  /** Whether the line ends with a space; asked of the line itself, it would be copied for every piece. */
  private endsBlank = false;
  private linked = 0;
  private strong = 0;
  private pictured = false;
  private kind: BlockKind | undefined;
  private box = -1;
  private depth = 0;

  get raw(): string { return this.parts.join(''); }

  /** Opens a box: what is written from now on stands in it. */
  enter(tag: string, names: string): void {
    this.depth++;
    if (this.depth > DEEPEST) return;
    this.boxes.push({ tag, parent: this.box, names });
    this.box = this.boxes.length - 1;
  }

  leave(): void {
    this.depth--;
    if (this.depth < DEEPEST) this.box = this.boxes[this.box]?.parent ?? -1;
  }

  /** Notes a picture before what is written next. */
  picture(): void {
    this.pictured = true;
  }

  write(text: string): void {
    if (this.open.code === 0) { this.add(text); return; }
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.flush();
      this.take(line);
    });
  }

  /** Ends the line, of kind `ended` unless it began as another, and begins one of kind `begun`. */
  flush(begun?: BlockKind, ended?: BlockKind): void {
    const isCode = this.open.code > 0;
    const text = isCode ? this.line.trimEnd() : this.line.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
    if (text !== '') this.keep(text, this.kind ?? ended ?? (isCode ? 'code' : 'paragraph'));
    if (text !== '' && (ended !== undefined || begun !== undefined)) this.kind = undefined;
    this.line = '';
    this.linked = 0;
    this.strong = 0;
    if (begun !== undefined) this.kind = begun;
    else if (ended !== undefined) this.kind = undefined;
  }

  private add(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.take(this.line === '' || this.endsBlank ? collapsed.replace(/^ /, '') : collapsed);
  }

  private take(added: string): void {
    const { length } = added.trim();
    if (this.open.links > 0) this.linked += length;
    if (this.open.strong > 0) this.strong += length;
    if (added !== '') this.endsBlank = added.endsWith(' ');
    this.line += added;
  }

  private keep(text: string, kind: BlockKind): void {
    const span = { start: this.length, end: this.length + text.length };
    const share = (part: number): number => Math.min(1, part / text.length);
    const place = { box: this.box, strong: share(this.strong), pictured: this.pictured, centred: this.open.centred > 0 };
    this.blocks.push({ span, lines: null, kind, indented: /^[\u3000\u2003\u00a0]{2}/.test(this.line), linked: share(this.linked), place });
    this.parts.push(text, '\n');
    this.length += text.length + 1;
    this.pictured = false;
  }
}
