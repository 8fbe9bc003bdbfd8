import * as vscode from 'vscode';
import type { RepairKind } from '../../core/document';
import type { LibraryPort } from '../../worker/port';
import { inBackground } from '../runCommand';
import { movedParts, propose, proposedText, repairScheme, type Proposal } from './proposal';
import { SuspectMarks } from './suspectMarks';

/** A moment without typing before repairs are looked for again, in milliseconds. */
const pause = 400;

/** The repairs that are shown beside their documents, each from the command to the closing of its diff. */
export class RepairViews implements vscode.Disposable {
  private readonly proposals = new Map<string, Proposal>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly marks = new SuspectMarks();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly library: LibraryPort) {
    this.listening = vscode.Disposable.from(
      this.changes, this.marks,
      vscode.workspace.registerTextDocumentContentProvider(repairScheme, {
        onDidChange: this.changes.event,
        provideTextDocumentContent: uri => { const proposal = this.proposals.get(uri.toString()); return proposal && proposedText(proposal); },
      }),
      vscode.workspace.onDidChangeTextDocument(event => this.follow(event)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.mark()),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => { if (closed.some(tab => shownIn(tab))) this.forgetClosed(); }),
    );
    // A window that was loaded again shows diffs of texts that are gone.
    void vscode.window.tabGroups.close(allTabs().filter(tab => shownIn(tab)));
  }

  /** The proposal at an address, else the one in front. */
  find(argument: unknown): Proposal | undefined {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    const uri = argument instanceof vscode.Uri && argument.scheme === repairScheme ? argument : tab && shownIn(tab);
    return uri && this.proposals.get(uri.toString());
  }

  /** Shows a proposal beside its document, in place of an earlier one. */
  async show(proposal: Proposal): Promise<void> {
    const { document, shownAt } = proposal;
    this.put(proposal);
    const shown = await vscode.workspace.openTextDocument(shownAt);
    if (shown.languageId !== document.languageId) await vscode.languages.setTextDocumentLanguage(shown, document.languageId);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', document.uri, shownAt, vscode.l10n.t('{0}: Repair Text', name), { preview: false });
  }

  /** Shows other kinds of repairs where a proposal is shown. */
  choose(proposal: Proposal, kinds: ReadonlySet<RepairKind>): void {
    this.put({ ...proposal, kinds });
  }

  /** Looks for repairs again in the document as it is now. */
  async renew(proposal: Proposal): Promise<void> {
    const { document, parts, shownAt } = proposal;
    const found = await propose(document, parts, this.library);
    const now = this.proposals.get(shownAt.toString());
    if (now && now.parts === parts) this.put({ ...found, kinds: now.kinds, shownAt });
  }

  /** Closes the diff, which forgets it. */
  async close({ shownAt }: Proposal): Promise<void> {
    await vscode.window.tabGroups.close(allTabs().filter(tab => shownIn(tab)?.toString() === shownAt.toString()));
  }

  dispose(): void {
    this.waiting.forEach(timer => clearTimeout(timer));
    this.listening.dispose();
  }

  private put(proposal: Proposal): void {
    this.proposals.set(proposal.shownAt.toString(), proposal);
    this.changes.fire(proposal.shownAt);
    this.mark();
  }

  /** Repairs follow what is typed into their document. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document.uri.scheme === repairScheme) this.mark();
    for (const [key, proposal] of contentChanges.length > 0 ? this.proposals : []) {
      if (proposal.document !== document) continue;
      const moved = { ...proposal, parts: movedParts(proposal.parts, contentChanges) };
      this.proposals.set(key, moved);
      clearTimeout(this.waiting.get(key));
      this.waiting.set(key, setTimeout(() => inBackground('repairs of a changed text', this.renew(moved)), pause));
    }
  }

  private mark(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const proposal = this.proposals.get(editor.document.uri.toString());
      // The editor hears of a new text a moment later.
      if (proposal && editor.document.getText() === proposedText(proposal)) this.marks.draw(editor, proposal);
    }
  }

  private forgetClosed(): void {
    const open = new Set(allTabs().map(tab => shownIn(tab)?.toString()));
    for (const key of [...this.proposals.keys()].filter(each => !open.has(each))) {
      clearTimeout(this.waiting.get(key));
      this.waiting.delete(key);
      this.proposals.delete(key);
    }
  }
}

const allTabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);

/** The repaired text that a tab shows, if it is a diff with one. */
const shownIn = ({ input }: vscode.Tab): vscode.Uri | undefined =>
  input instanceof vscode.TabInputTextDiff && input.modified.scheme === repairScheme ? input.modified : undefined;
