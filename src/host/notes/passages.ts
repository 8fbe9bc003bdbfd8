import type * as vscode from 'vscode';
import type { FoundPassage, SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';
import { citationAt } from './citationPlace';
import { quotationsOf } from './noteQuotations';

/** Finds words of a note in a source; asks the library once for each version of the source. */
export type FindPassage = (source: SourceSummary, words: string) => Promise<FoundPassage | undefined>;

/** Answers kept for hovers that come again. */
const KEPT = 200;

/** A finder that remembers what it found last. */
export function passageFinder(shelf: Shelf): FindPassage {
  const known = new Map<string, Promise<FoundPassage | undefined>>();
  return (source, words) => {
    const name = JSON.stringify([source.id, source.hash, shelf.correctedTimes, words]);
    const found = known.get(name) ?? shelf.library.findPassage(source.id, words);
    known.delete(name);
    known.set(name, found);
    found.catch(() => known.delete(name));
    for (const oldest of known.keys()) { if (known.size <= KEPT) break; known.delete(oldest); }
    return found;
  };
}

/** The passage of a source that a note quotes at a citation of it. */
export async function quotedPassage(note: vscode.TextDocument, position: vscode.Position, source: SourceSummary, findPassage: FindPassage): Promise<FoundPassage | undefined> {
  const place = citationAt(note, position), words = place && quotationsOf(note, place.citation, place.offset)[0]?.text;
  return words === undefined ? undefined : findPassage(source, words);
}
