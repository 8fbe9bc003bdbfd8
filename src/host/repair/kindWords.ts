import * as vscode from 'vscode';
import type { Repair, RepairKind } from '../../core/document';

/** `506 pinyin glosses`: what was found of one kind. */
export function kindWords(kind: RepairKind, count: number): string {
  const one = count === 1;
  switch (kind) {
    case 'pinyinGloss': return one ? vscode.l10n.t('1 pinyin gloss') : vscode.l10n.t('{0} pinyin glosses', count);
    case 'shiftedBytes': return one ? vscode.l10n.t('1 garbled passage') : vscode.l10n.t('{0} garbled passages', count);
    case 'letterSpacing': return one ? vscode.l10n.t('1 spaced-out word') : vscode.l10n.t('{0} spaced-out words', count);
    case 'mojibake': return one ? vscode.l10n.t('1 passage read in the wrong encoding') : vscode.l10n.t('{0} passages read in the wrong encoding', count);
    case 'invisible': return one ? vscode.l10n.t('1 invisible character') : vscode.l10n.t('{0} invisible characters', count);
    case 'compatibility': return one ? vscode.l10n.t('1 look-alike character') : vscode.l10n.t('{0} look-alike characters', count);
    case 'entity': return one ? vscode.l10n.t('1 HTML entity') : vscode.l10n.t('{0} HTML entities', count);
    case 'spamLine': return one ? vscode.l10n.t('1 line of spam') : vscode.l10n.t('{0} lines of spam', count);
    case 'punctuation': return one ? vscode.l10n.t('1 narrow punctuation mark') : vscode.l10n.t('{0} narrow punctuation marks', count);
  }
}

/** How many of the repairs hold a guess; undefined where none does. */
export function guessWords(repairs: readonly Repair[]): string | undefined {
  const guesses = repairs.filter(({ certain }) => !certain).length;
  if (guesses === 0) return undefined;
  if (guesses === repairs.length) return guesses === 1 ? vscode.l10n.t('holds a guess') : vscode.l10n.t('each holds a guess');
  return guesses === 1 ? vscode.l10n.t('one holds a guess') : vscode.l10n.t('{0} hold a guess', guesses);
}

/** How many places cannot be repaired. */
export const lostWords = (count: number): string =>
  count === 1 ? vscode.l10n.t('One place is beyond repair: its text is lost.') : vscode.l10n.t('{0} places are beyond repair: their text is lost.', count);

/** So many characters of an example are told, before and behind its arrow. */
const longest = 16;

/** `當(dāng) → 當`: a repair with a character beside it, where it only takes out or changes one. */
export function exampleWords({ span, text: mended }: Repair, text: string): string {
  const before = mended.length > 1 ? '' : [...text.slice(Math.max(0, span.start - 2), span.start)].at(-1)?.trim() ?? '';
  const shown = [text.slice(span.start, span.end), mended].map(each => shortened(visible(before + each)));
  return (shown[1] === '' ? shown[0] ?? '' : shown.join(' → ')).replace(/\$\(/g, '\\$(');
}

/** Spaces and what cannot be seen, by signs. */
const visible = (text: string): string => text.trimEnd()
  .replace(/[\p{Cc}\p{Cf}]/gu, character => `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
  .replace(/\s/g, '␣');

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}
