import type { Reason } from '../document';
import type { Line } from '../cues/analysis';
import type { Measures } from './measures';
import { isTableRow } from './tableRow';
import { ruled, type Verdict } from './verdict';

/** Gives every line of the body that no rule has named its reason: caption, heading or paragraph. */
export function bodyVerdict(lines: readonly Line[], m: Measures, body: Uint8Array, index: number, by: Verdict['by']): Verdict {
  const line = lines[index];
  if (!line) throw new RangeError(`no line ${index}`);
  if (line.kind === 'caption' || isCaption(line, m, index)) return { ...ruled('caption', by), kind: 'caption' };
  if (line.kind === 'paragraph' && isTableRow(lines, index)) return { ...ruled('paragraph', by), kind: 'table' };
  if (line.kind === 'heading' || isHeading(line, m, body, index)) return { ...ruled('heading', by), kind: 'heading' };
  return ruled('paragraph', by);
}

function isCaption(line: Line, m: Measures, index: number): boolean {
  return line.cues.names.has('caption') && ((m.letters[index] ?? 0) <= 60 || /^\s*[△▲▼▽↑↓◆]/.test(line.normal));
}

/** A short line without the end of a sentence that stands before a paragraph. */
function isHeading(line: Line, m: Measures, body: Uint8Array, index: number): boolean {
  const letters = m.letters[index] ?? 0;
  if (line.kind !== 'paragraph' || letters < 2 || letters > 26 || m.sentence[index] || /[,:]\s*$|[,;。].*[,;。]/.test(line.normal)) return false;
  if (line.cues.names.has('bullet') || line.cues.names.has('agency')) return false;
  return body[index + 1] === 1 && (m.prose[index + 1] ?? 0) > letters * 1.5;
}

/** Reasons for what is not body and what no rule has named: by its words, else by the list or the part of the page it stands in. */
export function restReason(lines: readonly Line[], m: Measures, index: number, place: { readonly isBefore: boolean; readonly list: Reason | undefined }): Reason {
  const names = lines[index]?.cues.names ?? new Set();
  if (names.has('share')) return 'share';
  if (names.has('widget') || names.has('mood') || names.has('counter')) return 'widget';
  if (names.has('comment')) return 'comment';
  if (names.has('advertisement')) return 'advertisement';
  if (names.has('licence')) return 'licence';
  if (names.has('disclaimer')) return 'disclaimer';
  if (names.has('navigation') || names.has('menu') || names.has('url')) return 'navigation';
  if (names.has('listHeading')) return 'sectionHeading';
  if (place.list) return place.list;
  if (place.isBefore) return (m.letters[index] ?? 0) <= 20 ? 'navigation' : 'outsideBody';
  return names.has('bullet') ? 'related' : 'outsideBody';
}

/** A few letters between two pieces of a widget belong to it. */
export function spreadWidgets(verdicts: (Verdict | undefined)[], m: Measures): void {
  const isWidget = (index: number): boolean => verdicts[index]?.reason === 'widget';
  verdicts.forEach((verdict, index) => {
    if ((verdict?.reason === 'outsideBody' || verdict?.reason === 'recurring') && (m.letters[index] ?? 0) <= 8 && isWidget(index - 1) && isWidget(index + 1)) verdicts[index] = ruled('widget');
  });
}
