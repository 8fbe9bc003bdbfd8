import * as vscode from 'vscode';
import { formatReference } from '../../core/cite/formatReference';
import { citedKeyAt } from '../../core/markdown/scan';
import type { SourceSummary } from '../../worker/port';
import { commands } from '../names';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { bylineWords, titleWords } from '../words';
import type { Bibliographies, NoteBibliography } from './bibliographies';
import { lookUp, lookUpAll } from './citedSource';
import { noteScan } from './noteScan';
import { quotedPassage, type FindPassage } from './passages';

/** The command "Open Cited Source": of the key at the cursor, at the words quoted there, else of one picked from the citation, else from the whole note. */
export function registerOpenCitedSource(shelf: Shelf, bibliographies: Bibliographies, findPassage: FindPassage): vscode.Disposable {
  return registerCommand(commands.openCitedSource, async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') throw new UserError(vscode.l10n.t('Put the cursor on a citation in a note first.'));
    const bibliography = await bibliographies.forNote(editor.document);
    const key = await chosenKey(editor, bibliography, shelf);
    if (key === undefined) return;
    const source = await sourceOf(key, bibliography, shelf);
    const passage = await quotedPassage(editor.document, editor.selection.active, source, findPassage);
    await vscode.commands.executeCommand(commands.openInReader, vscode.Uri.parse(source.id), passage?.span);
  });
}

async function chosenKey({ document, selection }: vscode.TextEditor, bibliography: NoteBibliography, shelf: Shelf): Promise<string | undefined> {
  const scan = noteScan(document), offset = document.offsetAt(selection.active);
  const atCursor = citedKeyAt(scan, offset);
  if (atCursor) return atCursor.key;
  const around = scan.citations.find(({ span }) => span.start <= offset && offset <= span.end);
  const keys = [...new Set((around ? [around] : scan.citations).flatMap(citation => citation.keys.map(({ key }) => key)))];
  if (keys.length === 0) throw new UserError(vscode.l10n.t('This note has no citation. “Insert Citation…” adds one.'));
  return around && keys.length === 1 ? keys[0] : pickKey(keys, bibliography, shelf);
}

async function pickKey(keys: readonly string[], bibliography: NoteBibliography, shelf: Shelf): Promise<string | undefined> {
  const found = await lookUpAll(keys, bibliography, shelf);
  const items = found.map(({ key, cited, source }) =>
    ({ key, label: source ? titleWords(source) : cited?.item?.title ?? key, description: source ? bylineWords(source) : '', detail: key }));
  const options = { placeHolder: vscode.l10n.t('Which of the cited sources?'), matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.key;
}

/** The source of a key; throws why there is none. */
async function sourceOf(key: string, bibliography: NoteBibliography, shelf: Shelf): Promise<SourceSummary> {
  const { cited, source } = await lookUp(key, bibliography, shelf);
  if (source) return source;
  if (!cited?.item) throw new UserError(vscode.l10n.t('“{0}” is not in the bibliography, and no source has this key.', key));
  const mark = cited.item.custom?.seedbed;
  throw new UserError(mark
    ? vscode.l10n.t('The source of “{0}” is no longer among the sources. It was {1}.', key, mark.path)
    : vscode.l10n.t('“{0}” is an entry without a saved source: {1}', key, formatReference(cited.item)));
}
