import * as vscode from 'vscode';
import { addItem } from '../../core/cite/bibliography';
import { issueKey } from '../../core/cite/citekey';
import type { CslItem } from '../../core/cite/cslItem';
import type { SourceSummary } from '../../worker/port';
import { UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { errorWords } from '../words';
import { nameOf, problemWords, type Bibliographies, type Bibliography, type NoteBibliography } from './bibliographies';
import { readText, writeText } from '../textFile';
import { issuedKey } from './citedSource';
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
  const target = writable(note, found);
  const issued = found.files.map(file => issuedKey(source, file, shelf)).find(key => key !== undefined);
  if (issued !== undefined) return issued;
  const taken = new Set(found.files.flatMap(file => file.items.map(item => item.id)));
  const item = await itemOf(source, target, taken, shelf);
  // Another program, or the writer, may have changed the file meanwhile: the entry goes into the text as it stands now.
  const now = await readText(target.uri);
  if (now.kind === 'unreadable') throw broken(target.uri, now.message);
  const text = addItem(now.kind === 'text' ? now.text : undefined, item);
  if (!text.ok) throw broken(target.uri, problemWords(text.error));
  await write(target.uri, text.value);
  bibliographies.refresh(target.uri);
  return item.id;
}

/** The file a new entry goes to, if it can be read: what cannot be read is never written over. */
function writable(note: vscode.TextDocument, { place, files }: NoteBibliography): Bibliography {
  if (!place.target) {
    const save = { label: vscode.l10n.t('Save Note…'), run: () => note.save() };
    throw new UserError(vscode.l10n.t('Save the note first: its bibliography is written beside it.'), [save]);
  }
  const unread = files.find(file => file.problem !== undefined);
  if (unread?.problem !== undefined) throw broken(unread.uri, unread.problem);
  const target = files.find(file => file.uri.toString() === place.target?.toString());
  if (!target) throw new Error(`the bibliography ${place.target.toString()} was not read`);
  return target;
}

function broken(uri: vscode.Uri, problem: string): UserError {
  const open = { label: vscode.l10n.t('Open {0}', nameOf(uri)), run: () => vscode.commands.executeCommand('vscode.open', uri) };
  return new UserError(vscode.l10n.t('Nothing was inserted, because the bibliography {0} cannot be read: {1}. It was left as it is.', nameOf(uri), problem), [open]);
}

async function itemOf(source: SourceSummary, target: Bibliography, taken: ReadonlySet<string>, shelf: Shelf): Promise<CslItem> {
  const made = await shelf.library.cslItem(source.id);
  if (!made.ok) throw new UserError(errorWords(made.error));
  const path = relativePath(folderOf(target.uri), vscode.Uri.parse(source.id));
  return { ...made.value, id: issueKey(made.value.id, taken), custom: { seedbed: { path, hash: source.hash } } };
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await writeText(uri, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(vscode.l10n.t('Nothing was inserted, because the bibliography {0} cannot be written: {1}', nameOf(uri), reason));
  }
}
