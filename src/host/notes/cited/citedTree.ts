import * as vscode from 'vscode';
import type { CitedPlace } from '../../../core/cite/citedInNote';
import type { Span } from '../../../core/document';
import { contexts, views } from '../../names';
import { inBackground } from '../../runCommand';
import { citedItem, placeItem, quotationItem, rowId } from './citedItems';
import type { Cited, CitedNote, CitedNotes } from './citedNote';

/** A row for something cited. Commands on a row receive it and ask it for `source` or `key`. */
export interface CitedNode extends Cited { readonly note: CitedNote }
/** A row for a place; its `span` is where a click leads. */
export interface PlaceNode { readonly id: string; readonly place: CitedPlace; readonly span: Span; readonly parent: CitedNode }
/** A row for words that the note quotes there. */
export interface QuotationNode { readonly id: string; readonly words: string; readonly span: Span; readonly parent: PlaceNode }
export type Node = CitedNode | PlaceNode | QuotationNode;

/** The view "Cited in This Note": what the note last worked in cites, where, and the words it quotes. */
export class CitedTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Node>;
  private readonly listening: vscode.Disposable;
  private top: CitedNode[] = [];
  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly notes: CitedNotes) {
    this.view = vscode.window.createTreeView(views.cited, { treeDataProvider: this, showCollapseAll: true });
    this.listening = notes.onDidChange(() => inBackground('cited', this.follow()));
    inBackground('cited', this.follow());
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.top;
    if ('row' in node) return node.row.places.map((place, at) => ({ id: `${rowId(node)}/${at}`, place, span: place.span, parent: node }));
    if ('place' in node) return node.place.quotations.map(({ span, text }, at) => ({ id: `${node.id}/${at}`, words: text, span, parent: node }));
    return [];
  }

  getParent(node: Node): Node | undefined { return 'parent' in node ? node.parent : undefined; }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('row' in node) return citedItem(node);
    return 'place' in node ? placeItem(node) : quotationItem(node);
  }

  dispose(): void {
    this.listening.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private async follow(): Promise<void> {
    const note = this.notes.current;
    this.top = note?.cited.map(cited => ({ ...cited, note })) ?? [];
    this.view.description = note?.name ?? '';
    // A message takes the place of the words that stand in an empty view.
    this.view.message = note?.broken && note.cited.length > 0 ? vscode.l10n.t('The bibliography {0} cannot be read: {1}.', note.broken.name, note.broken.problem) : undefined;
    this.changes.fire();
    await vscode.commands.executeCommand('setContext', contexts.citedState, stateOf(note));
  }
}

function stateOf(note: CitedNote | undefined): 'noNote' | 'nothing' | 'broken' | 'filled' {
  if (!note) return 'noNote';
  if (note.cited.length > 0) return 'filled';
  return note.broken ? 'broken' : 'nothing';
}
