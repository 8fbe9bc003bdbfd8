import * as vscode from 'vscode';
import { digestOf } from '../../core/cite/problems/outOfStep';
import type { CslItem, SourceSummary } from '../../worker/port';
import { changeFile, type Change } from '../changeFile';
import { UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { errorWords } from '../words';
import { addressesOf, nameOf, problemWords, type Bibliographies, type NoteBibliography } from './bibliographies';
import { folderOf, relativePath } from './locateBibliography';

/** Gives the key of a source for a note, and writes the entry if it has none yet; throws what the writer can act on. */
export type AddCitation = (note: vscode.TextDocument, source: SourceSummary) => Promise<string>;

/** Citations are added one after the other, so that two in a row cannot lose one another's entry. */
export function citationAdder(shelf: Shelf, bibliographies: Bibliographies): AddCitation {
  let queue: Promise<unknown> = Promise.resolve();
  return (note, source) => {
    const added = queue.then(() => add(note, source, shelf, bibliographies));
    queue = added.catch(() => undefined);
    return added;
  };
}

async function add(note: vscode.TextDocument, source: SourceSummary, shelf: Shelf, bibliographies: Bibliographies): Promise<string> {
  const found = await bibliographies.forNote(note);
  const target = await writable(note, found, bibliographies);
  const known = await shelf.library.keyOf(addressesOf(found), source.id);
  if (known?.hasEntry) return known.key;
  const item = await itemOf(source, known?.key ?? source.citekey, target, shelf);
  await changeBibliography(target, async content => {
    const added = await shelf.library.addEntries(target.toString(), content, [item]);
    if (!added.ok) throw broken(target, problemWords(added.error));
    return added.value;
  });
  bibliographies.refresh(target);
  return item.id;
}

async function changeBibliography(target: vscode.Uri, change: Change): Promise<void> {
  try {
    await changeFile(target, change);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(vscode.l10n.t('No entry was added, because the bibliography {0} cannot be written: {1}', nameOf(target), error instanceof Error ? error.message : String(error)));
  }
}

/** The file a new entry goes to, if it can be read: what cannot be read is never written over. */
async function writable(note: vscode.TextDocument, found: NoteBibliography, bibliographies: Bibliographies): Promise<vscode.Uri> {
  const { target } = found.place;
  if (!target) {
    const save = { label: vscode.l10n.t('Save Note…'), run: () => note.save() };
    throw new UserError(vscode.l10n.t('Save the note first: its bibliography is written beside it.'), [save]);
  }
  const unread = await bibliographies.problemIn(found);
  if (unread) throw broken(unread.uri, unread.problem);
  return target;
}

function broken(uri: vscode.Uri, problem: string): UserError {
  const open = { label: vscode.l10n.t('Open {0}', nameOf(uri)), run: () => vscode.commands.executeCommand('vscode.open', uri) };
  return new UserError(vscode.l10n.t('No entry was added, because the bibliography {0} cannot be read: {1}. It was left as it is.', nameOf(uri), problem), [open]);
}

async function itemOf(source: SourceSummary, key: string, target: vscode.Uri, shelf: Shelf): Promise<CslItem> {
  const made = await shelf.library.cslItem(source.id);
  if (!made.ok) throw new UserError(errorWords(made.error));
  const path = relativePath(folderOf(target), vscode.Uri.parse(source.id));
  return { ...made.value, id: key, custom: { seedbed: { path, hash: source.hash, written: digestOf(made.value) } } };
}
