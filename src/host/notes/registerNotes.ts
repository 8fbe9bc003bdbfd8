import * as vscode from 'vscode';
import type { Quotation, SourceSummary } from '../../worker/port';
import type { Readers } from '../readers';
import type { Shelf } from '../shelf';
import { registerReferences } from '../references/registerReferences';
import { ActiveNote } from './activeNote';
import { citationAdder } from './addCitation';
import { Bibliographies } from './bibliographies';
import { registerCited } from './cited/registerCited';
import { registerCompleteCitations } from './completeCitations';
import { registerCitationHover } from './citationHover';
import { registerDefineCitations } from './defineCitations';
import { registerDropSources } from './dropSources';
import { registerInsertCitation, type NoteWriting } from './insertCitation';
import { insertQuote } from './insertQuote';
import { bibliographyOffer } from './offerBibliography';
import { registerCitationLinks } from './citationLinks';
import { registerFindReferences } from './findReferences';
import { registerOpenCitedSource } from './openCitedSource';
import { passageFinder } from './passages';
import { previewCitations } from './previewCitations';
import { registerPasteQuotes } from './pasteQuotes';
import { registerRenameKey } from './renameKey';
import { WorkspaceCitations } from './workspaceCitations';
import { registerProblems } from './problems/registerProblems';
import { registerQuoted } from './quoted/registerQuoted';

/** Everything Seedbed does in notes, and what others may ask of it. */
export interface Notes extends vscode.Disposable {
  /** Called by the built-in markdown preview. */
  readonly extendMarkdownIt: <M>(md: M) => M;
  /** Hands all bibliographies to a library that was started again. */
  readAgain(): void;
  readonly citations: WorkspaceCitations;
  /** Writes a quotation and its citation into the note last worked in. */
  readonly insertQuote: (quotation: Quotation, source: SourceSummary) => Promise<void>;
}

/** Registers citing, quoting, the hover and the preview of citations. */
export function registerNotes(shelf: Shelf, readers: Readers): Notes {
  const notes = new ActiveNote(shelf);
  const bibliographies = new Bibliographies(shelf.library);
  const preview = previewCitations(bibliographies);
  const writing: NoteWriting = { shelf, notes, addCitation: citationAdder(shelf, bibliographies), offerBibliography: bibliographyOffer(bibliographies) };
  const citations = new WorkspaceCitations(shelf, bibliographies);
  const findPassage = passageFinder(shelf);
  const registered = vscode.Disposable.from(
    notes, bibliographies, preview,
    registerInsertCitation(writing),
    registerDropSources({ writing, bibliographies }, readers),
    registerPasteQuotes({ writing, bibliographies }, readers),
    registerCompleteCitations(bibliographies, writing),
    registerCitationHover(shelf, bibliographies, findPassage),
    registerDefineCitations(shelf, bibliographies, findPassage),
    registerOpenCitedSource(shelf, bibliographies, findPassage),
    registerFindReferences(shelf, bibliographies, citations),
    registerRenameKey({ shelf, bibliographies, citations }),
    registerCitationLinks(shelf, bibliographies, findPassage),
    registerCited(notes, shelf, bibliographies),
    registerProblems(shelf, bibliographies, writing),
    registerQuoted(bibliographies, writing),
    registerReferences(notes, readers, { shelf, bibliographies }),
  );
  return {
    citations,
    extendMarkdownIt<M>(md: M): M { return preview.extendMarkdownIt(md); },
    insertQuote: (quotation, source) => insertQuote(quotation, source, writing),
    readAgain: () => { bibliographies.readAgain(); },
    dispose: () => { registered.dispose(); },
  };
}
