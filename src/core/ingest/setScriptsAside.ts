import type { PageScript } from './declared/pageFacts';

/** A page without its scripts, styles and comments, and the scripts that stood in it. */
export interface ScriptsAside { readonly html: string; readonly scripts: readonly PageScript[] }

/** The beginning of a comment, a script or a style, or a tag whose attributes may only look like one. */
const OPENING = /<(?:!--|(script|style)(?=[\s/>])|[a-z])/gi;
const ENDING = /--!?>/g;
const ATTRIBUTE = /\b(type|id|src)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** What is read of one script, and of the attributes of its tag. */
const LONGEST = 2_000_000, LONGEST_TAG = 2000;

/**
 * Takes out what shows nothing and is most of many pages, so that it need not be parsed; linear. What is not closed, or could close
 * elsewhere than it seems to (a script that writes scripts inside a comment), is left for the parser.
 */
export function setScriptsAside(source: string): ScriptsAside {
  const kept: string[] = [], scripts: PageScript[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const name = match[1]?.toLowerCase();
    const start = match.index;
    if (match[0] === '<!--') {
      const end = endOfComment(source, start);
      if (end < 0) break;
      kept.push(source.slice(from, start));
      from = OPENING.lastIndex = end;
      continue;
    }
    const begin = OPENING.lastIndex, end = endOfTag(source, begin);
    if (end < 0) break;
    OPENING.lastIndex = end;
    if (name === undefined) continue;
    const close = closingTag(source, name, end);
    if (!close) break;
    const text = source.slice(end, close.start);
    OPENING.lastIndex = close.end;
    if (writesScripts(text)) continue;
    kept.push(source.slice(from, start));
    if (name === 'script') scripts.push(...asScript(source.slice(begin, Math.min(end, begin + LONGEST_TAG)), text));
    from = close.end;
  }
  kept.push(source.slice(from));
  return { html: kept.join(''), scripts };
}

/** Where the tag ends whose attributes begin at `from`, as browsers see it: a quote behind an equals sign holds all up to the next; -1 where it does not end. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code !== 0x3d) continue;
    let value = at + 1;
    while (isSpace(source.charCodeAt(value))) value++;
    const quote = source[value];
    if (quote !== '"' && quote !== "'") continue;
    const end = source.indexOf(quote, value + 1);
    if (end < 0) return -1;
    at = end;
  }
  return -1;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Where a comment ends; `<!-->` and `<!--->` are whole comments. */
function endOfComment(source: string, start: number): number {
  if (source.startsWith('>', start + 4)) return start + 5;
  if (source.startsWith('->', start + 4)) return start + 6;
  ENDING.lastIndex = start + 4;
  return ENDING.test(source) ? ENDING.lastIndex : -1;
}

function closingTag(source: string, name: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const closing = name === 'script' ? /<\/script(?=[\s/>])[^>]{0,200}>/gi : /<\/style(?=[\s/>])[^>]{0,200}>/gi;
  closing.lastIndex = from;
  const match = closing.exec(source);
  return match ? { start: match.index, end: closing.lastIndex } : undefined;
}

function writesScripts(text: string): boolean {
  const comment = text.indexOf('<!--');
  return comment >= 0 && /<script/i.test(text.slice(comment));
}

/** A script that stands in the page itself. */
function asScript(attributes: string, text: string): readonly PageScript[] {
  const values = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? '']));
  return values.has('src') ? [] : [{ type: values.get('type') ?? '', id: values.get('id') ?? '', text: text.slice(0, LONGEST) }];
}
