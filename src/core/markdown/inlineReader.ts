import type { Span } from '../document';
import { bracketsEnd, commandEnd, escapeEnd, targetEnd } from './brackets';
import { bracketCitationAt, textCitationAt } from './citationInlines';
import { writtenKeyAt } from './citations';
import { payForFence } from './codeFences';
import { emphasisAt, quotedAt, raisedAt, struckAt } from './enclosures';
import { closesElement, isInlineTag, tagAt } from './htmlMarkup';
import { endOf, inlinesUntil, NOTHING, type BlockContext, type Found, type Inline, type InlineReader, type Mode } from './inlineModes';
import { matchEnd } from './inlines';
import { listMarkAt } from './listMarks';
import { attributesEnd, codeEnd, isBlankAt, mathEnd } from './verbatim';

/** Letters, digits and signs beyond ASCII without a meaning. */
const RUN = /[^\0-/:-@[-`{-\x7F‘’“”]+/y;
/** What pandoc takes for the mark of an example where it is no key. */
const EXAMPLE = /@(?:[_-]?[\p{L}\p{N}]+)*/uy;
/** Dashes and references to characters, which are one sign. */
const SIGN = /---?|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const ADDRESS = /[^\s<>"'`[\]\u2018-\u201F\u3000-\u303F\uFF00-\uFFEF]*/y;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]+:[^\s<>]*|[\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;.]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)>/iuy;

/** Inlines nested deeper than this are read as plain characters. */
const DEEPEST = 60;

/** Reads inlines of `text` as pandoc does; what they cost is bounded by the length of the text. */
export function openInlines(text: string, isExample: (key: string) => boolean): InlineReader {
  const modes = new Map<string, Mode>();
  let left = 3 * text.length + 2000, depth = 0, paragraph = { start: 0, end: -1 };
  const reader: InlineReader = {
    text,
    spend: characters => (left -= characters) > 0,
    paragraphEnd: at => {
      if (at < paragraph.start || at >= paragraph.end) paragraph = { start: at, end: blankFrom(text, at) };
      return paragraph.end;
    },
    mode: (of, { limit = of.limit, quote = of.quote }) => {
      const name = `${String(limit)} ${quote} ${of.block.inList ? 'l' : ''}${of.block.inDiv ? 'd' : ''}${of.block.element ?? ''}`;
      const known = modes.get(name) ?? { limit, quote, block: of.block, kept: new Map<number, Inline | undefined>() };
      modes.set(name, known);
      return known;
    },
    inline: (at, isBehindWord, mode) => {
      if (at >= mode.limit) return undefined;
      const simple = simpleInline(reader, at, mode);
      if (simple !== NESTED) return simple;
      const place = at * 2 + (isBehindWord ? 1 : 0);
      if (mode.kept.has(place)) return mode.kept.get(place);
      depth++;
      const read = depth > DEEPEST || left < 0 ? plain(at + 1) : nestedInline(reader, at, isBehindWord, mode, isExample);
      depth--;
      mode.kept.set(place, read);
      return read;
    },
  };
  return reader;
}

/** The mode that paragraphs are read in. */
export const firstMode = (limit: number, block: BlockContext): Mode => ({ limit, quote: 'none', block, kept: new Map() });

function blankFrom(text: string, at: number): number {
  const blank = /\n *\n/g;
  blank.lastIndex = at;
  return blank.exec(text)?.index ?? text.length;
}

const NESTED: Inline = { end: -1, isWord: false, found: NOTHING };
const plain = (end: number, isWord = false): Inline => ({ end, isWord, found: NOTHING });

/** Words, spaces and signs; `NESTED` for what holds inlines or may be taken otherwise. */
function simpleInline(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const { text } = reader, character = text[at] ?? '';
  if (character === ' ') return plain(matchEnd(/ +/y, text, at) ?? at + 1);
  if (character === '\n') return lineEndIsInner(reader, at, mode) ? plain(at + 1) : undefined;
  if ('`_*^[!$~<\\@"\'‘“'.includes(character)) return NESTED;
  const run = matchEnd(RUN, text, at);
  if (run !== undefined) return plain(Math.min(run, mode.limit), isWordEnd(text, Math.min(run, mode.limit)));
  if (character === '.') return matchEnd(/\.{3}/y, text, at) === undefined ? plain(at + 1, text[at + 1] !== '.') : plain(at + 3);
  const address = character === ':' ? addressAt(text, at, mode.limit) : undefined;
  if (address) return { end: at + 1, isWord: false, found: [{ kind: 'links', span: address }] };
  return plain('-&'.includes(character) ? matchEnd(SIGN, text, at) ?? at + 1 : at + 1);
}

const isWordEnd = (text: string, end: number): boolean => /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, end - 2), end));

/** The bare address whose colon stands at `at`. */
function addressAt(text: string, at: number, limit: number): Span | undefined {
  const scheme = text.startsWith('://', at) ? /https?$/i.exec(text.slice(Math.max(0, at - 5), at))?.[0] : undefined;
  return scheme === undefined ? undefined : { start: at - scheme.length, end: Math.min(limit, matchEnd(ADDRESS, text, at + 3) ?? limit) };
}

