import * as vscode from 'vscode';
import type { Correction, SiteMark, SourceMark } from '../../core/corrections/corrections';
import { blockOf } from '../../protocol';
import type { Correctable, CorrectableBlock } from '../../worker/port';
import { folderFor, pathIn, type CorrectionFiles } from '../corrections/correctionFiles';
import { confirmCorrection } from '../corrections/confirmCorrection';
import { commands } from '../names';
import type { ReaderPanel } from '../readerPanel';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';

/** What a command puts right in the blocks it was called on, and what it then says. */
interface Act {
  /** Whether blocks become part of the article by it, or cease to be. */
  readonly toBody: boolean;
  correct(block: CorrectableBlock, marks: Marks): Correction;
  say(blocks: readonly CorrectableBlock[]): string;
}

interface Marks { readonly source: SourceMark; site(): SiteMark }

/** Commands on blocks of the reader: what is body, and which lines a site shows. */
export function registerCorrectBlocks(shelf: Shelf, readers: Readers, files: CorrectionFiles): vscode.Disposable {
  const register = (name: string, act: Act): vscode.Disposable => registerCommand(name, async (argument?: unknown) => correct(act, argument, { shelf, readers, files }));
  return vscode.Disposable.from(
    register(commands.markAsBody, { toBody: true, correct: asRole('body'), say: bodyWords }),
    register(commands.markAsNotBody, { toBody: false, correct: asRole('boilerplate'), say: notBodyWords }),
    register(commands.hideLines, { toBody: false, correct: asLine('hidden'), say: hiddenWords }),
    register(commands.showLines, { toBody: true, correct: asLine('shown'), say: shownWords }),
  );
}

/** A role that the block has without the writer's word needs none. */
const asRole = (role: 'body' | 'boilerplate') => (block: CorrectableBlock, { source }: Marks): Correction =>
  ({ kind: 'block', source, block: block.words, role: (block.told === 'body') === (role === 'body') ? undefined : role });

const asLine = (shows: 'hidden' | 'shown') => (block: CorrectableBlock, marks: Marks): Correction =>
  ({ kind: 'line', site: marks.site(), text: block.text, shows });

interface House { readonly shelf: Shelf; readonly readers: Readers; readonly files: CorrectionFiles }

async function correct(act: Act, argument: unknown, { shelf, readers, files }: House): Promise<void> {
  const reader = readers.active;
  const source = reader && shelf.source(reader.source);
  if (!reader || !source) throw new UserError(vscode.l10n.t('Open a source in the reader, and put the cursor into the block that you mean.'));
  const folder = folderFor(vscode.Uri.parse(source.id));
  const found = await shelf.library.correctable(source.id, await chosenBlocks(reader, argument));
  const blocks = dueBlocks(act, found?.blocks.filter(block => reader.showsHidden || block.role === 'body') ?? []);
  const done = await files.change(folder, blocks.map(block => act.correct(block, { source: { path: pathIn(folder, vscode.Uri.parse(source.id)), hash: source.hash }, site: () => siteOf(found) })));
  await shelf.whenRead();
  confirmCorrection(act.say(blocks), done, files);
}

/** Those of the blocks before the writer's eyes that are not yet as they shall be. */
function dueBlocks(act: Act, blocks: readonly CorrectableBlock[]): readonly CorrectableBlock[] {
  if (blocks.length === 0) throw new UserError(vscode.l10n.t('Put the cursor into a block of the reader, or select several, to put them right.'));
  const due = blocks.filter(block => (block.role === 'body') !== act.toBody);
  if (due.length > 0) return due;
  throw new UserError(act.toBody ? vscode.l10n.t('This is part of the article already. To bring back what is hidden, show the hidden blocks first.') : vscode.l10n.t('This is not part of the article.'));
}

function siteOf(found: Correctable | undefined): SiteMark {
  if (!found?.site) throw new UserError(vscode.l10n.t('Nothing on this page tells which site it is from. Give it a site in “Edit Source Details…” first.'));
  return found.site;
}

/** The block that a menu or button names, with those selected around it; else the selection or the block with the cursor. */
async function chosenBlocks(reader: ReaderPanel, argument: unknown): Promise<readonly number[]> {
  const named = blockOf(argument);
  const { selection, block } = await reader.place();
  const selected = selection ? Array.from({ length: selection.to.block - selection.from.block + 1 }, (_, at) => selection.from.block + at) : [];
  if (named !== undefined) return selected.includes(named) ? selected : [named];
  return selected.length > 0 || block === undefined ? selected : [block];
}

const excerpt = (blocks: readonly CorrectableBlock[]): string => {
  const letters = [...blocks[0]?.text ?? ''];
  return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : letters.join('');
};

function bodyWords(blocks: readonly CorrectableBlock[]): string {
  return blocks.length === 1 ? vscode.l10n.t('“{0}” is part of the article now.', excerpt(blocks)) : vscode.l10n.t('{0} blocks are part of the article now.', blocks.length);
}

function notBodyWords(blocks: readonly CorrectableBlock[]): string {
  return blocks.length === 1 ? vscode.l10n.t('“{0}” is no longer part of the article.', excerpt(blocks)) : vscode.l10n.t('{0} blocks are no longer part of the article.', blocks.length);
}

const others = (blocks: readonly CorrectableBlock[]): number => Math.max(...blocks.map(block => block.alike));

function hiddenWords(blocks: readonly CorrectableBlock[]): string {
  const count = others(blocks);
  if (count === 0) return vscode.l10n.t('Lines like “{0}” are hidden on this site from now on; no other page here has one yet.', excerpt(blocks));
  return count === 1 ? vscode.l10n.t('Lines like “{0}” are hidden on this page and on 1 other page of this site.', excerpt(blocks)) : vscode.l10n.t('Lines like “{0}” are hidden on this page and on {1} other pages of this site.', excerpt(blocks), count);
}

function shownWords(blocks: readonly CorrectableBlock[]): string {
  const count = others(blocks);
  if (count === 0) return vscode.l10n.t('Lines like “{0}” are shown on this site from now on; no other page here has one yet.', excerpt(blocks));
  return count === 1 ? vscode.l10n.t('Lines like “{0}” are shown on this page and on 1 other page of this site.', excerpt(blocks)) : vscode.l10n.t('Lines like “{0}” are shown on this page and on {1} other pages of this site.', excerpt(blocks), count);
}
