import * as vscode from 'vscode';
import { formatReference } from '../../../core/cite/formatReference';
import { isoDate, shownName } from '../../../core/cite/itemWords';
import { commands } from '../../names';
import { bylineWords, errorWords, titleWords } from '../../words';
import type { CitedNode, PlaceNode, QuotationNode } from './citedTree';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** The row of something cited: title, how often it is cited (first, where the row is narrow), publisher and date; a click opens the source, else its first place in the note. */
export function citedItem(node: CitedNode): vscode.TreeItem {
  const { row, source, item, key } = node, times = row.places.length;
  const title = source ? titleWords(source) : item?.title ?? key;
  const tree = new vscode.TreeItem(title, Collapsed), why = kindWords(node);
  const byline = source ? bylineWords(source) : item ? [shownName(item), isoDate(item.issued)].filter(Boolean).join(' · ') : shortWords(node);
  tree.id = rowId(node);
  tree.description = [times > 1 ? `×${times}` : '', byline].filter(Boolean).join(' · ');
  tree.tooltip = tooltip(node, title, why);
  tree.iconPath = iconOf(node);
  tree.contextValue = source && !source.error ? 'citedSource' : 'citedKey';
  tree.accessibilityInformation = { label: [title, item || source ? byline : undefined, why, timesWords(times)].filter(Boolean).join(', ') };
  tree.command = source && !source.error
    ? { command: commands.openInReader, title: vscode.l10n.t('Open in Reader'), arguments: [vscode.Uri.parse(source.id)] }
    : goTo(node);
  return tree;
}

/** Each note has rows of its own, open or closed. */
export const rowId = ({ note, row }: CitedNode): string => `${note.uri.toString()} ${row.id}`;

/** The row of a place: its line and the words around the key. */
export function placeItem(node: PlaceNode): vscode.TreeItem {
  const { words, mark, line, quotations } = node.place;
  const before = `${line + 1}: `, highlighted: [number, number] = [before.length + mark.start, before.length + mark.end];
  const item = new vscode.TreeItem({ label: before + words, highlights: [highlighted] }, quotations.length > 0 ? Expanded : None);
  item.id = node.id;
  item.tooltip = words;
  item.contextValue = 'citedPlace';
  item.accessibilityInformation = { label: `${vscode.l10n.t('line {0}', line + 1)}, ${words}` };
  item.command = goTo(node);
  return item;
}

/** The row of a quotation. */
export function quotationItem(node: QuotationNode): vscode.TreeItem {
  const words = node.words.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(words, None);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.tooltip = node.words;
  item.contextValue = 'citedQuotation';
  item.accessibilityInformation = { label: vscode.l10n.t('Quotation: {0}', words) };
  item.command = goTo(node);
  return item;
}

const goTo = (node: CitedNode | PlaceNode | QuotationNode): vscode.Command =>
  ({ command: commands.goToCitation, title: vscode.l10n.t('Go to Citation'), arguments: [node] });

const timesWords = (times: number): string => (times === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', times));

function iconOf({ row, source }: CitedNode): vscode.ThemeIcon {
  if (source?.error) return warning();
  switch (row.kind) {
    case 'source': return new vscode.ThemeIcon('note');
    case 'entry': return new vscode.ThemeIcon('book');
    case 'open': return new vscode.ThemeIcon('circle-outline');
    case 'gone': case 'broken': return warning();
    case 'unknown': return new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
  }
}

const warning = (): vscode.ThemeIcon => new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** What stands beside a key of which nothing is known. */
function shortWords({ row }: CitedNode): string {
  switch (row.kind) {
    case 'unknown': return vscode.l10n.t('unknown key');
    case 'broken': return vscode.l10n.t('broken entry');
    default: return vscode.l10n.t('not known yet');
  }
}

/** What is particular about a row; undefined for a source that can be read. */
function kindWords({ row, key, source, item, hasEntry, note }: CitedNode): string | undefined {
  if (source?.error) return errorWords(source.error);
  switch (row.kind) {
    case 'source': return hasEntry ? undefined : vscode.l10n.t('No bibliography has this key yet.');
    case 'entry': return vscode.l10n.t('No saved source belongs to this entry.');
    case 'gone': return vscode.l10n.t('Its source file is no longer among the sources. It was {0}.', item?.custom?.seedbed?.path ?? '');
    case 'broken': return vscode.l10n.t('Its entry in the bibliography is broken.');
    case 'open': return note.foreign.length > 0 ? vscode.l10n.t('It may stand in {0}, which Seedbed does not read.', note.foreign.join(', ')) : vscode.l10n.t('Not known yet: sources are still being read.');
    case 'unknown': return vscode.l10n.t('Unknown: no entry and no source has the key “{0}”.', key);
  }
}

/** Title, what is particular, the reference and the keys. The text of pages and files is escaped: it can be anything. */
function tooltip({ row, item }: CitedNode, title: string, why: string | undefined): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  if (why !== undefined) text.appendText(why).appendMarkdown('\n\n');
  if (item) text.appendText(formatReference(item)).appendMarkdown('\n\n');
  return text.appendText([...row.keys.map(key => `@${key}`), timesWords(row.places.length)].join(' · '));
}
