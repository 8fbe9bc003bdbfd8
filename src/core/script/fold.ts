import { aligned } from '../text/aligned';
import { foldTable } from '../text/foldTable';
import type { FoldTable } from '../text/foldTable';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** `base` as texts are compared and searched: see `FoldTable`. `fold(a + b)` is `fold(a) + fold(b)`. */
export function fold(base: MappedText, tables: Tables): MappedText {
  const folded = new Uint16Array(base.text.length * 2);
  const origins = new Uint32Array(base.text.length * 2);
  const length = foldInto(folded, origins, base.text, foldTable(tables));
  return aligned(base, textOf(folded, length), origins.subarray(0, length));
}

/** The folded text alone. */
export function foldText(text: string, tables: Tables): string {
  const folded = new Uint16Array(text.length * 2);
  return textOf(folded, foldInto(folded, undefined, text, foldTable(tables)));
}

/** Writes the folded units of `text`, and for each where its character begins; gives their number. A unit becomes two at most. */
function foldInto(folded: Uint16Array, origins: Uint32Array | undefined, text: string, { units, astral }: FoldTable): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const origin = index;
    const unit = text.charCodeAt(index);
    let character = units[unit] ?? unit;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const whole = text.codePointAt(index) ?? unit;
      if (whole > 0xffff) index += 1;
      character = astral.get(whole) ?? whole;
    }
    if (character === 0) continue;
    if (character > 0xffff) {
      if (origins) origins[length] = origin;
      folded[length++] = 0xd800 + ((character - 0x10000) >> 10);
      character = 0xdc00 + (character & 0x3ff);
    }
    if (origins) origins[length] = origin;
    folded[length++] = character;
  }
  return length;
}

/** Units that fit into the arguments of one call. */
const chunk = 0x2000;

function textOf(units: Uint16Array, length: number): string {
  const parts: string[] = [];
  for (let start = 0; start < length; start += chunk) {
    parts.push(Reflect.apply(String.fromCharCode, undefined, units.subarray(start, Math.min(length, start + chunk))) as string);
  }
  return parts.join('');
}
