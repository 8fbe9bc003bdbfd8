import * as vscode from 'vscode';
import { scriptTargets, type OwnWords, type ScriptTarget } from '../core/document';
import { builtInStyles } from '../core/references/builtInStyles';
import { settings as names } from './names';

/** How *Insert Citation…* writes. */
export const citationFormats = ['pandoc', 'footnote', 'inline', 'link'] as const;
export type CitationFormat = typeof citationFormats[number];

/** The writer's settings as one frozen value; read anew at each question, so nobody holds a stale one. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly folders: readonly string[];
  readonly bibliography: string;
  readonly citationFormat: CitationFormat;
  /** Whether quotations are written in the script of the note, and whether they keep the number of their paragraph. */
  readonly quote: { readonly inScriptOfNote: boolean; readonly withParagraph: boolean };
  /** The style of references, by its name or the path of its file; and whether they are written in the script of the note. */
  readonly references: { readonly style: string; readonly inScriptOfNote: boolean };
  /** Quotations with fewer characters are not held against their sources. */
  readonly shortestQuotation: number;
  /** Levels by codes of problems. */
  readonly problems: Readonly<Record<string, string>>;
  /** What the rows of a completion begin with. */
  readonly completionLabel: 'title' | 'key';
  readonly reader: { readonly script: ScriptTarget; readonly fullWidth: boolean; readonly textSize: number };
  readonly words: OwnWords;
}

/** Reads all settings as they hold for `scope`; package.json gives every default, and a value of the wrong kind gives way to one that works. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const from = vscode.workspace.getConfiguration(undefined, scope);
  const script = from.get<unknown>(names.readerScript), shortest = Number(from.get<unknown>(names.quoteShortest)), size = Number(from.get<unknown>(names.readerTextSize));
  return Object.freeze({
    include: strings(from.get(names.include)),
    exclude: strings(from.get(names.exclude)),
    folders: strings(from.get(names.folders)),
    bibliography: strings(from.get(names.bibliography))[0] ?? 'references.json',
    citationFormat: citationFormats.find(format => format === from.get<unknown>(names.citationFormat)) ?? 'pandoc',
    quote: { inScriptOfNote: from.get<unknown>(names.quoteScript) === 'note', withParagraph: from.get<unknown>(names.quoteLocator) !== 'none' },
    references: { style: strings(from.get(names.referenceStyle))[0] ?? builtInStyles[0], inScriptOfNote: from.get<unknown>(names.referenceScript) === 'note' },
    completionLabel: from.get<unknown>(names.completionLabel) === 'key' ? 'key' : 'title',
    shortestQuotation: Number.isFinite(shortest) ? Math.max(2, Math.round(shortest)) : 8,
    problems: stringPairs(from.get(names.citationProblems)),
    reader: {
      script: scriptTargets.find(target => target === script) ?? 'as-saved',
      fullWidth: from.get<unknown>(names.readerFullWidth) === true,
      textSize: Number.isFinite(size) ? Math.round(Math.min(200, Math.max(80, size))) : 100,
    },
    words: { keep: everywhere(from, names.neverConvert), pairs: stringPairs(from.get(names.ownPairs)) },
  });
}

/** The editor hands out what stands in settings.json, also where it is not of the declared type. */
function strings(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(each => typeof each === 'string').filter(each => each.trim() !== '');
}

/** The lists of the user and of the workspace together: a word kept in one is not given up in the other. */
function everywhere(from: vscode.WorkspaceConfiguration, name: string): readonly string[] {
  const layers = from.inspect(name);
  return [...new Set([layers?.globalValue, layers?.workspaceValue, layers?.workspaceFolderValue].flatMap(strings))];
}

function stringPairs(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => pair[0].trim() !== '' && typeof pair[1] === 'string'));
}

/** Whether a change of configuration touches what counts as a source. */
export const changesSources = (event: vscode.ConfigurationChangeEvent): boolean =>
  [names.include, names.exclude, names.folders].some(name => event.affectsConfiguration(name));

/** Whether a change of configuration touches what conversions leave alone or make otherwise. */
export const changesWords = (event: vscode.ConfigurationChangeEvent): boolean =>
  [names.neverConvert, names.ownPairs].some(name => event.affectsConfiguration(name));

/** Whether a change of configuration touches what is reported of notes. */
export const changesProblems = (event: vscode.ConfigurationChangeEvent): boolean =>
  [names.citationProblems, names.bibliography, names.quoteShortest].some(name => event.affectsConfiguration(name));
