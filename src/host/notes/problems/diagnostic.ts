import * as vscode from 'vscode';
import { levelOf, type ProblemCode } from '../../../core/cite/problems/problemCodes';
import type { Span } from '../../../core/document';

const SEVERITIES = {
  hint: vscode.DiagnosticSeverity.Hint, information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning, error: vscode.DiagnosticSeverity.Error,
} as const;

/** A diagnostic of Seedbed, or undefined where the writer has switched its code off. */
export function diagnosticOf(code: ProblemCode, range: vscode.Range, message: string, chosen: Readonly<Record<string, string>>): vscode.Diagnostic | undefined {
  const level = levelOf(code, chosen);
  if (level === 'off') return undefined;
  const diagnostic = new vscode.Diagnostic(range, message, SEVERITIES[level]);
  diagnostic.source = 'Seedbed';
  diagnostic.code = code;
  return diagnostic;
}

/** Where offsets stand in a document. */
export const rangeOf = (document: Pick<vscode.TextDocument, 'positionAt'>, { start, end }: Span): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));
