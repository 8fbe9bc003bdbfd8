import { bracketsEnd, escapeEnd, targetEnd } from './brackets';
import { bracketCitationAt, textCitationAt } from './citationInlines';
import { writtenKeyAt } from './citations';
import { fencedCodeAt } from './codeFences';
import { emphasisAt, quotedAt, raisedAt, struckAt } from './enclosures';
import { closesElement, isInlineTag, tagAt } from './htmlMarkup';
import { inlinesUntil, NOTHING, type BlockContext, type Found, type Inline, type InlineReader, type Mode } from './inlineModes';
import { matchEnd } from './inlines';
import { listMarkAt } from './listMarks';
import { attributesEnd, codeEnd, isBlankAt, mathEnd, texEnd } from './verbatim';

const WORD = /(?:[\p{L}\p{N}]|\.(?!\.))+/uy;
/** What pandoc takes for the mark of an example where it is no key. */
const EXAMPLE = /@(?:[_-]?[\p{L}\p{N}]+)*/uy;
/** Dashes, dots and references to characters, which are one sign. */
const SIGN = /---?|\.{3}|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const ADDRESS = /https?:\/\/[^\s<>"'`[\]\u2018-\u201F\u3000-\u303F\uFF00-\uFFEF]*/iy;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]+:[^\s<>]*|[\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;.]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)>/iuy;

/** Inlines nested deeper than this are read as plain characters. */
const DEEPEST = 60;

/** Reads inlines of `text` as pandoc does; what they cost is bounded by the length of the text. */
export function openInlines(text: string, isExample: (key: string) => boolean): InlineReader {
  const modes = new Map<string, Mode>();
  let left = 40 * text.length + 20_000, depth = 0;
  const reader: InlineReader = {
    text,
    spend: characters => (left -= characters) > 0,
    mode: (of, { limit = of.limit, quote = of.quote }) => {
      const name = `${String(limit)} ${quote} ${of.block.inList ? 'l' : ''}${of.block.inDiv ? 'd' : ''}${of.block.element ?? ''}`;
      const known = modes.get(name) ?? { limit, quote, block: of.block, kept: new Map<number, Inline | undefined>() };
      modes.set(name, known);
      return known;
    },
    inline: (at, isBehindWord, mode) => {
      if (at >= mode.limit) return undefined;
      const simple = simpleInline(text, at, mode);
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

const NESTED: Inline = { end: -1, isWord: false, found: NOTHING };
const plain = (end: number, isWord = false): Inline => ({ end, isWord, found: NOTHING });

/** Words, spaces and signs; `NESTED` for what holds inlines or may be taken otherwise. */
function simpleInline(text: string, at: number, mode: Mode): Inline | undefined {
  const character = text[at] ?? '';
  if (character === ' ') return plain(matchEnd(/ +/y, text, at) ?? at + 1);
  if (character === '\n') return lineEndIsInner(text, at, mode) ? plain(at + 1) : undefined;
  if ('`_*^[!$~<\\@"\'‘“'.includes(character)) return NESTED;
  const sign = '-.&'.includes(character) ? matchEnd(SIGN, text, at) : undefined;
  if (sign !== undefined) return plain(sign);
  const word = matchEnd(WORD, text, at);
  if (word === undefined || word > mode.limit) return plain(at + 1);
  const address = /http/i.test(text.slice(at, at + 4)) ? matchEnd(ADDRESS, text, at) : undefined;
  return { end: word, isWord: true, found: address === undefined ? NOTHING : [{ kind: 'links', span: { start: at, end: Math.min(address, mode.limit) } }] };
}

/** Whether the paragraph goes on behind the line end at `at`. */
function lineEndIsInner(text: string, at: number, { block }: Mode): boolean {
  const next = at + 1;
  if (next >= text.length) return true;
  if (isBlankAt(text, next)) return false;
  if (block.inList && listMarkAt(text, next)) return false;
  if (text[next] === '`' && fencedCodeAt(text, next, text.length)) return false;
  if (block.element !== undefined && closesElement(text, matchEnd(/ */y, text, next) ?? next, block.element)) return false;
  return !(block.inDiv && matchEnd(/:{3,} *(?:\n|$)/y, text, next) !== undefined);
}

function nestedInline(reader: InlineReader, at: number, isBehindWord: boolean, mode: Mode, isExample: (key: string) => boolean): Inline | undefined {
  const { text } = reader, { limit } = mode;
  switch (text[at]) {
    case '`': return codeAt(text, at, mode);
    case '_': case '*': return emphasisAt(reader, at, isBehindWord, mode) ?? plain(at + 1);
    case '^': return (text[at + 1] === '[' ? bracketedAt(reader, at + 1, mode) : undefined) ?? raisedAt(reader, at, mode) ?? plain(at + 1);
    case '[': return bracketAt(reader, at, mode) ?? plain(at + 1);
    case '!': return (text[at + 1] === '[' ? linkAt(reader, at + 1, mode, at) : undefined) ?? plain(at + 1);
    case '$': return plain(mathEnd(text, at, limit) ?? at + 1);
    case '~': return struckAt(reader, at, mode) ?? raisedAt(reader, at, mode) ?? plain(at + 1);
    case '<': return angleAt(text, at, mode);
    case '\\': return plain(text[at + 1] === '\n' ? at + 1 : escapeEnd(text, at) ?? texEnd(text, at, limit) ?? at + 1);
    case '@': return (isBehindWord || isExample(writtenKeyAt(text, at)?.key ?? '') ? undefined : textCitationAt(reader, at, mode)) ?? plain(matchEnd(EXAMPLE, text, at) ?? at + 1);
    default: return quotedAt(reader, at, isBehindWord, mode) ?? plain(at + 1);
  }
}

function codeAt(text: string, at: number, { limit, block }: Mode): Inline {
  const code = codeEnd(text, at, limit, feed => block.inList && listMarkAt(text, feed + 1) !== undefined);
  return code ? { end: code.end, isWord: false, found: [{ kind: 'code', span: { start: at, end: code.code } }] } : plain(at + 1);
}

/** An address, comment or tag; a tag that belongs to no line of text ends the paragraph. */
function angleAt(text: string, at: number, { limit, block }: Mode): Inline | undefined {
  const link = matchEnd(AUTOLINK, text, at);
  if (link !== undefined && link <= limit) return { end: link, isWord: false, found: [{ kind: 'links', span: { start: at, end: link } }] };
  const tag = tagAt(text, at, limit);
  if (!tag) return plain(at + 1);
  if (!isInlineTag(tag) || (block.element !== undefined && closesElement(text, at, block.element))) return undefined;
  return { end: tag.end, isWord: false, found: tag.kind === 'comment' ? [{ kind: 'comments', span: { start: at, end: tag.end } }] : NOTHING };
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
  const target = targetEnd(text, end, limit);
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
