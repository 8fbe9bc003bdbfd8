import * as vscode from 'vscode';
import type { Span } from '../../core/document';
import { blockOf, isSpan, type ReaderSelection } from '../../protocol';
import { commands, innerCommands } from '../names';
import { noteQuotations } from '../notes/noteQuotations';
import type { ReaderPanel } from '../readerPanel';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { bylineWords, titleWords } from '../words';
import type { Comparison, Place } from './comparison';
import { likenessWords } from './sharingWords';

/** A passage with where else it stands, the oldest of those first. */
export interface PassageChoice { readonly own: Place; readonly others: readonly (Place & { readonly likeness?: string })[] }

/** The command "Compare Passage…": of a row, of what is selected in the reader, else of the quotation at the cursor. */
export function registerComparePassage(shelf: Shelf, readers: Readers, comparison: Comparison): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.comparePassage, async (argument?: unknown) => {
      const choice = pairIn(argument) ?? choiceIn(argument) ?? await atHand(argument, shelf, readers);
      const other = choice.others.length > 1 ? await pick(choice, shelf) : choice.others[0];
      if (other) await comparison.show(choice.own, other);
      else if (choice.others.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('These words stand in no other source.'));
    }),
    registerCommand(innerCommands.citeCompared, async (id: string) => {
      const source = shelf.source(id);
      if (source) await vscode.commands.executeCommand(commands.insertCitation, { source });
    }),
  );
}

/** What the list in the reader asks for: both passages are known. */
function pairIn(argument: unknown): PassageChoice | undefined {
  if (typeof argument !== 'object' || argument === null || !('other' in argument) || !('otherSpan' in argument) || !('id' in argument) || !('span' in argument)) return undefined;
  const { id, span, other, otherSpan } = argument;
  const isPair = typeof id === 'string' && typeof other === 'string' && isSpan(span) && isSpan(otherSpan);
  return isPair ? { own: { source: id, span }, others: [{ source: other, span: otherSpan }] } : undefined;
}

/** What a row of the view brings. */
const choiceIn = (argument: unknown): PassageChoice | undefined =>
  (typeof argument === 'object' && argument !== null && 'choice' in argument ? (argument.choice as PassageChoice) : undefined);

async function atHand(argument: unknown, shelf: Shelf, readers: Readers): Promise<PassageChoice> {
  const block = blockOf(argument), reader = readers.inFront ?? (block === undefined ? undefined : readers.active);
  if (reader) return inReader(reader, block, shelf);
  const editor = vscode.window.activeTextEditor, words = editor?.document.languageId === 'markdown' ? quotationAtCursor(editor) : undefined;
  if (words === undefined) throw new UserError(vscode.l10n.t('Select a passage in the reader, or put the cursor into a quotation of a note.'));
  const [own, ...others] = await shelf.library.carriersOf(words);
  if (!own) throw new UserError(vscode.l10n.t('No source has these words.'));
  return { own, others };
}

async function inReader(reader: ReaderPanel, named: number | undefined, shelf: Shelf): Promise<PassageChoice> {
  const place = await reader.place(), block = named ?? place.block;
  const selection = place.selection ?? (block === undefined ? undefined : wholeBlock(block));
  const quotation = selection && await shelf.library.quote(reader.source, reader.view, selection);
  if (!quotation) throw new UserError(vscode.l10n.t('Select the passage to compare in the reader first.'));
  const { span } = quotation.passage, touched = (await shelf.library.sharedPassages(reader.source)).filter(each => each.span.start < span.end && each.span.end > span.start);
  if (touched.length > 0) return joined(reader.source, touched);
  const others = await shelf.library.carriersOf(quotation.paragraphs.join(''));
  return { own: { source: reader.source, span }, others: others.filter(({ source }) => source !== reader.source) };
}

const wholeBlock = (block: number): ReaderSelection => ({ from: { block, offset: 0 }, to: { block, offset: Number.MAX_SAFE_INTEGER } });

/** Passages that a selection touches as one, also in each of the others. */
function joined(source: string, passages: Awaited<ReturnType<Shelf['library']['sharedPassages']>>): PassageChoice {
  const others = new Map<string, Place & { readonly likeness?: string }>();
  for (const { others: places } of passages) {
    for (const place of places) {
      const known = others.get(place.source);
      others.set(place.source, known ? { source: place.source, span: around([known.span, place.span]) } : { source: place.source, span: place.span, likeness: likenessWords(place) });
    }
  }
  return { own: { source, span: around(passages.map(({ span }) => span)) }, others: [...others.values()] };
}

const around = (spans: readonly Span[]): Span => ({ start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) });

function quotationAtCursor({ document, selection }: vscode.TextEditor): string | undefined {
  const offset = document.offsetAt(selection.active);
  return noteQuotations(document).find(({ span, citation }) => [span, citation.span].some(({ start, end }) => start <= offset && offset <= end))?.text;
}

async function pick({ others }: PassageChoice, shelf: Shelf): Promise<Place | undefined> {
  const items = others.flatMap(place => {
    const source = shelf.source(place.source);
    return source ? [{ place, label: titleWords(source), description: bylineWords(source), ...(place.likeness !== undefined && { detail: place.likeness }) }] : [];
  });
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Compare with which source? The oldest stands first.'), matchOnDescription: true }))?.place;
}
