import type { Block, Edit, Script, ScriptTarget, SourceDocument } from '../document';
import type { ReaderView } from './page';
import { plainInline } from '../markdown/plainInline';
import { widenPunctuation } from '../repair/punctuation';
import { repaired } from '../repair/repaired';
import { conversionFor, convert, convertText } from '../script/convert';
import { edited, mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** The text of a block as a view shows it: repaired, without Markdown's marks, trimmed, converted, its punctuation widened where asked. */
export function shownText(document: SourceDocument, block: Block, view: ReaderView, tables: Tables): MappedText {
  return viewed(plainText(document, block), document.script, view, tables);
}

/** The same with the marks of a Markdown source in it. */
export function markedText(document: SourceDocument, block: Block, view: ReaderView, tables: Tables): MappedText {
  return viewed(trimmed(repaired(document.raw, document.repairs, block.span)), document.script, view, tables);
}

/** The text of a block as saved: repaired, without Markdown's marks, trimmed; a line of code keeps its indentation. */
export function plainText(document: SourceDocument, block: Block): MappedText {
  const text = trimmed(repaired(document.raw, document.repairs, block.span), block.kind === 'code');
  const marks = document.format === 'markdown' && block.kind !== 'code' ? plainInline(text.text) : [];
  return marks.length > 0 ? edited(text, marks) : text;
}

function viewed(plain: MappedText, script: Script, view: ReaderView, tables: Tables): MappedText {
  const converted = converts(script, view.script) ? convert(plain, script, view.script, tables) : plain;
  return view.fullWidth ? edited(converted, widenPunctuation(converted.text)) : converted;
}

/** A value of the metadata, which is repaired already, as a view shows it. */
export function shownValue(value: string, script: Script, view: ReaderView, tables: Tables): string {
  const converted = converts(script, view.script) ? convertText(value, script, view.script, tables) : value;
  return view.fullWidth ? edited(mapped(converted), widenPunctuation(converted)).text : converted;
}

const converts = (script: Script, target: ScriptTarget): boolean => target !== 'as-saved' && conversionFor(script, target) === 'convert';

/** `base` without white space at its ends, or at its end only where it is `indented`; its inner white space as saved. */
function trimmed(base: MappedText, indented = false): MappedText {
  const { text } = base;
  const start = indented ? 0 : text.length - text.trimStart().length, end = Math.max(start, text.trimEnd().length);
  const edits: Edit[] = [{ span: { start: 0, end: start }, text: '' }, { span: { start: end, end: text.length }, text: '' }];
  const needed = edits.filter(edit => edit.span.end > edit.span.start);
  return needed.length > 0 ? edited(base, needed) : base;
}
