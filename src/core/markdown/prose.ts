import type { Span } from '../document';
import { findBlocks } from './blocks';
import { keyAt } from './citations';
import { angleAt, between, codeSpanAt, matchEnd, ticksEnd } from './inlines';
import { proseOfMatter } from './matterProse';

const SIGNIFICANT = /[\\`<[\]@${]|[a-z][a-z0-9+.-]{0,15}:\/\/|www\.|\n[ \t\r]*\n/gi;
const ADDRESS = /(?:[a-z][a-z0-9+.-]{0,15}:\/\/|www\.)[^\s<>"'`\u2018-\u201F\u3000-\u303F\uFF00-\uFFEF]*/iy;

/** A dollar whose partner is farther off is money. */
const LONGEST_FORMULA = 8000;

/**
 * What of a note is running text, sorted and disjoint: not code, formulas, tags, comments, addresses, targets and labels of links, wiki links,
 * keys of citations and footnotes, attributes, nor keys and names of files in front matter. Emphasis and the like stay inside.
 */
export function proseSpans(note: string): readonly Span[] {
  const { frontMatter, code } = findBlocks(note);
  const definitions = [...definitionsIn(note)];
  const labels = new Set(definitions.map(({ label }) => label));
  const blocked = inOrder([...frontMatter ? [frontMatter] : [], ...code, ...definitions.map(({ span }) => span)]);
  const regions = inOrder([...frontMatter ? proseOfMatter(note, frontMatter) : [], ...between(blocked, { start: 0, end: note.length })]);
  return regions.flatMap(region => [...between(inOrder(notProse(note, region, labels)), region)]);
}

const inOrder = (spans: Iterable<Span>): readonly Span[] => [...spans].sort((one, other) => one.start - other.start);

interface Definition { readonly span: Span; readonly label: string }

/** The lines `[label]: address` and where the address stands on the next line, that too. */
function* definitionsIn(note: string): Iterable<Definition> {
  for (const hit of note.matchAll(/^(?: {0,3}>)* {0,3}\[(?!\^)([^[\]\n]{1,999})\]:[ \t]*(?:\r?\n[ \t]*)?\S[^\n]*/gm)) {
    yield { span: { start: hit.index, end: hit.index + hit[0].length }, label: plainLabel(hit[1] ?? '') };
  }
}

/** Labels are compared as in CommonMark, without regard to case and white space. */
const plainLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** What in a stretch of a note is no running text, a bracket where it closes. */
function* notProse(note: string, { start, end }: Span, labels: ReadonlySet<string>): Iterable<Span> {
  const significant = new RegExp(SIGNIFICANT), upToEnd = note.slice(0, end);
  significant.lastIndex = start;
  let open: number[] = [];
  for (let hit = significant.exec(upToEnd); hit; hit = significant.exec(upToEnd)) {
    const at = hit.index;
    if (hit[0].startsWith('\n')) { open = []; significant.lastIndex--; continue; }
    if (note[at] === ']') {
      const opened = open.pop();
      const found = opened === undefined ? undefined : behindBracket(note, { start: opened, end: at + 1 }, labels);
      if (!found) continue;
      yield found;
      significant.lastIndex = Math.max(found.end, at + 1);
      continue;
    }
    const found = untouchedAt(note, at, end);
    if (found === undefined) { if (note[at] === '[') open.push(at); continue; }
    if (!found.isProse) yield { start: at, end: Math.min(end, found.end) };
    significant.lastIndex = found.end;
  }
}

interface Stretch { readonly end: number; readonly isProse?: boolean }

