import * as vscode from 'vscode';
import { commands } from '../names';
import { chosenSource } from '../chosenSource';
import { searchPatiently } from '../patiently';
import { pickSource } from '../pickSource';
import type { Readers } from '../readers';
import { registerCommand } from '../runCommand';
import type { Shelf } from '../shelf';
import { titleWords } from '../words';
import { listCitations } from './citationList';
import type { WorkspaceCitations } from './workspaceCitations';

/** The command "Find Notes Citing This Source": lists every citation of a source in the view of references. */
export function registerFindCitingNotes(shelf: Shelf, readers: Readers, citations: WorkspaceCitations): vscode.Disposable {
  return registerCommand(commands.findCitingNotes, async (argument?: unknown) => {
    const source = chosenSource(argument, shelf, readers) ?? await pickSource(shelf, vscode.l10n.t('Which source?'));
    if (!source) return;
    const title = titleWords(source);
    const { citations: found } = await searchPatiently(vscode.l10n.t('Looking for notes that cite “{0}”…', title), token => citations.find({ wanted: meaning => meaning.source === source.id, scope: 'searched' }, token));
    if (found.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('No note of this workspace cites “{0}”.', title));
    else await listCitations(vscode.l10n.t('Citations of “{0}”', title), found);
  });
}
