import * as vscode from 'vscode';
import { exportFormats, type ExportFormat } from '../../core/references/exportReferences';
import type { Referenced } from '../../worker/port';
import type { ActiveNote } from '../notes/activeNote';
import { addressesOf, nameOf } from '../notes/bibliographies';
import { patiently } from '../patiently';
import { UserError } from '../runCommand';
import { writeText } from '../textFile';
import { citedIn, format, type Formatting } from './noteReferences';
import { sourcesOf } from './sourcesOf';

/** Writes what a note cites, the sources it is called on, or the whole library, as a file for other programs or as formatted text. */
export async function exportBibliography(first: unknown, all: unknown, notes: ActiveNote, formatting: Formatting): Promise<void> {
  const note = notes.uri && await vscode.workspace.openTextDocument(notes.uri);
  const what = await chooseWhat(first, all, note, formatting);
  const kind = what && await chooseFormat();
  if (!kind) return;
  const target = await vscode.window.showSaveDialog({ defaultUri: placeFor(note, kind), filters: filterOf(kind), title: vscode.l10n.t('Export Bibliography') });
  if (!target) return;
  const { text, count, unknown } = await patiently(vscode.l10n.t('Exporting references…'), textOf(what, kind, note, formatting));
  if (count === 0) throw new UserError(vscode.l10n.t('There is nothing to export: no entry and no source was found.'));
  try {
    await writeText(target, text);
  } catch (error) {
    throw new UserError(vscode.l10n.t('{0} cannot be written: {1}', nameOf(target), error instanceof Error ? error.message : String(error)));
  }
  await tellDone(target, count, unknown, await brokenIn(note, formatting));
}

/** What of the bibliography could not be read, and so was left out. */
async function brokenIn(note: vscode.TextDocument | undefined, { bibliographies }: Formatting): Promise<readonly string[]> {
  const broken = await bibliographies.problemIn(await (note ? bibliographies.forNote(note) : bibliographies.forWorkspace()));
  return broken ? [vscode.l10n.t('The bibliography {0} cannot be read: {1}.', nameOf(broken.uri), broken.problem)] : [];
}

async function tellDone(target: vscode.Uri, count: number, unknown: readonly string[], broken: readonly string[]): Promise<void> {
  const open = vscode.l10n.t('Open {0}', nameOf(target));
  const message = [
    count === 1 ? vscode.l10n.t('1 reference was exported to {0}.', nameOf(target)) : vscode.l10n.t('{0} references were exported to {1}.', count, nameOf(target)),
    ...unknown.length > 0 ? [vscode.l10n.t('Not in the bibliography, and left out: {0}', unknown.join(', '))] : [],
    ...broken,
  ].join(' '), isWhole = unknown.length === 0 && broken.length === 0;
  if (await (isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage)(message, open) === open) await vscode.commands.executeCommand('vscode.open', target);
}

interface Choice extends vscode.QuickPickItem { gather(): Promise<Referenced> | Referenced }

async function chooseWhat(first: unknown, all: unknown, note: vscode.TextDocument | undefined, formatting: Formatting): Promise<Referenced | undefined> {
  const { shelf, bibliographies } = formatting;
  await shelf.whenRead();
  const files = note ? addressesOf(await bibliographies.forNote(note)) : addressesOf(await bibliographies.forWorkspace()), rows = sourcesOf(first, all, shelf);
  if (rows.length > 0) return { kind: 'sources', files, sources: rows.map(({ id }) => id) };
  const choices: Choice[] = [
    ...note ? [{ label: vscode.l10n.t('What {0} Cites', nameOf(note.uri)), gather: () => citedIn(note, formatting) }] : [],
    { label: vscode.l10n.t('The Whole Library'), detail: vscode.l10n.t('All entries of the bibliography, and the sources that have none.'), gather: () => ({ kind: 'all' as const, files }) },
  ];
  const choice = choices.length === 1 ? choices[0] : await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Which references shall be exported?') });
  return choice && await choice.gather();
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map(format => ({ format, ...formatWords(format) }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Export in which format?') }))?.format;
}

function formatWords(kind: ExportFormat): { readonly label: string; readonly detail: string } {
  switch (kind) {
    case 'csl-json': return { label: 'CSL-JSON', detail: vscode.l10n.t('For pandoc, Quarto and Zotero') };
    case 'biblatex': return { label: 'BibLaTeX', detail: vscode.l10n.t('For LaTeX') };
    case 'ris': return { label: 'RIS', detail: vscode.l10n.t('For Zotero, EndNote, NoteExpress and other reference managers') };
    case 'text': return { label: vscode.l10n.t('Formatted Text'), detail: vscode.l10n.t('In the style of the note, or of the settings') };
  }
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = { 'csl-json': 'json', biblatex: 'bib', ris: 'ris', text: 'txt' };

const filterOf = (kind: ExportFormat): Record<string, string[]> => ({ [formatWords(kind).label]: [ENDINGS[kind]] });

/** Beside the note, under its name; never the name of the bibliography itself. */
function placeFor(note: vscode.TextDocument | undefined, kind: ExportFormat): vscode.Uri | undefined {
  const folder = note && !note.isUntitled ? vscode.Uri.joinPath(note.uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = note && !note.isUntitled ? `${nameOf(note.uri).replace(/\.[^.]*$/, '')}-` : '';
  return folder && vscode.Uri.joinPath(folder, `${name}export.${ENDINGS[kind]}`);
}

async function textOf(what: Referenced, kind: ExportFormat, note: vscode.TextDocument | undefined, formatting: Formatting): Promise<{ readonly text: string; readonly count: number; readonly unknown: readonly string[] }> {
  if (kind !== 'text') return formatting.shelf.library.exportReferences(what, kind);
  const { references, unknown } = await format(what, note, 'text', formatting);
  return { text: references.map(({ text }) => `${text}\n`).join(''), count: references.length, unknown };
}
