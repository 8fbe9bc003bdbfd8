import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import type { Item, PageFacts, PageScript, Property } from './declared/pageFacts';

/** Longest text of an element that is taken for the value of a property, and most of a script that is read. */
const LONGEST_VALUE = 300, LONGEST_SCRIPT = 2_000_000;
/** More properties than a page of one article has are a catalogue's. */
const MOST_PROPERTIES = 2000;
/** What names one thing has few elements in it, and few values. */
const MOST_NODES = 500, MOST_VALUES = 50;

interface Step { readonly node: AnyNode; readonly item: Item | undefined; readonly inArticle: boolean }

/** Gathers the places where a page speaks of itself, in one walk without recursion. */
export function readPageFacts($: CheerioAPI): PageFacts {
  const gathering = new Gathering();
  const steps: Step[] = $.root().toArray().map((node) => ({ node, item: undefined, inArticle: false }));
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node } = step;
    if (!('children' in node)) continue;
    const inside = 'attribs' in node ? gathering.take(node, step) : step;
    for (let at = node.children.length - 1; at >= 0; at--) { const child = node.children[at]; if (child) steps.push({ ...inside, node: child }); }
  }
  return gathering.facts();
}

/** What the walk has found so far. */
class Gathering {
  private readonly metas = new Map<string, string[]>();
  private title = '';
  private canonical = '';
  private readonly scripts: PageScript[] = [];
  private readonly marked: string[] = [];
  private readonly times: string[] = [];
  private readonly properties: Property[] = [];

  facts(): PageFacts {
    const { metas, title, canonical, scripts, properties } = this;
    return { metas, title, canonical, scripts, times: [...this.marked, ...this.times], properties };
  }

  /** Takes what an element says; gives what holds inside it. */
  take(element: Element, { node, item, inArticle }: Step): Step {
    const { attribs } = element;
    switch (element.name) {
      case 'meta': this.takeMeta(attribs); break;
      case 'title': if (this.title === '' && !isDrawn(element)) this.title = shortText(element); break;
      case 'link': if (this.canonical === '' && attribs['rel']?.toLowerCase() === 'canonical') this.canonical = attribs['href']?.trim() ?? ''; break;
      case 'script': if (attribs['src'] === undefined) this.scripts.push({ type: attribs['type'] ?? '', id: attribs['id'] ?? '', text: textOf(element, LONGEST_SCRIPT) }); break;
      case 'time': this.takeTime(attribs, inArticle); break;
    }
    return { node, item: this.itemAt(element, item), inArticle: inArticle || element.name === 'article' || element.name === 'main' };
  }

  private takeMeta(attribs: Element['attribs']): void {
    const name = attribs['property'] ?? attribs['name'];
    const content = attribs['content']?.trim() ?? '';
    if (name === undefined || content === '') return;
    const key = name.toLowerCase().replace(/[\s_-]+/g, '');
    const values = this.metas.get(key);
    if (values && values.length < MOST_VALUES) values.push(content);
    else if (!values) this.metas.set(key, [content]);
  }

  private takeTime(attribs: Element['attribs'], inArticle: boolean): void {
    const datetime = attribs['datetime']?.trim() ?? '';
    const names = attribs['class'] ?? '';
    if (datetime === '' || this.times.length >= MOST_VALUES || this.marked.length >= MOST_VALUES || (/updat|modif/i.test(names) && !/publish/i.test(names))) return;
    if (attribs['pubdate'] !== undefined || /publish|entry-date/i.test(names)) this.marked.push(datetime);
    else if (inArticle) this.times.push(datetime);
  }

  /** The thing that the properties inside an element belong to; its own property goes to the thing around it. */
  private itemAt(element: Element, item: Item | undefined): Item | undefined {
    const { attribs } = element;
    const property = propertyOf(element);
    const isThing = attribs['itemscope'] !== undefined || attribs['typeof'] !== undefined;
    if (property !== '' && !isThing && this.properties.length < MOST_PROPERTIES) {
      const value = attribs['content'] ?? attribs['datetime'] ?? shortText(element);
      if (value.trim() !== '') this.properties.push({ name: property, value: value.trim(), item });
    }
    return isThing ? { type: (attribs['itemtype'] ?? attribs['typeof'] ?? '').toLowerCase(), property, owner: item } : item;
  }
}

/** `itemprop`, or RDFa's `property` where it is no meta tag's. */
function propertyOf({ name, attribs }: Element): string {
  const value = attribs['itemprop'] ?? (name === 'meta' ? undefined : attribs['property']) ?? '';
  return value.trim().toLowerCase().replace(/^(?:schema|dc|dcterms|rnews|og):/, '');
}

/** A drawing has titles of its own. */
function isDrawn(element: Element): boolean {
  const parent = element.parent;
  return parent !== null && 'name' in parent && parent.name !== 'head' && parent.name !== 'html' && parent.name !== 'body';
}

/** The text of an element with its spaces run together. */
function shortText(element: Element): string {
  return textOf(element, LONGEST_VALUE).replace(/\s+/g, ' ').trim();
}

/** The text of an element, and hardly more of it than asked for; of the elements within it only the first are looked at. */
function textOf(element: Element, longest: number): string {
  const waiting: AnyNode[] = [element];
  let text = '';
  for (let node = waiting.pop(), seen = 0; node && text.length < longest && seen < MOST_NODES; node = waiting.pop(), seen++) {
    if ('data' in node && String(node.type) === 'text') text += node.data;
    else if ('children' in node) for (let at = Math.min(node.children.length, MOST_NODES) - 1; at >= 0; at--) { const child = node.children[at]; if (child) waiting.push(child); }
  }
  return text.slice(0, longest);
}
