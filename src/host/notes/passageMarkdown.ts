import type { Difference, FoundPassage } from '../../worker/port';
import { hoverRun } from './hoverText';

/** Elements, as Markdown's own marks do not open or close between a Chinese character and its punctuation. */
const FADED = ['<span style="color:var(--vscode-descriptionForeground);">', '</span>'] as const;
const SOURCE = ['<strong><span style="color:var(--vscode-charts-green);">', '</span></strong>'] as const;
/** Colour helps where the stroke through 一 does not show. */
const NOTE = ['<del><span style="color:var(--vscode-charts-red);">', '</span></del>'] as const;

/** Stands for what an ellipsis of the note leaves out. */
const LEFT_OUT = ' […] ';

/**
 * The passage for a hover, page text escaped: its surroundings faded, what only the source has in bold, what only the note
 * has struck out. Needs HTML to be allowed.
 */
export function passageMarkdown({ before, exact, after, differences }: FoundPassage, words: string): string {
  const runs = differences.map(difference => runOf(difference, exact, words)).join('');
  return `${set(FADED, before)}${runs}${set(FADED, after)}`.replace(/\n/g, '\n\n');
}

function runOf({ kind, note, source }: Difference, exact: string, words: string): string {
  switch (kind) {
    case 'same': return exact.slice(source.start, source.end).split('\n').map(hoverRun).join('\n');
    case 'source': return set(SOURCE, exact.slice(source.start, source.end));
    case 'note': return set(NOTE, words.slice(note.start, note.end).replace(/\n/g, ' '));
    case 'omitted': return source.end > source.start ? set(FADED, LEFT_OUT) : '';
  }
}

/** Elements do not go over the end of a paragraph. */
const set = ([open, close]: readonly [string, string], text: string): string =>
  text.split('\n').map(line => (line === '' ? '' : `${open}${hoverRun(line)}${close}`)).join('\n');
