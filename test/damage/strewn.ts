import { isHan } from '../../src/core/text/han';
import type { RandomSource } from '../unit/random';
import { assemble } from './damaged';
import type { DamageText, Piece } from './damaged';

/** Replaces each character for which `show` answers; the rest stays. */
function replacing(show: (character: string, random: RandomSource, index: number, all: readonly string[]) => Piece | undefined): DamageText {
  return (clean, random) => {
    const all = [...clean];
    const damaged = assemble(all.map((character, index) => show(character, random, index, all) ?? character));
    return damaged.places.length > 0 ? damaged : undefined;
  };
}

function rangeOf(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
}

/** Look-alikes by the character that they are read as. */
function lookalikes(from: number, to: number, form: 'NFC' | 'NFKC'): ReadonlyMap<string, string> {
  return new Map(rangeOf(from, to).filter(each => each.normalize(form) !== each).map(each => [each.normalize(form), each]));
}

const radicals = lookalikes(0x2f00, 0x2fd5, 'NFKC');
const compatible = lookalikes(0xf900, 0xfaff, 'NFC');

/** Kangxi radicals for the characters that look like them, as texts taken out of PDF files have them. */
export const asRadicals: DamageText = replacing(character => radicals.has(character) ? { shown: radicals.get(character) ?? '', was: character } : undefined);

/** Compatibility ideographs for the characters that they are read as, here and there. */
export const asCompatible: DamageText = replacing((character, random) =>
  compatible.has(character) && random.below(2) === 0 ? { shown: compatible.get(character) ?? '', was: character } : undefined);

/** Marks and spaces as references of HTML that nobody decoded: what each becomes. */
const references: Readonly<Record<string, readonly string[]>> = {
  '“': ['&ldquo;', '&#8220;', '&#x201c;', '&amp;ldquo;'], '”': ['&rdquo;', '&#8221;', '&#x201D;', '&amp;rdquo;'],
  '‘': ['&lsquo;', '&#8216;'], '’': ['&rsquo;', '&#8217;'], '—': ['&mdash;', '&#8212;', '&amp;mdash;'], '…': ['&hellip;', '&#8230;'],
  '·': ['&middot;', '&#183;'], '《': ['&#12298;'], '》': ['&#12299;'], '\u00a0': ['&nbsp;', '&#160;', '&amp;nbsp;', '&nbsp'], '×': ['&times;'], '°': ['&deg;'],
};

/** Marks as references that nobody decoded; a page has each mark in one way. */
export const asReferences: DamageText = (clean, random) => {
  const ways = new Map(Object.entries(references).map(([character, names]) => [character, random.of(names)]));
  return replacing(character => ways.has(character) ? { shown: ways.get(character) ?? '', was: character } : undefined)(clean, random);
};

/** Lines set in by no-break spaces whose references are seen, with or without their ends, or escaped twice. */
export const indentedByReferences: DamageText = (clean, random) => {
  const space = random.of(['&nbsp;', '&amp;nbsp;', '&nbsp', '&#160;', '&emsp;', '&#xa0;', '&#12288;']);
  const was = space.includes('emsp') ? '\u2003' : space.includes('12288') ? '\u3000' : '\u00a0';
  const count = 2 + random.below(3) * 2;
  // without its end, a reference is read only where no letter follows
  if (space === '&nbsp' && /^[A-Za-z;]/m.test(clean)) return undefined;
  return assemble(clean.split('\n').flatMap((line, index): readonly Piece[] => [index > 0 ? '\n' : '', { shown: space.repeat(count), was: was.repeat(count) }, line]));
};

/** Chinese characters as numbered references: &#x4e2d; or &#20013;. */
export const asNumbers: DamageText = (clean, random) => {
  const from = random.below(clean.length);
  const isHex = random.below(2) === 0;
  const end = from + 3 + random.below(30);
  return replacing((character, _, index) => {
    if (index < from || index > end || character.length > 1 || character.charCodeAt(0) < 0x2000) return undefined;
    const code = character.charCodeAt(0);
    return { shown: isHex ? `&#x${code.toString(16)};` : `&#${code};`, was: character };
  })(clean, random);
};

/** Names with an ampersand that was escaped once too often. */
export const escapedAmpersands: DamageText = (clean, random) => {
  const name = random.of(['R&D', 'AT&T', 'Q&A', 'P&G', 'H&M']);
  const stops = Array.from(clean.matchAll(/[，。；、]/g), ({ index }) => index + 1);
  const place = stops.length > 0 ? random.of(stops) : 0;
  const [before = '', behind = ''] = name.split('&');
  return assemble([clean.slice(0, place), before, { shown: random.of(['&amp;', '&amp;amp;', '&#38;']), was: '&' }, behind, clean.slice(place)]);
};

/** Puts one of `characters` behind one Chinese character in `rarity`. */
function strewing(characters: readonly string[], rarity: number): DamageText {
  return replacing((character, random) => isHan(character.charCodeAt(0)) && random.below(rarity) === 0 ? { shown: character + random.of(characters), was: character } : undefined);
}

export const withZeroWidth: DamageText = strewing(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'], 9);
export const withSoftHyphens: DamageText = strewing(['\u00ad'], 9);
export const withControls: DamageText = strewing(['\u0000', '\u0002', '\u0008', '\u000b', '\u001f', '\u007f', '\u0085', '\u009c'], 12);
export const withDirections: DamageText = strewing(['\u200e', '\u200f', '\u202a', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069'], 12);

const narrowForms: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '！': '!', '？': '?', '（': '(', '）': ')' };

/** Marks that the capture made narrow. */
export const narrowed: DamageText = replacing(character => narrowForms[character] === undefined ? undefined : { shown: narrowForms[character], was: character });
