import type { Block, Edit, Script, ScriptTarget, SourceDocument, Writing } from '../document';
import type { OwnView } from './page';
import { plainInline } from '../markdown/plainInline';
import { widenPunctuation } from '../repair/punctuation';
import { repaired } from '../repair/repaired';
import { conversionFor, convert, convertText } from '../script/convert';
import { partScript } from '../script/partScript';
import { edited, mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** A text as a view shows it, and the script that it is in as saved. */
export interface ShownBlock { readonly text: MappedText; readonly saved: Script }

/** The text of a block as a view shows it: repaired, without Markdown's marks, trimmed, converted, its punctuation widened where asked. */
export function shownText(document: SourceDocument, block: Block, view: OwnView, tables: Tables): MappedText {
  return shownBlock(document, block, view, tables).text;
}

/** The same with the script of the block, which may be another than that of the document. */
export function shownBlock(document: SourceDocument, block: Block, view: OwnView, tables: Tables): ShownBlock {
  return viewed(plainText(document, block), document, view, tables);
}

/** The same with the marks of a Markdown source in it. */
export function markedText(document: SourceDocument, block: Block, view: OwnView, tables: Tables): MappedText {
  return viewed(trimmed(repaired(document.raw, document.repairs, block.span)), document, view, tables).text;
}

/** The text of a block as saved: repaired, without Markdown's marks, trimmed; a line of code keeps its indentation. */
export function plainText(document: SourceDocument, block: Block): MappedText {
  const text = trimmed(repaired(document.raw, document.repairs, block.span), block.kind === 'code');
  const marks = document.format === 'markdown' && block.kind !== 'code' ? plainInline(text.text) : [];
  return marks.length > 0 ? edited(text, marks) : text;
}

function viewed(plain: MappedText, whole: Writing, view: OwnView, tables: Tables): ShownBlock {
  const writing = savedWriting(plain.text, whole, view, tables);
  const converted = converts(writing, whole, view.script) ? convert(plain, writing, view.script, tables, view.words) : plain;
  return { text: view.fullWidth ? edited(converted, widenPunctuation(converted.text)) : converted, saved: writing.script };
}

/** A page of one script that is shown as saved needs nobody to look at its parts. */
function savedWriting(text: string, whole: Writing, view: OwnView, tables: Tables): Writing {
  if (view.script === 'as-saved' && whole.script !== 'mixed') return whole;
  const script = partScript(text, whole.script, tables);
  return script === whole.script ? whole : { script };
}

/** A value of the metadata, which is repaired already, as a view shows it. */
export function shownValue(value: string, whole: Writing, view: OwnView, tables: Tables): string {
  const writing = savedWriting(value, whole, view, tables);
  const converted = converts(writing, whole, view.script) ? convertText(value, writing, view.script, tables, view.words) : value;
  return view.fullWidth ? edited(mapped(converted), widenPunctuation(converted)).text : converted;
}

/** What is Japanese in a text of another script stays as it is. */
const converts = (part: Writing, whole: Writing, target: ScriptTarget): boolean =>
  target !== 'as-saved' && conversionFor(part, target) === 'convert' && (part.script !== 'Jpan' || whole.script === 'Jpan');

/** `base` without white space at its ends, or at its end only where it is `indented`; its inner white space as saved. */
function trimmed(base: MappedText, indented = false): MappedText {
  const { text } = base;
  const start = indented ? 0 : text.length - text.trimStart().length, end = Math.max(start, text.trimEnd().length);
  const edits: Edit[] = [{ span: { start: 0, end: start }, text: '' }, { span: { start: end, end: text.length }, text: '' }];
  const needed = edits.filter(edit => edit.span.end > edit.span.start);
  return needed.length > 0 ? edited(base, needed) : base;
}
