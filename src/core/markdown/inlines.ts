import type { Span } from '../document';

/** A bracket or formula that stays open longer than this is prose; keeps a note full of `[` or `$` linear. */
export const LONGEST_BRACKET = 4000;

/** Offset behind what `pattern` (sticky) matches at `at`. */
export function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Offset behind the run of backticks at `at`. */
export const ticksEnd = (text: string, at: number): number => matchEnd(/`+/y, text, at) ?? at + 1;

/** The inline code whose backticks open at `at`; undefined where they are not closed in their paragraph. */
export function codeSpanAt(text: string, at: number, limit: number): Span | undefined {
  const opened = ticksEnd(text, at);
  const ticks = /`+|\r?\n[ \t]*\r?\n/g;
  ticks.lastIndex = opened;
  for (let hit = ticks.exec(text); hit && hit.index < limit && hit[0].startsWith('`'); hit = ticks.exec(text)) {
    if (hit[0].length === opened - at) return { start: at, end: ticks.lastIndex };
  }
  return undefined;
}

/** What an angle bracket opens. */
export interface Angle { readonly kind: 'comment' | 'link' | 'tag'; readonly end: number }

/** The comment, address or tag that opens at `at`; a comment that is not closed runs to `limit`. */
export function angleAt(text: string, at: number, limit: number): Angle | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return { kind: 'comment', end: close < 0 ? limit : close + 3 };
  }
  const link = matchEnd(/<(?:[a-z][a-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy, text, at);
  if (link) return { kind: 'link', end: link };
  const tag = matchEnd(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>/iy, text, at);
  return tag ? { kind: 'tag', end: tag } : undefined;
}

/** What of `text` lies between the `blocked` spans, which are sorted. */
export function* between(blocked: readonly Span[], text: Span): Iterable<Span> {
  let start = text.start;
  for (const span of blocked) {
    if (span.start > start) yield { start, end: span.start };
    start = Math.max(start, span.end);
  }
  if (start < text.end) yield { start, end: text.end };
}
