import type { Block, Edit, Script, ScriptTarget, SourceDocument } from '../document';
import type { ReaderView } from '../../protocol';
import { widenPunctuation } from '../repair/punctuation';
import { repaired } from '../repair/repaired';
import { conversionFor, convert, convertText } from '../script/convert';
import { edited, mapped, type MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** The text of a block as a view shows it: repaired, trimmed, converted, its punctuation widened where asked. */
export function shownText(document: SourceDocument, block: Block, view: ReaderView, tables: Tables): MappedText {
  const plain = trimmed(repaired(document.raw, document.repairs, block.span));
  const converted = converts(document.script, view.script) ? convert(plain, document.script, view.script, tables) : plain;
  return view.fullWidth ? edited(converted, widenPunctuation(converted.text)) : converted;
}

/** A value of the metadata, which is repaired already, as a view shows it. */
export function shownValue(value: string, script: Script, view: ReaderView, tables: Tables): string {
  const converted = converts(script, view.script) ? convertText(value, script, view.script, tables) : value;
  return view.fullWidth ? edited(mapped(converted), widenPunctuation(converted)).text : converted;
}

const converts = (script: Script, target: ScriptTarget): boolean => target !== 'as-saved' && conversionFor(script, target) === 'convert';

/** `base` without white space at its ends, its inner white space as saved. */
function trimmed(base: MappedText): MappedText {
  const { text } = base;
  const start = text.length - text.trimStart().length, end = Math.max(start, text.trimEnd().length);
  const edits: Edit[] = [{ span: { start: 0, end: start }, text: '' }, { span: { start: end, end: text.length }, text: '' }];
  const needed = edits.filter(edit => edit.span.end > edit.span.start);
  return needed.length > 0 ? edited(base, needed) : base;
}
