import * as vscode from 'vscode';
import type { SourceId, Span } from '../core/document';
import { isReaderLooks, isReaderView, type ReaderLooks, type ReaderView } from '../protocol';
import { views } from './names';
import { ReaderPanel, type ReaderEvents, type ReaderState } from './readerPanel';
import { readSettings } from './settings';
import type { Shelf } from './shelf';
import type { Quotation } from '../worker/port';

/** Words that went from a page to the clipboard. */
export interface CopiedWords { readonly source: SourceId; readonly quotation: Promise<Quotation | undefined> }

/** All open readers: one that is reused for whatever is opened next, and those that were pinned. */
export class Readers implements vscode.Disposable {
  private readonly panels = new Set<ReaderPanel>();
  private readonly listening: vscode.Disposable;
  private readonly selections = new vscode.EventEmitter<void>();
  private last: ReaderPanel | undefined;
  /** What was last copied in a reader. */
  copied: CopiedWords | undefined;

  /** Fires when another part of a page is selected, or none any more. */
  readonly onDidSelect = this.selections.event;

  constructor(private readonly shelf: Shelf, private readonly extension: vscode.Uri) {
    this.listening = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(views.reader, { deserializeWebviewPanel: (panel, state) => this.revive(panel, state) }),
      shelf.onDidChange(() => this.panels.forEach(panel => panel.follow())),
    );
  }

  /** The reader in the active tab, if one stands there. */
  get inFront(): ReaderPanel | undefined { return [...this.panels].find(panel => panel.isActive); }

  /** The reader that has the focus, else the one that had it last. */
  get active(): ReaderPanel | undefined { return this.inFront ?? this.last; }

  /** Shows a source: where it is open already, else in the reused column, or in a reader of its own; at a passage of its `raw` if one is given. */
  open(id: SourceId, options: { readonly pinned?: boolean; readonly at?: Span | undefined } = {}): void {
    const open = [...this.panels].find(panel => panel.source === id && (panel.pinned || !options.pinned));
    const preview = options.pinned ? undefined : [...this.panels].find(panel => !panel.pinned);
    const panel = open ?? preview;
    const shown = panel ?? this.create(id, options.pinned ?? false);
    if (panel) panel.show(id);
    if (options.at) shown.showPassage(options.at);
  }

  /** Sends every reader its page anew, as after a change of what conversions do. */
  showAgain(): void { this.panels.forEach(panel => panel.switchTo(panel.view)); }

  dispose(): void {
    this.listening.dispose();
    this.selections.dispose();
    this.panels.forEach(panel => panel.dispose());
  }

  private create(id: SourceId, pinned: boolean): ReaderPanel {
    const panel = vscode.window.createWebviewPanel(views.reader, '', columnForReader(), { enableFindWidget: true, ...this.options() });
    return this.adopt(panel, { id, pinned, ...defaults() });
  }

  private revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const saved = readerState(state);
    if (!saved) panel.dispose();
    else {
      panel.webview.options = this.options();
      this.adopt(panel, saved);
    }
    return Promise.resolve();
  }

  private options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.extension, 'dist'), vscode.Uri.joinPath(this.extension, 'media')] };
  }

  private adopt(webview: vscode.WebviewPanel, state: ReaderState): ReaderPanel {
    const events: ReaderEvents = {
      focused: panel => { this.last = panel; },
      selected: () => this.selections.fire(),
      copied: ({ source, view }, selection) => { this.copied = { source, quotation: this.shelf.library.quote(source, view, selection).catch(() => undefined) }; },
      closed: panel => { this.panels.delete(panel); if (this.last === panel) this.last = undefined; },
    };
    const panel = new ReaderPanel(webview, this.shelf, this.extension, state, events);
    this.panels.add(panel);
    this.last = panel;
    return panel;
  }
}

/** Beside a note, so that reading and writing stand next to each other; else where the writer is. */
function columnForReader(): vscode.ViewColumn {
  return vscode.window.activeTextEditor?.document.languageId === 'markdown' ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

function defaults(): { view: ReaderView; looks: ReaderLooks } {
  const { script, fullWidth, textSize } = readSettings().reader;
  return { view: { script, fullWidth }, looks: { showHidden: false, textSize } };
}

/** What the page kept over a reload, if it is what a page of ours keeps. */
function readerState(state: unknown): ReaderState | undefined {
  if (typeof state !== 'object' || state === null || !('id' in state) || typeof state.id !== 'string') return undefined;
  const { view, looks } = defaults();
  return {
    id: state.id,
    pinned: 'pinned' in state && state.pinned === true,
    view: 'view' in state && isReaderView(state.view) ? state.view : view,
    looks: 'looks' in state && isReaderLooks(state.looks) ? state.looks : looks,
  };
}
