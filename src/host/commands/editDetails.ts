import * as vscode from 'vscode';
import { listDetails, type DetailName } from '../../core/corrections/corrections';
import { isWebAddress, readDate, readList } from '../../core/corrections/readDetail';
import type { SourceDetail, SourceSummary } from '../../worker/port';
import { chosenSource } from '../chosenSource';
import { folderFor, pathIn, type CorrectionFiles } from '../corrections/correctionFiles';
import { askDetail, type Answer } from '../corrections/askDetail';
import { detailWords, originWords } from '../corrections/detailWords';
import { commands } from '../names';
import { pickSource } from '../pickSource';
import type { Readers } from '../readers';
import { registerCommand } from '../runCommand';
import type { Shelf } from '../shelf';
import { titleWords } from '../words';

interface DetailItem extends vscode.QuickPickItem { readonly field: SourceDetail }

/** Lets the writer put the fields of a source right, one after another, until the list is left. */
export function registerEditDetails(shelf: Shelf, readers: Readers, files: CorrectionFiles): vscode.Disposable {
  return registerCommand(commands.editDetails, async (argument?: unknown) => {
    const source = chosenSource(argument, shelf, readers) ?? await pickSource(shelf, vscode.l10n.t('Choose the source whose details you want to put right'));
    if (source) await edit(source, shelf, files);
  });
}

async function edit(source: SourceSummary, shelf: Shelf, files: CorrectionFiles): Promise<void> {
  const uri = vscode.Uri.parse(source.id), folder = folderFor(uri);
  for (let last: DetailName = 'title'; ;) {
    const fields = await shelf.library.details(source.id);
    const field: SourceDetail | undefined = fields && await pickField(fields, last, shelf.source(source.id) ?? source);
    if (!field) return;
    last = field.name;
    const answer = await askDetail(field, text => problemOf(field.name, text));
    if (!answer) continue;
    await files.change(folder, [{ kind: 'detail', source: { path: pathIn(folder, uri), hash: source.hash }, name: field.name, value: valueOf(field, answer) }]);
    await shelf.whenRead();
  }
}

async function pickField(fields: readonly SourceDetail[], last: DetailName, source: SourceSummary): Promise<SourceDetail | undefined> {
  const pick = vscode.window.createQuickPick<DetailItem>();
  const done = new Promise<SourceDetail | undefined>(resolve => {
    pick.onDidAccept(() => { resolve(pick.activeItems[0]?.field); pick.hide(); });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.title = titleWords(source);
  pick.placeholder = vscode.l10n.t('Choose what to put right; Escape when all is as it should be');
  pick.matchOnDescription = true;
  pick.items = fields.map(detailItem);
  pick.activeItems = pick.items.filter(item => item.field.name === last);
  pick.show();
  return done.finally(() => { pick.dispose(); });
}

function detailItem(field: SourceDetail): DetailItem {
  return { field, label: detailWords(field.name), description: shownValues(field.name, field.values) || '—', detail: detailOrigin(field), ...(field.from === 'writer' && { iconPath: new vscode.ThemeIcon('edit') }) };
}

/** Where a value comes from, and what the page says where the writer says otherwise. */
function detailOrigin({ name, values, from, told }: SourceDetail): string {
  if (from !== 'writer') return from && values.length > 0 ? originWords(from) : vscode.l10n.t('not found on the page');
  const page = shownValues(name, told);
  return page === '' ? vscode.l10n.t('put right by you; the page says nothing') : vscode.l10n.t('put right by you; the page says “{0}”', page);
}

/** A time is read more easily with a space than with a T before the hour. */
const shownValues = (name: DetailName, values: readonly string[]): string => values.map(value => (name === 'published' ? value.replace('T', ' ') : value)).join('、');

const isList = (name: DetailName): boolean => listDetails.some(each => each === name);

/** Why a text cannot be the value of a field; an empty one says that there is none. */
function problemOf(name: DetailName, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  if (name === 'published' && readDate(text) === undefined) return vscode.l10n.t('This is no date. Write it as 2025, 2025-06, 2025-06-04 or 2025-06-04 14:44.');
  if (name === 'url' && !isWebAddress(text)) return vscode.l10n.t('An address begins with http:// or https://.');
  return undefined;
}

/** What is to be kept; what the page says by itself is not. */
function valueOf({ name, told }: SourceDetail, answer: Answer): string | readonly string[] | undefined {
  if (answer.kind === 'page') return undefined;
  const text = answer.text.trim();
  const values = isList(name) ? readList(text) : text === '' ? [] : [name === 'published' ? readDate(text) ?? text : text];
  if (values.join('\n') === told.join('\n')) return undefined;
  return isList(name) ? values : values[0] ?? '';
}
