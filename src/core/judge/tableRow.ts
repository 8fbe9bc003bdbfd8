import type { Line } from '../cues/analysis';

/** Whether tabs part the line into as many cells as a line beside it. */
export function isTableRow(lines: readonly Line[], index: number): boolean {
  const cells = (at: number): number => lines[at]?.normal.split('\t').length ?? 0;
  return cells(index) >= 3 && (cells(index - 1) === cells(index) || cells(index + 1) === cells(index));
}
