import * as vscode from 'vscode';
import type { Repair, RepairKind } from '../../core/document';
import { exampleWords, guessWords, kindWords, lostWords } from './kindWords';
import type { Proposal } from './proposal';

/** The order they are offered in: what is surely damage first. */
const order: readonly RepairKind[] = ['mojibake', 'shiftedBytes', 'pinyinGloss', 'letterSpacing', 'invisible', 'compatibility', 'entity', 'spamLine', 'punctuation'];

/** Asks which kinds of repairs to make, `chosen` being ticked, else those that are damage; undefined when the writer steps back or wants none. */
export async function pickKinds(proposal: Proposal, chosen?: ReadonlySet<RepairKind>): Promise<ReadonlySet<RepairKind> | undefined> {
  const found = order.flatMap(kind => {
    const repairs = proposal.damage.repairs.filter(repair => repair.kind === kind);
    return repairs.length > 0 ? [{ kind, repairs }] : [];
  });
  const isTicked = (kind: RepairKind): boolean => chosen ? chosen.has(kind) : found.length === 1 || isDamage(kind, proposal.document);
  const items = found.map(({ kind, repairs }) => ({ found: kind, label: kindWords(kind, repairs.length), description: describe(repairs, proposal.text), picked: isTicked(kind) }));
  const lost = proposal.damage.lost.length;
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: [proposal.parts ? vscode.l10n.t('Repair the selected text') : vscode.l10n.t('Repair the whole text'), ...lost > 0 ? [lostWords(lost)] : []].join(' · '),
    placeHolder: vscode.l10n.t('Choose what to repair; the changes are shown first'),
  });
  return picked && picked.length > 0 ? new Set(picked.map(item => item.found)) : undefined;
}

/** Spam and punctuation are the writer's to judge, and references to characters may be meant wherever text is markup or code. */
function isDamage(kind: RepairKind, { languageId }: vscode.TextDocument): boolean {
  if (kind === 'entity') return languageId === 'plaintext';
  return kind !== 'spamLine' && kind !== 'punctuation';
}

function describe(repairs: readonly Repair[], text: string): string {
  const first = repairs.find(({ certain }) => certain) ?? repairs[0];
  return [first && exampleWords(first, text), guessWords(repairs)].filter(Boolean).join(' · ');
}
