import * as vscode from 'vscode';
import type { Correction, DetailName, SiteMark } from '../../core/corrections/corrections';
import type { CorrectedPage, RecurringLine, SiteReport } from '../../worker/port';
import type { Shelf } from '../shelf';
import { bylineWords, titleWords } from '../words';
import { folderFor, pathIn } from './correctionFiles';
import { detailWords } from './detailWords';

/** A row of what was learnt of a site: choosing it opens a page, or corrects something. */
export interface LearntItem extends vscode.QuickPickItem {
  /** Its place in the list, to come back to. */
  readonly at: number;
  readonly opens?: string;
  corrections(): readonly Correction[];
}

type Row = Omit<LearntItem, 'at'>;

/** The rows of a site's list, in their parts; where the site has no name to keep corrections under, nothing can be switched. */
export function learntItems(report: SiteReport, shelf: Shelf): readonly (LearntItem | vscode.QuickPickItem)[] {
  const { site } = report;
  const parts: readonly (readonly [string, readonly Row[]])[] = [
    [learningWords(report), site && report.recurring.length + report.containers.length + Number(report.isLearningOff) > 0 ? [learningRow(report, site)] : []],
    [vscode.l10n.t('Lines that recur: choose one to show it always'), report.recurring.map(line => recurringRow(line, report))],
    [vscode.l10n.t('Box of the page that held the article'), report.containers.map(box => boxRow(box, report))],
    [vscode.l10n.t('Lines you never show: choose one to take that back'), report.hidden.map(text => spokenRow(text, 'eye-closed', site))],
    [vscode.l10n.t('Lines you always show: choose one to take that back'), report.shown.map(text => spokenRow(text, 'eye', site))],
    [vscode.l10n.t('Put right on single pages: choose one to take that back'), report.corrected.flatMap(page => correctedRows(page, shelf))],
    [vscode.l10n.t('Pages of this site: choose one to open it'), report.pages.map(id => pageRow(id, shelf))],
  ];
  let at = 0;
  return parts.filter(([, rows]) => rows.length > 0).flatMap(([label, rows]) => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...rows.map((row): LearntItem => ({ ...row, at: at++ })),
  ]);
}

function learningWords({ articles, isLearningOff }: SiteReport): string {
  if (isLearningOff) return vscode.l10n.t('What was learnt is not used');
  return articles === 1 ? vscode.l10n.t('Learnt from 1 article') : vscode.l10n.t('Learnt from {0} articles', articles);
}

function learningRow({ isLearningOff }: SiteReport, site: SiteMark): Row {
  const label = isLearningOff ? vscode.l10n.t('Use What Was Learnt Again') : vscode.l10n.t('Reset: Use Nothing of What Was Learnt');
  const detail = isLearningOff ? vscode.l10n.t('Lines that recur on this site count against being part of the article again.') : vscode.l10n.t('Each page of this site is read by itself, until you switch this on again.');
  return { label, detail, iconPath: new vscode.ThemeIcon(isLearningOff ? 'debug-start' : 'discard'), corrections: () => [{ kind: 'learning', site, isOff: !isLearningOff }] };
}

function recurringRow({ text, articles }: RecurringLine, { site, articles: all }: SiteReport): Row {
  return { label: text, description: vscode.l10n.t('on {0} of {1} articles', articles, all), iconPath: new vscode.ThemeIcon('list-flat'), corrections: lineCorrection(text, 'shown', site) };
}

function boxRow({ text, articles }: RecurringLine, { articles: all }: SiteReport): Row {
  return { label: text, description: vscode.l10n.t('on {0} of {1} articles', articles, all), iconPath: new vscode.ThemeIcon('symbol-structure'), corrections: () => [] };
}

const spokenRow = (text: string, icon: string, site: SiteMark | undefined): Row =>
  ({ label: text, iconPath: new vscode.ThemeIcon(icon), corrections: lineCorrection(text, undefined, site) });

const lineCorrection = (text: string, shows: 'shown' | undefined, site: SiteMark | undefined) => (): readonly Correction[] =>
  (site ? [{ kind: 'line', site, text, shows }] : []);

function correctedRows({ id, details, blocks }: CorrectedPage, shelf: Shelf): readonly Row[] {
  const page = shelf.source(id);
  const uri = vscode.Uri.parse(id);
  const source = { path: pathIn(folderFor(uri), uri), hash: page?.hash ?? '' };
  const description = page ? titleWords(page) : source.path;
  const fields = Object.entries(details).map(([name, value]): Row => ({
    label: `${detailWords(name as DetailName)}: ${[value].flat().join('、') || '—'}`, description, iconPath: new vscode.ThemeIcon('edit'),
    corrections: () => [{ kind: 'detail', source, name: name as DetailName, value: undefined }],
  }));
  return [...fields, ...blocks.map(({ text, nth, role }): Row => ({
    label: role === 'body' ? vscode.l10n.t('Article: {0}', text) : vscode.l10n.t('Not article: {0}', text), description, iconPath: new vscode.ThemeIcon(role === 'body' ? 'eye' : 'eye-closed'),
    corrections: () => [{ kind: 'block', source, block: { text, nth }, role: undefined }],
  }))];
}

function pageRow(id: string, shelf: Shelf): Row {
  const page = shelf.source(id);
  return { label: page ? titleWords(page) : id, description: page ? bylineWords(page) : '', iconPath: new vscode.ThemeIcon('note'), opens: id, corrections: () => [] };
}
