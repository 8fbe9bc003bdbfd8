import * as vscode from 'vscode';
import { commands } from '../names';
import { bylineWords, titleWords } from '../words';
import { sourcesWords } from './sharingWords';
import type { CarrierNode, QuotationNode } from './sharedTree';

/** Characters of a quotation that its row shows. */
const SHOWN = 60;

/** The row of a quotation: its beginning, how many sources carry it and when it is first found. */
export function quotationItem({ quotation, carriers }: QuotationNode): vscode.TreeItem {
  const words = quotation.words.replace(/\s+/g, ' '), letters = [...words];
  const item = new vscode.TreeItem(letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : words, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = quotation.words;
  item.description = [sourcesWords(carriers.length), carriers[0]?.source.published?.slice(0, 10)].filter(Boolean).join(' · ');
  item.tooltip = quotation.words;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.contextValue = 'sharedQuotation';
  item.accessibilityInformation = { label: `${vscode.l10n.t('Quotation: {0}', words)}, ${item.description}` };
  return item;
}

/** The row of a source that carries it; a click opens it at the passage. */
export function carrierItem({ id, source, place, isEarliest }: CarrierNode): vscode.TreeItem {
  const item = new vscode.TreeItem(titleWords(source), vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.description = [isEarliest ? vscode.l10n.t('earliest') : '', bylineWords(source)].filter(Boolean).join(' · ');
  item.tooltip = [titleWords(source), item.description].join('\n');
  item.iconPath = new vscode.ThemeIcon(isEarliest ? 'milestone' : 'note');
  item.contextValue = 'sharedSource';
  item.accessibilityInformation = { label: [titleWords(source), item.description].filter(Boolean).join(', ') };
  item.command = { command: commands.openInReader, title: vscode.l10n.t('Open in Reader'), arguments: [vscode.Uri.parse(source.id), place.span] };
  return item;
}
