import * as vscode from 'vscode';
import { scriptTargets, type Edit, type ScriptTarget, type Writing } from '../../core/document';
import type { Conversion } from '../../worker/port';
import type { AmbiguityMarks } from '../ambiguityMarks';
import { changedLines } from '../changedLines';
import { commands } from '../names';
import { confirmEditing, openedText, reopened } from '../openedText';
import { conversions, pickTarget, targetOf } from '../pickTarget';
import type { Readers } from '../readers';
import { registerCommand, UserError } from '../runCommand';
import type { Shelf } from '../shelf';
import { scriptWords, unchangedWords } from '../words';

/** Converts the selection, the document or the page of the reader to another script. */
export function registerConvertScript(shelf: Shelf, readers: Readers, marks: AmbiguityMarks): vscode.Disposable {
  return registerCommand(commands.convertScript, async () => {
    const reader = readers.inFront;
    if (reader) {
      const target = await pickTarget(vscode.l10n.t('Show the source in'), scriptTargets, reader.view.script);
      if (target) reader.switchTo({ ...reader.view, script: target });
      return;
    }
    await convertInEditor(shelf, marks);
  });
}

/** A part of the text in the editor, and how it is written. */
interface Part { readonly start: number; readonly text: string; readonly writing: Writing }

async function convertInEditor(shelf: Shelf, marks: AmbiguityMarks): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new UserError(vscode.l10n.t('Open a document or a source in the reader to convert its script.'));
  const opened = await openedText(editor.document, shelf);
  const document = await reopened(opened, shelf.library);
  const selected = opened.misread ? [] : editor.selections.filter(selection => !selection.isEmpty);
  const parts = await partsOf(document, selected, shelf);
  const placeHolder = selected.length === 0 ? vscode.l10n.t('Convert the whole document to') : vscode.l10n.t('Convert the selection to');
  const target = await pickTarget(placeHolder, conversions, parts[0] && targetOf(parts[0].writing));
  if (!target) return;
  const { version } = document;
  await confirmEditing(document, shelf);
  const isMarkdown = document.languageId === 'markdown';
  const made = await Promise.all(parts.map(({ text, writing }) => shelf.library.convert(text, target, { isMarkdown, writing })));
  if (document.version !== version || parts.some(part => textAt(document, part) !== part.text)) throw notConverted();
  const shown = await vscode.window.showTextDocument(document);
  await replace(shown, parts, made, marks);
  report(made, target, marks.count(document));
}

/** The selected parts, else the whole; a part that tells too little of its script is taken for written like the rest. */
async function partsOf(document: vscode.TextDocument, selected: readonly vscode.Range[], shelf: Shelf): Promise<readonly Part[]> {
  const whole = document.getText();
  if (selected.length === 0) return [{ start: 0, text: whole, writing: await shelf.library.writingOf(whole) }];
  const ranges = [...selected].sort((one, other) => one.start.compareTo(other.start));
  const texts = ranges.map(range => ({ start: document.offsetAt(range.start), text: document.getText(range) }));
  const writings = await Promise.all(texts.map(({ text }) => shelf.library.writingOf(text)));
  const around = writings.some(({ script }) => script === 'none') ? await shelf.library.writingOf(whole) : undefined;
  return texts.map((part, at) => {
    const own = writings[at] ?? { script: 'none' };
    return { ...part, writing: own.script === 'none' && around ? around : own };
  });
}

const textAt = (document: vscode.TextDocument, { start, text }: Part): string =>
  document.getText(new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)));

/** Makes all conversions in one step of undo, and marks what they left open. */
async function replace(editor: vscode.TextEditor, parts: readonly Part[], made: readonly Conversion[], marks: AmbiguityMarks): Promise<void> {
  const edits: Edit[] = [];
  const open: { start: number; conversion: Conversion }[] = [];
  let grown = 0;
  parts.forEach(({ start, text }, at) => {
    const conversion = made[at];
    if (conversion?.kind !== 'converted') return;
    edits.push(...changedLines(text, conversion.text).map(edit => ({ span: { start: start + edit.span.start, end: start + edit.span.end }, text: edit.text })));
    open.push({ start: start + grown, conversion });
    grown += conversion.text.length - text.length;
  });
  if (edits.length === 0) return;
  const { document } = editor;
  const ranges = edits.map(({ span }) => new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)));
  const done = await editor.edit(builder => edits.forEach(({ text }, at) => { const range = ranges[at]; if (range) builder.replace(range, text); }));
  if (!done) throw notConverted();
  marks.add(document, open.flatMap(({ start, conversion }) => (conversion.kind === 'converted' ? conversion.ambiguities : [])
    .map(({ span, choices }) => ({ span: { start: start + span.start, end: start + span.end }, choices }))));
}

const notConverted = (): UserError => new UserError(vscode.l10n.t('The text changed meanwhile, or cannot be edited. Nothing was converted.'));

function report(made: readonly Conversion[], target: ScriptTarget, marked: number): void {
  const [first] = made;
  if (first && made.every(({ kind }) => kind === 'unchanged')) {
    void vscode.window.showInformationMessage(unchangedWords(first.from, target));
  } else if (marked > 0) {
    const message = marked === 1
      ? vscode.l10n.t('Converted to {0}. 1 character could have become another one; it is marked.', scriptWords(target))
      : vscode.l10n.t('Converted to {0}. {1} characters could have become others; they are marked.', scriptWords(target), marked);
    void showMarked(message);
  }
}

/** Leads the writer to the marks, on demand. */
export async function showMarked(message: string): Promise<void> {
  const next = vscode.l10n.t('Go to the Next One');
  if (await vscode.window.showInformationMessage(message, next) === next) await vscode.commands.executeCommand('editor.action.marker.next');
}
