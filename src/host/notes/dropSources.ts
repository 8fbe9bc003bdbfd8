import * as vscode from 'vscode';
import type { Quotation, SourceSummary } from '../../worker/port';
import type { Readers } from '../readers';
import { readSettings, type CitationFormat } from '../settings';
import { enterCited, keyToBe, type Carrying } from './carriedCitations';
import { gatherCitation, placeCitation } from './citationMatter';
import { placeQuote } from './insertQuote';
import { noteSelector } from './noteSelector';
import { quoteForNote } from './quoteForNote';

const URIS = 'text/uri-list';
/** Below `text`, as the editor's own links of Markdown yield to what is. */
const kinds = {
  citation: vscode.DocumentDropOrPasteEditKind.Text.append('seedbed', 'citation'),
  quote: vscode.DocumentDropOrPasteEditKind.Text.append('seedbed', 'quote'),
  link: vscode.DocumentDropOrPasteEditKind.Text.append('seedbed', 'link'),
};

/**
 * Sources dropped into a note, from the tree or the explorer, become a citation, a quotation or a link, as the writer chooses.
 * Where citations are keys, the entries are written first, whatever is chosen then: the editor asks for no more once it has the edits.
 */
export function registerDropSources(carrying: Carrying, readers: Readers): vscode.Disposable {
  const { shelf, notes } = carrying.writing;
  return vscode.languages.registerDocumentDropEditProvider(noteSelector, {
    async provideDocumentDropEdits(note, position, transfer): Promise<vscode.DocumentDropEdit[] | undefined> {
      const uris = uriList(await transfer.get(URIS)?.asString());
      const sources = uris.map(uri => shelf.sourceAt(uri)).filter(source => source !== undefined && !source.error) as SourceSummary[];
      if (sources.length === 0 || sources.length < uris.length || !notes.isNote(note)) return undefined;
      const dropped: Dropped = { note, position, sources }, link = await linkDrop(dropped, carrying);
      if (readSettings(note.uri).citationFormat !== 'pandoc') return [await citationDrop(dropped, carrying), link];
      if (!await enterCited(note, sources, carrying)) return [link];
      const [citation, quote] = await Promise.all([citationDrop(dropped, carrying), quoteDrop(dropped, carrying, readers)]);
      return [citation, ...(quote ? [quote] : []), link];
    },
  }, { providedDropEditKinds: Object.values(kinds), dropMimeTypes: [URIS] });
}

interface Dropped { readonly note: vscode.TextDocument; readonly position: vscode.Position; readonly sources: readonly SourceSummary[] }

const uriList = (text = ''): readonly vscode.Uri[] => text.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#')).map(line => vscode.Uri.parse(line));

async function citationDrop(dropped: Dropped, carrying: Carrying): Promise<vscode.DocumentDropEdit> {
  const format = readSettings(dropped.note.uri).citationFormat;
  return fill(new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Citation'), kinds.citation), dropped, format, carrying);
}

const linkDrop = (dropped: Dropped, carrying: Carrying): Promise<vscode.DocumentDropEdit> =>
  fill(new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Link'), kinds.link), dropped, 'link', carrying);

async function fill(edit: vscode.DocumentDropEdit, { note, position, sources }: Dropped, format: CitationFormat, carrying: Carrying): Promise<vscode.DocumentDropEdit> {
  const matter = await gatherCitation(note, sources, format, carrying.writing.shelf, source => keyToBe(note, source, carrying));
  const { range, before, after, others } = placeCitation(note, position, matter), more = new vscode.WorkspaceEdit();
  if (range.isEmpty && range.start.isEqual(position)) edit.insertText = before + after;
  else more.replace(note.uri, range, before + after);
  for (const { span, text } of others) more.insert(note.uri, note.positionAt(span.start), text);
  edit.additionalEdit = more;
  return edit;
}

/** Of one source: what is selected of it in the reader, else its first paragraph. */
async function quoteDrop({ note, position, sources }: Dropped, carrying: Carrying, readers: Readers): Promise<vscode.DocumentDropEdit | undefined> {
  const source = sources.length === 1 ? sources[0] : undefined, { shelf } = carrying.writing;
  const quotation = source && (await selected(source, carrying, readers) ?? await firstParagraph(source, carrying));
  if (!quotation) return undefined;
  const { paragraphs, locator } = await quoteForNote(note, quotation, source, shelf);
  const { place, text } = placeQuote(note, position, paragraphs, { key: await keyToBe(note, source, carrying), locator });
  const edit = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Quote with Citation'), kinds.quote);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.insert(note.uri, note.positionAt(place), text);
  return edit;
}

async function selected({ id }: SourceSummary, { writing }: Carrying, { active }: Readers): Promise<Quotation | undefined> {
  return active?.source === id && active.selection ? writing.shelf.library.quote(id, active.view, active.selection) : undefined;
}

async function firstParagraph({ id }: SourceSummary, { writing: { shelf } }: Carrying): Promise<Quotation | undefined> {
  const { script, fullWidth } = readSettings().reader, view = { script, fullWidth };
  const page = await shelf.library.page(id, view);
  const first = page.ok ? page.value.blocks.find(({ role, kind }) => role === 'body' && kind === 'paragraph') : undefined;
  return first && shelf.library.quote(id, view, { from: { block: first.index, offset: 0 }, to: { block: first.index, offset: first.text.length } });
}
