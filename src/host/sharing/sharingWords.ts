import * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';

/** How alike two passages are. */
export function likenessWords({ similarity, isSame }: { readonly similarity: number; readonly isSame: boolean }): string {
  return isSame ? vscode.l10n.t('the same words') : vscode.l10n.t('{0}% alike', Math.min(99, Math.round(similarity * 100)));
}

/** `in 3 sources`. */
export const sourcesWords = (count: number): string => (count === 1 ? vscode.l10n.t('in 1 source') : vscode.l10n.t('in {0} sources', count));

/** BCP 47 tag of what a source is called, as far as its script tells. */
export function languageOf({ script, region }: SourceSummary): string | undefined {
  switch (script) {
    case 'Hans': return 'zh-Hans';
    case 'Hant': return region === 'TW' || region === 'HK' ? `zh-Hant-${region}` : 'zh-Hant';
    case 'mixed': return 'zh';
    case 'Jpan': return 'ja';
    case 'none': return undefined;
  }
}
