import * as vscode from 'vscode';
import type { Meaning } from '../../core/cite/sameCitation';
import type { CitedKey } from '../../core/markdown/citations';
import type { Shelf } from '../shelf';
import { addressesOf, type Bibliographies, type NoteBibliography } from './bibliographies';
import { folderOf } from './locateBibliography';
import { noteScan } from './noteScan';
import { closedNote, type NoteText } from './noteText';
import { readNote, WorkspaceNotes, type MentioningNote, type NoteScope } from './workspaceNotes';

/** A key in a note of the workspace. */
export interface FoundCitation {
  readonly note: vscode.Uri;
  /** From the `@` to the end of the key. */
  readonly range: vscode.Range;
  readonly cited: CitedKey;
  /** The line it stands on. */
  readonly line: string;
  readonly bibliography: NoteBibliography;
}

/** Citations, and the notes that may have more of them but cannot be read: they are not UTF-8. */
export interface FoundCitations { readonly citations: readonly FoundCitation[]; readonly unread: readonly vscode.Uri[] }

/** What to find: citations whose meaning is `wanted`, in the notes of `scope`. Keys that cannot be meant are passed over by `mayMean`. */
export interface CitationSearch {
  readonly wanted: (meaning: Meaning) => boolean;
  readonly mayMean?: (key: string) => boolean;
  readonly scope: NoteScope;
}

/** Notes whose citations are looked up in the same files. */
interface Group { readonly bibliography: NoteBibliography; readonly notes: readonly MentioningNote[] }

/** Finds citations in all notes of the workspace. */
export class WorkspaceCitations {
  private readonly notes: WorkspaceNotes;

  constructor(private readonly shelf: Shelf, private readonly bibliographies: Bibliographies) {
    this.notes = new WorkspaceNotes(shelf);
  }

  /** What a key of a note stands for. */
  async meaning(key: string, bibliography: NoteBibliography): Promise<Meaning> {
    if (this.shelf.isReading) await this.shelf.whenRead();
    const files = addressesOf(bibliography), [found] = await this.shelf.library.lookUp(files, [key]);
    return { ...found, key, files };
  }

  /** Citations note by note. */
  async find({ wanted, mayMean = () => true, scope }: CitationSearch, token?: vscode.CancellationToken): Promise<FoundCitations> {
    if (this.shelf.isReading) await this.shelf.whenRead();
    const citations: FoundCitation[] = [], unread: vscode.Uri[] = [];
    for (const { bibliography, notes } of await this.groups(mayMean, scope, token)) {
      const files = addressesOf(bibliography), keys = [...new Set(notes.flatMap(note => [...note.keys]))].filter(mayMean);
      const meanings = await this.shelf.library.lookUp(files, keys);
      const meant = new Set(meanings.filter(each => wanted({ ...each, files })).map(({ key }) => key));
      for (const { uri } of notes.filter(note => [...note.keys].some(key => meant.has(key)))) {
        if (token?.isCancellationRequested) return { citations, unread };
        const note = await readNote(uri);
        if (note) citations.push(...citationsIn(note, meant, bibliography)); else unread.push(uri);
      }
    }
    return { citations, unread };
  }

  /** The bibliographies that notes of the workspace are looked up in. */
  async bibliographiesInUse(token?: vscode.CancellationToken): Promise<ReadonlySet<string>> {
    return new Set((await this.groups(() => true, 'searched', token)).flatMap(({ bibliography }) => addressesOf(bibliography)));
  }

  private async groups(mayMean: (key: string) => boolean, scope: NoteScope, token?: vscode.CancellationToken): Promise<readonly Group[]> {
    const groups = new Map<string, MentioningNote[]>();
    for (const note of await this.notes.mentioning(scope, token)) {
      if (![...note.keys].some(mayMean)) continue;
      const place = note.uri.scheme === 'untitled' ? note.uri : folderOf(note.uri), name = `${place.toString()}\n${note.matter}`;
      groups.set(name, [...groups.get(name) ?? [], note]);
    }
    return Promise.all([...groups.values()].map(async (notes): Promise<Group> => ({ notes, bibliography: await this.bibliographyOf(notes[0]) })));
  }

  private async bibliographyOf(note: MentioningNote | undefined): Promise<NoteBibliography> {
    if (!note) throw new Error('a group without notes');
    return this.bibliographies.forNote({ ...closedNote(note.uri, note.matter), isUntitled: note.uri.scheme === 'untitled' });
  }
}

function citationsIn(note: NoteText, keys: ReadonlySet<string>, bibliography: NoteBibliography): readonly FoundCitation[] {
  const cited = noteScan(note).citations.flatMap(citation => citation.keys).filter(({ key }) => keys.has(key));
  return cited.sort((a, b) => a.span.start - b.span.start).map(each => {
    const range = new vscode.Range(note.positionAt(each.span.start), note.positionAt(each.span.end)), { line } = range.start;
    return { note: note.uri, range, cited: each, line: note.getText(new vscode.Range(line, 0, line + 1, 0)).trimEnd(), bibliography };
  });
}
