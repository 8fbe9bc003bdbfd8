import * as vscode from 'vscode';
import { findBibliography } from '../../core/markdown/bibliographyRegion';
import type { FormattedList } from '../../worker/port';
import type { ActiveNote } from '../notes/activeNote';
import { addressesOf } from '../notes/bibliographies';
import { noteScan } from '../notes/noteScan';
import { inBackground, UserError } from '../runCommand';
import { updateOf } from './insertBibliography';
import { citedIn, format, type Formatting } from './noteReferences';

/** Quiet time after a change before references are formatted anew, in milliseconds. */
const SETTLE_MS = 400;

/** As long as saving may wait, in milliseconds; the editor gives up on whoever takes 1.75 s. */
const SAVING_MS = 1_000;

interface Prepared { readonly version: number; readonly list: Promise<FormattedList | undefined> }

/**
 * Keeps the lists of references of notes up to date: formatted while the writer writes, written when the note is saved. What is not ready
 * by then is written as soon as it is, and leaves the note unsaved.
 */
export function registerKeepBibliography(notes: ActiveNote, formatting: Formatting): vscode.Disposable {
  let prepared = new WeakMap<vscode.TextDocument, Prepared>();
  const forget = (): void => { prepared = new WeakMap(); };
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const prepare = (note: vscode.TextDocument): Promise<FormattedList | undefined> => {
    const known = prepared.get(note);
    if (known?.version === note.version) return known.list;
    const list = formatFor(note, formatting);
    prepared.set(note, { version: note.version, list });
    return list;
  };
  const soon = (note: vscode.TextDocument): void => {
    clearTimeout(timers.get(note));
    if (!mayHaveList(note, notes)) return;
    timers.set(note, setTimeout(() => {
      timers.delete(note);
      if (hasList(note)) inBackground('references', prepare(note));
    }, SETTLE_MS));
  };
  const styles = vscode.workspace.createFileSystemWatcher('**/*.csl');
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0) soon(document); }),
    formatting.bibliographies.onDidSettle(forget), formatting.shelf.onDidChange(forget), vscode.workspace.onDidChangeConfiguration(forget),
    styles, styles.onDidChange(forget), styles.onDidCreate(forget), styles.onDidDelete(forget),
    vscode.workspace.onWillSaveTextDocument(event => {
      const { document: note } = event;
      if (!mayHaveList(note, notes) || !hasList(note)) return;
      const list = prepare(note), { version } = note;
      event.waitUntil(inTime(list).then(ready => ready === 'late' ? (inBackground('references', writeLate(note, version, list)), []) : editsFor(note, ready)));
    }),
    { dispose: () => { timers.forEach(timer => { clearTimeout(timer); }); } },
  );
}

/** Whether a text may have markers, asked at every keystroke. */
const mayHaveList = (note: vscode.TextDocument, notes: ActiveNote): boolean => notes.isNote(note) && note.getText().includes('seedbed:bibliography');

function hasList(note: vscode.TextDocument): boolean {
  const found = findBibliography(note.getText(), noteScan(note));
  return found.ok && found.value !== undefined;
}

/** Undefined where it cannot be formatted, or entries are missing only because a bibliography cannot be read: the command tells, saving is not the time for it. */
async function formatFor(note: vscode.TextDocument, formatting: Formatting): Promise<FormattedList | undefined> {
  const { shelf } = formatting;
  try {
    if (shelf.isReading) await shelf.whenRead();
    const what = await citedIn(note, formatting), list = await format(what, note, 'markdown', formatting);
    return list.unknown.length > 0 && await mayBeKnown(note, list.unknown, formatting) ? undefined : list;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Whether keys are unknown only because a bibliography is not there, or it or an entry of it cannot be read. */
async function mayBeKnown(note: vscode.TextDocument, keys: readonly string[], { shelf, bibliographies }: Formatting): Promise<boolean> {
  const bibliography = await bibliographies.forNote(note);
  if (bibliography.files.some(({ exists }) => !exists) || await bibliographies.problemIn(bibliography) !== undefined) return true;
  return (await shelf.library.lookUp(addressesOf(bibliography), keys)).some(({ entry }) => entry !== undefined);
}

const inTime = (list: Promise<FormattedList | undefined>): Promise<FormattedList | undefined | 'late'> =>
  Promise.race([list, new Promise<'late'>(resolve => { setTimeout(() => resolve('late'), SAVING_MS); })]);

function editsFor(note: vscode.TextDocument, list: FormattedList | undefined): vscode.TextEdit[] {
  const edit = list && updateOf(note, list);
  return edit ? [edit] : [];
}

/** What was written in meanwhile has its own list made, and saved with it. */
async function writeLate(note: vscode.TextDocument, version: number, list: Promise<FormattedList | undefined>): Promise<void> {
  const [edit] = editsFor(note, await list);
  if (!edit || note.version !== version || note.isClosed) return;
  const change = new vscode.WorkspaceEdit();
  change.replace(note.uri, edit.range, edit.newText);
  await vscode.workspace.applyEdit(change);
}
