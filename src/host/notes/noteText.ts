import * as vscode from 'vscode';

/** A note, open in the editor or not. */
export type NoteText = Pick<vscode.TextDocument, 'uri' | 'isUntitled' | 'version' | 'getText' | 'positionAt'>;

/** A note that is not open, with lines and characters as the editor would count them. */
export function closedNote(uri: vscode.Uri, content: string): NoteText {
  const text = content.replace(/^\uFEFF/, ''), starts = lineStarts(text);
  const offsetAt = ({ line, character }: vscode.Position): number => Math.min((starts[line] ?? text.length) + character, starts[line + 1] ?? text.length);
  return {
    uri, isUntitled: false, version: 1,
    getText: range => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : text),
    positionAt: offset => {
      const line = lastAtMost(starts, offset);
      return new vscode.Position(line, offset - (starts[line] ?? 0));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The index of the last of the sorted `numbers` that is not above `limit`. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0, high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
