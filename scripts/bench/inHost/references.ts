import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { sleep } from './ask';
import { watchBlocks } from './blocks';
import type { PhaseBlocks } from './plan';
import { startProfile } from './profile';

/** What one window measures. `list` is what a control, which has nothing that could format it, writes into the note instead. */
export interface ReferencesPlan {
  readonly isControl: boolean;
  readonly extension: string;
  readonly result: string;
  readonly note: string;
  readonly citations: number;
  /** One more, to be cited in the first line. */
  readonly more: string;
  readonly list: string;
  /** Folder for a profile of the processor; none is made without. */
  readonly profiles?: string;
}

/** Milliseconds until the list of references stood in the note; undefined where it did not. */
export interface ReferencesResult { readonly first?: number; readonly again?: number; readonly blocks: readonly PhaseBlocks[]; readonly memory: number }

const PATIENCE = 60_000, POLL = 20, SETTLE = 2000;

const END = '<!-- /seedbed:bibliography -->';

/** Carries out the plan that the environment names and writes down what was found. */
export async function run(): Promise<void> {
  const plan = JSON.parse(await readFile(process.env['SEEDBED_BENCH_PLAN'] ?? '', 'utf8')) as ReferencesPlan;
  const blocks = watchBlocks('start of the window');
  const profile = plan.profiles === undefined ? undefined : await startProfile(plan.profiles);
  if (!plan.isControl) await vscode.extensions.getExtension(plan.extension)?.activate();
  await sleep(SETTLE);
  blocks.enter('opening the note');
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), plan.note);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await sleep(SETTLE);
  blocks.enter('list of references written');
  const first = await measured(editor, plan.citations, () => (plan.isControl ? writeList(editor, plan.list) : vscode.commands.executeCommand('seedbed.insertBibliography')));
  await editor.document.save();
  await sleep(SETTLE);
  blocks.enter('one more cited, and saved');
  const again = await measured(editor, plan.citations + 1, async () => {
    await editor.edit(edit => edit.insert(new vscode.Position(editor.document.lineCount > 4 ? 4 : 0, 0), `又[@${plan.more}]。\n\n`));
    if (plan.isControl) {
      // As long as formatting takes: the editor's own Markdown looks at the note once more meanwhile.
      await sleep(SETTLE);
      await writeList(editor, '\n\nx\n\n');
    }
    await editor.document.save();
  });
  await sleep(SETTLE);
  const result: ReferencesResult = { ...(first !== undefined && { first }), ...(again !== undefined && { again }), blocks: blocks.end(), memory: process.memoryUsage().rss };
  await profile?.end();
  await writeFile(plan.result, JSON.stringify(result));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

const writeList = ({ document }: vscode.TextEditor, list: string): Thenable<boolean> => {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().indexOf(END)), list);
  return vscode.workspace.applyEdit(edit);
};

async function measured({ document }: vscode.TextEditor, entries: number, act: () => Thenable<unknown>): Promise<number | undefined> {
  const start = performance.now();
  await act();
  while (performance.now() - start < PATIENCE) {
    const text = document.getText(), list = text.slice(text.indexOf('<!-- seedbed:bibliography'), text.indexOf(END));
    if ((list.match(/^\S.*$/gm)?.length ?? 0) > entries) return performance.now() - start;
    await sleep(POLL);
  }
  return undefined;
}
