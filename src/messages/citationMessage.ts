import type { CitationProblem } from '../core/cite/problems/findProblems';
import type { WrittenField } from '../core/cite/problems/outOfStep';
import type { Localiser } from './localiser';

/** Says what is amiss about a citation and what comes of it; `file` is the bibliography of the note, empty where it has none. */
export function citationMessage(problem: CitationProblem, file: string, l10n: Localiser): string {
  switch (problem.kind) {
    case 'unknown': return file ? l10n.t('“{0}” is not in the bibliography {1}, and no source has this key.', problem.key, file) : l10n.t('“{0}” is in no bibliography, and no source has this key.', problem.key);
    case 'duplicate': return l10n.t('Several entries have the key “{0}”; the first one is used.', problem.key);
    case 'gone': return l10n.t('The source of “{0}” is no longer among the sources. It was {1}.', problem.key, problem.path);
    case 'outdated': return l10n.t('The entry “{0}” differs from its source as it is read now: {1}.', problem.key, fieldWords(problem.fields, l10n));
    case 'noEntry': return l10n.t('“{0}” is the key of a source that has no entry in {1} yet.', problem.key, file);
    case 'glued': return l10n.t('pandoc sees no citation here: the “@” of “{0}” stands right behind a letter.', problem.key);
    case 'swallowed': return l10n.t('pandoc takes the Chinese behind “{0}” for a part of the key.', problem.key);
    case 'separator': return l10n.t('pandoc does not see every key here: only “;” stands between keys, and a key stands behind each.');
    case 'fullWidth': return l10n.t('pandoc sees no citation in brackets here: its signs are @, -, [ and ], not their full-width forms.');
    case 'link': return l10n.t('pandoc sees no citation here: the bracket that follows makes it a link or splits it.');
    case 'definition': return l10n.t('At the start of a line the preview and other programs take this for the definition of a link, and hide it.');
    case 'locator': return l10n.t('Styles after GB/T 7714 leave this place in the source out, as pandoc takes it for a page; behind a full-width comma it is kept.');
    case 'unclosed': return l10n.t('The brackets of this citation are not closed on both sides.');
    case 'spaced': return l10n.t('pandoc sees no citation here: a space stands behind the “@”.');
  }
}

function fieldWords(fields: readonly WrittenField[], l10n: Localiser): string {
  return new Intl.ListFormat(l10n.language, { type: 'unit' }).format(fields.map(field => fieldName(field, l10n)));
}

function fieldName(field: WrittenField, l10n: Localiser): string {
  switch (field) {
    case 'type': return l10n.t('kind of text');
    case 'title': return l10n.t('title');
    case 'author': return l10n.t('authors');
    case 'container-title': return l10n.t('paper, programme or site');
    case 'source': return l10n.t('publisher');
    case 'medium': return l10n.t('medium');
    case 'accessed': return l10n.t('date of saving');
    case 'issued': return l10n.t('date');
    case 'language': return l10n.t('language');
    case 'URL': return l10n.t('address');
  }
}
