import * as vscode from 'vscode';
import type { Correction } from '../../core/corrections/corrections';
import type { SiteReport } from '../../worker/port';
import { chosenSource } from '../chosenSource';
import { folderFor, type CorrectionFiles } from '../corrections/correctionFiles';
import { learntItems, type LearntItem } from '../corrections/learntItems';
import { commands } from '../names';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { titleWords } from '../words';

interface House { readonly shelf: Shelf; readonly readers: Readers; readonly files: CorrectionFiles }

/** What a choice in the list of a site leads to. */
type Step = { readonly kind: 'chosen'; readonly item: LearntItem } | { readonly kind: 'sites' } | undefined;

/** Shows what the library learnt of a site and what the writer said of it, and lets each be switched. */
export function registerShowLearnt(shelf: Shelf, readers: Readers, files: CorrectionFiles): vscode.Disposable {
  return registerCommand(commands.showLearnt, async (argument?: unknown) => {
    await shelf.whenRead();
    const page = chosenSource(argument, shelf, readers)?.id ?? await pickSite(shelf);
    if (page !== undefined) await showSite(page, { shelf, readers, files });
  });
}

/** Lets the writer choose a site; gives one of its pages. */
async function pickSite(shelf: Shelf): Promise<string | undefined> {
  const sites = await shelf.library.listSites();
  if (sites.length === 0) throw new UserError(vscode.l10n.t('There is no source yet.'));
  const items = sites.map(site => {
    const page = shelf.source(site.page);
    const count = site.pages === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', site.pages);
    return { page: site.page, label: site.name || (page ? titleWords(page) : site.page), description: site.name ? count : vscode.l10n.t('site unknown, {0}', count) };
  });
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Choose a site'), matchOnDescription: true }))?.page;
}

/** The list stands on its second row at first: the first one switches everything. */
const START = 1;

async function showSite(start: string, house: House): Promise<void> {
  let page = start, at = START;
  for (;;) {
    const report = await house.shelf.library.siteReport(page);
    const step = report && await pickItem(report, at, house.shelf);
    if (!step) return;
    if (step.kind === 'sites') {
      const other = await pickSite(house.shelf);
      if (other === undefined) return;
      [page, at] = [other, START];
      continue;
    }
    at = step.item.at;
    if (step.item.opens !== undefined) { house.readers.open(step.item.opens); return; }
    await correct(step.item.corrections(), page, house);
  }
}

async function correct(corrections: readonly Correction[], page: string, { shelf, files }: House): Promise<void> {
  if (corrections.length === 0) return;
  await files.change(folderFor(vscode.Uri.parse(page)), corrections);
  await shelf.whenRead();
}

async function pickItem(report: SiteReport, at: number, shelf: Shelf): Promise<Step> {
  const pick = vscode.window.createQuickPick<LearntItem | vscode.QuickPickItem>();
  const sites: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('globe'), tooltip: vscode.l10n.t('Choose another site') };
  const done = new Promise<Step>(resolve => {
    const answer = (step: Step): void => { resolve(step); pick.hide(); };
    pick.onDidAccept(() => { const item = pick.activeItems[0]; if (item && 'corrections' in item) answer({ kind: 'chosen', item }); });
    pick.onDidTriggerButton(() => answer({ kind: 'sites' }));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.title = report.name ? vscode.l10n.t('What Was Learnt of {0}', report.name) : vscode.l10n.t('What Was Learnt of This Site');
  pick.placeholder = vscode.l10n.t('Enter switches what is chosen; Escape leaves the list');
  pick.buttons = [sites];
  pick.matchOnDescription = true;
  pick.items = learntItems(report, shelf);
  pick.activeItems = pick.items.filter(item => 'at' in item && item.at === at);
  pick.show();
  return done.finally(() => { pick.dispose(); });
}
