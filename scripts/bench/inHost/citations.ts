import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { complete, hover, sleep } from './ask';
import { watchBlocks, type BlockWatch } from './blocks';
import type { Call, CompletionRequest, Plan, RequestSet, WindowResult } from './plan';
import { startProfile } from './profile';

/** A key that is not offered by then is not offered. */
const PATIENCE = 20_000;

const POLL = 10;

/** Between two calls: about the time between two keystrokes. */
const PAUSE = 80;

/** The window has settled when nothing was asked of it for so long. */
const SETTLE = 2000;

/** Carries out the plan that the environment names and writes down what was found. */
export async function run(): Promise<void> {
  const plan = JSON.parse(await readFile(process.env['SEEDBED_BENCH_PLAN'] ?? '', 'utf8')) as Plan;
  const blocks = watchBlocks('start of the window');
  const profile = plan.profiles === undefined ? undefined : await startProfile(plan.profiles);
  const found = plan.opening === 'atOnce' ? await measureStart(plan) : await measureAll(plan, blocks);
  const result: WindowResult = { ...found, blocks: blocks.end(), memory: process.memoryUsage().rss };
  await profile?.end();
  await writeFile(plan.result, JSON.stringify(result));
  await closeEditors();
}

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), path);

/** The note in front, with the keys of its bibliography to tell an answer by. */
interface Writing { readonly plan: Plan; readonly editor: vscode.TextEditor; readonly keys: ReadonlySet<string> }

async function openNote(plan: Plan): Promise<Writing> {
  const document = await vscode.workspace.openTextDocument(at(plan.note));
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
  return { plan, editor, keys: new Set(plan.keys) };
}

async function measureStart(plan: Plan): Promise<Pick<WindowResult, 'fromStart'>> {
  const start = performance.now(), before = Date.now() - plan.started;
  const ms = await untilOffered(await openNote(plan), plan.cold, start);
  return ms === undefined ? {} : { fromStart: before + ms };
}

async function measureAll(plan: Plan, blocks: BlockWatch): Promise<Omit<WindowResult, 'blocks' | 'memory'>> {
  await untilRead(plan);
  blocks.enter('opening the note');
  const start = performance.now();
  const writing = await openNote(plan);
  const fromOpening = await untilOffered(writing, plan.cold, start);
  await type(writing, plan.whole.typed);
  const untilWhole = await untilOffered(writing, plan.whole, start, SETTLE, 3 * PATIENCE);
  await sleep(SETTLE);
  blocks.enter('typing and completion');
  const completions = await callEach(plan.completions, plan.warmUps, async request => { await type(writing, request.typed); return completeHere(writing, request); });
  blocks.enter('hover');
  const hovers = await callEach(plan.hovers, plan.warmUps, request => hover(writing.editor.document.uri, request));
  blocks.enter('bibliography rewritten on disk');
  const rewrites = fromOpening === undefined ? [] : await measureRewrites(writing);
  blocks.enter('bibliography opened in an editor');
  const edits = fromOpening === undefined ? [] : await measureEdits(writing, blocks);
  return { ...(fromOpening !== undefined && { fromOpening }), ...(untilWhole !== undefined && { untilWhole }), completions, hovers, rewrites, edits };
}

/** Waits until the extension is active and has read the sources: the hover of a citation of one of them waits for that. */
async function untilRead({ isControl, extension, other, otherHover }: Plan): Promise<void> {
  if (!isControl) await vscode.extensions.getExtension(extension)?.activate();
  const document = await vscode.workspace.openTextDocument(at(other));
  await vscode.window.showTextDocument(document);
  const { isRight } = await hover(document.uri, otherHover);
  if (!isControl && !isRight) throw new Error('the extension does not know the saved source that the other note cites');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await sleep(SETTLE);
}

/** Replaces what stands in the writing line. */
async function type({ plan, editor }: Writing, text: string): Promise<void> {
  await editor.edit(edit => edit.replace(editor.document.lineAt(plan.writingLine).range, text));
}

const completeHere = ({ plan, editor, keys }: Writing, request: CompletionRequest): Promise<Call> =>
  complete(editor.document.uri, new vscode.Position(plan.writingLine, request.typed.length), request, keys);

async function callEach<R>(sets: readonly RequestSet<R>[], warmUps: number, call: (request: R) => Promise<Call>): Promise<Record<string, readonly Call[]>> {
  const results: Record<string, readonly Call[]> = {};
  for (const { name, requests } of sets) {
    const calls: Call[] = [];
    for (const request of requests) {
      calls.push(await call(request));
      await sleep(PAUSE);
    }
    results[name] = calls.slice(warmUps);
  }
  return results;
}

/** Milliseconds from `start` until what is wanted is offered; in a control, until there is an answer. */
async function untilOffered(writing: Writing, request: CompletionRequest, start: number, poll = POLL, patience = PATIENCE): Promise<number | undefined> {
  for (;;) {
    const { isRight } = await completeHere(writing, request);
    const ms = performance.now() - start;
    if (isRight || writing.plan.isControl) return ms;
    if (ms > patience) return undefined;
    await sleep(poll);
  }
}

async function measureRewrites(writing: Writing): Promise<readonly (number | null)[]> {
  const times: (number | null)[] = [], target = at(writing.plan.bibliography).fsPath;
  for (const { file, how, request } of writing.plan.rewrites) {
    await type(writing, request.typed);
    await sleep(SETTLE);
    await (how === 'copy' ? copyFile(file, target) : rename(file, target));
    times.push(await untilOffered(writing, request, performance.now()) ?? null);
  }
  return times;
}

async function measureEdits(writing: Writing, blocks: BlockWatch): Promise<readonly (number | null)[]> {
  const times: (number | null)[] = [];
  const document = await vscode.workspace.openTextDocument(at(writing.plan.bibliography));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Two, preview: false });
  await sleep(SETTLE);
  blocks.enter('open bibliography edited');
  for (const { text, line, request } of writing.plan.edits) {
    await type(writing, request.typed);
    await sleep(SETTLE);
    const arrived = nextChange(document), edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line < 0 ? document.lineCount + line : line, 0), text);
    await vscode.workspace.applyEdit(edit);
    times.push(await untilOffered(writing, request, await arrived) ?? null);
  }
  return times;
}

/** When the host is told of the next change of a text: what the window takes before, in so large a text, no extension can help. */
const nextChange = (document: vscode.TextDocument): Promise<number> => new Promise(resolve => {
  const listening = vscode.workspace.onDidChangeTextDocument(event => {
    if (event.document !== document) return;
    listening.dispose();
    resolve(performance.now());
  });
});

/** Drops what was written, so that the next window begins with the files as they stand. */
async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(each => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
