import type * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';
import { report } from '../runCommand';
import { addressesOf, type Bibliographies } from './bibliographies';
import type { NoteWriting } from './insertCitation';

/** What text that is dropped or pasted needs to bring its citation along. */
export interface Carrying { readonly writing: NoteWriting; readonly bibliographies: Bibliographies }

/** The key that a source has in the bibliography of a note, or would be given; nothing is written. */
export async function keyToBe(note: vscode.TextDocument, source: SourceSummary, { writing, bibliographies }: Carrying): Promise<string> {
  const known = await writing.shelf.library.keyOf(addressesOf(await bibliographies.forNote(note)), source.id);
  return known?.key ?? source.citekey;
}

/**
 * Enters what is cited in the bibliography; false where that failed, which is told. It is written before the note changes, and undo leaves it:
 * an entry that nothing cites does no harm, and an edit over two files would ask at every undo.
 */
export async function enterCited(note: vscode.TextDocument, sources: readonly SourceSummary[], { writing }: Carrying): Promise<boolean> {
  try {
    for (const source of sources) await writing.addCitation(note, source);
    return true;
  } catch (error) {
    void report('citation', error);
    return false;
  }
}
