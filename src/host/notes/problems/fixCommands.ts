import * as vscode from 'vscode';
import { digestOf, writtenFields } from '../../../core/cite/problems/outOfStep';
import { citationParts } from '../../../core/markdown/insert';
import type { CslItem, FieldChanges, SourceSummary } from '../../../worker/port';
import { changeFile, type Change } from '../../changeFile';
import { innerCommands, settings } from '../../names';
import { pickSource } from '../../pickSource';
import { registerCommand, UserError } from '../../runCommand';
import type { Shelf } from '../../shelf';
import { errorWords } from '../../words';
import { nameOf, type Bibliographies } from '../bibliographies';
import { lookUp } from '../citedSource';
import type { NoteWriting } from '../insertCitation';
import { folderOf, relativePath } from '../locateBibliography';
import { noteScan } from '../noteScan';
import { rangeOf } from './diagnostic';

/** What a fix does to an entry whose source is gone, or says otherwise by now. */
type EntryChange = 'choose' | 'forget' | 'update' | 'keep';

/** The commands behind quick fixes that ask something, or change a file other than the note. */
export function registerFixCommands(bibliographies: Bibliographies, writing: NoteWriting): vscode.Disposable {
  const { shelf } = writing;
  return vscode.Disposable.from(
    registerCommand(innerCommands.citeInstead, async (uri: vscode.Uri, key: string) => {
      const source = await pickSource(shelf, vscode.l10n.t('Which source is “{0}” to cite?', key));
      if (source) await citeInstead(await vscode.workspace.openTextDocument(uri), key, source, writing);
    }),
    registerCommand(innerCommands.changeCitedEntry, async (uri: vscode.Uri, key: string, change: EntryChange) => {
      await changeCitedEntry(await vscode.workspace.openTextDocument(uri), key, change, shelf, bibliographies);
    }),
    registerCommand(innerCommands.createBibliography, async (uri: vscode.Uri) => {
      await change(uri, content => Promise.resolve(content === undefined ? (uri.path.endsWith('.json') ? '[]\n' : '') : undefined));
      bibliographies.refresh(uri);
    }),
    registerCommand(innerCommands.ignoreProblem, ignoreProblem),
  );
}

/** Every citation of the key in the note, in one edit. */
async function citeInstead(note: vscode.TextDocument, key: string, source: SourceSummary, { addCitation, offerBibliography }: NoteWriting): Promise<void> {
  const offer = offerBibliography(note, 1);
  const other = await addCitation(note, source), edit = new vscode.WorkspaceEdit(), text = note.getText();
  for (const { key: each, span } of noteScan(note).citations.flatMap(({ keys }) => keys)) {
    if (each === key) edit.replace(note.uri, rangeOf(note, span), text[span.start + 1] === '{' ? `@{${other}}` : citationParts(other).before.slice(1));
  }
  if (!await vscode.workspace.applyEdit(edit)) throw new UserError(vscode.l10n.t('The note cannot be changed.'));
  offer?.(note);
}

async function changeCitedEntry(note: vscode.TextDocument, key: string, wanted: EntryChange, shelf: Shelf, bibliographies: Bibliographies): Promise<void> {
  const { cited, source } = await lookUp(key, await bibliographies.forNote(note), shelf);
  if (!cited?.item) throw new UserError(vscode.l10n.t('“{0}” has no entry any more.', key));
  const changes = await changesOf(wanted, cited.item, cited.bibliography, source, shelf);
  if (!changes) return;
  const { bibliography } = cited;
  await change(bibliography, async content => {
    const changed = content === undefined ? undefined : await shelf.library.changeEntry(bibliography.toString(), content, key, changes);
    if (changed === undefined) throw new UserError(vscode.l10n.t('The entry “{0}” in {1} cannot be read. It was left as it is.', key, nameOf(bibliography)));
    return changed;
  });
  bibliographies.refresh(bibliography);
}

async function change(uri: vscode.Uri, made: Change): Promise<void> {
  try {
    await changeFile(uri, made);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(vscode.l10n.t('{0} cannot be written: {1}', nameOf(uri), error instanceof Error ? error.message : String(error)));
  }
}

/** The fields to change; undefined where the writer chose nothing. */
async function changesOf(change: EntryChange, item: CslItem, bibliography: vscode.Uri, source: SourceSummary | undefined, shelf: Shelf): Promise<FieldChanges | undefined> {
  if (change === 'forget') return { [Object.keys(item.custom ?? {}).length > 1 ? 'custom.seedbed' : 'custom']: undefined };
  if (change === 'keep') return { 'custom.seedbed.written': '' };
  if (change === 'update') return source && updated(item, source, shelf);
  const chosen = await pickSource(shelf, vscode.l10n.t('Which source does the entry “{0}” stand for?', item.id));
  return chosen && { 'custom.seedbed.path': relativePath(folderOf(bibliography), vscode.Uri.parse(chosen.id)), 'custom.seedbed.hash': chosen.hash };
}

/** What the source says now; where nobody knows who wrote the entry, fields that the source does not tell stay. */
async function updated(item: CslItem, source: SourceSummary, shelf: Shelf): Promise<FieldChanges> {
  const made = await shelf.library.cslItem(source.id);
  if (!made.ok) throw new UserError(errorWords(made.error));
  const isOwn = item.custom?.seedbed?.written !== undefined;
  const names = writtenFields.filter(name => made.value[name] !== undefined || (isOwn && item[name] !== undefined));
  const fields = Object.fromEntries(names.filter(name => JSON.stringify(made.value[name]) !== JSON.stringify(item[name])).map(name => [name, made.value[name]]));
  return { ...fields, 'custom.seedbed.hash': source.hash, 'custom.seedbed.written': digestOf({ ...item, ...fields }) };
}

/** In the workspace where one is open, else for the user. */
async function ignoreProblem(code: string): Promise<void> {
  const from = vscode.workspace.getConfiguration(), layers = from.inspect<Readonly<Record<string, string>>>(settings.citationProblems);
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const chosen = (inWorkspace ? layers?.workspaceValue : layers?.globalValue) ?? {};
  await from.update(settings.citationProblems, { ...chosen, [code]: 'off' }, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
