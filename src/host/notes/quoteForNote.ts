import type * as vscode from 'vscode';
import { paragraphLocator } from '../../core/cite/paragraphLocator';
import type { Writing } from '../../core/document';
import { proseSpans } from '../../core/markdown/prose';
import type { Quotation, SourceSummary } from '../../worker/port';
import { targetOf } from '../pickTarget';
import { readSettings } from '../settings';
import type { Shelf } from '../shelf';

/** A quotation as it goes into a note. */
export interface NoteQuotation {
  readonly paragraphs: readonly string[];
  /** With the comma it begins with; empty where none is wanted or known. */
  readonly locator: string;
  /** Whether 「」 are the usual quotation marks in the script of the note, or of the source where the note tells none. */
  readonly usesCorners: boolean;
}

/** As much of a note tells how it is written. */
const LOOKED_AT = 20_000;

/** Gives a quotation the script and the locator that the settings want for a note. */
export async function quoteForNote(note: vscode.TextDocument, { paragraphs, numbers }: Quotation, source: SourceSummary, shelf: Shelf): Promise<NoteQuotation> {
  const { quote } = readSettings(note.uri), prose = proseOf(note);
  const ofNote = await shelf.library.writingOf(prose);
  const locator = quote.withParagraph && numbers ? paragraphLocator(numbers, isHan(prose) ?? source.script !== 'none') : '';
  const { script, region } = ofNote.script === 'none' ? source : ofNote, usesCorners = script === 'Jpan' || (script === 'Hant' && region !== 'CN');
  return { paragraphs: quote.inScriptOfNote ? await inScriptOf(ofNote, paragraphs, shelf) : paragraphs, locator, usesCorners };
}

/** Whether most letters of a text are Chinese characters; undefined where it has none. */
function isHan(text: string): boolean | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0, han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return letters === 0 ? undefined : han * 2 >= letters;
}

function proseOf(note: vscode.TextDocument): string {
  const text = note.getText().slice(0, LOOKED_AT);
  return proseSpans(text).map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** As they are where the note is in no script, or in several. */
async function inScriptOf(writing: Writing, paragraphs: readonly string[], shelf: Shelf): Promise<readonly string[]> {
  const target = targetOf(writing);
  if (!target) return paragraphs;
  const shown = await shelf.library.writingOf(paragraphs.join('\n'));
  return Promise.all(paragraphs.map(async paragraph => {
    const conversion = await shelf.library.convert(paragraph, target, { writing: shown });
    return conversion.kind === 'converted' ? conversion.text : paragraph;
  }));
}
