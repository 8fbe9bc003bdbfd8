import * as vscode from 'vscode';
import type { SourceSummary } from '../../worker/port';
import type { Shelf } from '../shelf';
import { textAddress } from '../sourceAddress';
import { rangeIn } from '../sourceTexts';
import type { Bibliographies } from './bibliographies';
import { citationAt, type CitationPlace } from './citationPlace';
import { lookUpAll } from './citedSource';
import { rangeOf } from './findReferences';
import { quotationsOf } from './noteQuotations';
import { noteSelector } from './noteSelector';
import type { FindPassage } from './passages';

/** Goes from a citation to its source, at the quoted words where it has some; an entry without one is shown in its bibliography. */
export function registerDefineCitations(shelf: Shelf, bibliographies: Bibliographies, findPassage: FindPassage): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(noteSelector, {
    async provideDefinition(document, position) {
      const place = shelf.sourceAt(document.uri) ? undefined : citationAt(document, position);
      if (!place) return undefined;
      const words = quotationsOf(document, place.citation, place.offset)[0]?.text;
      const found = await lookUpAll(place.keys.map(({ key }) => key), await bibliographies.forNote(document), shelf);
      const targets = await Promise.all(found.map(async ({ key, cited, source }) => (source ? inSource(source, words, shelf, findPassage) : cited && inBibliography(key, cited.bibliography, shelf))));
      return targets.filter(target => target !== undefined).map(target => link(place, target));
    },
  });
}

interface Target { readonly uri: vscode.Uri; readonly range: vscode.Range }

const link = ({ range }: CitationPlace, target: Target): vscode.LocationLink =>
  ({ originSelectionRange: range, targetUri: target.uri, targetRange: target.range, targetSelectionRange: target.range });

/** The quoted words in the clean text, else its head. */
async function inSource(source: SourceSummary, words: string | undefined, shelf: Shelf, findPassage: FindPassage): Promise<Target> {
  const passage = words === undefined ? undefined : await findPassage(source, words);
  const text = passage && await shelf.library.sourceText(source.id, passage.span);
  const range = text?.ok && text.value.range ? rangeIn(text.value, text.value.range) : new vscode.Range(0, 0, 0, 0);
  return { uri: textAddress(source), range };
}

async function inBibliography(key: string, bibliography: vscode.Uri, shelf: Shelf): Promise<Target | undefined> {
  const place = await shelf.library.entryPlace(bibliography.toString(), key);
  return place && { uri: bibliography, range: rangeOf(place) };
}
