import type { Edit } from '../core/document';

/**
 * The lines of `before` that differ in `after`, without their line ends and in order, so that an editor keeps its cursor and its folded
 * lines; one edit of everything where the two do not have the same number of lines.
 */
export function changedLines(before: string, after: string): readonly Edit[] {
  const old = before.split('\n'), now = after.split('\n');
  if (old.length !== now.length) return [{ span: { start: 0, end: before.length }, text: after }];
  const edits: Edit[] = [];
  let start = 0;
  old.forEach((line, at) => {
    const text = now[at] ?? '';
    if (line !== text) edits.push({ span: { start, end: start + content(line).length }, text: content(text) });
    start += line.length + 1;
  });
  return edits;
}

const content = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
