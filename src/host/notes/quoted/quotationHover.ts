import * as vscode from 'vscode';
import type { SourceId } from '../../../core/document';
import type { CheckedQuotation, FoundPassage } from '../../../worker/port';
import { commands } from '../../names';
import type { Shelf } from '../../shelf';
import { bylineWords, titleWords } from '../../words';
import { hoverLink, hoverText } from '../hoverText';
import { noteSelector } from '../noteSelector';
import { passageLines } from '../passageLines';
import { rangeOf } from '../problems/diagnostic';
import type { QuotationProblems } from './quotationProblems';

/** Shows, over a quotation that is not as in its source, the passage there with what differs. */
export function registerQuotationHover(problems: QuotationProblems, shelf: Shelf): vscode.Disposable {
  return vscode.languages.registerHoverProvider(noteSelector, {
    provideHover(note, position) {
      const offset = note.offsetAt(position);
      const checked = problems.known(note).find(({ quotation: { span } }) => span.start <= offset && offset < span.end);
      const shown = checked && shownPassage(checked.verdict), source = shown && shelf.source(shown.source);
      if (!checked || !shown || !source) return undefined;
      const open = hoverLink(vscode.l10n.t('Open in Reader'), `command:${commands.openInReader}?${encodeURIComponent(JSON.stringify([vscode.Uri.parse(source.id), shown.passage.span]))}`);
      const content = new vscode.MarkdownString([`**${hoverText(titleWords(source))}**`, [hoverText(bylineWords(source)), open].filter(part => part !== '').join(' · '), ...passageLines(shown.passage, checked.quotation.text)].join('\n\n'));
      content.isTrusted = { enabledCommands: [commands.openInReader] };
      content.supportHtml = true;
      return new vscode.Hover(content, rangeOf(note, checked.quotation.span));
    },
  });
}

/** The passage that a verdict is about; of words that agree the citation's own hover shows it. */
function shownPassage(verdict: CheckedQuotation['verdict']): { readonly source: SourceId; readonly passage: FoundPassage } | undefined {
  if (verdict.kind === 'verbatim' || verdict.kind === 'elided' || verdict.kind === 'notFound') return undefined;
  return verdict.kind === 'elsewhere' ? verdict.others[0] : verdict;
}
