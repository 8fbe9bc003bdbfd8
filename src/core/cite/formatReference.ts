import type { CslItem, CslName } from './cslItem';
import { familyName, isChinese, isoDate, shownName } from './itemWords';

const HAN = /\p{Script=Han}/u;

// GB/T 7714-2015, appendix B.
const CARRIERS: Readonly<Record<string, string>> = {
  'article-newspaper': 'N', 'article-journal': 'J', 'article-magazine': 'J', article: 'J', webpage: 'EB', post: 'EB', 'post-weblog': 'EB',
  book: 'M', chapter: 'M', thesis: 'D', report: 'R', 'paper-conference': 'C', legislation: 'S', standard: 'S', patent: 'P', dataset: 'DB', broadcast: 'Z',
};

/**
 * A readable line after GB/T 7714-2015, as its style gives it: `谷业凯, 王昊男. 标题[N/OL]. 人民日报, 2025-06-04. https://…`, and of what
 * stands on the web by itself `标题[EB/OL]//网站. (2025-06-04)[2025-11-21]. https://…`.
 */
export function formatReference(item: CslItem): string {
  const kind = CARRIERS[item.type] ?? 'Z', read = bracketed('[', isoDate(item.accessed), ']');
  const title = `${item.title ?? item.id}[${kind}${item.URL === undefined ? '' : '/OL'}]`, container = item['container-title'];
  const parts = ON_THE_WEB.test(kind)
    ? [`${title}${bracketed('//', container ?? '', '')}`, container === undefined ? item.publisher ?? '' : '', `${bracketed('(', isoDate(item.issued), ')')}${read}`]
    : [title, [container ?? item.publisher, isoDate(item.issued)].filter(part => part).join(', ') + read];
  return [formatNames(item.author ?? [], item), ...parts, item.URL ?? ''].filter(part => part !== '').map(ended).join(' ').replace(/\.$/, match => (item.URL ? '' : match));
}

/** What has no issue, but a day on which it was set up. */
const ON_THE_WEB = /^(?:EB|Z)$/;

const bracketed = (open: string, text: string, close: string): string => (text === '' ? '' : `${open}${text}${close}`);

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
