import * as vscode from 'vscode';
import type { SharedQuotation, SourceSummary } from '../../worker/port';
import { contexts, views } from '../names';
import { inBackground } from '../runCommand';
import type { Shelf } from '../shelf';
import type { PassageChoice } from './comparePassage';
import type { Place } from './comparison';
import { carrierItem, quotationItem } from './sharedItems';

/** A row for a quotation; the commands on it take its choice of passages. */
export interface QuotationNode { readonly quotation: SharedQuotation; readonly carriers: readonly CarrierNode[]; readonly choice: PassageChoice }
/** A row for a source that carries it; commands on sources ask it for `source`. */
export interface CarrierNode { readonly source: SourceSummary; readonly place: Place; readonly isEarliest: boolean; readonly id: string; readonly choice: PassageChoice }
export type Node = QuotationNode | CarrierNode;

/** Milliseconds of rest after a change of the library before it is looked through again. */
const REST = 500;

/** The view "Shared Quotations": looked for only while it can be seen. */
export class SharedTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Node>;
  private readonly listening: vscode.Disposable;
  private top: QuotationNode[] = [];
  private told: readonly SharedQuotation[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Searches begun; the last one tells. */
  private turn = 0;
  private looking = 0;
  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly shelf: Shelf) {
    this.view = vscode.window.createTreeView(views.shared, { treeDataProvider: this, showCollapseAll: true });
    this.listening = vscode.Disposable.from(
      this.view.onDidChangeVisibility(({ visible }) => { if (visible) this.lookSoon(0); else this.stop(); }),
      shelf.onDidChange(() => { if (this.view.visible) this.lookSoon(REST); }),
    );
    if (this.view.visible) this.lookSoon(0);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.top;
    return 'carriers' in node ? [...node.carriers] : [];
  }

  getParent(node: Node): Node | undefined { return 'carriers' in node ? undefined : this.top.find(({ carriers }) => carriers.includes(node)); }

  getTreeItem(node: Node): vscode.TreeItem { return 'carriers' in node ? quotationItem(node) : carrierItem(node); }

  dispose(): void {
    this.stop();
    this.listening.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private lookSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => inBackground('shared', this.lookWithProgress()), delay);
  }

  /** Hiding the view gives the search up; the next sight of it goes on from what is known by then. */
  private stop(): void {
    clearTimeout(this.timer);
    this.turn++;
    if (this.looking > 0) inBackground('shared', this.shelf.library.stopSharedQuotations());
  }

  private async lookWithProgress(): Promise<void> {
    await vscode.window.withProgress({ location: { viewId: views.shared } }, async () => {
      this.looking++;
      try { await this.look(++this.turn); } finally { this.looking--; }
    });
  }

  private async look(turn: number): Promise<void> {
    if (this.shelf.isReading) await this.shelf.whenRead();
    if (turn !== this.turn) return;
    if (this.told === undefined) await this.tellState('looking');
    const found = await this.shelf.library.sharedQuotations();
    // Stopped, or asked for again: the later search tells.
    if (found === undefined || turn !== this.turn) return;
    this.told = found;
    this.top = sharedRows(found, this.shelf);
    await this.tellState(this.top.length > 0 ? 'filled' : 'nothing');
    this.changes.fire();
  }

  private async tellState(state: 'looking' | 'nothing' | 'filled'): Promise<void> {
    await vscode.commands.executeCommand('setContext', contexts.sharedState, state);
  }
}

/** The rows of quotations; sources that went away meanwhile are left out. */
export const sharedRows = (found: readonly SharedQuotation[], shelf: Shelf): QuotationNode[] =>
  found.map(quotation => quotationNode(quotation, shelf)).filter(({ carriers }) => carriers.length > 1);

function quotationNode(quotation: SharedQuotation, shelf: Shelf): QuotationNode {
  const known = quotation.carriers.flatMap(place => { const source = shelf.source(place.source); return source ? [{ place, source }] : []; });
  const carriers = known.map(({ place, source }, at): CarrierNode => ({
    source, place, id: `${quotation.words}/${source.id}`, isEarliest: at === 0 && source.published !== undefined,
    choice: { own: place, others: known.filter(each => each.place !== place).map(each => each.place) },
  }));
  return { quotation, carriers, choice: carriers[0]?.choice ?? { own: { source: '', span: { start: 0, end: 0 } }, others: [] } };
}
