import * as vscode from 'vscode';
import type { ScriptTarget } from '../../core/document';
import { belowCommonFolder, numberedPath } from '../copyPlaces';
import { readSource } from '../sourceFiles';
import type { Shelf } from '../shelf';
import { writeText } from '../textFile';
import { errorWords, unchangedWords } from '../words';

/** A file and where its converted copy goes; `isTaken` where a file stands there that may be replaced. */
export interface Copy { readonly from: vscode.Uri; readonly to: vscode.Uri; readonly isTaken: boolean }

/** What became of a file. */
export type Outcome =
  | { readonly kind: 'converted'; readonly file: vscode.Uri }
  /** In that script already, or without Chinese. */
  | { readonly kind: 'unchanged'; readonly file: vscode.Uri }
  | { readonly kind: 'failed'; readonly file: vscode.Uri; readonly why: string };

/** Where copies of `files` go in `folder`, in the folders that they have now below the one they share; never onto one of `files` or a source. */
export async function planCopies(files: readonly vscode.Uri[], folder: vscode.Uri, shelf: Shelf): Promise<readonly Copy[]> {
  const paths = belowCommonFolder(files.map(file => file.path));
  const kept = new Set(files.map(file => file.toString()));
  return Promise.all(files.map(async (from, at) => {
    const to = vscode.Uri.joinPath(folder, paths[at] ?? '');
    const isKept = kept.has(to.toString()) || shelf.sourceAt(to) !== undefined;
    return isKept ? { from, to: await freePlace(to), isTaken: false } : { from, to, isTaken: await exists(to) };
  }));
}

/** The copies with new names for those whose place is taken. */
export function keepBoth(copies: readonly Copy[]): Promise<readonly Copy[]> {
  return Promise.all(copies.map(async copy => (copy.isTaken ? { ...copy, to: await freePlace(copy.to), isTaken: false } : copy)));
}

async function freePlace(uri: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 2; ; number++) {
    const place = uri.with({ path: numberedPath(uri.path, number) });
    if (!await exists(place)) return place;
  }
}

const exists = (uri: vscode.Uri): Thenable<boolean> => vscode.workspace.fs.stat(uri).then(() => true, () => false);

/** Converts one file and writes its copy, whole or not at all; a file that needs no conversion is not copied. */
export async function writeCopy({ from, to }: Copy, target: ScriptTarget, { library }: Shelf): Promise<Outcome> {
  const read = await readNow(from);
  if (typeof read === 'string') return { kind: 'failed', file: from, why: read };
  const made = await library.convertFile(from.path, read, target);
  if (!made.ok) return { kind: 'failed', file: from, why: errorWords(made.error) };
  const conversion = made.value;
  if (conversion.kind === 'unchanged') return unconverted(from, conversion.from, target);
  return writeText(to, conversion.text).then(() => ({ kind: 'converted', file: from }), (error: unknown) => ({ kind: 'failed', file: from, why: error instanceof Error ? error.message : String(error) }));
}

/** The bytes of a file, of its unsaved buffer where there is one, or why there are none. */
async function readNow(uri: vscode.Uri): Promise<Uint8Array | string> {
  const buffer = vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri.toString());
  if (buffer) return new TextEncoder().encode(buffer.getText());
  const read = await readSource(uri);
  if (read.kind === 'fail') return errorWords(read.error);
  return read.kind === 'put' ? read.bytes : new Uint8Array();
}

/** A text that stays as it is: mixed text cannot become Traditional, and the writer should know which file it was. */
export function unconverted(file: vscode.Uri, from: Parameters<typeof unchangedWords>[0], target: ScriptTarget): Outcome {
  return from.script === 'mixed' ? { kind: 'failed', file, why: unchangedWords(from, target) } : { kind: 'unchanged', file };
}
