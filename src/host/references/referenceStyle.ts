import * as vscode from 'vscode';
import { builtInStyles, isBuiltInStyle, type BuiltInStyle } from '../../core/references/builtInStyles';
import { readStyleSheet, type StyleSheet } from '../../core/references/styleSheet';
import type { LibraryPort, StyleChoice, StyleError } from '../../worker/port';
import { nameOf } from '../notes/bibliographies';
import { noteMatter, resolveNamed } from '../notes/locateBibliography';
import type { NoteText } from '../notes/noteText';
import { commands } from '../names';
import { UserError } from '../runCommand';
import { readSettings } from '../settings';
import { readText } from '../textFile';

/** A style that references are formatted by. */
export interface ReferenceStyle {
  readonly choice: StyleChoice;
  readonly title: string;
  /** The file of a style that does not come with Seedbed. */
  readonly file?: vscode.Uri;
  /** BCP 47, as the front matter of the note has it. */
  readonly language?: string;
}

/** The style of a note: the one that its front matter names, else that of the settings. Throws what the writer can act on. */
export async function styleOf(note: NoteText | undefined, library: LibraryPort): Promise<ReferenceStyle> {
  const { style, language } = note ? await noteMatter(note, library) : {};
  const found = note && style !== undefined ? await namedStyle(style, note) : await settledStyle(note);
  return { ...found, ...(language !== undefined && { language }) };
}

/** Every style that can be chosen: those that come with Seedbed, and the files of the workspace that are one. */
export async function allStyles(): Promise<readonly (ReferenceStyle & { readonly form: StyleSheet['form'] })[]> {
  const own = builtInStyles.map(name => ({ ...builtIn(name), form: formOf(name) }));
  const files = await vscode.workspace.findFiles('**/*.csl', '**/node_modules/**', MOST_FILES);
  const read = await Promise.all(files.sort((one, other) => (one.path < other.path ? -1 : 1)).map(async file => {
    const text = await readText(file), sheet = text.kind === 'text' ? readStyleSheet(text.text) : undefined;
    return text.kind === 'text' && sheet?.ok ? [{ choice: { xml: text.text }, title: sheet.value.title || nameOf(file), file, form: sheet.value.form }] : [];
  }));
  return [...own, ...read.flat()];
}

/** A list that is longer is not looked through. */
const MOST_FILES = 100;

const formOf = (name: BuiltInStyle): StyleSheet['form'] => (name.endsWith('numeric') ? 'numeric' : name === 'modern-language-association' ? 'author' : 'author-date');

/** As pandoc finds it: beside the note or at the workspace's root, with or without its ending; a name that comes with Seedbed where there is no such file. */
async function namedStyle(name: string, note: NoteText): Promise<ReferenceStyle> {
  for (const each of /\.csl$/i.test(name) ? [name] : [name, `${name}.csl`]) {
    const file = /^[a-z][a-z0-9+.-]+:\/\//i.test(each) ? undefined : await resolveNamed(each, note), text = file && await readText(file);
    if (file && text?.kind === 'text') return styleIn(file, text.text);
  }
  const known = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.csl$/i, '').replace(/^china-national-standard-/, '');
  if (isBuiltInStyle(known)) return builtIn(known);
  throw new UserError(vscode.l10n.t('The style “{0}” that the note names in its front matter is not there. Put the file beside the note, or leave “csl:” out to use the style of the settings.', name), [chooseAnother()]);
}

async function settledStyle(note: NoteText | undefined): Promise<ReferenceStyle> {
  const { style } = readSettings(note?.uri).references;
  if (isBuiltInStyle(style)) return builtIn(style);
  const folder = (note && vscode.workspace.getWorkspaceFolder(note.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  const file = /^(?:\/|[a-z]:[\\/])/i.test(style) ? vscode.Uri.file(style) : folder && vscode.Uri.joinPath(folder.uri, style), text = file && await readText(file);
  if (file && text?.kind === 'text') return styleIn(file, text.text);
  throw new UserError(vscode.l10n.t('The style “{0}” of the settings is not there. “Choose Reference Style…” sets another.', style), [chooseAnother()]);
}

/** An error with a button is shown as a whole. */
const chooseAnother = (): { readonly label: string; run(): unknown } => ({ label: vscode.l10n.t('Choose Reference Style…'), run: () => vscode.commands.executeCommand(commands.chooseStyle) });

function styleIn(file: vscode.Uri, xml: string): ReferenceStyle {
  const sheet = readStyleSheet(xml);
  if (!sheet.ok) throw new UserError(styleErrorWords(sheet.error, nameOf(file)));
  return { choice: { xml }, title: sheet.value.title || nameOf(file), file };
}

const builtIn = (name: BuiltInStyle): ReferenceStyle => ({ choice: { name }, title: builtInTitle(name) });

function builtInTitle(name: BuiltInStyle): string {
  switch (name) {
    case 'gb-t-7714-2015-numeric': return vscode.l10n.t('GB/T 7714-2015 (numeric)');
    case 'gb-t-7714-2015-author-date': return vscode.l10n.t('GB/T 7714-2015 (author-date)');
    case 'apa': return vscode.l10n.t('APA, 7th edition');
    case 'chicago-author-date': return vscode.l10n.t('Chicago, 17th edition (author-date)');
    case 'modern-language-association': return vscode.l10n.t('MLA, 9th edition');
  }
}

/** Why references cannot be formatted, as one sentence or two; `name` is that of the style. */
export function styleErrorWords(error: StyleError, name: string): string {
  switch (error.kind) {
    case 'noStyle': return vscode.l10n.t('{0} is no style of the Citation Style Language.', name);
    case 'dependent': return vscode.l10n.t('{0} only stands for another style: {1}. Use the file of that one.', name, error.on);
    case 'noBibliography': return vscode.l10n.t('{0} formats citations only, and no list of references.', name);
    case 'broken': return vscode.l10n.t('{0} cannot be used: {1}', name, error.detail);
    case 'endless': return vscode.l10n.t('{0} took too long and was stopped.', name);
  }
}
