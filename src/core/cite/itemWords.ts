import type { CslDate, CslItem, CslName } from './cslItem';

const HAN = /\p{Script=Han}/u;

/** Whether an item is to be written about in Chinese: by its language, else by its title. */
export function isChinese(item: CslItem): boolean {
  return item.language ? /^zh\b/i.test(item.language) : HAN.test(item.title ?? item['container-title'] ?? '');
}

/** What an item is called by in the text: its outlet, else up to two authors, else its publisher; empty where it has none. */
export function shownName(item: CslItem): string {
  return item['container-title'] ?? (shortNames(item.author ?? [], item) || item.publisher || '');
}

function shortNames(names: readonly CslName[], item: CslItem): string {
  const written = names.map(name => name.literal ?? (familyName(name) || (name.given ?? ''))).filter(name => name !== '');
  return written.length > 2 ? `${written[0] ?? ''}${isChinese(item) ? '等' : ' et al.'}` : written.join(isChinese(item) ? '、' : ' & ');
}

/** A family name with what is never left out of it: `de Gaulle`. */
export const familyName = ({ family = '', 'non-dropping-particle': particle = '' }: CslName): string => [particle, family].filter(part => part !== '').join(' ');

/** `2025-06-04`, `2025-06` or `2025`; empty where there is no date. */
export function isoDate(date: CslDate | undefined): string {
  return (date?.['date-parts'][0] ?? []).map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}
