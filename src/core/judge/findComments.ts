import type { Box, Line } from '../cues/analysis';
import type { Measures } from './measures';

const COMMENTS = /(?:^|[\s_-])(?:comments?|replies|pinglun|gentie|liuyan|discussion)(?:$|[\s_-])|commentlist|comment-?(?:list|body|content|text|box|area)/;
/** Of a page's prose, more than this is no comment: there it is the page. */
const MOST = 0.9;
/** Letters of prose that a page has besides its comments. */
const REST = 30;

/**
 * The lines in boxes named for comments; none where hardly any prose stands outside them, as on a page of a forum. A box
 * that holds a heading of the first order is the article's, whatever it is named.
 */
export function findComments(lines: readonly Line[], boxes: readonly Box[], m: Measures): readonly number[] {
  const named = new Uint8Array(boxes.length);
  const holdsHeading = new Uint8Array(boxes.length), prose = new Float64Array(boxes.length);
  let all = 0;
  lines.forEach((line, index) => { const box = line.place?.box ?? -1; if (box >= 0) prose[box] = (prose[box] ?? 0) + (m.prose[index] ?? 0); all += m.prose[index] ?? 0; });
  for (let at = boxes.length - 1; at >= 0; at--) {
    const box = boxes[at];
    if (!box) continue;
    if (box.tag === 'h1') holdsHeading[at] = 1;
    if (box.parent < 0) continue;
    prose[box.parent] = (prose[box.parent] ?? 0) + (prose[at] ?? 0);
    if (holdsHeading[at] === 1) holdsHeading[box.parent] = 1;
  }
  boxes.forEach((box, at) => {
    const isOwn = box.tag !== 'body' && box.tag !== 'html' && holdsHeading[at] === 0 && (prose[at] ?? 0) <= MOST * all && COMMENTS.test(box.names);
    named[at] = isOwn || (box.parent >= 0 && named[box.parent] === 1) ? 1 : 0;
  });
  const found = lines.flatMap((line, index) => (named[line.place?.box ?? -1] === 1 ? [index] : []));
  const held = found.reduce((sum, index) => sum + (m.prose[index] ?? 0), 0);
  return all - held >= REST ? found : [];
}
