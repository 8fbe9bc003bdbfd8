import * as vscode from 'vscode';
import type { SourceSummary } from '../worker/port';
import { commands } from './names';
import type { Shelf } from './shelf';
import { bylineWords, titleWords } from './words';

/** Rows shown at most; a longer list is not read but narrowed. */
const MOST = 200;

interface SourceItem extends vscode.QuickPickItem { readonly source: SourceSummary }
/** Stands where no source does, and says what to do; `run` is what choosing it does. */
interface HintItem extends vscode.QuickPickItem { run?(): unknown }

/** Lets the writer choose a source by title in either script, publisher, date or key; undefined when it is left. */
export async function pickSource(shelf: Shelf, placeholder: string): Promise<SourceSummary | undefined> {
  const pick = vscode.window.createQuickPick<SourceItem | HintItem>();
  const done = new Promise<SourceSummary | undefined>(resolve => {
    pick.onDidAccept(() => {
      const item = pick.selectedItems[0];
      if (item && 'source' in item) resolve(item.source);
      else if (item?.run) item.run();
      else return;
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.placeholder = placeholder;
  const search = async (): Promise<void> => {
    const query = pick.value;
    pick.busy = true;
    const found = await matches(shelf, query);
    if (query !== pick.value) return;
    pick.items = found.length > 0 ? found.slice(0, MOST).map(sourceItem) : hints(query, shelf);
    pick.busy = shelf.state === 'reading';
  };
  const listening = vscode.Disposable.from(pick, pick.onDidChangeValue(search), shelf.onDidChange(search));
  pick.show();
  await search();
  return done.finally(() => { listening.dispose(); });
}

async function matches(shelf: Shelf, query: string): Promise<readonly SourceSummary[]> {
  const readable = shelf.sources.filter(source => !source.error);
  if (!query.trim()) return readable.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const ids = await shelf.library.search(query);
  return ids.map(id => shelf.source(id)).filter(source => source !== undefined && !source.error) as SourceSummary[];
}

/** The library has matched already, in both scripts; the list must not filter by its own letters again. */
function sourceItem(source: SourceSummary): SourceItem {
  return { source, label: titleWords(source), description: bylineWords(source), detail: source.citekey, alwaysShow: true };
}

function hints(query: string, shelf: Shelf): readonly HintItem[] {
  if (shelf.state === 'reading') return [];
  if (shelf.state === 'empty') {
    const detail = vscode.l10n.t('Choose the folder that holds your saved pages.');
    return [{ label: vscode.l10n.t('There is no source yet.'), detail, alwaysShow: true, run: () => vscode.commands.executeCommand(commands.chooseSourceFolder) }];
  }
  const detail = vscode.l10n.t('Title, publisher, date and key are searched, in Simplified and Traditional Chinese alike.');
  return [{ label: vscode.l10n.t('No source matches “{0}”.', query), detail, alwaysShow: true }];
}
