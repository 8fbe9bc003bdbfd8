import * as vscode from 'vscode';
import type { SourceId } from '../../core/document';
import { oldestFirst } from '../../core/quote/oldestFirst';
import type { ReaderPage, ReaderView, SharedMessage, SharedNote, SharedPlace } from '../../protocol';
import type { OtherPlace, SharedPassage, SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';
import { bylineWords, titleWords } from '../words';
import { languageOf, likenessWords } from './sharingWords';

/** What the page is told, and the passages it is told of by the same numbers. */
export interface ToldPassages { readonly message: Omit<SharedMessage, 'list'>; readonly passages: readonly SharedPassage[] }

/** First words of a passage that tell it from others of its block, in UTF-16 units. */
const OPENING = 16;

/** The passages of a source that stand in others, as its reader shows them in a view. */
export async function sharedNotes(shelf: Shelf, source: SourceSummary, view: ReaderView): Promise<ToldPassages> {
  const [found, page] = await Promise.all([shelf.library.sharedPassages(source.id), shelf.library.page(source.id, view)]);
  const numbers = new Map<SourceId, number>(), passages: SharedPassage[] = [], notes: SharedNote[] = [];
  const places = await Promise.all(found.map(({ span }) => shelf.library.selectionAt(source.id, view, span)));
  for (const [at, passage] of found.entries()) {
    const place = places[at], known = passage.others.flatMap(other => { const summary = shelf.source(other.source); return summary ? [{ other, summary }] : []; });
    if (!place || known.length === 0) continue;
    passages.push({ span: passage.span, others: known.map(({ other }) => other) });
    const isOldest = known.every(({ summary }) => oldestFirst(source, summary) < 0) && source.published !== undefined;
    notes.push({
      passage: place, opening: page.ok ? openingOf(page.value, place) : '',
      ...(isOldest && { note: vscode.l10n.t('No other source has it earlier than this page.') }),
      places: known.map(({ other, summary }, index) => placeOf(other, summary, { isEarliest: index === 0 && !isOldest && summary.published !== undefined, number: numberOf(numbers, other.source) })),
    });
  }
  return { message: { type: 'shared', state: 'shown', line: lineOf(notes.length), passages: notes }, passages };
}

function numberOf(numbers: Map<SourceId, number>, source: SourceId): number {
  const number = numbers.get(source) ?? numbers.size;
  numbers.set(source, number);
  return number;
}

function placeOf(other: OtherPlace, summary: SourceSummary, { isEarliest, number }: { readonly isEarliest: boolean; readonly number: number }): SharedPlace {
  const lang = languageOf(summary);
  return { source: number, title: titleWords(summary), ...(lang !== undefined && { lang }), byline: bylineWords(summary), likeness: likenessWords(other), isEarliest };
}

function openingOf({ blocks }: ReaderPage, { from }: SharedNote['passage']): string {
  return `${[...(blocks[from.block]?.text ?? '').slice(from.offset, from.offset + OPENING * 2)].slice(0, OPENING).join('')}…`;
}

function lineOf(count: number): string {
  if (count === 0) return vscode.l10n.t('No passage of this page stands in another source.');
  return count === 1 ? vscode.l10n.t('One passage of this page stands in other sources too.') : vscode.l10n.t('{0} passages of this page stand in other sources too.', count);
}
