import * as vscode from 'vscode';
import { citationMessage } from '../../../messages/citationMessage';
import type { EntryProblem } from '../../../worker/port';
import { localiser } from '../../localiser';
import { nameOf, type NoteBibliography } from '../bibliographies';
import type { NoteProblem } from './findNoteProblems';

/** Says what is amiss and what comes of it. */
export function problemMessage(problem: NoteProblem, { place }: NoteBibliography): string {
  switch (problem.kind) {
    case 'bibliographyMissing': return vscode.l10n.t('There is no bibliography {0}.', vscode.workspace.asRelativePath(problem.uri));
    case 'bibliographyBroken': return brokenWords(nameOf(problem.uri), problem.words, problem.count);
    case 'matterBroken': return vscode.l10n.t('The front matter is no valid YAML, so that no program finds the bibliography it names.');
    case 'bibliographyUnnamed': return vscode.l10n.t('Other programs, such as pandoc, find the citations only once the note names its bibliography {0}.', problem.path);
    default: return citationMessage(problem, place.target ? nameOf(place.target) : '', localiser);
  }
}

/** Says what is wrong with an entry, in its bibliography. */
export function entryMessage({ kind, key = '', detail = '' }: EntryProblem): string {
  switch (kind) {
    case 'syntax': return vscode.l10n.t('The entry “{0}” cannot be read, and is left out: {1}', key, detail);
    case 'unclosed': return vscode.l10n.t('The entry “{0}” is not closed, and is left out.', key);
    case 'noKey': return vscode.l10n.t('This entry has no key, and is left out.');
    case 'duplicate': return vscode.l10n.t('An earlier entry has the key “{0}” too; that one is used.', key);
  }
}

function brokenWords(name: string, words: string, count: number): string {
  if (words !== '') return vscode.l10n.t('The bibliography {0} cannot be read: {1}.', name, words);
  return count === 1 ? vscode.l10n.t('An entry of {0} cannot be read, and is left out.', name) : vscode.l10n.t('{1} entries of {0} cannot be read, and are left out.', name, count);
}
