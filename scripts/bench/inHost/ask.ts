import * as vscode from 'vscode';
import type { Call, CompletionRequest, HoverRequest, Wanted } from './plan';

export const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Asks the editor what it would offer at a place, and tells whether what is wanted is among it. */
export async function complete(uri: vscode.Uri, position: vscode.Position, { trigger, wanted }: CompletionRequest, keys: ReadonlySet<string>): Promise<Call> {
  const start = performance.now();
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position, trigger);
  const ms = performance.now() - start;
  // The editor's own words of open texts are of the kind Text.
  return { ms, isRight: list.items.some(item => item.kind !== vscode.CompletionItemKind.Text && isWanted(item, wanted, keys)) };
}

function isWanted(item: vscode.CompletionItem, wanted: Wanted, keys: ReadonlySet<string>): boolean {
  if ('title' in wanted) return lettersOf(shownBy(item)).includes(lettersOf(wanted.title));
  const inserted = wordsOf(item.insertText ?? item.label);
  return wanted.key === undefined ? inserted.some(word => keys.has(word)) : inserted.includes(wanted.key);
}

const textOf = (text: string | vscode.SnippetString | vscode.CompletionItemLabel): string =>
  (typeof text === 'string' ? text : 'value' in text ? text.value : text.label);

const wordsOf = (text: string | vscode.SnippetString | vscode.CompletionItemLabel): readonly string[] => textOf(text).match(/[\w-]+/g) ?? [];

function shownBy({ label, detail }: vscode.CompletionItem): string {
  const parts = typeof label === 'string' ? [label] : [label.label, label.detail, label.description];
  return [...parts, detail].join(' ');
}

/** Asks for the hover at a place, and tells whether the words that are wanted are in it, whatever marks them up. */
export async function hover(uri: vscode.Uri, { line, character, wanted }: HoverRequest): Promise<Call> {
  const start = performance.now();
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(line, character));
  const ms = performance.now() - start;
  const shown = hovers.flatMap(each => each.contents).map(content => (typeof content === 'string' ? content : content.value)).join(' ');
  return { ms, isRight: lettersOf(shown).includes(lettersOf(wanted)) };
}

const lettersOf = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/[^\p{L}\p{N}]/gu, '');
