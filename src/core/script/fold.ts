import { aligned } from '../text/aligned';
import { foldTable } from '../text/foldTable';
import type { FoldTable } from '../text/foldTable';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** `base` as texts are compared and searched: see `FoldTable`. `fold(a + b)` is `fold(a) + fold(b)`. */
export function fold(base: MappedText, tables: Tables): MappedText {
  const origins = new Uint32Array(base.text.length * 2);
  return aligned(base, foldUnits(base.text, foldTable(tables), origins), origins);
}

/** The folded text alone. */
export function foldText(text: string, tables: Tables): string {
  return foldUnits(text, foldTable(tables));
}

const chunk = 0x2000;

/** Folds `text` and notes for each unit that comes out where its character began. */
function foldUnits(text: string, { units, astral }: FoldTable, origins?: Uint32Array): string {
  const buffer = new Uint16Array(chunk + 2);
  const parts: string[] = [];
  let filled = 0;
  let written = 0;
  for (let index = 0; index < text.length; index += 1) {
    const begin = index;
    const unit = text.charCodeAt(index);
    let folded = units[unit] ?? unit;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const character = text.codePointAt(index) ?? unit;
      if (character > 0xffff) index += 1;
      folded = astral.get(character) ?? character;
    }
    if (folded === 0) continue;
    if (origins) origins[written] = begin;
    written += 1;
    if (folded > 0xffff) {
      if (origins) origins[written] = begin;
      written += 1;
      buffer[filled++] = 0xd800 + ((folded - 0x10000) >> 10);
      folded = 0xdc00 + (folded & 0x3ff);
    }
    buffer[filled++] = folded;
    if (filled >= chunk) {
      parts.push(String.fromCharCode(...buffer.subarray(0, filled)));
      filled = 0;
    }
  }
  parts.push(String.fromCharCode(...buffer.subarray(0, filled)));
  return parts.join('');
}
