/** What a row of a pick list shows in one line, in cells of a Latin letter. */
const LINE = 78;

/** How far back a place to break is looked for. */
const BACK = 20;

const isWide = (character: string): boolean => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character);

/** A text in two lines, the first as full as can be: words stay whole, and no line begins with what closes. */
export function inTwoLines(text: string): [first: string, second?: string] {
  let cells = 0, end = 0;
  for (const character of text) {
    cells += isWide(character) ? 2 : 1;
    if (cells > LINE) break;
    end += character.length;
  }
  if (end >= text.length) return [text];
  let cut = end;
  while (cut > end - BACK && !canBreak(text, cut)) cut--;
  if (!canBreak(text, cut)) cut = end;
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}

/** Behind a space, and beside a Chinese character but for marks that belong to what stands before or behind them. */
function canBreak(text: string, at: number): boolean {
  const before = text[at - 1] ?? '', after = text[at] ?? '';
  if (before === ' ') return true;
  return (isWide(before) || isWide(after)) && !/[\])}.,:;!?”’、。，：；！？）》」』]/.test(after) && !/[[({“‘（《「『]/.test(before);
}
