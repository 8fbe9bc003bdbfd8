import * as vscode from 'vscode';
import type { SourceId } from '../core/document';
import type { SourceSummary } from '../worker/port';
import { titleWords } from './words';

/** The scheme of the texts that show a source as it reads, clean and read-only. */
export const sourceScheme = 'seedbed-source';

/** Tells the editor the language of these texts, whatever their titles end with; package.json names it too. */
const FOLDER = '/seedbed-source/';

/** The address of the clean text of a source; its tab is named by the title. */
export function textAddress(source: SourceSummary): vscode.Uri {
  return vscode.Uri.from({ scheme: sourceScheme, path: FOLDER + titleWords(source).replace(/[/\\]/g, '∕'), query: source.id });
}

/** The source whose clean text stands at an address; undefined for any other address. */
export const sourceOfText = (uri: vscode.Uri): SourceId | undefined => (uri.scheme === sourceScheme ? uri.query : undefined);
