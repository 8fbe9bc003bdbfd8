import * as vscode from 'vscode';
import { groupSources, type Group, type Grouping } from '../core/library/groups';
import type { SourceSummary } from '../worker/port';
import { commands, contexts, views } from './names';
import { inBackground } from './runCommand';
import type { Shelf } from './shelf';
import { bylineWords, dateWords, errorWords, groupWords, titleWords, writingWords } from './words';

/** Up to this many sources the tree stands open; beyond, a writer opens what is wanted. */
const OPEN_UP_TO = 100;
const GROUPING = 'sources.grouping';

/** A row of the tree. Commands on a row receive it and ask it for `source`. */
export interface SourceNode { readonly source: SourceSummary; readonly parent: GroupNode }
interface GroupNode { readonly group: Group; readonly id: string; readonly parent: GroupNode | undefined }
type Node = SourceNode | GroupNode;

/** The view "Sources": groups and sources of the shelf, filtered and arranged as the writer chose. */
export class SourceTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Node>;
  private readonly listening: vscode.Disposable;
  private filter: { readonly query: string; readonly ids: ReadonlySet<string> } | undefined;
  private toldUris = '';
  private turn = 0;
  private top: GroupNode[] | undefined;
  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly shelf: Shelf, private readonly memory: vscode.Memento) {
    this.view = vscode.window.createTreeView(views.sources, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true, dragAndDropController: dragSources });
    this.listening = shelf.onDidChange(() => inBackground('tree', this.follow()));
    inBackground('tree', this.follow());
  }

  get grouping(): Grouping { return this.memory.get<Grouping>(GROUPING, 'date'); }

  get query(): string { return this.filter?.query ?? ''; }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memory.update(GROUPING, grouping);
    this.refresh();
  }

  /** Shows only what matches `query`; an empty query shows all. */
  async filterBy(query: string): Promise<void> {
    const turn = ++this.turn;
    const filter = query.trim() ? { query, ids: new Set(await this.shelf.library.search(query)) } : undefined;
    // A later filter, or none, was asked for while the library searched.
    if (turn !== this.turn) return;
    this.filter = filter;
    await vscode.commands.executeCommand('setContext', contexts.filtered, this.filter !== undefined);
    this.refresh();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return (this.top ??= this.arrange());
    if ('source' in node) return [];
    return [...node.group.groups.map(group => groupNode(group, node)), ...node.group.sources.map(source => ({ source, parent: node }))];
  }

  getParent(node: Node): Node | undefined { return node.parent; }

  getTreeItem(node: Node): vscode.TreeItem { return 'source' in node ? sourceItem(node) : this.groupItem(node); }

  dispose(): void {
    this.listening.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private async follow(): Promise<void> {
    await vscode.commands.executeCommand('setContext', contexts.state, this.shelf.state);
    await this.tellUris();
    await this.filterBy(this.query);
  }

  /** The set is large, so it is sent only when a file came or went. */
  private async tellUris(): Promise<void> {
    const ids = this.shelf.sources.map(source => source.id), told = ids.join('\n');
    if (told === this.toldUris) return;
    this.toldUris = told;
    await vscode.commands.executeCommand('setContext', contexts.sourceUris, Object.fromEntries(ids.map(id => [id, true])));
  }

  private refresh(): void {
    this.top = undefined;
    this.view.message = this.filterWords();
    this.changes.fire();
  }

  private shown(): readonly SourceSummary[] {
    const { filter } = this;
    return filter ? this.shelf.sources.filter(source => filter.ids.has(source.id)) : this.shelf.sources;
  }

  private arrange(): GroupNode[] {
    return groupSources(this.shown(), this.shelf.topics, this.grouping).map(group => groupNode(group, undefined));
  }

  private filterWords(): string | undefined {
    if (!this.filter) return undefined;
    const found = this.shown().length;
    if (found === 0) return vscode.l10n.t('No source matches “{0}”.', this.filter.query);
    return vscode.l10n.t('“{0}”: {1} of {2} sources', this.filter.query, found, this.shelf.sources.length);
  }

  private groupItem(node: GroupNode): vscode.TreeItem {
    const open = this.shown().length <= OPEN_UP_TO || node.parent !== undefined;
    const item = new vscode.TreeItem(groupWords(node.group.key), open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
    item.id = node.id;
    item.description = String(idsIn(node.group).size);
    item.contextValue = 'group';
    return item;
  }
}

/** Sources can be dragged, several at once, to wherever files can. */
const dragSources: vscode.TreeDragAndDropController<Node> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    const ids = new Set(nodes.flatMap(node => ('source' in node ? [node.source.id] : [])));
    if (ids.size > 0) transfer.set('text/uri-list', new vscode.DataTransferItem([...ids].join('\r\n')));
  },
};

function groupNode(group: Group, parent: GroupNode | undefined): GroupNode {
  return { group, parent, id: `${parent?.id ?? ''}/${JSON.stringify(group.key)}` };
}

/** A source that stands under two topics of a year counts once in that year. */
const idsIn = (group: Group): Set<string> => new Set([...group.sources.map(source => source.id), ...group.groups.flatMap(each => [...idsIn(each)])]);

function sourceItem({ source, parent }: SourceNode): vscode.TreeItem {
  const item = new vscode.TreeItem(titleWords(source));
  item.id = `${parent.id}/${source.id}`;
  item.description = source.error ? errorWords(source.error) : bylineWords(source);
  item.tooltip = source.error ? `${source.path}\n${errorWords(source.error)}` : tooltip(source);
  item.accessibilityInformation = { label: [titleWords(source), item.description].filter(Boolean).join(', ') };
  item.iconPath = new vscode.ThemeIcon(source.error ? 'warning' : 'note');
  item.contextValue = source.error ? 'unreadable' : 'source';
  const uri = vscode.Uri.parse(source.id);
  item.command = source.error
    ? { command: 'vscode.open', title: vscode.l10n.t('Show Source File'), arguments: [uri] }
    : { command: commands.openInReader, title: vscode.l10n.t('Open in Reader'), arguments: [uri] };
  return item;
}

/** Title, where it comes from, the lead, and how it is written. The page's text is escaped: it can be anything. */
function tooltip(source: SourceSummary): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const from = [source.publisher, source.published && dateWords(source.published), ...source.authors].filter(Boolean).join(' · ');
  text.appendMarkdown('**').appendText(titleWords(source)).appendMarkdown('**\n\n');
  if (from) text.appendText(from).appendMarkdown('\n\n');
  if (source.lead) text.appendText(source.lead).appendMarkdown('\n\n');
  const written = writingWords(source);
  if (written) text.appendText(written).appendMarkdown('\n\n');
  return text.appendText(source.path);
}
