import * as vscode from 'vscode';
import { isSameWork, type Meaning } from '../../core/cite/sameCitation';
import type { FileSpan, LibraryPort } from '../../worker/port';
import type { Shelf } from '../shelf';
import { addressesOf, type Bibliographies } from './bibliographies';
import { citationAt } from './citationPlace';
import { noteSelector } from './noteSelector';
import type { FoundCitation, WorkspaceCitations } from './workspaceCitations';

/** Files whose entries may be cited. */
const bibliographySelector: vscode.DocumentSelector = ['**/*.json', '**/*.bib'].map(pattern => ({ pattern, scheme: 'file' }));

/** "Find All References" on a citation, and on an entry of a bibliography that notes use: every citation in the notes of the workspace. */
export function registerFindReferences(shelf: Shelf, bibliographies: Bibliographies, citations: WorkspaceCitations): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(noteSelector, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const place = shelf.sourceAt(document.uri) ? undefined : citationAt(document, position);
        if (!place) return undefined;
        const bibliography = await bibliographies.forNote(document);
        const meanings = await Promise.all(place.keys.map(({ key }) => citations.meaning(key, bibliography)));
        return locations(meanings, { citations, library: shelf.library, includeDeclaration, token });
      },
    }),
    vscode.languages.registerReferenceProvider(bibliographySelector, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const { uri } = document;
        // Most files of JSON are no lists: the notes need not be read for them.
        if (!isBibliography(document) || !(await citations.bibliographiesInUse(token)).has(uri.toString())) return undefined;
        const file = await bibliographies.read(uri);
        const key = await shelf.library.keyAt(uri.toString(), { line: position.line, character: position.character });
        if (key === undefined) return undefined;
        // A note names its own bibliographies in its front matter: what counts here is the entry in this one.
        const files = [uri.toString()], [found] = file.problem === undefined ? await shelf.library.lookUp(files, [key]) : [];
        return locations([{ ...found, key, files }], { citations, library: shelf.library, includeDeclaration, token });
      },
    }),
  );
}

const isBibliography = (document: vscode.TextDocument): boolean => document.uri.path.endsWith('.bib') || /^\s*\[/.test(document.getText(new vscode.Range(0, 0, 20, 0)));

interface Search { readonly citations: WorkspaceCitations; readonly library: LibraryPort; readonly includeDeclaration: boolean; readonly token: vscode.CancellationToken }

async function locations(meanings: readonly Meaning[], { citations, library, includeDeclaration, token }: Search): Promise<vscode.Location[]> {
  const may = mayMean(meanings);
  const { citations: found } = await citations.find({ wanted: meaning => meanings.some(each => isSameWork(each, meaning)), ...(may && { mayMean: may }), scope: 'searched' }, token);
  const entries = includeDeclaration ? await entriesOf(meanings, found, library) : [];
  return [...found.map(({ note, range }) => new vscode.Location(note, range)), ...entries];
}

/** Only a source can be cited under several keys. */
function mayMean(meanings: readonly Meaning[]): ((key: string) => boolean) | undefined {
  return meanings.some(({ source }) => source !== undefined) ? undefined : key => meanings.some(each => each.key === key);
}

/** The entries that the citations are looked up in, each once. */
async function entriesOf(meanings: readonly Meaning[], found: readonly FoundCitation[], library: LibraryPort): Promise<readonly vscode.Location[]> {
  const asked = [...meanings.map(({ key, files }) => ({ key, files })), ...found.map(({ cited, bibliography }) => ({ key: cited.key, files: addressesOf(bibliography) }))];
  const places = new Map<string, vscode.Location>();
  for (const { key, files } of new Map(asked.map(each => [`${each.key}\n${each.files.join('\n')}`, each])).values()) {
    const [{ entry } = {}] = await library.lookUp(files, [key]);
    const place = entry && await library.entryPlace(entry.bibliography, key);
    if (entry && place) places.set(`${entry.bibliography}\n${key}`, new vscode.Location(vscode.Uri.parse(entry.bibliography), rangeOf(place)));
  }
  return [...places.values()];
}

/** A place of a file as the editor counts. */
export const rangeOf = ({ from, to }: FileSpan): vscode.Range => new vscode.Range(from.line, from.character, to.line, to.character);
