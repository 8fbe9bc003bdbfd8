import type { Block, SourceDocument } from '../document';
import { plainText } from '../render/shownText';
import { LEAD_LENGTH } from './limits';

/** The body's repaired text, a line a block. */
export function bodyText(document: SourceDocument): string {
  return document.blocks.filter(block => block.role === 'body').map(block => blockText(document, block)).filter(text => text !== '').join('\n');
}

/** The first 200 to 300 characters of the body's prose as one line, cut at a sentence where one ends there. */
export function leadOf(document: SourceDocument): string {
  const body = document.blocks.filter(block => block.role === 'body');
  const prose = body.filter(block => block.kind === 'paragraph' && block.reason === 'paragraph');
  let lead = '';
  for (const block of prose.length > 0 ? prose : body) {
    const text = blockText(document, block).replace(/\s+/g, ' ');
    lead += (/[\w.!?,;:%)]$/.test(lead) && /^[\w("']/.test(text) ? ' ' : '') + text;
    if (lead.length > LEAD_LENGTH.most) break;
  }
  return cutLead(lead);
}

function cutLead(text: string): string {
  if (text.length <= LEAD_LENGTH.most) return text;
  const cut = text.slice(0, LEAD_LENGTH.most).replace(/[\uD800-\uDBFF]$/, '');
  const sentences = /^.*(?:[。！？!?]|\.(?= ))[”’」』"']?/su.exec(cut)?.[0] ?? '';
  return sentences.length >= LEAD_LENGTH.least ? sentences : `${cut.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '').replace(/\s\S*$/, rest => (/^\s\w+$/.test(rest) ? '' : rest))}…`;
}

const blockText = (document: SourceDocument, block: Block): string => plainText(document, block).text;
