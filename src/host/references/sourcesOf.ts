import * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';

/** The readable sources of the rows or files a command is called on: all that are selected, else the one. */
export function sourcesOf(first: unknown, all: unknown, shelf: Shelf): readonly SourceSummary[] {
  const called: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [first];
  const found = called.map(each => sourceOf(each, shelf)).filter(source => source !== undefined && !source.error) as SourceSummary[];
  return [...new Set(found)];
}

function sourceOf(argument: unknown, shelf: Shelf): SourceSummary | undefined {
  if (argument instanceof vscode.Uri) return shelf.sourceAt(argument);
  if (typeof argument !== 'object' || argument === null || !('source' in argument)) return undefined;
  const { source } = argument;
  return typeof source === 'object' && source !== null && 'id' in source && typeof source.id === 'string' ? shelf.source(source.id) : undefined;
}
