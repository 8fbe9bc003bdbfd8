import { encode } from '../unit/encode';
import { withWindowsMarks } from '../../src/core/text/windows1252';
import { assemble } from './damaged';
import type { Damaged, Piece } from './damaged';

/** A byte of a text in some encoding and the character it belongs to, by its index; the value -1 is a byte that cannot be read. */
export interface Byte { readonly value: number; readonly of: number }

/** What a decoder made of the bytes `from`–`to`. */
export interface Reading { readonly shown: string; readonly from: number; readonly to: number }

/** Reads bytes in some encoding, every one of them. */
export type Decoder = (bytes: readonly Byte[]) => readonly Reading[];

/** `characters` as bytes of GBK; undefined where one of them has none. */
export function gbkBytes(characters: readonly string[]): readonly Byte[] | undefined {
  const bytes = characters.map(character => encode(character, 'gbk'));
  const isWhole = bytes.every((row, index) => row[0] !== 0x3f || characters[index] === '?');
  return isWhole ? bytes.flatMap((row, of) => Array.from(row, value => ({ value, of }))) : undefined;
}

/** `characters` as bytes of UTF-8. */
export function utf8Bytes(characters: readonly string[]): readonly Byte[] {
  return characters.flatMap((character, of) => Array.from(Buffer.from(character, 'utf8'), value => ({ value, of })));
}

/** What `decode` shows of `bytes` that were `characters`, and where that differs. Both go together where a character of both begins. */
export function readWrongly(characters: readonly string[], bytes: readonly Byte[], decode: Decoder): Damaged {
  const pieces: Piece[] = [];
  let shown = '';
  let of = 0;
  const cut = (next: number): void => {
    const was = characters.slice(of, next).join('');
    pieces.push(shown === was ? shown : { shown, was });
    shown = '';
    of = next;
  };
  for (const reading of decode(bytes)) {
    const here = bytes[reading.from]?.of ?? 0;
    if (here > of && (bytes[reading.from - 1]?.of ?? 0) < here) cut(here);
    shown += reading.shown;
  }
  cut(characters.length);
  return assemble(pieces);
}

/** How a decoder of GBK behaves where bytes are no character. */
export interface Leniency {
  /** What it shows for a byte it cannot read. */
  readonly mark: string;
  /** Whether the ASCII byte behind half a character is taken for the other half and lost with it. */
  readonly takesAscii?: boolean;
  /** What it shows for characters that GBK leaves to its users, where not themselves. */
  readonly privates?: string;
}

/** A decoder of GBK as they are in use. */
export function gbkDecoder({ mark, takesAscii = false, privates }: Leniency): Decoder {
  return bytes => {
    const readings: Reading[] = [];
    for (let from = 0; from < bytes.length;) {
      const [lead, trail] = [valueAt(bytes, from), valueAt(bytes, from + 1)];
      const pair = lead > 0x80 && lead < 0xff ? gbkPair(lead, trail) : '';
      const single = lead >= 0 && lead < 0x80 ? String.fromCharCode(lead) : lead === 0x80 ? '€' : mark;
      const isLead = pair !== '' || (lead > 0x80 && (trail >= 0x80 || (takesAscii && trail > 0x20)));
      const to = from + (isLead ? 2 : 1);
      const isPrivate = pair >= '\ue000' && pair <= '\uf8ff';
      readings.push({ shown: isPrivate ? privates ?? pair : pair !== '' ? pair : single, from, to });
      from = to;
    }
    return readings;
  };
}

function valueAt(bytes: readonly Byte[], place: number): number {
  return bytes[place]?.value ?? -1;
}

const pairs = new Map<number, string>();
const decoder = new TextDecoder('gbk');

function gbkPair(lead: number, trail: number): string {
  if (trail < 0x40 || trail === 0x7f || trail > 0xfe) return '';
  const known = pairs.get(lead * 256 + trail);
  if (known !== undefined) return known;
  const decoded = decoder.decode(Uint8Array.of(lead, trail));
  const character = decoded.length === 1 && decoded !== '\ufffd' ? decoded : '';
  pairs.set(lead * 256 + trail, character);
  return character;
}

/** Reads every byte as Latin-1, or as windows-1252 where `isWindows`; the bytes that `drops` names are not shown. */
export function latinDecoder(isWindows: boolean, drops: (value: number) => boolean): Decoder {
  return bytes => bytes.map(({ value }, from) => {
    const character = String.fromCharCode(value);
    return { shown: drops(value) ? '' : isWindows ? withWindowsMarks(character) : character, from, to: from + 1 };
  });
}

/** Reads two bytes as UTF-8 where they are a character of it, and as Latin-1 elsewhere. */
export const halfUtf8Decoder: Decoder = bytes => {
  const readings: Reading[] = [];
  for (let from = 0; from < bytes.length;) {
    const [lead, trail] = [valueAt(bytes, from), valueAt(bytes, from + 1)];
    const isPair = lead >= 0xc2 && lead <= 0xdf && trail >= 0x80 && trail <= 0xbf;
    readings.push({ shown: String.fromCharCode(isPair ? ((lead & 0x1f) << 6) | (trail & 0x3f) : lead), from, to: from + (isPair ? 2 : 1) });
    from += isPair ? 2 : 1;
  }
  return readings;
};
