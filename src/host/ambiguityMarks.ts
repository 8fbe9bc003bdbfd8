import * as vscode from 'vscode';
import type { Ambiguity } from '../worker/port';
import { movedMarks, withMarks } from './movedMarks';

/** The code of these diagnostics, by which the quick fixes know them. */
const CODE = 'ambiguous-script';

/** The characters of open documents that a conversion could have made another; they follow the text as it is edited. */
export class AmbiguityMarks implements vscode.Disposable {
  private readonly marks = new Map<string, readonly Ambiguity[]>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('seedbed');
  private readonly listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const marks = this.in(document);
      if (marks.length === 0 || contentChanges.length === 0) return;
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ span: { start: rangeOffset, end: rangeOffset + rangeLength }, length: text.length }));
      this.set(document, movedMarks(marks, changes));
    }),
    vscode.workspace.onDidCloseTextDocument(document => this.set(document, [])),
  );

  /** By place. */
  in(document: vscode.TextDocument): readonly Ambiguity[] { return this.marks.get(document.uri.toString()) ?? []; }

  count(document: vscode.TextDocument): number { return this.in(document).length; }

  /** Marks further places; one whose character does not stand there is passed over. */
  add(document: vscode.TextDocument, marks: readonly Ambiguity[]): void {
    const text = document.getText();
    this.set(document, withMarks(this.in(document), marks.filter(({ span, choices }) => text.slice(span.start, span.end) === choices[0])));
  }

  /** Takes the marks that begin in `places` away, or all. */
  remove(document: vscode.TextDocument, places?: readonly number[]): void {
    this.set(document, places ? this.in(document).filter(({ span }) => !places.includes(span.start)) : []);
  }

  /** The marks that a stretch of the text touches. */
  touching(document: vscode.TextDocument, range: vscode.Range): readonly Ambiguity[] {
    const start = document.offsetAt(range.start), end = document.offsetAt(range.end);
    return this.in(document).filter(({ span }) => span.start <= end && span.end >= start);
  }

  dispose(): void {
    this.listening.dispose();
    this.diagnostics.dispose();
  }

  private set(document: vscode.TextDocument, marks: readonly Ambiguity[]): void {
    const before = this.in(document);
    if (marks.length === 0 && before.length === 0) return;
    if (marks.length > 0) this.marks.set(document.uri.toString(), marks); else this.marks.delete(document.uri.toString());
    this.diagnostics.set(document.uri, marks.map(mark => diagnosticOf(document, mark)));
  }
}

function diagnosticOf(document: vscode.TextDocument, mark: Ambiguity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, mark), markWords(mark), vscode.DiagnosticSeverity.Information);
  diagnostic.source = 'Seedbed';
  diagnostic.code = CODE;
  return diagnostic;
}

/** Where a mark stands in its document. */
export function rangeOf(document: vscode.TextDocument, { span }: Ambiguity): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

function markWords({ choices: [standing, ...others] }: Ambiguity): string {
  const list = new Intl.ListFormat(vscode.env.language, { type: 'disjunction' });
  return vscode.l10n.t('“{0}” could also be {1} here.', standing ?? '', list.format(others.map(each => vscode.l10n.t('“{0}”', each))));
}

/** Whether a diagnostic is one of these marks. */
export const isMark = ({ source, code }: vscode.Diagnostic): boolean => source === 'Seedbed' && code === CODE;
