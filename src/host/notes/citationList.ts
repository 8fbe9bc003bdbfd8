import * as vscode from 'vscode';
import type { FoundCitation } from './workspaceCitations';

/** What the built-in view of references takes; from `extensions/references-view/src/references-view.d.ts` of VS Code. */
interface ReferencesView { setInput(input: ListInput): void }
interface ListInput {
  readonly title: string;
  readonly contextValue: string;
  readonly location: vscode.Location;
  resolve(): { readonly message: string; readonly provider: Required<vscode.TreeDataProvider<Row>> };
  with(location: vscode.Location): ListInput;
}

interface NoteRow { readonly note: vscode.Uri; readonly citations: readonly CitationRow[] }
interface CitationRow { readonly citation: FoundCitation; readonly parent: () => NoteRow }
type Row = NoteRow | CitationRow;

/** Lists citations note by note in the view of references; where that is switched off, in a pick list. */
export async function listCitations(title: string, found: readonly FoundCitation[]): Promise<void> {
  const [first] = found;
  if (!first) return;
  const extension = vscode.extensions.getExtension<ReferencesView | undefined>('vscode.references-view');
  const view = extension && await extension.activate();
  if (view) view.setInput(listInput(title, found, new vscode.Location(first.note, first.range)));
  else await pickCitation(title, found);
}

function listInput(title: string, found: readonly FoundCitation[], location: vscode.Location): ListInput {
  const rows = noteRows(found);
  const message = rows.length === 1 ? vscode.l10n.t('{0} in one note', citationCount(found.length)) : vscode.l10n.t('{0} in {1} notes', citationCount(found.length), rows.length);
  return { title, contextValue: 'seedbedCitations', location, resolve: () => ({ message, provider: rowProvider(rows) }), with: moved => listInput(title, found, moved) };
}

const citationCount = (count: number): string => (count === 1 ? vscode.l10n.t('One citation') : vscode.l10n.t('{0} citations', count));

function noteRows(found: readonly FoundCitation[]): readonly NoteRow[] {
  return [...new Set(found.map(({ note }) => note.toString()))].map(address => {
    const citations = found.filter(({ note }) => note.toString() === address);
    const row: NoteRow = { note: vscode.Uri.parse(address), citations: citations.map(citation => ({ citation, parent: () => row })) };
    return row;
  });
}

function rowProvider(rows: readonly NoteRow[]): Required<vscode.TreeDataProvider<Row>> {
  return {
    onDidChangeTreeData: () => ({ dispose: () => undefined }),
    getChildren: row => (row === undefined ? [...rows] : 'note' in row ? [...row.citations] : []),
    getParent: row => ('note' in row ? undefined : row.parent()),
    getTreeItem: row => ('note' in row ? noteItem(row) : citationItem(row)),
    resolveTreeItem: item => item,
  };
}

function noteItem({ note, citations }: NoteRow): vscode.TreeItem {
  const item = new vscode.TreeItem(note, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.File;
  item.description = folderWords(note);
  item.tooltip = citationCount(citations.length);
  return item;
}

/** The folder of a note as the workspace calls it; nothing for one at its top. */
function folderWords(note: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(note);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function citationItem({ citation }: CitationRow): vscode.TreeItem {
  const { text, marked } = excerpt(citation);
  const item = new vscode.TreeItem({ label: text, highlights: [marked] });
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [citation.note, { selection: citation.range }] };
  return item;
}

/** Characters of a line that are shown before a citation: a paragraph is often one line. */
const BEFORE = 10;

function excerpt({ line, range, cited }: FoundCitation): { readonly text: string; readonly marked: [number, number] } {
  const start = range.start.character, from = start > BEFORE ? start - BEFORE : line.length - line.trimStart().length;
  const cut = from > 0 && start > BEFORE ? '…' : '', length = cited.span.end - cited.span.start;
  return { text: `${cut}${line.slice(from)}`, marked: [cut.length + start - from, cut.length + start - from + length] };
}

async function pickCitation(placeHolder: string, found: readonly FoundCitation[]): Promise<void> {
  const items = found.map(citation => ({ citation, label: excerpt(citation).text, description: `${vscode.workspace.asRelativePath(citation.note)}:${citation.range.start.line + 1}` }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked) await vscode.window.showTextDocument(picked.citation.note, { selection: picked.citation.range });
}
