import * as vscode from 'vscode';
import type { ReaderBlock, ReaderDoubt, ReaderPage, ShowMessage } from '../protocol';
import { dateWords } from './words';

/** A sentence for each doubt of each block that has any, by the index of the block. */
export const doubtNotes = (page: ReaderPage): ShowMessage['doubts'] =>
  Object.fromEntries(page.blocks.filter(block => block.doubts.length > 0).map(block => [block.index, block.doubts.map(doubt => noteWords(doubt, saidIn(block, doubt)))]));

const saidIn = ({ text }: ReaderBlock, { start, end }: ReaderDoubt): string => text.slice(start, end);

/** What is in doubt, why, and what may have been meant; `said` is what the page has there. */
function noteWords({ kind, suggestion, day }: ReaderDoubt, said: string): string {
  switch (kind) {
    case 'lostText': return vscode.l10n.t('Text is damaged beyond repair here.');
    case 'impossibleDate': return suggestion === undefined || day === undefined
      ? vscode.l10n.t('“{0}” is no date.', said)
      : vscode.l10n.t('The page says “{0}”; it is of {1}. Perhaps “{2}”.', said, dateWords(day), suggestion);
    case 'impossibleTime': return vscode.l10n.t('“{0}” is no time of day.', said);
    case 'wrongWeekday': return suggestion === undefined || day === undefined
      ? vscode.l10n.t('“{0}” is not the weekday of this date.', said)
      : vscode.l10n.t('The page says “{0}”; {1} is “{2}”.', said, dateWords(day), suggestion);
    case 'repeatedMark': return vscode.l10n.t('A mark too many: “{0}”.', said);
  }
}

/** One line that tells how much of a page is in doubt; undefined where nothing is. */
export function doubtWords({ blocks }: ReaderPage): string | undefined {
  const kinds = blocks.flatMap(block => block.doubts.map(doubt => doubt.kind));
  const lost = kinds.filter(kind => kind === 'lostText').length, slips = kinds.length - lost;
  const sentences = [
    ...(lost === 0 ? [] : [lost === 1 ? vscode.l10n.t('Text is damaged beyond repair in 1 place, marked.') : vscode.l10n.t('Text is damaged beyond repair in {0} places, marked.', lost)]),
    ...(slips === 0 ? [] : [slips === 1 ? vscode.l10n.t('1 suspected slip of the page, marked.') : vscode.l10n.t('{0} suspected slips of the page, marked.', slips)]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
