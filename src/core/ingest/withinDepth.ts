/** Browsers nest no deeper; beyond it the tree of a page costs the square of its size. */
const deepest = 512;
/** Tables that stand in each other: those for layout nest about ten deep. */
const deepestTables = 24;
/** Marks of words that are open at once: the parser opens all of them again in every paragraph. */
const mostMarks = 64;
/** How often marks may be opened again in a page; then those that are open are closed. */
const mostReopened = 200_000;
/** A tag with more attributes loses them: the parser compares each with all before it. */
const mostAttributes = 1000;
/** How far back the end of an item or a cell is looked for that was left out. */
const nearest = 12;

/** Elements that hold nothing, and those of which a page has one however often it is written. */
const VOID = new Set(['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'html', 'head', 'body']);
/** Elements whose text holds no tags. */
const OPAQUE: ReadonlyMap<string, RegExp> = new Map(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, new RegExp(`</${name}`, 'gi')]));
const MARKS = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
/** Drawings and formulas; what stands in them is no text of the page. */
const DRAWINGS = new Set(['svg', 'math']);
/** Of these marks a new one ends the one before. */
const SINGLE = new Set(['a', 'nobr']);
const INLINE = new Set([...MARKS, 'span', 'label', 'sub', 'sup', 'ins', 'del', 'q', 'cite', 'abbr', 'kbd', 'var', 'time', 'bdi', 'bdo', 'ruby', 'rt', 'rp', 'dfn', 'acronym']);
/** What an element ends of those before it, where their end tags were left out, and what keeps them from being seen. */
const ENDS: Readonly<Record<string, { readonly ended: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> = (() => {
  const rule = (ended: readonly string[], within: readonly string[]) => ({ ended: new Set(ended), within: new Set(within) });
  const list = ['ul', 'ol', 'dl', 'menu', 'table'], cell = rule(['td', 'th'], ['tr', 'table']), item = rule(['dt', 'dd'], list), group = rule(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']);
  return { li: rule(['li'], list), dt: item, dd: item, td: cell, th: cell, tr: rule(['tr', 'td', 'th'], ['table']), thead: group, tbody: group, tfoot: group, option: rule(['option'], ['select']), p: rule(['p'], ['div', 'td', 'li']), rt: rule(['rt', 'rp'], ['ruby']), rp: rule(['rt', 'rp'], ['ruby']) };
})();

/** The page without start tags that would nest deeper than any page of words does, and without their end tags; a dropped block leaves a line end. */
export function withinDepth(source: string): string {
  return new DepthLimit(source).limited();
}

/** One scan over a page, each character of it once. */
class DepthLimit {
  private readonly open: string[] = [];
  private readonly counts = new Map<string, number>();
  private readonly dropped = new Map<string, number>();
  private readonly kept: string[] = [];
  private marks = 0;
  private reopened = 0;
  /** How many attributes the last tag may have had at most. */
  private attributes = 0;
  /** Up to where the source is kept or dropped. */
  private done = 0;

  constructor(private readonly source: string) {}

  limited(): string {
    for (let at = this.source.indexOf('<'); at >= 0; at = this.source.indexOf('<', at)) at = this.pass(at);
    if (this.done === 0) return this.source;
    this.kept.push(this.source.slice(this.done));
    return this.kept.join('');
  }

  /** Takes what begins at a `<`; gives the place behind it. */
  private pass(at: number): number {
    const { source } = this;
    if (source.startsWith('<!--', at)) return this.behind('-->', at + 4);
    const isEnd = source[at + 1] === '/';
    const start = at + (isEnd ? 2 : 1);
    if (!isLetter(source.charCodeAt(start))) return at + 1;
    let behindName = start;
    while (isNameUnit(source.charCodeAt(behindName))) behindName++;
    const name = source.slice(start, Math.min(behindName, start + 40)).toLowerCase();
    const end = this.tagEnd(behindName);
    const closing = OPAQUE.get(name);
    if (closing) return isEnd ? end : this.endOfText(closing, end);
    if (isEnd) this.takeEnd(name, at, end);
    else if (!VOID.has(name) && !(source[end - 2] === '/' && this.isDrawing())) this.takeStart(name, at, end);
    if (this.attributes > mostAttributes && this.done <= at) this.bare(behindName, end);
    return end;
  }

  private takeStart(name: string, at: number, end: number): void {
    this.endBefore(name);
    const isMark = MARKS.has(name) && !(SINGLE.has(name) && this.count(name) > 0);
    const isTooDeep = this.open.length >= deepest && !(DRAWINGS.has(name) && !this.isDrawing());
    if (isTooDeep || (isMark && this.marks >= mostMarks) || (name === 'table' && this.count('table') >= deepestTables)) {
      this.dropped.set(name, (this.dropped.get(name) ?? 0) + 1);
      this.drop(name, at, end);
      return;
    }
    this.open.push(name);
    if (!isMark && MARKS.has(name)) return;
    if (!isMark) this.reopen(at);
    this.counts.set(name, this.count(name) + 1);
    if (isMark) this.marks++;
  }

  private takeEnd(name: string, at: number, end: number): void {
    const dropped = this.dropped.get(name) ?? 0;
    if (dropped > 0) {
      this.dropped.set(name, dropped - 1);
      this.drop(name, at, end);
    } else if (this.count(name) > 0) {
      if (MARKS.has(name)) this.endMark(name);
      else while (this.close() !== name);
    }
  }

  /** Counts the marks that a block opens again; a page that has had too many of them goes on without. */
  private reopen(at: number): void {
    this.reopened += this.marks;
    if (this.marks === 0 || this.reopened < mostReopened) return;
    this.kept.push(this.source.slice(this.done, at));
    this.done = at;
    for (const name of MARKS) {
      this.kept.push(`</${name}>`.repeat(this.count(name)));
      this.counts.set(name, 0);
    }
    this.marks = 0;
  }

  /** A mark ends alone: blocks that began in it stay open, and a mark that its block has ended is still under way. */
  private endMark(name: string): void {
    this.counts.set(name, this.count(name) - 1);
    this.marks--;
    for (let at = this.open.length - 1; at >= Math.max(0, this.open.length - nearest); at--) {
      const before = this.open[at] ?? '';
      if (before === name) { this.open.splice(at, 1); return; }
      if (!MARKS.has(before)) return;
    }
  }

  /** Ends the item, cell or paragraph that a new one follows. */
  private endBefore(name: string): void {
    const rule = ENDS[name];
    if (!rule) return;
    for (let at = this.open.length - 1; at >= Math.max(0, this.open.length - nearest); at--) {
      const before = this.open[at] ?? '';
      if (rule.within.has(before)) return;
      if (!rule.ended.has(before)) continue;
      while (this.open.length > at) this.close();
    }
  }

  private close(): string | undefined {
    const name = this.open.pop();
    if (name !== undefined && !MARKS.has(name)) this.counts.set(name, this.count(name) - 1);
    return name;
  }

  /** Keeps the name of a tag and not its attributes. */
  private bare(from: number, end: number): void {
    this.kept.push(this.source.slice(this.done, from));
    this.done = end - 1;
  }

  private drop(name: string, at: number, end: number): void {
    this.kept.push(this.source.slice(this.done, at), INLINE.has(name) || this.isDrawing() ? '' : '<br>');
    this.done = end;
  }

  /** Inside a drawing or a formula tags may end themselves, and a line end would lead out of it. */
  private isDrawing(): boolean { return this.count('svg') > 0 || this.count('math') > 0; }

  private endOfText(closing: RegExp, from: number): number {
    closing.lastIndex = from;
    return closing.exec(this.source)?.index ?? this.source.length;
  }

  private count(name: string): number { return this.counts.get(name) ?? 0; }

  /** The place behind the `>` of a tag, quoted values passed over; the end of the page where there is none. */
  private tagEnd(from: number): number {
    const { source } = this;
    this.attributes = 0;
    for (let at = from; at < source.length; at++) {
      const unit = source.charCodeAt(at);
      if (unit === 0x3e) return at + 1;
      if (unit <= 0x20 || unit === 0x2f || unit === 0x3d) this.attributes++;
      if (unit !== 0x3d) continue;
      while (source.charCodeAt(at + 1) <= 0x20) at++;
      const quote = source[at + 1];
      if (quote === '"' || quote === "'") at = this.behind(quote, at + 2) - 1;
    }
    return source.length;
  }

  private behind(words: string, from: number): number {
    const found = this.source.indexOf(words, from);
    return found < 0 ? this.source.length : found + words.length;
  }
}

function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Whatever is no space, no slash and no `>` is part of a name. */
function isNameUnit(unit: number): boolean {
  return unit > 0x20 && unit !== 0x2f && unit !== 0x3e;
}
