import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { isHan } from '../../src/core/text/han';
import type { RandomSource } from '../unit/random';
import { assemble } from './damaged';
import type { Damaged, DamageText } from './damaged';
import { gbkBytes, gbkDecoder, readWrongly } from './wrongBytes';
import type { Byte } from './wrongBytes';

const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = Converter({ from: 't', to: 'cn' });

/** The text in Traditional characters, which is no damage. */
export const traditional: DamageText = clean => ({ text: toTraditional(clean), places: [] });

/** How a mirror sets the readings it puts behind characters. */
export interface GlossStyle { readonly open: string; readonly close: string }

export const narrow: GlossStyle = { open: '(', close: ')' };
export const wide: GlossStyle = { open: '（', close: '）' };

/** Fewer are no damage that anything could tell from an author's own. */
const leastGlosses = 6;
const leastBases = 4;

/** The reading of a character by itself, as the converters of such mirrors have one for each. */
function readingOf(character: string, isToneless: boolean): string {
  return pinyin(character, { toneType: isToneless ? 'none' : 'symbol', v: true, nonZh: 'removed' });
}

/** The characters that a mirror glosses: some part of those that are only traditional. */
function chooseBases(characters: readonly string[], random: RandomSource): ReadonlySet<string> {
  const own = [...new Set(characters)].filter(character => isHan(character.charCodeAt(0)) && character.length === 1 && toSimplified(character) !== character);
  const share = 40 + random.below(61);
  return new Set(own.filter(() => random.below(100) < share));
}

/** The text in Traditional characters, of which some are glossed wherever they stand. */
export function glossed(style: GlossStyle): DamageText {
  return (clean, random) => {
    const characters = [...toTraditional(clean)];
    const bases = chooseBases(characters, random);
    if (!isEnough(characters, bases)) return undefined;
    return assemble(characters.flatMap(character => bases.has(character) ? [character, { shown: style.open + readingOf(character, false) + style.close, was: '' }] : [character]));
  };
}

function isEnough(characters: readonly string[], bases: ReadonlySet<string>): boolean {
  const found = characters.filter(character => bases.has(character));
  return found.length >= leastGlosses && new Set(found).size >= leastBases;
}

/** Readings without tones, twice behind each of some frequent characters: 中(zhong)(zhong). */
export const glossedTwice: DamageText = (clean, random) => {
  const characters = [...clean];
  const all = [...new Set(characters.filter(character => isHan(character.charCodeAt(0)) && character.length === 1))];
  const bases = new Set(all.filter(() => random.below(4) === 0).slice(0, 10 + random.below(20)));
  if (!isEnough(characters, bases)) return undefined;
  return assemble(characters.flatMap(character => bases.has(character) ? [character, { shown: `(${readingOf(character, true)})`.repeat(2), was: '' }] : [character]));
};

/**
 * Readings put into the bytes of a text in GBK, also where the end of one character and the beginning of the next look like one to be
 * glossed: 月換 becomes 月?lián)Q, as its second and third byte are those of 聯.
 */
export const glossedBetweenBytes: DamageText = (clean, random): Damaged | undefined => {
  const characters = [...toTraditional(clean)];
  const bytes = gbkBytes(characters);
  const bases = chooseBases(characters, random);
  if (!bytes || !isEnough(characters, bases)) return undefined;
  const readings = new Map([...bases].map(base => [pairOf(base), ...[gbkBytes([...`(${readingOf(base, false)})`])]] as const));
  let hasSplit = false;
  const marked: Byte[] = [];
  for (let place = 0; place < bytes.length; place += 1) {
    const [lead, trail] = [bytes[place], bytes[place + 1]];
    const reading = lead && trail && lead.value >= 0x80 ? readings.get(lead.value * 256 + trail.value) : undefined;
    if (lead) marked.push(lead);
    if (!reading || !lead || !trail) continue;
    hasSplit ||= lead.of !== trail.of;
    marked.push(trail, ...reading.map(({ value }) => ({ value, of: trail.of })));
    place += 1;
  }
  return hasSplit ? readWrongly(characters, marked, gbkDecoder({ mark: '?', takesAscii: true })) : undefined;
};

function pairOf(character: string): number {
  const [lead, trail] = gbkBytes([character]) ?? [];
  return (lead?.value ?? 0) * 256 + (trail?.value ?? 0);
}
