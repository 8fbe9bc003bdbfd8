import * as vscode from 'vscode';
import { isSameEntry, type Meaning } from '../../core/cite/sameCitation';
import { writtenKeyAt } from '../../core/markdown/citations';
import { citedKeyAt } from '../../core/markdown/scan';
import { commands } from '../names';
import { searchPatiently } from '../patiently';
import { registerCommand, report, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { addressesOf, nameOf, type Bibliographies, type NoteBibliography } from './bibliographies';
import { rangeOf } from './findReferences';
import { noteScan } from './noteScan';
import { noteSelector } from './noteSelector';
import type { FoundCitation, WorkspaceCitations } from './workspaceCitations';

interface Renaming { readonly shelf: Shelf; readonly bibliographies: Bibliographies; readonly citations: WorkspaceCitations }

/** A key that is to get another name, and everything that has it. */
interface RenamedKey { readonly meaning: Meaning; readonly bibliography: NoteBibliography; readonly found: readonly FoundCitation[] }

/** "Rename Citation Key…" and F2 on a key: changes it in all notes and in the bibliography, in one step. */
export function registerRenameKey(renaming: Renaming): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.renameCitationKey, async () => {
      const editor = vscode.window.activeTextEditor;
      const cited = editor?.document.languageId === 'markdown' && citedKeyAt(noteScan(editor.document), editor.document.offsetAt(editor.selection.active));
      if (!editor || !cited) throw new UserError(vscode.l10n.t('Put the cursor on the key of a citation first.'));
      const find = (): Promise<RenamedKey> => searchPatiently(vscode.l10n.t('Looking for citations of “{0}”…', cited.key), token => collect(editor.document, cited.key, renaming, token));
      const key = await askForKey(await find(), renaming.shelf);
      // While the key was typed, notes and bibliography may have changed.
      if (key !== undefined && !await vscode.workspace.applyEdit(await checkedEdit(await find(), key, renaming.shelf), { isRefactoring: true })) throw new UserError(vscode.l10n.t('The editor did not take the change.'));
    }),
    vscode.languages.registerRenameProvider(noteSelector, {
      prepareRename(document, position) {
        const cited = renaming.shelf.sourceAt(document.uri) ? undefined : citedKeyAt(noteScan(document), document.offsetAt(position));
        // The editor asks the next of its providers.
        if (!cited) throw new Error(vscode.l10n.t('Put the cursor on the key of a citation first.'));
        const end = cited.span.end - (cited.braced ? 1 : 0);
        return { range: new vscode.Range(document.positionAt(end - cited.key.length), document.positionAt(end)), placeholder: cited.key };
      },
      async provideRenameEdits(document, position, name, token) {
        const cited = citedKeyAt(noteScan(document), document.offsetAt(position));
        if (!cited) return undefined;
        try {
          return await checkedEdit(await collect(document, cited.key, renaming, token), name, renaming.shelf);
        } catch (error) {
          // Of a refusal the editor would ask its own provider, which takes the citation for the label of a link.
          void report(commands.renameCitationKey, error);
          return new vscode.WorkspaceEdit();
        }
      },
    }),
  );
}

/** Everything that has the key of a note; throws where a bibliography cannot be read as a whole. */
async function collect(note: vscode.TextDocument, key: string, { bibliographies, citations }: Renaming, token: vscode.CancellationToken): Promise<RenamedKey> {
  const bibliography = await bibliographies.forNote(note);
  const broken = await bibliographies.problemIn(bibliography);
  if (broken) {
    const open = { label: vscode.l10n.t('Open {0}', nameOf(broken.uri)), run: () => vscode.commands.executeCommand('vscode.open', broken.uri) };
    throw new UserError(vscode.l10n.t('Nothing was renamed, because the bibliography {0} cannot be read: {1}.', nameOf(broken.uri), broken.problem), [open]);
  }
  const meaning = await citations.meaning(key, bibliography);
  if (!meaning.entry && meaning.source !== undefined) throw new UserError(vscode.l10n.t('“{0}” is the key Seedbed gives this source; it can be renamed once a bibliography has an entry for it.', key));
  const { citations: found, unread } = await citations.find({ wanted: each => isSameEntry(meaning, each), mayMean: each => each === key, scope: 'all' }, token);
  const [first] = unread;
  if (first) {
    const open = { label: vscode.l10n.t('Open {0}', nameOf(first)), run: () => vscode.commands.executeCommand('vscode.open', first) };
    throw new UserError(vscode.l10n.t('Nothing was renamed, because notes that may cite “{0}” are not UTF-8: {1}. Save them with that encoding first.', key, unread.map(uri => vscode.workspace.asRelativePath(uri)).join(', ')), [open]);
  }
  return { meaning, bibliography, found };
}

function askForKey(renamed: RenamedKey, shelf: Shelf): Promise<string | undefined> {
  const { meaning: { key }, found } = renamed, notes = new Set(found.map(({ note }) => note.toString())).size;
  return Promise.resolve(vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Citation Key “{0}”', key),
    prompt: vscode.l10n.t('Citations: {0}, notes: {1}. They are changed in one step, with the entry.', found.length, notes),
    value: key,
    validateInput: async typed => (typed === key ? undefined : complaintAbout(typed, renamed, shelf)),
  })).then(typed => (typed === key ? undefined : typed));
}

/** Why a key cannot be the new one, in the words of the display language. */
async function complaintAbout(typed: string, { found, meaning, bibliography }: RenamedKey, shelf: Shelf): Promise<string | undefined> {
  const isKey = /^[A-Za-z0-9_-]+$/.test(typed) && writtenKeyAt(`@${typed}`, 0)?.key === typed;
  if (!isKey) return vscode.l10n.t('A key is made of letters A to Z, digits, “_” and “-”, and neither begins nor ends with “-”.');
  if (typed === meaning.key) return undefined;
  const files = [...new Set([bibliography, ...found.map(each => each.bibliography)].flatMap(addressesOf))];
  const [taken] = await shelf.library.lookUp(files, [typed]);
  return taken?.entry && vscode.l10n.t('“{0}” is taken by another entry in {1}.', typed, nameOf(vscode.Uri.parse(taken.entry.bibliography)));
}

async function checkedEdit(renamed: RenamedKey, name: string, shelf: Shelf): Promise<vscode.WorkspaceEdit> {
  const complaint = await complaintAbout(name, renamed, shelf);
  if (complaint !== undefined) throw new UserError(complaint);
  return renameEdit(renamed, name, shelf);
}

async function renameEdit({ meaning: { key, entry }, found }: RenamedKey, name: string, shelf: Shelf): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { note, range, cited } of found) edit.replace(note, range, cited.braced ? `@{${name}}` : `@${name}`);
  if (!entry) return edit;
  const edits = await shelf.library.keyEdits(entry.bibliography, key, name), uri = vscode.Uri.parse(entry.bibliography);
  if (edits.length === 0) throw new UserError(vscode.l10n.t('Nothing was renamed: the key “{0}” could not be found as it is written in {1}.', key, nameOf(uri)));
  for (const each of edits) edit.replace(uri, rangeOf(each), each.text);
  return edit;
}
