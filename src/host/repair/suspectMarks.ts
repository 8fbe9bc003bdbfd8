import * as vscode from 'vscode';
import type { Span } from '../../core/document';
import { suspectsOf, type Proposal } from './proposal';

/** So much of what stands in a document is told in a hover. */
const longest = 120;

/** How guesses and lost text are drawn in a repaired text. */
export class SuspectMarks implements vscode.Disposable {
  private readonly guess = decoration('dotted', 'editorInfo.foreground');
  private readonly lost = decoration('solid', 'editorWarning.foreground');

  /** Marks what is guessed or lost in an editor that shows the text of `proposal`. */
  draw(editor: vscode.TextEditor, proposal: Proposal): void {
    const { guesses, lost } = suspectsOf(proposal);
    const rangeOf = ({ start, end }: Span): vscode.Range => new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
    editor.setDecorations(this.guess, guesses.map(({ span, instead }) =>
      ({ range: rangeOf(span), hoverMessage: plain(vscode.l10n.t('This is a guess. The document has: {0}', shortened(instead))) })));
    editor.setDecorations(this.lost, lost.map(({ span }) =>
      ({ range: rangeOf(span), hoverMessage: plain(vscode.l10n.t('The text that stood here is lost; it cannot be repaired.')) })));
  }

  dispose(): void {
    this.guess.dispose();
    this.lost.dispose();
  }
}

function decoration(line: string, colour: string): vscode.TextEditorDecorationType {
  const borderColor = new vscode.ThemeColor(colour);
  return vscode.window.createTextEditorDecorationType({
    borderColor, borderStyle: `none none ${line} none`, borderWidth: '2px', overviewRulerColor: borderColor, overviewRulerLane: vscode.OverviewRulerLane.Right,
  });
}

/** Words of the text are shown as they are: nothing in them is markup. */
const plain = (text: string): vscode.MarkdownString => new vscode.MarkdownString().appendText(text);

const shortened = (text: string): string => text.length > longest ? `${text.slice(0, longest)}…` : text;
