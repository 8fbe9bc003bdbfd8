import * as vscode from 'vscode';
import type { WrittenField } from '../../../core/cite/problems/outOfStep';
import type { EntryProblem } from '../../../worker/port';
import { nameOf, type NoteBibliography } from '../bibliographies';
import type { NoteProblem } from './findNoteProblems';

/** Says what is amiss and what comes of it. */
export function problemMessage(problem: NoteProblem, { place }: NoteBibliography): string {
  const file = place.target ? nameOf(place.target) : '';
  switch (problem.kind) {
    case 'unknown': return file ? vscode.l10n.t('“{0}” is not in the bibliography {1}, and no source has this key.', problem.key, file) : vscode.l10n.t('“{0}” is in no bibliography, and no source has this key.', problem.key);
    case 'duplicate': return vscode.l10n.t('Several entries have the key “{0}”; the first one is used.', problem.key);
    case 'gone': return vscode.l10n.t('The source of “{0}” is no longer among the sources. It was {1}.', problem.key, problem.path);
    case 'outdated': return vscode.l10n.t('The entry “{0}” differs from its source as it is read now: {1}.', problem.key, fieldWords(problem.fields));
    case 'noEntry': return vscode.l10n.t('“{0}” is the key of a source that has no entry in {1} yet.', problem.key, file);
    case 'glued': return vscode.l10n.t('pandoc sees no citation here: the “@” of “{0}” stands right behind a letter.', problem.key);
    case 'swallowed': return vscode.l10n.t('pandoc takes the Chinese behind “{0}” for a part of the key.', problem.key);
    case 'separator': return vscode.l10n.t('pandoc does not see every key here: only “;” stands between keys, and a key stands behind each.');
    case 'fullWidth': return vscode.l10n.t('pandoc sees no citation in brackets here: its signs are @, -, [ and ], not their full-width forms.');
    case 'link': return vscode.l10n.t('pandoc sees no citation here: the bracket that follows makes it a link or splits it.');
    case 'definition': return vscode.l10n.t('At the start of a line the preview and other programs take this for the definition of a link, and hide it.');
    case 'locator': return vscode.l10n.t('Styles after GB/T 7714 leave this place in the source out, as pandoc takes it for a page; behind a full-width comma it is kept.');
    case 'unclosed': return vscode.l10n.t('The brackets of this citation are not closed on both sides.');
    case 'spaced': return vscode.l10n.t('pandoc sees no citation here: a space stands behind the “@”.');
    case 'bibliographyMissing': return vscode.l10n.t('There is no bibliography {0}.', vscode.workspace.asRelativePath(problem.uri));
    case 'bibliographyBroken': return brokenWords(nameOf(problem.uri), problem.words, problem.count);
    case 'matterBroken': return vscode.l10n.t('The front matter is no valid YAML, so that no program finds the bibliography it names.');
    case 'bibliographyUnnamed': return vscode.l10n.t('Other programs, such as pandoc, find the citations only once the note names its bibliography {0}.', problem.path);
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

function fieldWords(fields: readonly WrittenField[]): string {
  return new Intl.ListFormat(vscode.env.language, { type: 'unit' }).format(fields.map(fieldName));
}

function fieldName(field: WrittenField): string {
  switch (field) {
    case 'type': return vscode.l10n.t('kind of text');
    case 'title': return vscode.l10n.t('title');
    case 'author': return vscode.l10n.t('authors');
    case 'container-title': return vscode.l10n.t('paper, programme or site');
    case 'source': return vscode.l10n.t('publisher');
    case 'medium': return vscode.l10n.t('medium');
    case 'accessed': return vscode.l10n.t('date of saving');
    case 'issued': return vscode.l10n.t('date');
    case 'language': return vscode.l10n.t('language');
    case 'URL': return vscode.l10n.t('address');
  }
}
