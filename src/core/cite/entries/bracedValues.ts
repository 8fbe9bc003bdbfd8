/**
 * An entry of a `.bib` file with braces instead of quotation marks around values that hold a quotation mark of their own, which stands in
 * braces there; the converter would end them at that one. The length stays.
 */
export function withBracedValues(text: string): string {
  let depth = 0, opened = -1, holdsMark = false, changed = text;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '\\') at++;
    else if (mark === '{') depth++;
    else if (mark === '}') depth--;
    else if (mark !== '"') continue;
    else if (opened < 0 && depth === 1) { opened = at; holdsMark = false; }
    else if (opened >= 0 && depth > 1) holdsMark = true;
    else if (opened >= 0) {
      if (holdsMark) changed = `${changed.slice(0, opened)}{${changed.slice(opened + 1, at)}}${changed.slice(at + 1)}`;
      opened = -1;
    }
  }
  return changed;
}
