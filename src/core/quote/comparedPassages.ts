import type { SourceDocument, Span } from '../document';
import { shownLanguage } from '../render/shownLanguage';
import type { Tables } from '../text/tables';
import { differences, type Difference } from './differences';
import { shownWords } from './passage';

/** A passage as the reader shows it in the script of its file, each paragraph on a line; its place in `raw`, and its BCP 47 tag. */
export interface ComparedText { readonly text: string; readonly span: Span; readonly lang: string }

/** Two passages side by side; of the differences `note` stands in the first and `source` in the second. */
export interface ComparedPassages { readonly one: ComparedText; readonly other: ComparedText; readonly differences: readonly Difference[] }

/** Sets two passages beside each other; what only script, width or marks make different counts as the same. */
export function comparePassages(document: SourceDocument, span: Span, other: SourceDocument, otherSpan: Span, tables: Tables): ComparedPassages {
  const one = textOf(document, span), second = textOf(other, otherSpan);
  return { one, other: second, differences: smoothed(differences(one.text, second.text, tables)) };
}

function textOf(document: SourceDocument, span: Span): ComparedText {
  return { text: shownWords(document, span), span, lang: shownLanguage(document, document.language, 'as-saved') };
}

/** Letters that both have, between changes on either side, are chance where they are so few. */
const FEW = 1;

/** A change that is broken by single letters is one change: so it is read. */
function smoothed(runs: readonly Difference[]): readonly Difference[] {
  const merged: Difference[] = [];
  for (let at = 0; at < runs.length;) {
    if (runs[at]?.kind === 'same') { merged.push(...runs.slice(at, at + 1)); at++; continue; }
    let end = at + 1;
    while (end < runs.length && (runs[end]?.kind !== 'same' || isChance(runs, end))) end++;
    merged.push(...asOne(runs.slice(at, end)));
    at = end;
  }
  return merged;
}

function isChance(runs: readonly Difference[], at: number): boolean {
  const run = runs[at], next = runs[at + 1];
  return run !== undefined && next !== undefined && next.kind !== 'same' && run.note.end - run.note.start <= FEW && run.source.end - run.source.start <= FEW;
}

function asOne(runs: readonly Difference[]): readonly Difference[] {
  const first = runs[0], last = runs.at(-1);
  if (!first || !last) return [];
  const note = { start: first.note.start, end: last.note.end }, source = { start: first.source.start, end: last.source.end };
  const ours: Difference = { kind: 'note', note, source: { start: source.start, end: source.start } };
  const theirs: Difference = { kind: 'source', note: { start: note.end, end: note.end }, source };
  return [...(note.end > note.start ? [ours] : []), ...(source.end > source.start ? [theirs] : [])];
}
