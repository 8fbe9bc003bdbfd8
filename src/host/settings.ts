import * as vscode from 'vscode';
import type { ScriptTarget } from '../core/document';
import { settings as names } from './names';

/** The writer's settings as one frozen value; read anew at each question, so nobody holds a stale one. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly folders: readonly string[];
  readonly bibliography: string;
  readonly reader: { readonly script: ScriptTarget; readonly fullWidth: boolean; readonly textSize: number };
}

/** Reads all settings as they hold for `scope`; package.json gives every default. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const from = vscode.workspace.getConfiguration(undefined, scope);
  const get = <T>(name: string): T => from.get<T>(name) as T;
  return Object.freeze({
    include: get<string[]>(names.include),
    exclude: get<string[]>(names.exclude),
    folders: get<string[]>(names.folders),
    bibliography: get<string>(names.bibliography),
    reader: { script: get<ScriptTarget>(names.readerScript), fullWidth: get<boolean>(names.readerFullWidth), textSize: get<number>(names.readerTextSize) },
  });
}

/** Whether a change of configuration touches what counts as a source. */
export const changesSources = (event: vscode.ConfigurationChangeEvent): boolean =>
  [names.include, names.exclude, names.folders].some(name => event.affectsConfiguration(name));