/** Whether the paragraph goes on behind the line end at `at`. */
function lineEndIsInner(reader: InlineReader, at: number, { block }: Mode): boolean {
  const { text } = reader, next = at + 1;
  if (next >= text.length) return true;
  if (isBlankAt(text, next)) return false;
  if (block.inList && listMarkAt(text, next)) return false;
  if (text[next] === '`' && payForFence(reader, next)) return false;
  if (block.element !== undefined && closesElement(text, matchEnd(/ */y, text, next) ?? next, block.element)) return false;
  return !(block.inDiv && matchEnd(/:{3,} *(?:\n|$)/y, text, next) !== undefined);
}

function nestedInline(reader: InlineReader, at: number, isBehindWord: boolean, mode: Mode, isExample: (key: string) => boolean): Inline | undefined {
  const { text } = reader, { limit } = mode;
  switch (text[at]) {
    case '`': return codeAt(reader, at, mode);
    case '_': case '*': return emphasisAt(reader, at, isBehindWord, mode) ?? plain(at + 1);
    case '^': return (text[at + 1] === '[' ? bracketedAt(reader, at + 1, mode) : undefined) ?? raisedAt(reader, at, mode) ?? plain(at + 1);
    case '[': return bracketAt(reader, at, mode) ?? plain(at + 1);
    case '!': return (text[at + 1] === '[' ? linkAt(reader, at + 1, mode, at) : undefined) ?? plain(at + 1);
    case '$': return formulaAt(reader, at, mode);
    case '~': return struckAt(reader, at, mode) ?? raisedAt(reader, at, mode) ?? plain(at + 1);
    case '<': return angleAt(reader, at, mode);
    case '\\': return plain(text[at + 1] === '\n' ? at + 1 : escapeEnd(text, at) ?? commandEnd(reader, at, limit) ?? at + 1);
    case '@': return (isBehindWord || isExample(writtenKeyAt(text, at)?.key ?? '') ? undefined : textCitationAt(reader, at, mode)) ?? plain(matchEnd(EXAMPLE, text, at) ?? at + 1);
    default: return quotedAt(reader, at, isBehindWord, mode) ?? plain(at + 1);
  }
}

function formulaAt(reader: InlineReader, at: number, { limit }: Mode): Inline {
  const end = endOf(reader, at, limit, mathEnd);
  return end === undefined ? plain(at + 1) : { end, isWord: false, found: [{ kind: 'verbatim', span: { start: at, end } }] };
}

function codeAt(reader: InlineReader, at: number, { limit, block }: Mode): Inline {
  let code = at;
  const end = endOf(reader, at, limit, (text, from, to) => {
    const read = codeEnd(text, from, to, feed => block.inList && listMarkAt(text, feed + 1) !== undefined);
    code = read?.code ?? from;
    return read?.end;
  });
  return end === undefined ? plain(at + 1) : { end, isWord: false, found: [{ kind: 'code', span: { start: at, end: code } }] };
}

/** An address, comment or tag; a tag that belongs to no line of text ends the paragraph. */
function angleAt(reader: InlineReader, at: number, { limit, block }: Mode): Inline | undefined {
  const { text } = reader;
  const link = matchEnd(AUTOLINK, text, at);
  if (link !== undefined && link <= limit) return { end: link, isWord: false, found: [{ kind: 'links', span: { start: at, end: link } }] };
  const tag = tagAt(text, at, limit);
  if (!tag) reader.spend((reader.paragraphEnd(at) - at) / 16);
  if (!tag) return plain(at + 1);
  if (!isInlineTag(tag) || (block.element !== undefined && closesElement(text, at, block.element))) return undefined;
  return { end: tag.end, isWord: false, found: [{ kind: tag.kind === 'comment' ? 'comments' : 'verbatim', span: { start: at, end: tag.end } }] };
}

/** A footnote's mark, a citation, a span or a link; what is none of them keeps its brackets, and emphasis does not cross them. */
function bracketAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const mark = matchEnd(/\[\^[^\s\]]+\]/y, reader.text, at);
  if (mark !== undefined && mark <= mode.limit) return plain(mark);
  return bracketCitationAt(reader, at, mode) ?? linkAt(reader, at, mode, at);
}

function linkAt(reader: InlineReader, at: number, mode: Mode, start: number): Inline | undefined {
  const { text } = reader, { limit } = mode;
  if (text[at + 1] === '^') return undefined;
  const inner = bracketedAt(reader, at, mode);
  if (!inner) return undefined;
  const { end } = inner;
  const attributes = start === at ? attributesEnd(text, end, limit) : undefined;
  if (attributes !== undefined) return { ...inner, end: attributes };
  const target = text[end] === '(' ? endOf(reader, end, limit, targetEnd) : undefined;
  const link = (to: number): Found => ({ kind: 'links', span: { start, end: to } });
  if (target !== undefined) return { end: attributesEnd(text, target, limit) ?? target, isWord: false, found: [link(target), ...inner.found] };
  const label = text[end] === '[' && text[end + 1] !== '^' && !bracketCitationAt(reader, end, mode) ? bracketedAt(reader, end, mode) : undefined;
  return label ? { end: label.end, isWord: false, found: [link(label.end), ...inner.found, ...label.found] } : inner;
}

/** What stands in brackets, read on its own. */
function bracketedAt(reader: InlineReader, at: number, mode: Mode): Inline | undefined {
  const end = bracketsEnd(reader, at, mode.limit);
  if (end === undefined) return undefined;
  const { found } = inlinesUntil(reader, at + 1, reader.mode(mode, { limit: end - 1 }), () => false);
  return { end, isWord: false, found };
}
