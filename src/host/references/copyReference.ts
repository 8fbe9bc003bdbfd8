import * as vscode from 'vscode';
import { citedKeyAt } from '../../core/markdown/scan';
import type { Referenced } from '../../worker/port';
import { chosenSource } from '../chosenSource';
import type { ActiveNote } from '../notes/activeNote';
import { addressesOf } from '../notes/bibliographies';
import { matterOf } from '../notes/locateBibliography';
import { noteScan } from '../notes/noteScan';
import { patiently } from '../patiently';
import { pickSource } from '../pickSource';
import type { Readers } from '../readers';
import { UserError } from '../runCommand';
import { sourcesOf } from './sourcesOf';
import { format, formattingWords, type Formatting } from './noteReferences';

/** Copies the formatted references of the rows it is called on, of the citation at the cursor, of the source in front, or of one that is picked. */
export async function copyReference(first: unknown, all: unknown, readers: Readers, notes: ActiveNote, formatting: Formatting): Promise<void> {
  const note = notes.uri && await vscode.workspace.openTextDocument(notes.uri);
  const what = await referenced(first, all, readers, note, formatting);
  if (!what) return;
  const { references, unknown } = await patiently(formattingWords(), format(what, note, 'bare', formatting));
  if (references.length === 0) throw new UserError(vscode.l10n.t('“{0}” is not in the bibliography, and no source has this key.', unknown[0] ?? ''));
  await vscode.env.clipboard.writeText(references.map(({ text }) => text).join('\n'));
  void vscode.window.setStatusBarMessage(references.length === 1 ? vscode.l10n.t('Reference copied') : vscode.l10n.t('{0} references copied', references.length), SHOWN_MS);
}

/** How long the status bar says so, in milliseconds. */
const SHOWN_MS = 4_000;

async function referenced(first: unknown, all: unknown, readers: Readers, note: vscode.TextDocument | undefined, { shelf, bibliographies }: Formatting): Promise<Referenced | undefined> {
  const files = addressesOf(await (note ? bibliographies.forNote(note) : bibliographies.forWorkspace())), rows = sourcesOf(first, all, shelf);
  if (rows.length > 0) return { kind: 'sources', files, sources: rows.map(({ id }) => id) };
  const keys = first === undefined ? keysAtCursor(note) : [];
  if (note && keys.length > 0) return { kind: 'keys', files, keys, matter: matterOf(note) };
  const source = chosenSource(first, shelf, readers) ?? await pickSource(shelf, vscode.l10n.t('Whose reference?'));
  return source && { kind: 'sources', files, sources: [source.id] };
}

/** The key at the cursor of a note in front, else all of the citation there. */
function keysAtCursor(note: vscode.TextDocument | undefined): readonly string[] {
  const editor = vscode.window.activeTextEditor;
  if (!note || editor?.document !== note) return [];
  const scan = noteScan(note), offset = note.offsetAt(editor.selection.active), key = citedKeyAt(scan, offset);
  return key ? [key.key] : scan.citations.find(({ span }) => span.start <= offset && offset <= span.end)?.keys.map(each => each.key) ?? [];
}
