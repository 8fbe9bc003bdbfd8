import type * as vscode from 'vscode';
import { codeOf, type ProblemCode } from '../../../core/cite/problems/problemCodes';
import type { Span } from '../../../core/document';
import { namedBibliographies } from '../../../core/markdown/frontMatter';
import type { CitationProblem } from '../../../worker/port';
import type { Shelf } from '../../shelf';
import { addressesOf, problemWords, type Bibliographies, type Bibliography, type NoteBibliography } from '../bibliographies';
import { pathFromNote } from '../locateBibliography';
import { noteScan } from '../noteScan';

/** Something about the bibliographies that a note names, or does not. */
export type PlaceProblem =
  | { readonly kind: 'bibliographyMissing'; readonly span: Span; readonly uri: vscode.Uri }
  /** `words` say why the file as a whole cannot be read; without them `count` of its entries are broken. */
  | { readonly kind: 'bibliographyBroken'; readonly span: Span; readonly uri: vscode.Uri; readonly words?: string; readonly count: number }
  | { readonly kind: 'bibliographyUnnamed'; readonly span: Span; readonly path: string };

export type NoteProblem = CitationProblem | PlaceProblem;

/** All that is amiss about a note, in what it was looked up. */
export interface CheckedNote { readonly version: number; readonly bibliography: NoteBibliography; readonly problems: readonly NoteProblem[] }

/** Looks a note over as it stands; what may still turn out right while sources are read, or beside files that Seedbed cannot read, is left out. */
export async function checkNote(note: vscode.TextDocument, shelf: Shelf, bibliographies: Bibliographies): Promise<CheckedNote> {
  const { version } = note, text = note.getText();
  const bibliography = await bibliographies.forNote(note);
  const found = await shelf.library.checkNote(addressesOf(bibliography), text);
  const places = await placeProblems(note, text, bibliography, shelf);
  const isComplete = bibliography.place.foreign.length === 0 && !places.some(each => each.kind === 'bibliographyBroken' && each.words !== undefined);
  const holds = ({ kind }: CitationProblem): boolean => {
    if (kind === 'unknown') return isComplete && !shelf.isReading;
    return kind === 'gone' ? !shelf.isReading : kind !== 'noEntry' || bibliography.place.target !== undefined;
  };
  return { version, bibliography, problems: [...places, ...found.filter(holds)] };
}

/** The code under which a problem is reported. */
export function codeOfProblem(problem: NoteProblem): ProblemCode {
  switch (problem.kind) {
    case 'bibliographyMissing': return 'bibliography-missing';
    case 'bibliographyBroken': return 'bibliography-broken';
    case 'bibliographyUnnamed': return 'bibliography-unnamed';
    default: return codeOf(problem);
  }
}

async function placeProblems(note: vscode.TextDocument, text: string, bibliography: NoteBibliography, shelf: Shelf): Promise<readonly PlaceProblem[]> {
  const { place, files } = bibliography;
  const named = await namedBibliographies(text);
  if (named.length === 0) return unnamed(note, text, bibliography);
  const own = named.filter(({ name }) => !place.foreign.includes(name));
  const problems = await Promise.all(own.map(async ({ span }, at) => {
    const file = files[at];
    return file && problemOf(file, span, shelf);
  }));
  return problems.filter(each => each !== undefined);
}

async function problemOf(file: Bibliography, span: Span, shelf: Shelf): Promise<PlaceProblem | undefined> {
  const { uri, problem } = file;
  if (problem !== undefined) return { kind: 'bibliographyBroken', span, uri, words: problem, count: 0 };
  if (!file.exists) return { kind: 'bibliographyMissing', span, uri };
  const inside = await shelf.library.problemsOf(uri.toString()), broken = inside.entries.filter(each => each.kind !== 'duplicate');
  if (inside.file) return { kind: 'bibliographyBroken', span, uri, words: problemWords(inside.file), count: 0 };
  return broken.length > 0 ? { kind: 'bibliographyBroken', span, uri, count: broken.length } : undefined;
}

/** At the first citation of a note whose bibliography other programs would not find. */
function unnamed(note: vscode.TextDocument, text: string, { place, files }: NoteBibliography): readonly PlaceProblem[] {
  const first = noteScan(note).citations[0];
  if (!first || note.isUntitled || !place.target || !files.some(file => file.exists) || note.getText() !== text) return [];
  return [{ kind: 'bibliographyUnnamed', span: first.span, path: pathFromNote(note, place.target) }];
}
