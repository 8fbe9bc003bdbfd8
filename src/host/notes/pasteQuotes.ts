import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/markdown/escapeMarkdown';
import { inlineQuote, isCopyOf, quoteMarks } from '../../core/markdown/inlineQuote';
import { cited, isBracketAhead, quoteText, type QuoteCitation } from '../../core/markdown/insert';
import type { Quotation, SourceSummary } from '../../worker/port';
import type { Readers } from '../readers';
import { enterCited, keyToBe, type Carrying } from './carriedCitations';
import { surroundings } from './insertQuote';
import { textPlace } from './insertionPlace';
import { noteScan } from './noteScan';
import { noteSelector } from './noteSelector';
import { quoteForNote } from './quoteForNote';

const kinds = {
  quote: vscode.DocumentDropOrPasteEditKind.Empty.append('seedbed', 'quote'),
  text: vscode.DocumentDropOrPasteEditKind.Empty.append('seedbed', 'text'),
};

class QuotePaste extends vscode.DocumentPasteEdit {
  constructor(text: string, title: string, kind: vscode.DocumentDropOrPasteEditKind, readonly note: vscode.TextDocument, readonly cited: SourceSummary) { super(text, title, kind); }
}

/**
 * What was copied in the reader, and only that, brings its citation along when it is pasted into the prose of a note;
 * as plain text it can be had from the paste selector, or by "Paste as Text".
 */
export function registerPasteQuotes(carrying: Carrying, readers: Readers): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(noteSelector, {
    async provideDocumentPasteEdits(note, ranges, transfer): Promise<QuotePaste[] | undefined> {
      const { copied } = readers, range = ranges[0], { shelf, notes } = carrying.writing;
      if (!copied || !range || ranges.length > 1 || !notes.isNote(note) || !isProse(note, range)) return undefined;
      const words = await transfer.get('text/plain')?.asString(), quotation = await copied.quotation, source = shelf.source(copied.source);
      if (!words || !quotation || !source || !isCopyOf(words, quotation.paragraphs)) return undefined;
      return pastes(note, range, quotation, source, carrying);
    },
    async resolveDocumentPasteEdit(edit: QuotePaste): Promise<QuotePaste> {
      if (!await enterCited(edit.note, [edit.cited], carrying)) throw new vscode.CancellationError();
      return edit;
    },
  }, { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: ['text/plain'] });
}

/** Code, comments, links, citations and front matter take what is pasted as it is. */
function isProse(note: vscode.TextDocument, { start, end }: vscode.Range): boolean {
  const text = note.getText(), scan = noteScan(note);
  return [start, end].map(position => note.offsetAt(position)).every(offset => textPlace(text, scan, offset) === offset);
}

async function pastes(note: vscode.TextDocument, range: vscode.Range, quotation: Quotation, source: SourceSummary, carrying: Carrying): Promise<QuotePaste[]> {
  const { paragraphs, locator, usesCorners } = await quoteForNote(note, quotation, source, carrying.writing.shelf);
  const citation: QuoteCitation = { key: await keyToBe(note, source, carrying), locator };
  const only = paragraphs.length === 1 && !paragraphs[0]?.includes('\n') ? paragraphs[0] : undefined;
  const quoted = only === undefined
    ? quoteText(paragraphs, citation, surroundings(note, note.offsetAt(range.start), note.offsetAt(range.end)))
    : inlineQuote(only, quoteMarks(note.getText(), usesCorners), citation);
  const plain = cited(paragraphs.map(escapeMarkdown).join('\n\n'), citation);
  const gap = isBracketAhead(note.getText(new vscode.Range(range.end, range.end.translate(0, 1)))) ? ' ' : '';
  return [
    new QuotePaste(quoted + (only === undefined ? '' : gap), vscode.l10n.t('Quote with Citation'), kinds.quote, note, source),
    new QuotePaste(plain + gap, vscode.l10n.t('Text with Citation'), kinds.text, note, source),
  ];
}
