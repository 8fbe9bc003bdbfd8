import * as vscode from 'vscode';
import { citedInNote, keysOf, type CitedRow } from '../../../core/cite/citedInNote';
import type { CslItem, SourceSummary } from '../../../worker/port';
import { breathe } from '../../breathe';
import { inBackground } from '../../runCommand';
import { settings } from '../../names';
import type { Shelf } from '../../shelf';
import type { ActiveNote } from '../activeNote';
import { nameOf, type Bibliographies } from '../bibliographies';
import { findKeys } from '../citedSource';
import { noteQuotations } from '../noteQuotations';
import { noteScan } from '../noteScan';

/** Quiet time after an edit before a note is looked over, in milliseconds. */
const SETTLE_MS = 200;

/** Another note in front is shown sooner. */
const TURN_MS = 30;

/** Words in quotation marks that are shorter are as often a term as a quotation; in characters. */
const SHORTEST_QUOTATION = 8;

/** Something a note cites, with what is known of it. */
export interface Cited {
  readonly row: CitedRow;
  /** The key it is cited by first. */
  readonly key: string;
  readonly source?: SourceSummary;
  readonly item?: CslItem;
  /** Whether a bibliography has the key. */
  readonly hasEntry: boolean;
}

/** What the note last worked in cites. */
export interface CitedNote {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly cited: readonly Cited[];
  /** Its bibliography that other programs cannot read, and why. */
  readonly broken?: { readonly name: string; readonly problem: string };
  /** Bibliographies that Seedbed does not read: what they hold cannot be known. */
  readonly foreign: readonly string[];
}

/** Follows the note last worked in, and what its citations stand for; tells only of what differs. */
export class CitedNotes implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;
  private told = '';
  private shown: CitedNote | undefined;
  readonly onDidChange = this.changes.event;

  constructor(private readonly notes: ActiveNote, private readonly shelf: Shelf, private readonly bibliographies: Bibliographies) {
    const turn = (): void => this.lookIn(TURN_MS), edited = (document: vscode.TextDocument): void => { if (this.isShown(document.uri)) this.lookIn(SETTLE_MS); };
    const renewed = (): void => { if (!this.timer) this.lookIn(SETTLE_MS); };
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(turn),
      vscode.window.tabGroups.onDidChangeTabs(turn),
      vscode.workspace.onDidOpenTextDocument(turn),
      vscode.workspace.onDidRenameFiles(turn),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0) edited(document); }),
      vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration(settings.bibliography)) renewed(); }),
      bibliographies.onDidSettle(renewed),
      shelf.onDidChange(renewed),
    );
    turn();
  }

  /** Undefined while no note stands in a tab. */
  get current(): CitedNote | undefined { return this.shown; }

  dispose(): void {
    clearTimeout(this.timer);
    this.turn++;
    this.listening.dispose();
    this.changes.dispose();
  }

  private isShown(uri: vscode.Uri): boolean { return uri.toString() === this.shown?.uri.toString(); }

  private lookIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      inBackground('cited', this.look());
    }, delay);
  }

  private async look(): Promise<void> {
    const turn = ++this.turn, uri = this.notes.open;
    const note = uri && await vscode.workspace.openTextDocument(uri).then(document => document, () => undefined);
    const found = note && await this.read(note), told = await signOf(found);
    // Another note came to the front, or its text changed, while the library was asked.
    if (turn !== this.turn || told === this.told) return;
    this.told = told;
    this.shown = found;
    this.changes.fire();
  }

  private async read(note: vscode.TextDocument): Promise<CitedNote> {
    const text = note.getText(), { version } = note, scan = noteScan(note);
    await breathe();
    // Of another version the quotations do not fit; it is looked over in its turn.
    const quotations = note.version === version ? noteQuotations(note).filter(quotation => quotation.text.length >= SHORTEST_QUOTATION) : [];
    await breathe();
    const bibliography = await this.bibliographies.forNote(note), { foreign } = bibliography.place;
    const found = await findKeys(keysOf(scan), bibliography, this.shelf), byKey = new Map(found.map(each => [each.key, each]));
    const broken = await this.bibliographies.problemIn(bibliography);
    await breathe();
    const rows = citedInNote(text, scan, quotations, found, !this.shelf.isReading && foreign.length === 0);
    const cited = rows.map((row): Cited => {
      const key = row.keys[0] ?? '', { item, source: id, entry } = byKey.get(key) ?? {}, source = id === undefined ? undefined : this.shelf.source(id);
      return { row, key, hasEntry: entry !== undefined, ...(source && { source }), ...(item && { item }) };
    });
    return { uri: note.uri, name: nameOf(note.uri), cited, foreign, ...(broken && { broken: { name: nameOf(broken.uri), problem: broken.problem } }) };
  }
}

/** Rows that are written down in one go. */
const TOGETHER = 300;

/** What two notes have in common only if they are shown alike. */
async function signOf(note: CitedNote | undefined): Promise<string> {
  const parts = [JSON.stringify({ ...note, cited: note?.cited.length })];
  for (let at = 0; note && at < note.cited.length; at += TOGETHER) {
    await breathe();
    parts.push(JSON.stringify(note.cited.slice(at, at + TOGETHER)));
  }
  return parts.join('\n');
}
