import type { CslItem, CslName } from './cslItem';
import { familyName, isChinese, isoDate, shownName } from './itemWords';

const HAN = /\p{Script=Han}/u;

// GB/T 7714-2015, appendix B, for what is read online.
const CARRIERS: Readonly<Record<string, string>> = {
  'article-newspaper': '[N/OL]', 'article-journal': '[J]', 'article-magazine': '[J]', article: '[J]', webpage: '[EB/OL]', post: '[EB/OL]', 'post-weblog': '[EB/OL]',
  book: '[M]', chapter: '[M]', thesis: '[D]', report: '[R]', 'paper-conference': '[C]', legislation: '[S]', standard: '[S]', patent: '[P]', dataset: '[DB]',
};

/** A readable line after GB/T 7714-2015: `谷业凯, 王昊男. 标题[N/OL]. 人民日报, 2025-06-04. https://…`. */
export function formatReference(item: CslItem): string {
  const outlet = item['container-title'] ?? item.publisher ?? '';
  const authors = formatNames(item.author ?? [], item);
  const title = `${item.title ?? item.id}${CARRIERS[item.type] ?? '[Z]'}`;
  const issue = [outlet, isoDate(item.issued)].filter(part => part !== '').join(', ');
  return [authors === outlet ? '' : authors, title, issue, item.URL ?? ''].filter(part => part !== '').map(ended).join(' ').replace(/\.$/, match => (item.URL ? '' : match));
}

/** What stands in the text for a citation: `（人民日报，2025-06-04）`, `(The Post, 2025)`; the title where there is neither outlet nor author. */
export function formatInline(item: CslItem): string {
  const parts = [shownName(item) || item.title || item.id, isoDate(item.issued)].filter(part => part !== '');
  return isChinese(item) ? `（${parts.join('，')}）` : `(${parts.join(', ')})`;
}

/** Up to three names, then 等 or et al., as the standard has it. */
function formatNames(names: readonly CslName[], item: CslItem): string {
  const written = names.map(fullName).filter(name => name !== '');
  return written.length > 3 ? [...written.slice(0, 3), isChinese(item) ? '等' : 'et al.'].join(', ') : written.join(', ');
}

/** Chinese names run together, others keep family name first. */
function fullName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const parts = [familyName(name), name.given ?? '', name['dropping-particle'] ?? '', name.suffix ?? ''];
  return parts.filter(part => part !== '').join(HAN.test(name.family ?? '') ? '' : ' ');
}

const ended = (part: string): string => (/[.!?。！？]$/.test(part) ? part : `${part}.`);
