import * as vscode from 'vscode';
import { scriptTargets, type ScriptTarget, type Writing } from '../core/document';
import { scriptExamples } from './scriptExamples';
import { scriptWords } from './words';

/** The scripts that a text can be converted to. */
export const conversions: readonly ScriptTarget[] = scriptTargets.filter(target => target !== 'as-saved');

/** Lets the writer choose a script, the `current` one with a check; undefined when the list is left. */
export async function pickTarget(placeHolder: string, targets: readonly ScriptTarget[], current?: ScriptTarget): Promise<ScriptTarget | undefined> {
  const items = targets.map(target => ({
    target,
    label: scriptWords(target),
    ...(target !== 'as-saved' && { description: scriptExamples[target] }),
    ...(target === current && { iconPath: new vscode.ThemeIcon('check') }),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.target;
}

/** The script that a text is in already; undefined where it is in none or in several. */
export function targetOf({ script, region }: Writing): ScriptTarget | undefined {
  switch (script) {
    case 'Hans': return 'hans';
    case 'Hant': return region === 'TW' ? 'tw' : region === 'HK' ? 'hk' : 'hant';
    case 'Jpan': return 'jp';
    case 'mixed':
    case 'none': return undefined;
  }
}
