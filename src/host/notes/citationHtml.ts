import { formatInline, formatReference } from '../../core/cite/formatReference';
import type { CslItem } from '../../core/cite/cslItem';
import type { Citation, CitedKey } from '../../core/markdown/citations';
import { webAddress } from './hoverText';

/** A citation as it stands in the preview; `known` gives entries, `number` the place of a key in the list at the end. */
export interface CitationRendering {
  item(key: string): CslItem | undefined;
  number(key: string): number;
  /** Tooltip of a key without an entry; undefined leaves such keys as they are written. */
  readonly unknown: ((key: string) => string) | undefined;
  /** Whether it leads nowhere: in the text of a link, which can hold no other, or without a list at the end. */
  readonly isPlain?: boolean;
}

/** `[@a; @b, p. 3]` as `（人民日报，2025-06-04；光明网，2024-04-03，p. 3）`, each part with its full reference; as written, but marked, where no key is known. */
export function citationHtml(citation: Citation, written: string, rendering: CitationRendering): string {
  const first = citation.keys.map(({ key }) => rendering.item(key)).find(item => item !== undefined);
  if (!first) return citation.bracketed ? unknownHtml(written, citation.keys, rendering) : escapeHtml(written);
  const marks = formatInline(first).startsWith('（') ? han : latin;
  if (!citation.bracketed) return citation.keys.map(key => inTextHtml(key, rendering, marks)).join('');
  return span(`${marks.open}${citation.keys.map(key => partHtml(key, rendering, marks)).join(marks.between)}${marks.close}`);
}

/** The list of everything a note cites, under `heading` unless the note has written its own. */
export function referencesHtml(keys: readonly string[], rendering: CitationRendering, heading: string | undefined): string {
  const entries = keys.flatMap(key => {
    const item = rendering.item(key);
    return item ? [`<li id="${idOf(rendering.number(key))}">${referenceHtml(item)}</li>`] : [];
  });
  if (entries.length === 0) return '';
  const title = heading === undefined ? '' : `<h2>${escapeHtml(heading)}</h2>\n`;
  return `<section class="seedbed-references">\n${title}<ul>\n${entries.join('\n')}\n</ul>\n</section>\n`;
}

interface Marks { readonly open: string; readonly close: string; readonly comma: string; readonly between: string }
const han: Marks = { open: '（', close: '）', comma: '，', between: '；' };
const latin: Marks = { open: '(', close: ')', comma: ', ', between: '; ' };

function partHtml(cited: CitedKey, rendering: CitationRendering, marks: Marks): string {
  const prefix = cited.prefix ? `${escapeHtml(cited.prefix)} ` : '';
  const locator = cited.locator ? `${marks.comma}${escapeHtml(cited.locator)}` : '';
  const item = rendering.item(cited.key);
  if (!item) return `${prefix}${unknownHtml(`@${cited.key}`, [cited], rendering)}${locator}`;
  const { name, date } = inlineParts(item);
  const shown = cited.suppressAuthor && date ? date : [name, date].filter(part => part !== '').join(marks.comma);
  return `${prefix}${linkHtml(cited.key, item, shown, rendering)}${locator}`;
}

/** `人民日报（2025-06-04，第3段）` */
function inTextHtml(cited: CitedKey, rendering: CitationRendering, marks: Marks): string {
  const item = rendering.item(cited.key);
  if (!item) return unknownHtml(`@${cited.key}`, [cited], rendering);
  const { name, date } = inlineParts(item);
  const inside = [date, cited.locator ?? ''].filter(part => part !== '').join(marks.comma);
  return span(linkHtml(cited.key, item, inside ? `${name}${marks === latin ? ' ' : ''}${marks.open}${inside}${marks.close}` : name, rendering));
}

/** Name and date of what `formatInline` gives, which puts the date last. */
function inlineParts(item: CslItem): { readonly name: string; readonly date: string } {
  const text = formatInline(item).slice(1, -1);
  if (!item.issued) return { name: text, date: '' };
  const at = Math.max(text.lastIndexOf('，'), text.lastIndexOf(', '));
  return at < 0 ? { name: text, date: '' } : { name: text.slice(0, at), date: text.slice(at).replace(/^[，,]\s*/, '') };
}

function linkHtml(key: string, item: CslItem, text: string, rendering: CitationRendering): string {
  const { isPlain } = rendering, tag = isPlain ? 'span' : 'a', address = isPlain ? '' : ` href="#${idOf(rendering.number(key))}"`;
  return `<${tag}${address} title="${escapeHtml(formatReference(item))}">${escapeHtml(text)}</${tag}>`;
}

function unknownHtml(written: string, keys: readonly CitedKey[], { unknown }: CitationRendering): string {
  if (!unknown) return escapeHtml(written);
  return `<span class="seedbed-unknown" title="${escapeHtml(keys.map(({ key }) => unknown(key)).join(' '))}">${escapeHtml(written)}</span>`;
}

/** A reference whose address, if it is one of the web, can be followed. */
function referenceHtml(item: CslItem): string {
  const text = formatReference(item), address = webAddress(item.URL);
  if (!address || !item.URL || !text.endsWith(item.URL)) return escapeHtml(text);
  return `${escapeHtml(text.slice(0, -item.URL.length))}<a href="${escapeHtml(address)}">${escapeHtml(item.URL)}</a>`;
}

const span = (html: string): string => `<span class="seedbed-citation">${html}</span>`;
const idOf = (number: number): string => `seedbed-reference-${number}`;

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
