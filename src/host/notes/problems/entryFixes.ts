import * as vscode from 'vscode';
import type { Shelf } from '../../shelf';
import { ignoreFix } from './citationFixes';

/** Endings that tell entries of one author and year apart, as bibliographies print them. */
const ENDINGS = [...'bcdefghijklmnopqrstuvwxyz'];

/** Offers ways out of what is amiss in a bibliography, where it is marked there. */
export function registerEntryFixes(shelf: Shelf): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ pattern: '**/*.{json,bib}' }, {
    async provideCodeActions(file, _range, { diagnostics }) {
      const own = diagnostics.filter(({ source, code }) => source === 'Seedbed' && (code === 'bibliography-duplicate' || code === 'bibliography-broken'));
      const fixes = await Promise.all(own.map(async diagnostic => [...diagnostic.code === 'bibliography-duplicate' ? await renameFixes(file, diagnostic, shelf) : [], ignoreFix(diagnostic)]));
      return fixes.flat();
    },
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

/** Gives an entry whose key an earlier one has a key of its own; citations go on to mean the earlier one. */
async function renameFixes(file: vscode.TextDocument, diagnostic: vscode.Diagnostic, { library }: Shelf): Promise<readonly vscode.CodeAction[]> {
  const key = file.getText(diagnostic.range), found = await library.lookUp([file.uri.toString()], ENDINGS.map(ending => key + ending));
  const free = found.find(({ entry }) => !entry)?.key;
  if (free === undefined) return [];
  const fix = new vscode.CodeAction(vscode.l10n.t('Give This Entry the Key “{0}”', free), vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.edit = new vscode.WorkspaceEdit();
  fix.edit.replace(file.uri, diagnostic.range, free);
  return [fix];
}
