import type { BlockKind } from '../core/document';
import type { ReaderBlock } from '../protocol';
import type { DoubtNotes } from './doubtNotes';
import { element } from './element';
import { fillWithText } from './markedText';
import type { Wording } from './wording';

const tags = {
  paragraph: 'p', heading: 'h2', caption: 'p', listItem: 'li', quotation: 'blockquote', table: 'pre', code: 'pre',
} as const satisfies Record<BlockKind, keyof HTMLElementTagNameMap>;

/** An item that brings its own bullet or number needs none from the page. */
const ownMarker = /^\s*(?:[-*+•·◆◇●○■□▪▲△★☆※]|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．])/;

/** Text that is indented in the file is not indented again. */
const ownIndent = /^[ \t]*[\u3000\u00a0]/;

function classesOf(block: ReaderBlock): string {
  const classes = ['block', block.kind];
  if (block.kind === 'listItem' && ownMarker.test(block.text)) classes.push('own-marker');
  if (ownIndent.test(block.text)) classes.push('own-indent');
  if (block.reason === 'editorsNote') classes.push('editors-note');
  return classes.join(' ');
}

/** A heading that is hidden from the text keeps out of the outline too. */
const tagOf = (block: ReaderBlock): keyof HTMLElementTagNameMap =>
  block.kind === 'heading' && block.role !== 'body' ? 'p' : tags[block.kind];

/** What the editor's context menu knows of a block. */
const contextOf = (block: ReaderBlock): string => JSON.stringify({ webviewSection: block.role === 'body' ? 'body' : 'hidden', block: block.index });

/** Builds one block; its text content is exactly `block.text`. */
export function blockElement(block: ReaderBlock, wording: Wording, notes: DoubtNotes): HTMLElement {
  const built = element(tagOf(block), { class: classesOf(block), ...(block.lang && { lang: block.lang }), attributes: { 'data-block': String(block.index), 'data-vscode-context': contextOf(block) } });
  if (built.tagName === 'PRE') built.tabIndex = 0;
  fillWithText(built, block, wording, notes);
  return built;
}
