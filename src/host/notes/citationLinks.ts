import * as vscode from 'vscode';
import type { FoundPassage, SourceSummary } from '../../worker/port';
import { commands } from '../names';
import type { Shelf } from '../shelf';
import { titleWords } from '../words';
import type { Bibliographies } from './bibliographies';
import { lookUpAll } from './citedSource';
import { resolveNamed } from './locateBibliography';
import { noteScan } from './noteScan';
import { noteSelector } from './noteSelector';
import { quotedPassage, type FindPassage } from './passages';

/** The link of a key; where it leads on the page is looked for when somebody goes there. */
class KeyLink extends vscode.DocumentLink {
  constructor(range: vscode.Range, readonly note: vscode.TextDocument, readonly source: SourceSummary) {
    super(range);
    this.tooltip = vscode.l10n.t('Open “{0}” in Reader', titleWords(source));
  }
}

/** Makes links of the keys of a note, to their sources in the reader at the words quoted, and of the bibliographies its front matter names. */
export function registerCitationLinks(shelf: Shelf, bibliographies: Bibliographies, findPassage: FindPassage): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(noteSelector, {
    async provideDocumentLinks(document): Promise<vscode.DocumentLink[]> {
      if (shelf.sourceAt(document.uri)) return [];
      return (await Promise.all([keyLinks(document, shelf, bibliographies), fileLinks(document, shelf)])).flat();
    },
    async resolveDocumentLink(link) {
      if (link instanceof KeyLink) link.target = readerAddress(link.source, await quotedPassage(link.note, link.range.start, link.source, findPassage));
      return link;
    },
  });
}

async function keyLinks(note: vscode.TextDocument, shelf: Shelf, bibliographies: Bibliographies): Promise<readonly vscode.DocumentLink[]> {
  const cited = noteScan(note).citations.flatMap(citation => citation.keys);
  if (cited.length === 0) return [];
  const places = cited.map(({ key, span }) => ({ key, range: rangeIn(note, span) }));
  const found = await lookUpAll([...new Set(cited.map(({ key }) => key))], await bibliographies.forNote(note), shelf);
  const sources = new Map(found.map(({ key, source }) => [key, source]));
  return places.flatMap(({ key, range }) => {
    const source = sources.get(key);
    return source && !source.error ? [new KeyLink(range, note, source)] : [];
  });
}

async function fileLinks(note: vscode.TextDocument, shelf: Shelf): Promise<readonly vscode.DocumentLink[]> {
  const matter = noteScan(note).frontMatter;
  if (!matter) return [];
  const range = rangeIn(note, matter), text = note.getText(range);
  if (!text.includes('bibliography')) return [];
  const offset = note.offsetAt(range.start);
  const named = (await shelf.library.checkNote([], `${text}\n`)).named;
  const files = await Promise.all(named.map(({ name }) => resolveNamed(name, note)));
  return named.flatMap(({ span }, at) => {
    const file = files[at];
    return file ? [fileLink(rangeIn(note, { start: offset + span.start, end: offset + span.end }), file)] : [];
  });
}

const rangeIn = (note: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }): vscode.Range => new vscode.Range(note.positionAt(start), note.positionAt(end));

const readerAddress = (source: SourceSummary, passage: FoundPassage | undefined): vscode.Uri =>
  vscode.Uri.parse(`command:${commands.openInReader}?${encodeURIComponent(JSON.stringify([vscode.Uri.parse(source.id), ...passage ? [passage.span] : []]))}`);

function fileLink(range: vscode.Range, target: vscode.Uri): vscode.DocumentLink {
  const link = new vscode.DocumentLink(range, target);
  link.tooltip = vscode.l10n.t('Open Bibliography');
  return link;
}
