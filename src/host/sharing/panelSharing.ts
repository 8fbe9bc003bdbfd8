import * as vscode from 'vscode';
import type { FromReader, ReaderView, SharedMessage } from '../../protocol';
import type { SharedPassage, SourceSummary } from '../../worker/port';
import { commands } from '../names';
import type { Shelf } from '../shelf';
import { sharedNotes } from './sharedNotes';

type Wish = Extract<FromReader, { type: 'shared' }>;

/** Passages in other sources as one reader shows them: looked for only while the writer has them shown. */
export class PanelSharing {
  private isShown = false;
  private list = 0;
  private told: { readonly source: SourceSummary; readonly passages: readonly SharedPassage[] } | undefined;

  constructor(private readonly shelf: Shelf, private readonly post: (message: SharedMessage) => Promise<void>) {}

  get isOn(): boolean { return this.isShown; }

  /** Shows or hides the passages of the source that stands in the reader. */
  async turn(on: boolean, id: string, view: ReaderView): Promise<void> {
    this.isShown = on;
    await this.tell(id, view);
  }

  /** Tells the page what it shall mark of the source it shows now; a later call makes an earlier one say nothing any more. */
  async tell(id: string, view: ReaderView): Promise<void> {
    const list = ++this.list, source = this.shelf.source(id);
    this.told = undefined;
    const plain = { type: 'shared', list, passages: [] } as const;
    if (!this.isShown || !source) { await this.post({ ...plain, state: 'off', line: '' }); return; }
    await this.post({ ...plain, state: 'looking', line: vscode.l10n.t('Looking into the other sources…') });
    if (this.shelf.isReading) await this.shelf.whenRead();
    const { message, passages } = await sharedNotes(this.shelf, source, view);
    if (list !== this.list) return;
    this.told = { source, passages };
    await this.post({ ...message, list });
  }

  /** Does what the page asks for by numbers of the list that it was told last. */
  async grant({ wish, list, passage, place }: Wish): Promise<void> {
    const found = list === this.list ? this.told?.passages[passage] : undefined, other = found?.others[place];
    if (!found || !other || !this.told) return;
    if (wish === 'open') await vscode.commands.executeCommand(commands.openInReader, vscode.Uri.parse(other.source), other.span);
    else await vscode.commands.executeCommand(commands.comparePassage, { id: this.told.source.id, span: found.span, other: other.source, otherSpan: other.span });
  }
}
