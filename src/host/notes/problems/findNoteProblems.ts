import type * as vscode from 'vscode';
import { codeOf, type ProblemCode } from '../../../core/cite/problems/problemCodes';
import type { Span } from '../../../core/document';
import type { CitationProblem } from '../../../worker/port';
import type { Shelf } from '../../shelf';
import { addressesOf, type Bibliographies, type NoteBibliography } from '../bibliographies';
import { pathFromNote } from '../locateBibliography';
import { noteScan } from '../noteScan';
import type { EntryProblems } from './entryProblems';

/** Something about the bibliographies that a note names, or does not. */
export type PlaceProblem =
  | { readonly kind: 'bibliographyMissing'; readonly span: Span; readonly uri: vscode.Uri }
  /** `words` say why the file as a whole cannot be read; where they are empty, `count` of its entries are broken. */
  | { readonly kind: 'bibliographyBroken'; readonly span: Span; readonly uri: vscode.Uri; readonly words: string; readonly count: number }
  | { readonly kind: 'bibliographyUnnamed'; readonly span: Span; readonly path: string }
  /** The front matter that should name it cannot be read. */
  | { readonly kind: 'matterBroken'; readonly span: Span };

export type NoteProblem = CitationProblem | PlaceProblem;

/** All that is amiss about a note, in what it was looked up. */
export interface CheckedNote { readonly version: number; readonly bibliography: NoteBibliography; readonly problems: readonly NoteProblem[] }

/** Looks a note over as it stands; what may still turn out right while files are read, or beside those that Seedbed cannot read, is left out. */
export async function checkNote(note: vscode.TextDocument, shelf: Shelf, bibliographies: Bibliographies, entries: EntryProblems): Promise<CheckedNote> {
  const { version } = note, text = note.getText();
  const bibliography = await bibliographies.forNote(note), files = bibliography.files.filter(file => file.exists);
  entries.show(note.uri, files);
  const { problems, named, isBroken } = await shelf.library.checkNote(addressesOf(bibliography), text);
  const places = isBroken ? broken(note, version) : named.length > 0 ? namedProblems(named, bibliography, entries) : unnamed(note, version, bibliography);
  const isComplete = bibliography.place.foreign.length === 0 && files.every(file => entries.stateOf(file)?.words === '');
  const holds = ({ kind }: CitationProblem): boolean => {
    if (kind === 'unknown') return isComplete && !shelf.isReading;
    return kind === 'gone' ? !shelf.isReading : kind !== 'noEntry' || bibliography.place.target !== undefined;
  };
  return { version, bibliography, problems: [...places, ...problems.filter(holds)] };
}

/** The code under which a problem is reported. */
export function codeOfProblem(problem: NoteProblem): ProblemCode {
  switch (problem.kind) {
    case 'bibliographyMissing': return 'bibliography-missing';
    case 'bibliographyBroken': case 'matterBroken': return 'bibliography-broken';
    case 'bibliographyUnnamed': return 'bibliography-unnamed';
    default: return codeOf(problem);
  }
}

function namedProblems(named: readonly { readonly name: string; readonly span: Span }[], { place, files }: NoteBibliography, entries: EntryProblems): readonly PlaceProblem[] {
  const own = named.filter(({ name }) => !place.foreign.includes(name));
  return own.flatMap(({ span }, at): readonly PlaceProblem[] => {
    const file = files[at];
    if (!file) return [];
    if (!file.exists) return [{ kind: 'bibliographyMissing', span, uri: file.uri }];
    const { words = '', broken = 0 } = entries.stateOf(file) ?? {};
    return words !== '' || broken > 0 ? [{ kind: 'bibliographyBroken', span, uri: file.uri, words, count: broken }] : [];
  });
}

/** At the line that opens front matter. */
function broken(note: vscode.TextDocument, version: number): readonly PlaceProblem[] {
  const matter = note.version === version ? noteScan(note).frontMatter : undefined;
  return matter ? [{ kind: 'matterBroken', span: { start: matter.start, end: matter.start + '---'.length } }] : [];
}

/** At the first citation of a note whose bibliography other programs would not find. */
function unnamed(note: vscode.TextDocument, version: number, { place, files }: NoteBibliography): readonly PlaceProblem[] {
  const first = note.version === version ? noteScan(note).citations[0] : undefined;
  if (!first || note.isUntitled || !place.target || !files.some(file => file.exists)) return [];
  return [{ kind: 'bibliographyUnnamed', span: first.span, path: pathFromNote(note, place.target) }];
}
