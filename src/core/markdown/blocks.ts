import type { Span } from '../document';

export interface NoteBlocks {
  /** From the first `---` to the end of the closing line, without its line end. */
  readonly frontMatter?: Span;
  /** Fenced and indented code with its fences, in order. */
  readonly code: readonly Span[];
  /** The last of `code`, where nothing closes its fence. */
  readonly open?: Span;
}

interface Line { readonly start: number; readonly end: number; readonly text: string }
interface Fence { readonly start: number; readonly mark: string; readonly length: number }

const OPENING = /^(?:[ \t]*>)*([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^[ \t]*(?:[-+*]|\(?\d{1,9}[.)])[ \t]/;

/** Finds front matter and code blocks; an unclosed fence runs to the end of the note, as in CommonMark. */
export function findBlocks(text: string): NoteBlocks {
  const lines = [...linesOf(text)];
  const matter = frontMatterEnd(lines);
  const code: Span[] = [];
  let fence: Fence | undefined, blank = true, inList = false, indented = false;
  for (const line of lines.slice(matter)) {
    if (fence) {
      if (closes(fence, line.text)) { code.push({ start: fence.start, end: line.end }); fence = undefined; }
      continue;
    }
    fence = opening(line, inList);
    const isBlank = line.text.trim() === '';
    if (!fence && !isBlank) {
      if (LIST_ITEM.test(line.text)) inList = true;
      else if (blank && !/^[ \t]/.test(line.text)) inList = false;
      indented = /^(?: {4}|\t)/.test(line.text) && !inList && (blank || indented);
      if (indented) code.push({ start: line.start, end: line.end });
    }
    blank = isBlank;
  }
  const open = fence && { start: fence.start, end: text.length };
  if (open) code.push(open);
  const last = lines[matter - 1];
  return { ...(last && { frontMatter: { start: lines[0]?.start ?? 0, end: last.end } }), code, ...(open && { open }) };
}

function* linesOf(text: string): Iterable<Line> {
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start <= text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next;
    yield { start, end, text: text.slice(start, end) };
    start = next + 1;
  }
}

/** Number of lines the front matter takes; 0 where there is none, as where pandoc sees a rule and a blank line. */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---' || lines[1]?.text.trim() === '') return 0;
  return lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text)) + 1;
}

function opening(line: Line, inList: boolean): Fence | undefined {
  const found = OPENING.exec(line.text);
  const mark = found?.[2];
  if (!mark || (!inList && (found[1] ?? '').replace(/\t/g, '    ').length > 3)) return undefined;
  return { start: line.start, mark: mark.charAt(0), length: mark.length };
}

function closes(fence: Fence, text: string): boolean {
  const marks = text.replace(/^(?:[ \t]*>)*[ \t]*/, '').trimEnd();
  return marks.length >= fence.length && [...marks].every(mark => mark === fence.mark);
}
