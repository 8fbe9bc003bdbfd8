import * as vscode from 'vscode';
import { findBibliography } from '../../core/markdown/bibliographyRegion';
import { withStyle } from '../../core/markdown/frontMatter';
import type { Referenced } from '../../worker/port';
import type { ActiveNote } from '../notes/activeNote';
import { addressesOf, nameOf } from '../notes/bibliographies';
import { noteMatter, pathFromNote } from '../notes/locateBibliography';
import { noteScan } from '../notes/noteScan';
import { rangeOf } from '../notes/problems/diagnostic';
import { patiently } from '../patiently';
import { inBackground, UserError } from '../runCommand';
import { settings } from '../names';
import { updateOf } from './insertBibliography';
import { citedIn, format, formattingWords, type Formatting } from './noteReferences';
import { allStyles, styleOf, type ReferenceStyle } from './referenceStyle';
import { inTwoLines } from './twoLines';

/** References that are shown in each style. */
const SHOWN = 3;

type Style = Awaited<ReturnType<typeof allStyles>>[number];

interface StyleRow extends vscode.QuickPickItem { readonly style: Style }
/** A reference in the style that is looked at; choosing it chooses that style. */
interface ReferenceRow extends vscode.QuickPickItem { readonly isReference: true }
type Row = StyleRow | ReferenceRow | vscode.QuickPickItem;

/** Lets the writer choose the style of references, with the first of the note in each style as one moves. */
export async function chooseStyle(notes: ActiveNote, formatting: Formatting): Promise<void> {
  const note = notes.uri && await vscode.workspace.openTextDocument(notes.uri);
  const styles = await allStyles(), current = await styleOf(note, formatting.shelf.library).catch(() => undefined);
  const chosen = await pick(styles, current, await samples(note, formatting), note, formatting);
  if (!chosen) return;
  await keep(chosen, note, formatting);
  if (note) await reformat(note, formatting);
}

/** The first references of the note; without any, the newest sources. */
async function samples(note: vscode.TextDocument | undefined, formatting: Formatting): Promise<Referenced> {
  const { shelf, bibliographies } = formatting;
  const cited = note && await citedIn(note, formatting);
  if (cited && cited.keys.length > 0) return { ...cited, keys: cited.keys.slice(0, SHOWN) };
  const newest = shelf.sources.filter(source => !source.error).sort((one, other) => (other.published ?? '').localeCompare(one.published ?? ''));
  return { kind: 'sources', files: addressesOf(await bibliographies.forWorkspace()), sources: newest.slice(0, SHOWN).map(({ id }) => id) };
}

function pick(styles: readonly Style[], current: ReferenceStyle | undefined, what: Referenced, note: vscode.TextDocument | undefined, formatting: Formatting): Promise<Style | undefined> {
  const list = vscode.window.createQuickPick<Row>(), rows = styles.map((style): StyleRow => styleRow(style, isSame(style, current)));
  const before = rows.find(({ style }) => isSame(style, current)) ?? rows[0];
  let shown: StyleRow | undefined;
  const show = async (row: StyleRow): Promise<void> => {
    shown = row;
    list.busy = true;
    const references = await preview(row.style, what, note, formatting);
    if (shown !== row) return;
    list.busy = false;
    list.items = [...rows, { kind: vscode.QuickPickItemKind.Separator, label: row.style.title }, ...references];
    list.activeItems = [row];
  };
  list.placeholder = vscode.l10n.t('Choose a style; the first references are shown in it below');
  list.matchOnDescription = true;
  list.keepScrollPosition = true;
  list.items = rows;
  if (before) list.activeItems = [before];
  const chosen = new Promise<Style | undefined>(resolve => {
    list.onDidAccept(() => { resolve((styleOfRow(list.selectedItems[0]) ?? shown)?.style); list.hide(); });
    list.onDidHide(() => { resolve(undefined); });
  });
  list.onDidChangeActive(([row]) => {
    const style = styleOfRow(row);
    if (style && style !== shown) inBackground('styles', show(style));
  });
  list.show();
  if (before && !shown) inBackground('styles', show(before));
  return chosen.finally(() => { list.dispose(); });
}

