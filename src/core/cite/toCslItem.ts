import type { Script } from '../document';
import type { CslDate, CslItem, CslName } from './cslItem';
import { isPaper, outletOf } from './outlet';

/** What an item is made of; a `SourceSummary` is one. */
export interface CitableSource {
  readonly path: string;
  readonly hash: string;
  readonly script: Script;
  /** BCP 47 language, for texts without Han. */
  readonly language?: string;
  readonly title: string;
  readonly lead: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly site?: string;
  readonly url?: string;
}

const LANGUAGES: Readonly<Record<Script, string>> = { Hans: 'zh-CN', Hant: 'zh-TW', mixed: 'zh-CN', Jpan: 'ja-JP', none: '' };

/**
 * The bibliography item of a source. Names are literal, as pandoc prints 谷 等 for Chinese family names; without a byline the outlet is the author.
 * No `accessed`: a page does not say when it was saved. `simplify` folds names for telling newspapers from sites.
 */
export function toCslItem(source: CitableSource, key: string, simplify: (text: string) => string): CslItem {
  const outlet = outletOf(source.publisher ?? '') || source.site || '';
  const authors = source.authors.length > 0 ? source.authors : outlet ? [outlet] : [];
  const title = source.title || source.lead.split(/(?<=[。！？!?.])|\n/)[0]?.slice(0, 60) || '';
  const issued = toCslDate(source.published);
  const language = LANGUAGES[source.script] || (source.language === 'und' ? undefined : source.language);
  return {
    id: key,
    type: outlet && isPaper(simplify(outlet)) ? 'article-newspaper' : 'webpage',
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map((literal): CslName => ({ literal })) }),
    ...(outlet && { 'container-title': outlet }),
    ...(issued && { issued }),
    ...(language && { language }),
    ...(source.url && { URL: source.url }),
    custom: { seedbed: { path: source.path, hash: source.hash } },
  };
}

/** Year, month and day of an ISO local time, as far as it goes. */
export function toCslDate(published: string | undefined): CslDate | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published ?? '');
  return found ? { 'date-parts': [found.slice(1).filter(part => part !== undefined).map(Number)] } : undefined;
}
