import * as vscode from 'vscode';
import type { CslItem, ImportError, ImportPlan, ImportRow } from '../../worker/port';
import { changeFile } from '../changeFile';
import { addressesOf, nameOf, problemWords, type Bibliographies } from '../notes/bibliographies';
import { folderOf, relativePath } from '../notes/locateBibliography';
import { patiently } from '../patiently';
import { UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { readContent } from '../textFile';
import { titleWords } from '../words';

/** Takes the entries of a file of another program over into the bibliography of the workspace, and tells which sources they are. */
export async function importBibliography(argument: unknown, shelf: Shelf, bibliographies: Bibliographies): Promise<void> {
  const file = argument instanceof vscode.Uri ? argument : await chooseFile();
  if (!file) return;
  const place = await bibliographies.forWorkspace(), target = place.place.target;
  if (!target) throw new UserError(vscode.l10n.t('Open the folder of your sources and notes first: its bibliography is where entries go.'));
  if (target.toString() === file.toString()) throw new UserError(vscode.l10n.t('{0} is the bibliography of this workspace already.', nameOf(file)));
  await shelf.whenRead();
  const plan = await patiently(vscode.l10n.t('Reading {0}…', nameOf(file)), planned(file, addressesOf(place), shelf));
  const rows = plan.rows.filter(({ outcome }) => outcome === 'new'), marked = plan.items.map((item, at) => withMark(item, rows[at], target, shelf));
  const change = marked.length > 0 ? await add(marked, target, shelf, bibliographies) : undefined;
  await showReport(plan, file, target, shelf);
  if (change) await offerUndo(change, marked.length, target, bibliographies);
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Bibliographies')]: ['bib', 'json', 'ris'] };
  return (await vscode.window.showOpenDialog({ filters, openLabel: vscode.l10n.t('Import') }))?.[0];
}

async function planned(file: vscode.Uri, files: readonly string[], shelf: Shelf): Promise<ImportPlan> {
  const read = await readContent(file);
  if (read.kind !== 'content') throw new UserError(vscode.l10n.t('{0} cannot be read: {1}', nameOf(file), read.kind === 'unreadable' ? read.message : vscode.l10n.t('the file does not exist')));
  const plan = await shelf.library.planImport({ name: nameOf(file), content: read.content }, files);
  if (!plan.ok) throw new UserError(errorWords(plan.error, nameOf(file)));
  return plan.value;
}

function errorWords(error: ImportError, name: string): string {
  switch (error) {
    case 'notText': return vscode.l10n.t('{0} is not UTF-8 text. Export it again as UTF-8.', name);
    case 'notRead': return vscode.l10n.t('{0} cannot be read as a bibliography. Seedbed reads CSL-JSON, BibTeX, BibLaTeX and RIS.', name);
    case 'nothing': return vscode.l10n.t('{0} holds no entry.', name);
  }
}

/** An entry that is a source of the library says which; what it said of a library elsewhere would mean other files here. */
function withMark(item: CslItem, row: ImportRow | undefined, target: vscode.Uri, shelf: Shelf): CslItem {
  const source = row?.match && shelf.source(row.match.source), { seedbed: foreign, ...others } = item.custom ?? {};
  if (!source && !foreign) return item;
  if (!source) { const { custom, ...entry } = item; return custom && Object.keys(others).length > 0 ? { ...entry, custom: others } : entry; }
  // An empty digest makes the entry the writer's own: it is never said to be behind its source.
  return { ...item, custom: { ...item.custom, seedbed: { path: relativePath(folderOf(target), vscode.Uri.parse(source.id)), hash: source.hash, written: '' } } };
}

type Content = string | Uint8Array;

/** The bibliography before and after. */
interface Added { readonly before: Content | undefined; readonly after: Content }

async function add(items: readonly CslItem[], target: vscode.Uri, shelf: Shelf, bibliographies: Bibliographies): Promise<Added | undefined> {
  let done: Added | undefined;
  await changeFile(target, async content => {
    const added = await shelf.library.addEntries(target.toString(), content, items);
    if (!added.ok) throw new UserError(vscode.l10n.t('Nothing was imported, because the bibliography {0} cannot be read: {1}. It was left as it is.', nameOf(target), problemWords(added.error)));
    done = { before: content, after: added.value };
    return added.value;
  });
  bibliographies.refresh(target);
  return done;
}

async function offerUndo({ before, after }: Added, count: number, target: vscode.Uri, bibliographies: Bibliographies): Promise<void> {
  const undo = vscode.l10n.t('Undo Import');
  const message = count === 1 ? vscode.l10n.t('1 entry was added to {0}.', nameOf(target)) : vscode.l10n.t('{0} entries were added to {1}.', count, nameOf(target));
  if (await vscode.window.showInformationMessage(message, undo) !== undo) return;
  let isSame = false;
  await changeFile(target, now => {
    isSame = now !== undefined && textOf(now) === textOf(after);
    return Promise.resolve(isSame ? before ?? (/\.bib$/i.test(target.path) ? '' : '[]\n') : undefined);
  });
  if (!isSame) throw new UserError(vscode.l10n.t('{0} was changed meanwhile, and stays as it is.', nameOf(target)));
  bibliographies.refresh(target);
}

const textOf = (content: Content): string => (typeof content === 'string' ? content : new TextDecoder().decode(content));

/** Opens a report: what each entry was found to be. */
async function showReport(plan: ImportPlan, file: vscode.Uri, target: vscode.Uri, shelf: Shelf): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: report(plan, file, target, shelf) });
  await vscode.window.showTextDocument(document, { preview: true });
}

