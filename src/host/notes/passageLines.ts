import * as vscode from 'vscode';
import type { FoundPassage } from '../../worker/port';
import { hoverText } from './hoverText';
import { passageMarkdown } from './passageMarkdown';

/** Where quoted words stand in a source and how near they come, then the passage, for a hover that allows HTML. */
export const passageLines = (passage: FoundPassage, words: string): readonly string[] =>
  [hoverText([placeWords(passage), closenessWords(passage)].join(' · ')), passageMarkdown(passage, words)];

function placeWords({ scope, paragraph }: FoundPassage): string {
  if (paragraph !== undefined) return vscode.l10n.t('Paragraph {0}', paragraph);
  return scope === 'body' ? vscode.l10n.t('In the article') : vscode.l10n.t('On the page, but outside its article');
}

function closenessWords({ kind, similarity }: FoundPassage): string {
  switch (kind) {
    case 'exact': return vscode.l10n.t('word for word');
    case 'folded': return vscode.l10n.t('the same but for script, width or marks');
    case 'close': return vscode.l10n.t('{0}% alike: bold is only in the source, struck out only in your note', Math.floor(similarity * 100));
  }
}
