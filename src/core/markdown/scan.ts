import type { Span } from '../document';
import { findBlocks } from './blocks';
import { bracketCitation, textCitation, type Citation } from './citations';

/** What a note holds besides prose, in order of place; nothing inside code, comments, links or tags counts as a citation. */
export interface NoteScan {
  readonly frontMatter?: Span;
  /** Fenced, indented and inline code. */
  readonly code: readonly Span[];
  readonly comments: readonly Span[];
  /** Links, images, autolinks and bare addresses. */
  readonly links: readonly Span[];
  readonly citations: readonly Citation[];
}

type Found =
  | { readonly kind: 'code' | 'comments' | 'links'; readonly span: Span }
  | { readonly kind: 'citation'; readonly citation: Citation }
  | { readonly kind: 'skip'; readonly end: number };

/** A bracket that stays open longer than this is prose; keeps a note full of `[` linear. */
const LONGEST_BRACKET = 4000;
const SIGNIFICANT = /[\\`<[@]|https?:\/\//gi;

/** Scans a markdown note once, from front matter to citations. */
export function scanNote(text: string): NoteScan {
  const blocks = findBlocks(text);
  const found = { code: [...blocks.code], comments: [] as Span[], links: [] as Span[] };
  const citations: Citation[] = [];
  for (const region of between(text, blocks.frontMatter ? [blocks.frontMatter, ...blocks.code] : blocks.code)) {
    for (const each of inlines(text, region)) {
      if (each.kind === 'citation') citations.push(each.citation);
      else if (each.kind !== 'skip') found[each.kind].push(each.span);
    }
  }
  found.code.sort((a, b) => a.start - b.start);
  return { ...(blocks.frontMatter && { frontMatter: blocks.frontMatter }), ...found, citations };
}

/** The citation whose key covers `offset`, and that key: what a hover or a command at the cursor asks. */
export function citedKeyAt(scan: NoteScan, offset: number): Citation['keys'][number] | undefined {
  return scan.citations.flatMap(citation => citation.keys).find(key => key.span.start <= offset && offset <= key.span.end);
}

function* between(text: string, blocked: readonly Span[]): Iterable<Span> {
  let start = 0;
  for (const span of blocked) {
    if (span.start > start) yield { start, end: span.start };
    start = Math.max(start, span.end);
  }
  if (start < text.length) yield { start, end: text.length };
}

function* inlines(text: string, region: Span): Iterable<Found> {
  const significant = new RegExp(SIGNIFICANT);
  significant.lastIndex = region.start;
  for (let hit = significant.exec(text); hit && hit.index < region.end; hit = significant.exec(text)) {
    const found = inlineAt(text, hit.index, region.end);
    if (!found) continue;
    yield found;
    significant.lastIndex = found.kind === 'citation' ? found.citation.span.end : found.kind === 'skip' ? found.end : found.span.end;
  }
}

function inlineAt(text: string, at: number, limit: number): Found | undefined {
  switch (text[at]) {
    case '\\': return { kind: 'skip', end: at + 2 };
    case '`': return codeSpan(text, at, limit);
    case '<': return angle(text, at, limit);
    case '[': return bracket(text, at, limit);
    case '@': {
      const citation = textCitation(text, at);
      return citation && { kind: 'citation', citation };
    }
    default: return { kind: 'links', span: { start: at, end: matchEnd(/https?:\/\/[^\s<>"'`\u2018-\u201F\u3000-\u303F\uFF00-\uFFEF]*/iy, text, at) ?? at + 1 } };
  }
}

function codeSpan(text: string, at: number, limit: number): Found {
  const opened = matchEnd(/`+/y, text, at) ?? at + 1;
  const ticks = /`+|\r?\n[ \t]*\r?\n/g;
  ticks.lastIndex = opened;
  for (let hit = ticks.exec(text); hit && hit.index < limit && hit[0].startsWith('`'); hit = ticks.exec(text)) {
    if (hit[0].length === opened - at) return { kind: 'code', span: { start: at, end: ticks.lastIndex } };
  }
  return { kind: 'skip', end: opened };
}

function angle(text: string, at: number, limit: number): Found | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return { kind: 'comments', span: { start: at, end: close < 0 ? limit : close + 3 } };
  }
  const link = matchEnd(/<(?:[a-z][a-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy, text, at);
  if (link) return { kind: 'links', span: { start: at, end: link } };
  const tag = matchEnd(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>/iy, text, at);
  return tag ? { kind: 'skip', end: tag } : undefined;
}

/** A citation in brackets or a link; pandoc lets `[@a](address)`, `[@a][b]` and `[@a]{.b}` be links and spans. */
function bracket(text: string, at: number, limit: number): Found | undefined {
  const footnote = matchEnd(/\[\^[^\s[\]]+\]/y, text, at);
  if (footnote) return { kind: 'skip', end: footnote };
  const end = closing(text, at, limit);
  if (!end) return undefined;
  const target = matchEnd(/\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)|\[[^[\]\n]*\]/y, text, end);
  const isDefinition = text[end] === ':' && /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, at - 4), at));
  if (target || isDefinition) return { kind: 'links', span: { start: at, end: target ?? matchEnd(/:[^\n]*/y, text, end) ?? end } };
  if (matchEnd(/\{[.#][^{}\n]*\}/y, text, end)) return undefined;
  const citation = bracketCitation(text, { start: at, end });
  return citation && { kind: 'citation', citation };
}

/** Offset behind the bracket that closes the one at `at`, within its paragraph. */
function closing(text: string, at: number, limit: number): number | undefined {
  const last = Math.min(limit, at + LONGEST_BRACKET);
  for (let place = at + 1, depth = 1; place < last; place++) {
    const character = text[place];
    if (character === '\\') place++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return place + 1;
    else if (character === '\n' && /^[ \t\r]*\n/.test(text.slice(place + 1, place + 80))) return undefined;
  }
  return undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
