import type { ReadError, Result } from '../document';
import type { Tables } from '../text/tables';
import { hasMagicNumber, isFullOfControls } from './binary';
import { declaredEncoding, decodeAs, encodingNamed, guessEncoding, meanLikelihood } from './charsets';

/** Text as it stands in the file, without a byte order mark, and the label of the decoder that gave it. */
export interface Decoded { readonly raw: string; readonly encoding: string }

/** Below this mean (log10) no encoding makes text of the bytes: real pages stand above −5. */
const leastMean = -7;

/** The same for two bytes a character, where any bytes make some character: of short headlines the rarest stands at −6. */
const leastUtf16Mean = -6;

/**
 * Decodes a text file: by its mark, as UTF-8 (a cut tail is dropped), by the encoding it declares (`label`, of
 * its envelope, before its own) where that makes sense, else by what makes the likeliest text. `empty` where nothing but white space is left, `binary` where it is no text. Valid UTF-8 asks for no table.
 */
export function decode(bytes: Uint8Array, tables: Tables, label?: string): Result<Decoded, ReadError> {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes, tables);
  if (encoding !== undefined) return textOrEmpty(new TextDecoder(encoding).decode(encoding === 'gb18030' ? bytes : wholePairs(bytes)), encoding);
  if (hasMagicNumber(bytes) || isFullOfControls(bytes)) return { ok: false, error: { kind: 'binary' } };
  const strict = decodeUtf8(bytes);
  if (strict !== undefined) return textOrEmpty(strict, 'utf-8');
  const guess = guessEncoding(bytes, encodingNamed(label) ?? declaredEncoding(bytes), tables);
  if (guess.mean < leastMean) return { ok: false, error: { kind: 'binary' } };
  return textOrEmpty(decodeAs(bytes, guess.encoding, tables), guess.encoding);
}

function textOrEmpty(raw: string, encoding: string): Result<Decoded, ReadError> {
  const hasText = /[^\s\u0000\u200b-\u200f\u2060\ufeff]/.test(raw);
  return hasText ? { ok: true, value: { raw, encoding } } : { ok: false, error: { kind: 'empty' } };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? undefined : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030';
  return undefined;
}

/**
 * UTF-16 without a mark: what looks like controls are halves of characters (一 is U+4E00), and read in pairs they make likely text. Bytes of
 * pictures and of noise make private, broken and rare characters.
 */
function unmarkedUtf16(bytes: Uint8Array, tables: Tables): string | undefined {
  const sample = wholePairs(bytes.subarray(0, 16384));
  if (!isFullOfControls(sample)) return undefined;
  const [best] = ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    const mean = isPlainText(text) ? meanLikelihood(text, tables) : -Infinity;
    return mean >= leastUtf16Mean ? [{ encoding, mean }] : [];
  }).sort((one, other) => other.mean - one.mean);
  return best?.encoding;
}

/** Without the odd byte at the end of a file that was cut off. */
function wholePairs(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length - bytes.length % 2);
}

/** Whether next to nothing in `text` is a control, a private or a broken character. */
function isPlainText(text: string): boolean {
  const strange = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ue000-\uf8ff\ufff0-\uffff]/g)?.length ?? 0;
  return strange <= text.length / 100;
}

/** Strictly decoded UTF-8; up to three bytes of a character that was cut off at the end are dropped. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut += 1) {
    if (cut > 0 && (bytes[bytes.length - cut] ?? 0) < 0x80) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      continue; // not UTF-8, or not all of it
    }
  }
  return undefined;
}
