import * as vscode from 'vscode';
import { isSpan } from '../../protocol';
import { chosenSource } from '../chosenSource';
import { commands } from '../names';
import { pickSource } from '../pickSource';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { sourceOfText } from '../sourceAddress';
import { placeInText } from '../sourceTexts';
import { errorWords } from '../words';
import type { SourceSummary } from '../../worker/port';

/** Commands that bring a source before the writer's eyes. */
export function registerOpenSources(shelf: Shelf, readers: Readers): vscode.Disposable {
  const chosen = async (argument: unknown): Promise<SourceSummary> => {
    await settled(argument, shelf);
    const source = chosenSource(argument, shelf, readers);
    if (!source) throw new UserError(noSourceWords(argument, shelf));
    return source;
  };
  return vscode.Disposable.from(
    registerCommand(commands.openInReader, async (argument: unknown, place: unknown) => {
      const { id } = await chosen(argument), text = cleanText(argument);
      readers.open(id, { at: isSpan(place) ? place : text && await placeInText(text, shelf) });
    }),
    registerCommand(commands.openPinned, async argument => readers.open((await chosen(argument)).id, { pinned: true })),
    registerCommand(commands.goToSource, async () => {
      const source = await pickSource(shelf, vscode.l10n.t('Go to a source by title, publisher, date or key'));
      if (source) readers.open(source.id);
    }),
    registerCommand(commands.showSourceFile, async argument => {
      const id = chosenSource(argument, shelf, readers)?.id ?? unreadableId(argument);
      if (!id) throw new UserError(noSourceWords(argument, shelf));
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(id));
    }),
    registerCommand(commands.copyCitationKey, async argument => vscode.env.clipboard.writeText(givenKey(argument) ?? (await chosen(argument)).citekey)),
  );
}

/** The clean text that a command was called on, or that is in front. */
function cleanText(argument: unknown): vscode.Uri | undefined {
  const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
  return uri instanceof vscode.Uri && sourceOfText(uri) !== undefined ? uri : undefined;
}

/** The key that a note cites a source by: rows of what it cites carry it. */
const givenKey = (argument: unknown): string | undefined =>
  (typeof argument === 'object' && argument !== null && 'key' in argument && typeof argument.key === 'string' ? argument.key : undefined);

/** A file called upon before the shelf has read it is waited for. */
async function settled(argument: unknown, shelf: Shelf): Promise<void> {
  if (argument instanceof vscode.Uri && !shelf.sourceAt(argument)) await shelf.whenRead();
}

const unreadableId = (argument: unknown): string | undefined =>
  typeof argument === 'object' && argument !== null && 'source' in argument ? (argument.source as SourceSummary).id : undefined;

function noSourceWords(argument: unknown, shelf: Shelf): string {
  const error = argument instanceof vscode.Uri ? shelf.sourceAt(argument)?.error : undefined;
  return error ? errorWords(error) : vscode.l10n.t('This is no source of the library. Choose one in the Sources view, or add its folder with “Choose Source Folder…”.');
}