const styleOfRow = (row: Row | undefined): StyleRow | undefined => (row && 'style' in row ? row : undefined);

function styleRow(style: Style, isCurrent: boolean): StyleRow {
  const where = style.file ? vscode.workspace.asRelativePath(style.file) : '';
  return { style, label: style.title, description: [formWords(style.form), where].filter(part => part !== '').join(' · '), ...(isCurrent && { iconPath: new vscode.ThemeIcon('check') }) };
}

function formWords(form: Style['form']): string {
  switch (form) {
    case 'numeric': return vscode.l10n.t('numbers');
    case 'author-date': return vscode.l10n.t('author and date');
    case 'author': return vscode.l10n.t('author');
    case 'label': return vscode.l10n.t('labels');
    case 'note': return vscode.l10n.t('footnotes');
    case undefined: return '';
  }
}

const isSame = (one: ReferenceStyle, other: ReferenceStyle | undefined): boolean => (one.file || other?.file
  ? one.file?.toString() === other?.file?.toString()
  : other !== undefined && 'name' in one.choice && 'name' in other.choice && one.choice.name === other.choice.name);

async function preview(style: Style, what: Referenced, note: vscode.TextDocument | undefined, formatting: Formatting): Promise<readonly ReferenceRow[]> {
  const row = (label: string, detail?: string): ReferenceRow => ({ label, ...(detail !== undefined && { detail }), alwaysShow: true, isReference: true });
  try {
    const language = note && (await noteMatter(note, formatting.shelf.library)).language;
    const { references } = await format(what, note, 'text', formatting, { ...style, ...(language !== undefined && { language }) });
    return references.length === 0 ? [row(vscode.l10n.t('There is no reference to show yet.'))] : references.map(({ text }) => row(...inTwoLines(text)));
  } catch (error) {
    if (error instanceof UserError) return [row(error.message)];
    throw error;
  }
}

/** A note that names its style gets the other name; else the setting of the workspace changes. */
async function keep(style: Style, note: vscode.TextDocument | undefined, { shelf: { library } }: Formatting): Promise<void> {
  const named = note && (await noteMatter(note, library)).style;
  if (note && named !== undefined) {
    const change = new vscode.WorkspaceEdit(), edits = await withStyle(note.getText(), style.file && pathFromNote(note, style.file));
    if (edits.length === 0) throw new UserError(vscode.l10n.t('Change “csl:” in the front matter of the note by hand: it stands there in a form that Seedbed leaves alone.'));
    for (const { span, text } of edits) change.replace(note.uri, rangeOf(note, span), text);
    if (!await vscode.workspace.applyEdit(change)) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
    if (style.file) return;
  }
  const folders = vscode.workspace.workspaceFolders?.length ?? 0;
  const value = 'name' in style.choice ? style.choice.name : folders === 1 ? vscode.workspace.asRelativePath(style.file ?? '', false) : style.file?.fsPath;
  const target = folders > 0 ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration().update(settings.referenceStyle, value, target);
}

/** Brings a list of references that the note has into the style. */
async function reformat(note: vscode.TextDocument, formatting: Formatting): Promise<void> {
  const list = findBibliography(note.getText(), noteScan(note));
  if (!list.ok || !list.value) return;
  const edit = updateOf(note, await patiently(formattingWords(), citedIn(note, formatting).then(what => format(what, note, 'markdown', formatting))));
  if (!edit) return;
  const change = new vscode.WorkspaceEdit();
  change.replace(note.uri, edit.range, edit.newText);
  if (!await vscode.workspace.applyEdit(change)) throw new UserError(vscode.l10n.t('The note {0} cannot be changed.', nameOf(note.uri)));
}
