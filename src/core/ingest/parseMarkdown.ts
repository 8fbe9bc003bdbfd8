import type { BlockKind, Repair } from '../document';
import type { Declared } from '../cues/declared';
import { findFrontMatter } from '../markdown/looseFrontMatter';
import { readFrontMatter } from './frontMatter';
import type { ParsedBlock } from './parsedBlock';
import { parseText } from './parseText';

const MARKS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^#{1,6}\s+/, 'heading'], [/^(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, 'listItem'], [/^(?:>\s?)+/, 'quotation'], [/^\|.*\|$/, 'table'],
];

/** Blocks of a Markdown clipping line by line, its marks outside their spans, and what its front matter declares. */
export function parseMarkdown(raw: string, repairs: readonly Repair[]): { readonly blocks: readonly ParsedBlock[]; readonly declared?: Declared } {
  const front = findFrontMatter(raw);
  const declared = front ? readFrontMatter(front.yaml) : undefined;
  const start = declared ? front?.end ?? 0 : 0;
  const blocks: ParsedBlock[] = [];
  let fenced = false;
  for (const block of parseText(raw, repairs)) {
    if (block.span.start < start) continue;
    const text = raw.slice(block.span.start, block.span.end);
    if (/^(?:```|~~~)/.test(text)) { fenced = !fenced; continue; }
    if (fenced) blocks.push({ ...block, kind: 'code' });
    else if (!/^(?:[-*_]\s*){3,}$|^<!--.*-->$|^!\[[^\]]*\]\([^)]*\)$|^\[\^[^\]]+\]:|^\|?[\s:|-]+\|$/.test(text)) blocks.push(marked(block, text));
  }
  return { blocks, ...(declared && { declared }) };
}

function marked(block: ParsedBlock, text: string): ParsedBlock {
  const linked = linkShare(text);
  for (const [mark, kind] of MARKS) {
    const match = mark.exec(text);
    if (!match || match[0].length >= text.length && kind !== 'table') continue;
    const skip = kind === 'table' ? 0 : match[0].length;
    return { ...block, kind, linked, span: { start: block.span.start + skip, end: block.span.end } };
  }
  return { ...block, linked };
}

/** Share of the shown characters that stand in links. */
function linkShare(text: string): number {
  let linked = 0;
  const shown = text.replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g, (_, label: string) => { linked += label.length; return label; });
  return shown.length === 0 ? 0 : linked / shown.length;
}
