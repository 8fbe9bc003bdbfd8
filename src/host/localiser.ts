import * as vscode from 'vscode';
import type { Localiser } from '../messages/localiser';

/** The language of the editor. */
export const localiser: Localiser = { t: vscode.l10n.t, language: vscode.env.language };
