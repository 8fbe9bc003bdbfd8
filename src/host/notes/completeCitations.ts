import * as vscode from 'vscode';
import { formatReference } from '../../core/cite/formatReference';
import { completedText, completionPlace, type CompletionPlace } from '../../core/cite/completionPlace';
import { citationParts } from '../../core/markdown/insert';
import type { NoteScan } from '../../core/markdown/scan';
import type { CitationRow } from '../../worker/port';
import { innerCommands } from '../names';
import { registerCommand, UserError } from '../runCommand';
import { readSettings } from '../settings';
import type { Shelf } from '../shelf';
import { dateWords, errorWords } from '../words';
import { addressesOf, type Bibliographies } from './bibliographies';
import { lookUp } from './citedSource';
import { hoverText } from './hoverText';
import type { NoteWriting } from './insertCitation';
import { noteScan } from './noteScan';
import { noteSelector } from './noteSelector';

/** Keys of the note that are put first, those nearest to the cursor. */
const NEAREST = 20;

/** A row of the list, with what its preview needs. */
class CitationCompletion extends vscode.CompletionItem {
  constructor(label: vscode.CompletionItemLabel, readonly row: CitationRow, readonly note: vscode.TextDocument) {
    super(label, vscode.CompletionItemKind.Reference);
  }
}

/** Offers what can be cited behind an `@`; the library matches, in both scripts, and is asked again at each keystroke. */
export function registerCompleteCitations(bibliographies: Bibliographies, { shelf, addCitation, offerBibliography }: NoteWriting): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<CitationCompletion> = {
    async provideCompletionItems(note, position) {
      const scan = noteScan(note), cursor = note.offsetAt(position);
      const place = shelf.sourceAt(note.uri) ? undefined : completionPlace(note.getText(), scan, cursor);
      if (!place) return undefined;
      const found = await bibliographies.forNote(note);
      const rows = await shelf.library.complete({ files: addressesOf(found), typed: place.typed, cited: nearestKeys(scan, cursor) });
      const typed = note.getText().slice(place.span.start, cursor), { completionLabel } = readSettings();
      return new vscode.CompletionList(rows.map((row, at) => completionItem(row, labelOf(row, completionLabel), at, { place, note, typed })), true);
    },
    async resolveCompletionItem(item) {
      item.documentation = await preview(item, bibliographies, shelf);
      return item;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(noteSelector, provider, '@', '＠'),
    registerCommand(innerCommands.addCitedEntry, async (uri: vscode.Uri, id: string, written?: string) => {
      const note = await vscode.workspace.openTextDocument(uri), source = shelf.source(id);
      if (!source) return;
      if (source.error) throw new UserError(errorWords(source.error));
      const offer = offerBibliography(note, 1);
      const key = await addCitation(note, source);
      if (written !== undefined && key !== written) await rewriteKey(note, written, key);
      offer?.(note);
    }),
  );
}

/** Where a citation is being typed, and the text there up to the cursor. */
interface Typing { readonly place: CompletionPlace; readonly note: vscode.TextDocument; readonly typed: string }

/** The editor sorts rows of equal fit by `sortText`; `filterText` begins with what was typed, so that every row fits, and goes on with what may be typed next. */
function completionItem(row: CitationRow, label: vscode.CompletionItemLabel, at: number, { place, note, typed }: Typing): CitationCompletion {
  const item = new CitationCompletion(label, row, note);
  item.range = new vscode.Range(note.positionAt(place.span.start), note.positionAt(place.span.end));
  item.insertText = completedText(place, row.key);
  item.filterText = `${typed} ${row.key} ${row.title}`;
  item.sortText = String(at).padStart(3, '0');
  item.detail = `@${row.key}`;
  if (!row.hasEntry) item.command = { command: innerCommands.addCitedEntry, title: '', arguments: [note.uri, row.source, row.key] };
  return item;
}

/** Another program may have taken the key for itself between offer and choice: the citation at the cursor gets the one that the entry got. */
async function rewriteKey(note: vscode.TextDocument, written: string, key: string): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document === note), cursor = editor ? note.offsetAt(editor.selection.active) : 0;
  const places = noteScan(note).citations.flatMap(({ keys }) => keys).filter(each => each.key === written);
  const [place] = places.sort((a, b) => Math.abs(a.span.end - cursor) - Math.abs(b.span.end - cursor));
  if (!place) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(note.uri, new vscode.Range(note.positionAt(place.span.start), note.positionAt(place.span.end)), citationParts(key).before.slice(1));
  await vscode.workspace.applyEdit(edit);
}

function labelOf({ key, title, name, date }: CitationRow, first: 'title' | 'key'): vscode.CompletionItemLabel {
  const byline = [name, date].filter(part => part !== '').join(' · ');
  if (first === 'key') return { label: key, description: [title, byline].filter(part => part !== '').join(' · ') };
  return { label: title || key, description: byline };
}

/** Keys the note cites, the nearest first. */
function nearestKeys({ citations }: NoteScan, cursor: number): readonly string[] {
  const keys = citations.flatMap(citation => citation.keys).sort((a, b) => Math.abs(a.span.start - cursor) - Math.abs(b.span.start - cursor));
  return [...new Set(keys.map(({ key }) => key))].slice(0, NEAREST);
}

/** Title, byline, reference and the beginning of the text, as far as they are known. */
async function preview({ row, note }: CitationCompletion, bibliographies: Bibliographies, shelf: Shelf): Promise<vscode.MarkdownString> {
  const { cited, source } = await lookUp(row.key, await bibliographies.forNote(note), shelf);
  const shown = source ?? (row.source === undefined ? undefined : shelf.source(row.source));
  const byline = [row.name, row.date && dateWords(row.date)].filter(Boolean).join(' · ');
  const reference = cited?.item ? formatReference(cited.item) : vscode.l10n.t('Not cited yet; an entry is added to the bibliography.');
  return new vscode.MarkdownString([`**${hoverText(row.title || row.key)}**`, hoverText(byline), hoverText(shown?.lead ?? ''), `*${hoverText(reference)}*`].filter(line => line !== '').join('\n\n'));
}
