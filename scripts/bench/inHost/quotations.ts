import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { sleep } from './ask';
import { watchBlocks } from './blocks';
import type { PhaseBlocks } from './plan';

/** What one window measures. */
export interface QuotationsPlan {
  readonly isControl: boolean;
  readonly extension: string;
  readonly result: string;
  readonly note: string;
  /** Quotations of the note that are not as in their sources. */
  readonly amiss: number;
  /** Lines whose quotation is as in its source: a character is typed into each, and taken out again. */
  readonly lines: readonly number[];
}

/** Milliseconds from a change of the text to the problem it makes or mends; undefined where that was not told. */
export interface QuotationsResult { readonly first?: number; readonly told: readonly (number | null)[]; readonly blocks: readonly PhaseBlocks[] }

const PATIENCE = 180_000, TOLD_PATIENCE = 5_000, POLL = 5, SETTLE = 1500;

/** Carries out the plan that the environment names and writes down what was found. */
export async function run(): Promise<void> {
  const plan = JSON.parse(await readFile(process.env['SEEDBED_BENCH_PLAN'] ?? '', 'utf8')) as QuotationsPlan;
  const blocks = watchBlocks('start of the window');
  if (!plan.isControl) await vscode.extensions.getExtension(plan.extension)?.activate();
  await sleep(SETTLE);
  blocks.enter('opening the note');
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), plan.note);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const first = await until(plan, plan.isControl ? SETTLE : PATIENCE, () => amiss(uri).length >= plan.amiss);
  await sleep(SETTLE);
  blocks.enter('typing in quotations');
  const told: (number | null)[] = [];
  for (const line of plan.lines) {
    const place = new vscode.Position(line, editor.document.lineAt(line).text.indexOf('“') + 5);
    await editor.edit(edit => edit.insert(place, '甲'));
    told.push(await until(plan, TOLD_PATIENCE, () => amiss(uri).some(({ range }) => range.start.line === line)) ?? null);
    await editor.edit(edit => edit.delete(new vscode.Range(place, place.translate(0, 1))));
    told.push(await until(plan, TOLD_PATIENCE, () => !amiss(uri).some(({ range }) => range.start.line === line)) ?? null);
  }
  const result: QuotationsResult = { ...(first !== undefined && { first }), told, blocks: blocks.end() };
  await writeFile(plan.result, JSON.stringify(result));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

const amiss = (uri: vscode.Uri): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ code }) => typeof code === 'string' && code.startsWith('quote-'));

/** Waits until something holds; a control, of which nothing comes, waits as long as it would take. */
async function until({ isControl }: QuotationsPlan, patience: number, holds: () => boolean): Promise<number | undefined> {
  const start = performance.now();
  while (performance.now() - start < (isControl ? SETTLE / 3 : patience)) {
    if (!isControl && holds()) return performance.now() - start;
    await sleep(POLL);
  }
  return undefined;
}
