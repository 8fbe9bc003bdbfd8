import * as vscode from 'vscode';
import type { SourceDetail } from '../../worker/port';
import { detailHint, detailWords } from './detailWords';

/** A text for a field, or the wish to have what the page says. */
export type Answer = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'page' };

/** Asks for the value of a field; undefined when the writer steps back, or leaves it as it was. */
export async function askDetail(field: SourceDetail, problemOf: (text: string) => string | undefined): Promise<Answer | undefined> {
  const input = vscode.window.createInputBox();
  const before = field.name === 'published' ? (field.values[0] ?? '').replace('T', ' ') : field.values.join('; ');
  const usePage: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Use What the Page Says') };
  const done = new Promise<Answer | undefined>(resolve => {
    const answer = (value: Answer | undefined): void => { resolve(value); input.hide(); };
    input.onDidAccept(() => { if (problemOf(input.value) === undefined) answer(input.value.trim() === before.trim() ? undefined : { kind: 'text', text: input.value }); });
    input.onDidTriggerButton(button => answer(button === usePage ? { kind: 'page' } : undefined));
    input.onDidChangeValue(text => { input.validationMessage = problemOf(text); });
    input.onDidHide(() => resolve(undefined));
  });
  input.title = detailWords(field.name);
  input.value = before;
  input.prompt = detailHint(field.name);
  input.buttons = field.from === 'writer' ? [vscode.QuickInputButtons.Back, usePage] : [vscode.QuickInputButtons.Back];
  input.ignoreFocusOut = true;
  input.show();
  return done.finally(() => { input.dispose(); });
}