function untouchedAt(note: string, at: number, limit: number): Stretch | undefined {
  const until = (end: number | undefined): Stretch | undefined => (end === undefined ? undefined : { end });
  switch (note[at]) {
    case '\\': return { end: at + 2, isProse: true };
    case '`': return codeSpanAt(note, at, limit) ?? { end: ticksEnd(note, at), isProse: true };
    case '<': return until(markupEnd(note, at, limit));
    case '[': return until(matchEnd(/\[\^[^\s[\]]+\]|\[\[[^[\]\n]+\]\]/y, note, at));
    case '@': return until(keyAt(note, at)?.span.end);
    case '$': return until(formulaEnd(note, at, limit));
    // pandoc's attributes, and the short codes of site generators
    case '{': return until(matchEnd(/\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{[ \t]*(?:[#.=-]|[\p{L}_][\p{L}\p{N}_:.-]{0,80}=)[^{}\n]*\}/uy, note, at));
    default: return until(matchEnd(ADDRESS, note, at) ?? at + 1);
  }
}

/** The target or label behind a closing bracket; the brackets themselves where their text is the label. */
function behindBracket(note: string, bracket: Span, labels: ReadonlySet<string>): Span | undefined {
  const at = bracket.end;
  const target = note[at] === '(' ? targetEnd(note, at) : matchEnd(/\[[^[\]\n]+\]/y, note, at);
  if (target !== undefined) return { start: at, end: target };
  const isLabel = labels.size > 0 && bracket.end - bracket.start <= 1001 && labels.has(plainLabel(note.slice(bracket.start + 1, bracket.end - 1)));
  return isLabel ? bracket : undefined;
}

/** Brackets a target may hold in each other, as in CommonMark; bounds how often a stretch is read again. */
const DEEPEST_TARGET = 32;

/** Offset of the title or closing bracket behind the target in the brackets at `at`; a new line may only come before one of the two. */
function targetEnd(note: string, at: number): number | undefined {
  const start = matchEnd(/\([ \t]*(?:\r?\n[ \t]*)?(?:<[^<>\n]*>)?/y, note, at) ?? at + 1;
  for (let place = start, depth = 1; place < note.length && depth <= DEEPEST_TARGET; place++) {
    const character = note[place];
    if (character === '\\') place++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return place;
    else if (character === '\n' && matchEnd(/\n[ \t]*["')]/y, note, place) === undefined) return undefined;
    else if ((character === '"' || character === "'") && matchEnd(/(?<=\s)(?:"[^"\n]*"|'[^'\n]*')\s{0,40}\)/y, note, place) !== undefined) return place;
  }
  return undefined;
}

/** Offset behind a tag or comment, and behind all that elements of verbatim text hold. */
function markupEnd(note: string, at: number, limit: number): number | undefined {
  const verbatim = /<(script|style|pre|code|textarea)\b/iy;
  verbatim.lastIndex = at;
  const name = verbatim.exec(note)?.[1];
  const end = angleAt(note, at, limit)?.end ?? matchEnd(/<[!?][^<>]*>/y, note, at);
  if (name === undefined || end === undefined) return end;
  const close = new RegExp(`</${name}[ \\t]*>`, 'gi');
  close.lastIndex = end;
  return close.test(note.slice(0, limit)) ? Math.min(limit, close.lastIndex) : limit;
}

/** Offset behind the formula at `at`, by pandoc's rules: no space inside the dollars, no digit behind, no blank line within; the next dollar decides. */
function formulaEnd(note: string, at: number, limit: number): number | undefined {
  const double = note.startsWith('$$', at);
  const start = at + (double ? 2 : 1);
  if (!double && /\s/.test(note[start] ?? ' ')) return undefined;
  const last = Math.min(limit, at + LONGEST_FORMULA);
  for (let place = start; place < last; place++) {
    const character = note[place];
    if (character === '\\') place++;
    else if (character === '\n' && /^[ \t\r]{0,80}\n/.test(note.slice(place + 1, place + 82))) return undefined;
    else if (character === '$' && double && note[place + 1] === '$') return place + 2;
    else if (character === '$' && !double) return place > start && !/\s/.test(note[place - 1] ?? '') && !/\d/.test(note[place + 1] ?? '') ? place + 1 : undefined;
  }
  return undefined;
}
