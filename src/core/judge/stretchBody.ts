import type { Line } from '../cues/analysis';
import type { Reason } from '../document';
import type { Headline } from './findHeadline';
import type { Measures } from './measures';
import { isTableRow } from './tableRow';
import type { Verdict } from './verdict';

/** A page whose body has been found, line by line. */
interface Found {
  readonly lines: readonly Line[];
  readonly m: Measures;
  /** What rules have named. */
  readonly verdicts: readonly (Verdict | undefined)[];
  readonly headline: Headline | undefined;
}

/** What closes an article for certain; what stands before it may be the article's. */
const CLOSING: ReadonlySet<Reason> = new Set<Reason>(['editor', 'credit', 'byline', 'share']);
/** And with what less is certain. */
const AFTERWARDS: ReadonlySet<Reason> = new Set<Reason>([...CLOSING, 'sectionHeading', 'share', 'related', 'licence', 'disclaimer', 'navigation', 'dateline', 'widget', 'comment']);
/** So many lines the line model may have missed before the closing one. */
const REACH = 12;
/** Letters of a paragraph that no refrain has. */
const LONG = 15;
const COMPLETE = /[。!?;…][”’"'」』)]*\s*$|[a-z]{2}[.!?]["”’')]?\s*$/;
const SIGNATURE = /(?:局|厅|部|委|会|办公室|政府|公司|中心|院|所|校|社|处|站|组|人|馆|协会|委员会|董事会)$/;

/**
 * Adds to `body` what the line model leaves at its edges: the complete sentences between its last line and the next cue,
 * everything before a sentence that stands above the closing editor's line, a salutation before it, a signature after it.
 */
export function stretchBody(body: Uint8Array, found: Found): void {
  const last = body.lastIndexOf(1), first = body.indexOf(1);
  if (last < 0) return;
  addSentences(body, found, last);
  addUpToClosing(body, found, body.lastIndexOf(1));
  dropSecondCopy(body, found);
  addSignature(body, found, body.lastIndexOf(1));
  addSalutation(body, found, first);
}

function isFree({ lines, verdicts }: Found, index: number): boolean {
  const names = lines[index]?.cues.names;
  return names !== undefined && verdicts[index] === undefined && !['widget', 'share', 'comment', 'advertisement', 'licence', 'disclaimer', 'ago', 'datedItem', 'loneDate'].some((name) => names.has(name as never));
}

const isSentence = ({ lines, m }: Found, index: number): boolean => COMPLETE.test(lines[index]?.normal ?? '') && (m.repeats[index] ?? 1) === 1;

/** What may stand within an article and be passed over. */
const INTERRUPTING: ReadonlySet<Reason> = new Set<Reason>(['advertisement', 'widget', 'imageText']);

/** The sentences after the last line, right behind it or behind an interruption, as long as a cue or the end of the file closes them. */
function addSentences(body: Uint8Array, found: Found, last: number): void {
  let start = last + 1;
  while (start <= last + 3 && INTERRUPTING.has(found.verdicts[start]?.reason ?? 'paragraph')) start++;
  let end = start;
  while (end <= last + REACH && isFree(found, end) && isSentence(found, end)) end++;
  const closing = found.verdicts[end];
  const isClosed = end >= found.lines.length || (closing !== undefined && AFTERWARDS.has(closing.reason));
  if (isClosed) body.fill(1, start, end);
}

/** Where an editor's line follows, everything up to the last sentence before it: a table, a list, short lines. */
function addUpToClosing(body: Uint8Array, found: Found, last: number): void {
  let sentence = last;
  for (let index = last + 1; index <= last + REACH; index++) {
    const verdict = found.verdicts[index];
    if (verdict && CLOSING.has(verdict.reason)) { body.fill(1, last + 1, sentence + 1); return; }
    if (!isFree(found, index)) return;
    if (isSentence(found, index) || isTableRow(found.lines, index)) sentence = index;
  }
}

/** Takes out a second printing of the article behind its first: most paragraphs again, in their order. */
function dropSecondCopy(body: Uint8Array, { lines, m }: Found): void {
  const paragraphs = [...body.keys()].filter((index) => body[index] === 1 && (m.prose[index] ?? 0) >= LONG);
  const half = paragraphs.length / 2;
  if (paragraphs.length < 4 || !Number.isInteger(half)) return;
  const start = paragraphs[half] ?? 0;
  const isCopy = paragraphs.slice(0, half).every((index, at) => lines[index]?.normal === lines[paragraphs[half + at] ?? -1]?.normal);
  if (isCopy) body.fill(0, start, body.lastIndexOf(1) + 1);
}

/** The name of an office before the date that it signs with. */
function addSignature(body: Uint8Array, { lines, m, verdicts }: Found, last: number): void {
  const next = last + 1;
  const signs = verdicts[next] === undefined && (m.letters[next] ?? 99) <= 24 && SIGNATURE.test(lines[next]?.normal.trim() ?? '');
  if (signs && lines[next + 1]?.cues.names.has('loneDate')) body[next] = 1;
}

/** `各县人民政府:` above the first paragraph. */
function addSalutation(body: Uint8Array, found: Found, first: number): void {
  const above = first - 1;
  const isBelowHeadline = above > (found.headline?.index ?? -1);
  if (isBelowHeadline && isFree(found, above) && /[^\s:]{4}[:,]\s*$/.test(found.lines[above]?.normal ?? '') && found.lines[above]?.cues.labels.length === 0) body[above] = 1;
}
