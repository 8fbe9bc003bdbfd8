/** What a row of a pick list shows in one line, in cells of a Latin letter. */
const LINE = 78;

const isWide = (character: string): boolean => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character);

/** A text in two lines, the first as full as can be; Latin words stay whole. */
export function inTwoLines(text: string): [first: string, second?: string] {
  let cells = 0, end = 0;
  for (const character of text) {
    cells += isWide(character) ? 2 : 1;
    if (cells > LINE) break;
    end += character.length;
  }
  if (end >= text.length) return [text];
  const space = text.lastIndexOf(' ', end), cut = space > end - 20 ? space + 1 : end;
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}
