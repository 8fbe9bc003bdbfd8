import type { Span } from '../document';
import { findBlocks } from './blocks';
import { bracketCitation, textCitation, type Citation } from './citations';
import { angleAt, between, codeSpanAt, LONGEST_BRACKET, matchEnd, ticksEnd } from './inlines';

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

const SIGNIFICANT = /[\\`<[@]|https?:\/\//gi;

/** Scans a markdown note once, from front matter to citations. */
export function scanNote(text: string): NoteScan {
  const blocks = findBlocks(text);
  const found = { code: [...blocks.code], comments: [] as Span[], links: [] as Span[] };
  const citations: Citation[] = [];
  for (const region of between(blocks.frontMatter ? [blocks.frontMatter, ...blocks.code] : blocks.code, { start: 0, end: text.length })) {
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
  const span = codeSpanAt(text, at, limit);
  return span ? { kind: 'code', span } : { kind: 'skip', end: ticksEnd(text, at) };
}

function angle(text: string, at: number, limit: number): Found | undefined {
  const found = angleAt(text, at, limit);
  if (!found || found.kind === 'tag') return found && { kind: 'skip', end: found.end };
  return { kind: found.kind === 'link' ? 'links' : 'comments', span: { start: at, end: found.end } };
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
