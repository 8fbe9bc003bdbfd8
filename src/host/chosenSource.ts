import * as vscode from 'vscode';
import type { SourceSummary } from '../worker/port';
import type { Readers } from './readers';
import type { Shelf } from './shelf';
import { sourceOfText } from './sourceAddress';

/**
 * The source a command is meant for: the row, file or link it was called on, else the reader or editor in front.
 * Undefined when that is no readable source.
 */
export function chosenSource(argument: unknown, shelf: Shelf, readers: Readers): SourceSummary | undefined {
  const id = idOf(argument) ?? idInFront(readers);
  const source = id === undefined ? undefined : shelf.source(id);
  return source?.error ? undefined : source;
}

/** Rows of the tree carry their source; explorer and editor title give a URI, a command link its JSON or its text. */
function idOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (argument instanceof vscode.Uri) return sourceOfText(argument) ?? argument.toString();
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('source' in argument) return (argument.source as SourceSummary).id;
  return 'scheme' in argument ? vscode.Uri.from(argument as vscode.Uri).toString() : undefined;
}

function idInFront(readers: Readers): string | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (tab instanceof vscode.TabInputText) return sourceOfText(tab.uri) ?? tab.uri.toString();
  return readers.inFront?.source;
}
