import type { Repair } from '../document';
import { countUnits, isCjk } from '../text/han';
import { lineAt } from './lineAt';

/** The references that pages and feeds leave in their text, by the names of the HTML standard. */
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', sbquo: '‚', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›',
  mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', times: '×', divide: '÷', deg: '°', permil: '‰', plusmn: '±',
  copy: '©', reg: '®', trade: '™', yen: '¥', euro: '€', pound: '£', cent: '¢', sect: '§', larr: '←', uarr: '↑', rarr: '→', darr: '↓',
  eacute: 'é', egrave: 'è', agrave: 'à', aacute: 'á', ccedil: 'ç', ntilde: 'ñ', ouml: 'ö', uuml: 'ü', auml: 'ä', oacute: 'ó', iacute: 'í',
};

/** A reference, escaped once more or not; the space of HTML is often seen without its end. */
const reference = /&(?:amp;)*(?:#(\d{1,7});|#[xX]([\da-fA-F]{1,6});|([a-zA-Z]{2,6});|(nbsp)(?![a-zA-Z;]))/g;

/** Markup that a text shows, or lines that speak of it: there a reference is what the text is about. */
const shownMarkup = /<\/?[a-zA-Z][^<>\n]{0,400}>|&lt;\/?[a-zA-Z]/;
const aboutMarkup = /HTML|XML|entit|escape|[转轉]义|轉義|エスケープ|[实實実]体|實體/i;

/** References that lines without Chinese leave in their prose; in code the names of others may be something else. */
const proseNames = /^&(?:amp;)*(?:#|nbsp|amp;|quot;|apos;|[lr][sd]quo;|[mn]dash;|hellip;)/;

/** A line of nothing but spaces, some of them as references. */
const blankLine = /^(?:\s|&(?:amp;)*(?:(?:nbsp|ensp|emsp);|#(?:160|8194|8195|12288);|nbsp))*$/;

/** What quotes a reference that is spoken of. */
const quoting = /[`'"“”‘’「」『』]/;

/** References to characters that were meant to be decoded: `&nbsp;`, `&ldquo;`, `&#8220;`. Texts about markup keep theirs. */
export function findEntities(text: string): readonly Repair[] {
  const found = Array.from(text.matchAll(reference)).flatMap((match): readonly Repair[] => {
    const { 0: whole, index } = match;
    const decoded = decode(match);
    if (decoded === undefined || !standsInProse(text, index, index + whole.length)) return [];
    return [{ span: { start: index, end: index + whole.length }, text: decoded, kind: 'entity', certain: true }];
  });
  return found.length > 0 && shownMarkup.test(text) ? [] : found;
}

/** The character that is meant; undefined where the reference names none that could stand in a text. */
function decode([, decimal, hexadecimal, name, space]: RegExpMatchArray): string | undefined {
  if (name !== undefined || space !== undefined) return named[name ?? space ?? ''];
  const character = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
  const isText = (character >= 0xa0 && character < 0xd800) || (character >= 0xe000 && character <= 0x10ffff && (character < 0xe000 || character > 0xf8ff));
  return isText || (character >= 0x20 && character < 0x7f) ? String.fromCodePoint(character) : undefined;
}

/** Whether the reference is part of a sentence: neither quoted, nor in an address or code, nor on a line about markup. */
function standsInProse(text: string, start: number, end: number): boolean {
  const line = lineAt(text, start);
  if (blankLine.test(line)) return true;
  if (aboutMarkup.test(line)) return false;
  const [before, behind] = [text.charAt(start - 1), text.charAt(end)];
  if (quoting.test(before) && quoting.test(behind)) return false;
  const word = /[\x21-\x7e]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  if (/[=?&/\\]/.test(word.replace(/&#?\w+;?/g, ''))) return false;
  return countUnits(line, isCjk) > 0 || (proseNames.test(text.slice(start, end)) && /[a-zA-Z]/.test(line) && !/[={}]|;\s*$/.test(line.replace(/&#?\w+;/g, '')));
}