function report({ rows, broken }: ImportPlan, file: vscode.Uri, target: vscode.Uri, shelf: Shelf): string {
  const added = rows.filter(({ outcome }) => outcome === 'new'), taken = rows.filter(({ outcome }) => outcome === 'taken'), present = rows.filter(({ outcome }) => outcome === 'present');
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [vscode.l10n.t('Entries of sources'), added.flatMap(row => (row.match ? [line(row, shelf)] : []))],
    [vscode.l10n.t('Entries without a source'), added.filter(({ match }) => !match).map(row => line(row, shelf))],
    [vscode.l10n.t('Not taken over: the bibliography has another entry of this key'), taken.map(row => line(row, shelf))],
    [vscode.l10n.t('In the bibliography already'), present.map(row => line(row, shelf))],
  ];
  return [
    `# ${vscode.l10n.t('Import of {0} into {1}', nameOf(file), nameOf(target))}`,
    summary(added, broken),
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? [`## ${title} (${lines.length})`, lines.join('\n')] : [])),
    '',
  ].join('\n\n');
}

function summary(added: readonly ImportRow[], broken: number): string {
  const matched = added.filter(({ match }) => match).length;
  return [
    added.length === 1 ? vscode.l10n.t('1 entry was added.') : vscode.l10n.t('{0} entries were added.', added.length),
    matched === 1 ? vscode.l10n.t('1 of them is a source of the library.') : vscode.l10n.t('{0} of them are sources of the library.', matched),
    ...broken === 0 ? [] : [broken === 1 ? vscode.l10n.t('1 entry could not be read, and was left out.') : vscode.l10n.t('{0} entries could not be read, and were left out.', broken)],
  ].join(' ');
}

function line({ key, title, match }: ImportRow, shelf: Shelf): string {
  const source = match && shelf.source(match.source), plain = title.replace(/[\\`*_[\]<>]/g, '\\$&');
  return `- \`${key}\` ${plain}${source && match ? ` → ${titleWords(source).replace(/[\\`*_[\]<>]/g, '\\$&')} (${source.path.replace(/[\\`*_[\]<>]/g, '\\$&')}; ${matchWords(match.by)})` : ''}`;
}

function matchWords(by: NonNullable<ImportRow['match']>['by']): string {
  switch (by) {
    case 'url': return vscode.l10n.t('same address');
    case 'titleAndDate': return vscode.l10n.t('same title and date');
    case 'title': return vscode.l10n.t('same title');
  }
}
