import * as vscode from 'vscode';
import type { SourceId, Span } from '../../core/document';
import { oldestFirst } from '../../core/quote/oldestFirst';
import type { SourceSummary } from '../../worker/port';
import { commands, innerCommands, views } from '../names';
import { UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { bylineWords, titleWords } from '../words';
import { comparisonHtml, type ComparedSide } from './comparisonHtml';
import { languageOf } from './sharingWords';

/** A passage of a source. */
export interface Place { readonly source: SourceId; readonly span: Span }

/** The page on which two passages stand side by side; one serves for all. */
export class Comparison implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(private readonly shelf: Shelf, private readonly extension: vscode.Uri) {}

  /** Sets two passages beside each other, the older first. */
  async show(one: Place, other: Place): Promise<void> {
    const [first, second] = this.inOrder(one, other), of = [this.shelf.source(first.source), this.shelf.source(second.source)] as const;
    const compared = await this.shelf.library.comparePassage(first.source, first.span, second.source, second.span);
    if (!compared || !of[0] || !of[1]) throw new UserError(vscode.l10n.t('One of the two sources is no longer there.'));
    const isOlder = of[0].published !== undefined && of[0].published !== of[1].published;
    const isSame = compared.differences.every(({ kind }) => kind === 'same');
    const { webview } = this.open();
    webview.html = comparisonHtml(compared, [sideOf(of[0], first.span, isOlder), sideOf(of[1], second.span, false)], {
      title: vscode.l10n.t('Compare Passage'),
      summary: isSame ? vscode.l10n.t('The words are the same; script and punctuation may differ.') : vscode.l10n.t('What only script or punctuation makes different is not marked.'),
      onlyFirst: vscode.l10n.t('only in the first'),
      onlySecond: vscode.l10n.t('only in the second'),
      lang: vscode.env.language,
    }, { cspSource: webview.cspSource, style: webview.asWebviewUri(vscode.Uri.joinPath(this.extension, 'dist', 'reader.css')).toString() });
  }

  dispose(): void { this.panel?.dispose(); }

  private inOrder(one: Place, other: Place): readonly [Place, Place] {
    const a = this.shelf.source(one.source), b = this.shelf.source(other.source);
    return a && b && oldestFirst(b, a) < 0 ? [other, one] : [one, other];
  }

  private open(): vscode.WebviewPanel {
    const title = vscode.l10n.t('Compare Passage');
    if (this.panel) { this.panel.reveal(); return this.panel; }
    const options = { enableFindWidget: true, enableCommandUris: [commands.openInReader, innerCommands.citeCompared], localResourceRoots: [vscode.Uri.joinPath(this.extension, 'dist')] };
    const panel = vscode.window.createWebviewPanel(views.comparison, title, vscode.ViewColumn.Active, options);
    panel.iconPath = { light: vscode.Uri.joinPath(this.extension, 'media', 'reader-light.svg'), dark: vscode.Uri.joinPath(this.extension, 'media', 'reader-dark.svg') };
    panel.onDidDispose(() => { this.panel = undefined; });
    this.panel = panel;
    return panel;
  }
}

function sideOf(source: SourceSummary, span: Span, isOlder: boolean): ComparedSide {
  const open = { words: vscode.l10n.t('Open in Reader'), address: addressOf(commands.openInReader, source.id, span) };
  const cite = { words: vscode.l10n.t('Insert Citation'), address: addressOf(innerCommands.citeCompared, source.id) };
  return {
    title: titleWords(source), lang: languageOf(source) ?? 'und', byline: bylineWords(source), links: isOlder ? [open, cite] : [open],
    ...(isOlder && { note: vscode.l10n.t('earliest') }),
  };
}

const addressOf = (command: string, ...values: readonly unknown[]): string => `command:${command}?${encodeURIComponent(JSON.stringify(values))}`;
