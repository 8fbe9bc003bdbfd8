import type { Span } from '../document';
import type { NoteScan } from './scan';

/** Lines of running text that belong together: a paragraph, an item of a list, a heading, a row of a table, a footnote. */
export interface Paragraph {
  /** From the first to the last character of its text. */
  readonly span: Span;
  /** The text of each line, without marks of quotation, list or heading before it and white space around it. */
  readonly lines: readonly Span[];
  /** Whether it stands in a blockquote. */
  readonly quoted: boolean;
  /** The same for paragraphs of one blockquote; others have a number of their own. */
  readonly block: number;
  /** The label of the footnote that it begins. */
  readonly label?: string;
}

interface Line { readonly text: Span; readonly quoted: boolean; readonly begins: boolean; readonly stands: boolean; readonly label: string | undefined }

const QUOTE = /^[ \t]*(?:(?:[-+*]|\(?\d{1,9}[.)])[ \t]+)?(?:>[ \t]?)+(?:\[!\w{1,30}\][-+]?)?/;
/** What begins a paragraph without a blank line: heading, item, row, footnote, fenced div, definition. */
const BEGINNING = /^[ \t]*(?:(#{1,6}(?=[ \t])|[-+*](?=[ \t])|\(?\d{1,9}[.)](?=[ \t])|[:~](?=[ \t]))|\[\^([^\s[\]]{1,200})\]:|\||:::)/;

/** The paragraphs of a note in order, without front matter and blocks of code. */
export function paragraphsOf(note: string, scan: NoteScan): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const blocks = [...scan.frontMatter ? [scan.frontMatter] : [], ...scan.code];
  let lines: Line[] = [], block = 0, code = 0, lastQuoted = false;
  const close = (): void => {
    const first = lines[0], last = lines.at(-1);
    if (!first || !last) return;
    const quoted = first.quoted;
    if (!quoted || !lastQuoted) block++;
    lastQuoted = quoted;
    found.push({ span: { start: first.text.start, end: last.text.end }, lines: lines.map(({ text }) => text), quoted, block, ...(first.label !== undefined && { label: first.label }) });
    lines = [];
  };
  for (const span of linesOf(note)) {
    while ((blocks[code]?.end ?? Infinity) < span.end) code++;
    const inCode = (blocks[code]?.start ?? Infinity) <= span.start && span.end > span.start;
    const line = inCode ? undefined : readLine(note, span);
    const isBlank = !line || line.text.end === line.text.start;
    if (isBlank || line.begins || (line.quoted && !(lines[0]?.quoted ?? false))) close();
    if (isBlank && !line?.quoted) lastQuoted = false;
    if (isBlank) continue;
    lines.push(line);
    if (line.stands) close();
  }
  close();
  return found;
}

function* linesOf(note: string): Iterable<Span> {
  for (let start = 0; start <= note.length;) {
    const feed = note.indexOf('\n', start), end = feed < 0 ? note.length : feed;
    yield { start, end };
    start = end + 1;
  }
}

function readLine(note: string, { start, end }: Span): Line {
  const whole = note.slice(start, end);
  const quote = QUOTE.exec(whole)?.[0] ?? '';
  const begun = BEGINNING.exec(whole.slice(quote.length));
  const mark = begun?.[1] !== undefined || begun?.[2] !== undefined ? begun[0].length : 0;
  const text = whole.slice(quote.length + mark), words = text.trim();
  const from = start + quote.length + mark + (text.length - text.trimStart().length);
  const isHeading = begun?.[1]?.startsWith('#') === true || begun?.[0].endsWith('|') === true;
  return { text: { start: from, end: from + words.length }, quoted: quote !== '', begins: begun !== null, stands: isHeading, label: begun?.[2] };
}
