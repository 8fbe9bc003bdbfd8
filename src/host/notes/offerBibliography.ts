import * as vscode from 'vscode';
import { withBibliography } from '../../core/markdown/frontMatter';
import { log } from '../log';
import type { Bibliographies } from './bibliographies';
import { pathFromNote } from './locateBibliography';
import { noteScan } from './noteScan';

/** Offers, after a note's first citation, to name the bibliography in its front matter. */
export type OfferBibliography = (note: vscode.TextDocument) => void;

/** Gives what makes the offer, without holding anything up; undefined for a note that was offered it, or has more than `citations`: none where it is asked before one goes in. */
export function bibliographyOffer(bibliographies: Bibliographies): (note: vscode.TextDocument, citations?: number) => OfferBibliography | undefined {
  const offered = new Set<string>();
  return (note, citations = 0) => {
    if (offered.has(note.uri.toString()) || noteScan(note).citations.length > citations) return undefined;
    return document => {
      offered.add(document.uri.toString());
      offer(document, bibliographies).then(undefined, (error: unknown) => log.error(`the offer of a bibliography: ${String(error)}`));
    };
  };
}

async function offer(note: vscode.TextDocument, bibliographies: Bibliographies): Promise<void> {
  const { place } = await bibliographies.forNote(note);
  if (!place.target || place.named) return;
  const path = pathFromNote(note, place.target);
  if ((await withBibliography(note.getText(), path)).length === 0) return;
  const add = vscode.l10n.t('Add');
  const message = vscode.l10n.t('Other programs, such as pandoc, find the citations once the note names its bibliography. Add “bibliography: {0}” to its front matter?', path);
  if (await vscode.window.showInformationMessage(message, add, vscode.l10n.t('Not Now')) !== add) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { span, text } of await withBibliography(note.getText(), path)) {
    edit.replace(note.uri, new vscode.Range(note.positionAt(span.start), note.positionAt(span.end)), text);
  }
  await vscode.workspace.applyEdit(edit);
}
