import * as vscode from 'vscode';
import { codeOfVerdict, findingSpan, markingEdits, rewordingEdits } from '../../../core/quote/finding';
import { ignoringComment } from '../../../core/markdown/ignoredProblems';
import type { SourceId } from '../../../core/document';
import type { CheckedQuotation } from '../../../worker/port';
import { commands, innerCommands } from '../../names';
import type { Shelf } from '../../shelf';
import { titleWords } from '../../words';
import { noteSelector } from '../noteSelector';
import { commandFix, editFix, ignoreFix } from '../problems/citationFixes';
import { rangeOf } from '../problems/diagnostic';
import type { QuotationProblems } from './quotationProblems';

/** Sources that are offered in place of the one a quotation cites. */
const MOST_OFFERED = 3;

/** A title is cut in the name of a fix. */
const LONGEST_TITLE = 30;

/** What a fix is made of. */
interface Marked { readonly note: vscode.TextDocument; readonly diagnostic: vscode.Diagnostic; readonly checked: CheckedQuotation; readonly shelf: Shelf }

/** Offers ways out of what is amiss about quotations, the likeliest first; nothing is ever changed unasked. */
export function registerQuotationFixes(problems: QuotationProblems, shelf: Shelf): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(noteSelector, {
    async provideCodeActions(note, _range, { diagnostics }) {
      const own = diagnostics.filter(({ source, code }) => source === 'Seedbed' && typeof code === 'string' && code.startsWith('quote-'));
      if (own.length === 0) return [];
      const all = await problems.in(note), text = note.getText();
      return own.flatMap(diagnostic => {
        const checked = all.find(each => codeOfVerdict(each.verdict) === diagnostic.code && rangeOf(note, findingSpan(each, text)).isEqual(diagnostic.range));
        const marked = checked && { note, diagnostic, checked, shelf };
        return [...marked ? [...fixesOf(marked, all), ignoreHere(marked)] : [], ignoreFix(diagnostic)];
      });
    },
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

function fixesOf(marked: Marked, all: readonly CheckedQuotation[]): readonly vscode.CodeAction[] {
  const { verdict } = marked.checked;
  switch (verdict.kind) {
    case 'verbatim': case 'elided': case 'notFound': return [];
    case 'folded': return [wordingFix(marked), ...alike(marked, all)];
    case 'differs': case 'critical': return [wordingFix(marked), editFix(vscode.l10n.t('Mark What Differs with Brackets'), marked, markingEdits(marked.checked, marked.note.getText())), showFix(marked, verdict.source, verdict.passage.span)];
    case 'hidden': return [showFix(marked, verdict.source, verdict.passage.span)];
    case 'elsewhere': return verdict.others.slice(0, MOST_OFFERED).flatMap(({ source, passage }, at) => [
      citeFix(vscode.l10n.t('Cite “{0}” Instead', titleOf(marked, source)), marked, source, 'instead'),
      ...at === 0 ? [citeFix(vscode.l10n.t('Cite “{0}” as Well', titleOf(marked, source)), marked, source, 'too'), showFix(marked, source, passage.span)] : [],
    ]);
  }
}

function wordingFix(marked: Marked): vscode.CodeAction {
  const fix = editFix(vscode.l10n.t('Take the Words of the Source'), marked, rewordingEdits(marked.checked, marked.note.getText()));
  fix.isPreferred = true;
  return fix;
}

/** The same for all quotations that are the same but for script, width and marks. */
function alike(marked: Marked, all: readonly CheckedQuotation[]): readonly vscode.CodeAction[] {
  const folded = all.filter(({ verdict }) => verdict.kind === 'folded'), text = marked.note.getText();
  return folded.length < 2 ? [] : [editFix(vscode.l10n.t('Take the Words of the Sources for All {0} Like This', folded.length), marked, folded.flatMap(each => rewordingEdits(each, text)))];
}

const citeFix = (title: string, { note, diagnostic, checked }: Marked, source: SourceId, how: 'instead' | 'too'): vscode.CodeAction =>
  commandFix(title, diagnostic, innerCommands.citeQuotedSource, note.uri, checked.quotation.span, source, how);

const showFix = (marked: Marked, source: SourceId, span: CheckedQuotation['quotation']['span']): vscode.CodeAction =>
  commandFix(vscode.l10n.t('Show the Passage in “{0}”', titleOf(marked, source)), marked.diagnostic, commands.openInReader, vscode.Uri.parse(source), span);

/** A comment over the block, which anybody who reads the note sees. */
function ignoreHere({ note, diagnostic, checked: { quotation, verdict } }: Marked): vscode.CodeAction {
  const code = codeOfVerdict(verdict) ?? '', text = note.getText(), fix = new vscode.CodeAction(vscode.l10n.t('Do Not Report “{0}” of This Passage', code), vscode.CodeActionKind.QuickFix);
  const before = [...text.slice(0, quotation.span.start).matchAll(/\n[ \t]*\r?\n/g)].at(-1), start = before ? before.index + before[0].length : 0;
  const place = text.slice(start, quotation.span.start).startsWith('---') ? quotation.span.start : start, eol = note.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  fix.diagnostics = [diagnostic];
  fix.edit = new vscode.WorkspaceEdit();
  fix.edit.insert(note.uri, note.positionAt(place), `${ignoringComment(code)}${eol}${text[place] === '>' ? eol : ''}`);
  return fix;
}

function titleOf({ shelf }: Marked, id: SourceId): string {
  const source = shelf.source(id), title = source ? titleWords(source) : id;
  return [...title].length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE).join('')}…` : title;
}
