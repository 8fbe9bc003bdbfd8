/** Whether a UTF-16 unit begins an ideographic description sequence (⿰木目), of which opencc converts nothing. */
export function beginsDescription(unit: number): boolean {
  return (unit & 0xfff0) === 0x2ff0;
}

/**
 * For each place of `text` the end of the ideographic description sequence that begins there, by opencc-js's rules; 0 where none does.
 * Read from the end, so that sequences within sequences, whole or cut off, cost no more than their length.
 */
export function descriptionEnds(text: string): Uint32Array {
  const ends = new Uint32Array(text.length);
  for (let start = text.length - 1; start >= 0; start -= 1) {
    const unit = text.charCodeAt(start);
    if (beginsDescription(unit)) ends[start] = descriptionEnd(text, start, unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2, ends);
  }
  return ends;
}

function descriptionEnd(text: string, start: number, parts: number, ends: Uint32Array): number {
  let end = start + 1;
  for (let part = 0; part < parts; part += 1) {
    if (end >= text.length) return 0;
    const within = ends[end] ?? 0;
    end = within > 0 ? within : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return end;
}
