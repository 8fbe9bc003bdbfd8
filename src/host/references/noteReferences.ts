import * as vscode from 'vscode';
import { keysInOrder, keysOf } from '../../core/cite/citedInNote';
import { writtenList } from '../../core/markdown/bibliographyRegion';
import { proseSpans } from '../../core/markdown/prose';
import type { CitedKeys, FormattedList, Referenced, ReferenceForm } from '../../worker/port';
import { breathe } from '../breathe';
import { addressesOf, type Bibliographies } from '../notes/bibliographies';
import { matterOf } from '../notes/locateBibliography';
import { noteScan } from '../notes/noteScan';
import { targetOf } from '../pickTarget';
import { UserError } from '../runCommand';
import { readSettings } from '../settings';
import type { Shelf } from '../shelf';
import { styleErrorWords, styleOf, type ReferenceStyle } from './referenceStyle';

/** What formatting asks. */
export interface Formatting { readonly shelf: Shelf; readonly bibliographies: Bibliographies }

/** What a note cites, in the order in which its reader comes to it. */
export async function citedIn(note: vscode.TextDocument, { shelf, bibliographies }: Formatting): Promise<CitedKeys> {
  const files = addressesOf(await bibliographies.forNote(note)), text = note.getText(), matter = matterOf(note), scan = noteScan(note);
  const known = new Set((await shelf.library.lookUp(files, keysOf(scan))).filter(({ item, source, entry }) => item ?? source ?? entry).map(({ key }) => key));
  const keys = keysInOrder(text, scan, key => known.has(key));
  await breathe();
  return { kind: 'keys', files, keys, matter, isList: true };
}

/** Formats what is cited in the style of a note, or in `style`; throws what the writer can act on. */
export async function format(what: Referenced, note: vscode.TextDocument | undefined, as: ReferenceForm, { shelf }: Formatting, style?: ReferenceStyle): Promise<FormattedList> {
  const used = style ?? await styleOf(note, shelf.library), script = note && await scriptOf(note, shelf);
  const formatted = await shelf.library.formatReferences(what, { style: used.choice, as, ...(used.language !== undefined && { language: used.language }), ...(script && { script }) });
  if (!formatted.ok) throw new UserError(styleErrorWords(formatted.error, used.title));
  return formatted.value;
}

/** What goes on while references are formatted, which takes seconds for a long list. */
export const formattingWords = (): string => vscode.l10n.t('Formatting references…');

/** As much of a note tells how it is written. */
const LOOKED_AT = 20_000;

/** The script that references are written in, where the settings want that of the note and it has one. */
async function scriptOf(note: vscode.TextDocument, { library }: Shelf): Promise<ReturnType<typeof targetOf>> {
  if (!readSettings(note.uri).references.inScriptOfNote) return undefined;
  const whole = note.getText(), list = writtenList(whole), text = (list ? whole.slice(0, list.start) + whole.slice(list.end) : whole).slice(0, LOOKED_AT);
  const target = targetOf(await library.writingOf(proseSpans(text).map(({ start, end }) => text.slice(start, end)).join('\n')));
  return target === 'jp' ? undefined : target;
}
