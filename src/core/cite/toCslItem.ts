import type { Script, SourceDocument } from '../document';
import type { CslDate, CslItem, CslName } from './cslItem';
import { isAgency, isPaper, outletOf } from './outlet';

/** What an item is made of; a `SourceSummary` with what only its document tells. */
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
  /** Programmes and series that the headline names. */
  readonly series?: readonly string[];
  /** `视频`, `组图` and their like at the headline. */
  readonly mediaTag?: string;
  /** When the page was saved, told by what saved it; never a guess. */
  readonly saved?: string;
}

/** What of an item only the document of a source tells. */
export function citableOf({ language, metadata: { mediaTag, capturedNotBefore } }: SourceDocument): Pick<CitableSource, 'language' | 'mediaTag' | 'saved'> {
  const isTold = capturedNotBefore?.from === 'saveMark' || capturedNotBefore?.from === 'frontMatter';
  return { language, ...(mediaTag && { mediaTag: mediaTag.value }), ...(isTold && { saved: capturedNotBefore.value }) };
}

const LANGUAGES: Readonly<Record<Script, string>> = { Hans: 'zh-CN', Hant: 'zh-TW', mixed: 'zh-CN', Jpan: 'ja-JP', none: '' };

/** Marks of what is watched or heard. */
const BROADCAST = /^(?:视频|音频|直播|vlog|video|audio)$/i;

/**
 * The bibliography item of a source. Names are literal, as pandoc prints 谷 等 for Chinese family names; without a byline the outlet is the author.
 * `simplify` folds names for telling newspapers from agencies and sites.
 */
export function toCslItem(source: CitableSource, key: string, simplify: (text: string) => string): CslItem {
  const outlet = outletOf(source.publisher ?? '') || source.site || '';
  const authors = source.authors.length > 0 ? source.authors : outlet ? [outlet] : [];
  const title = source.title || source.lead.split(/(?<=[。！？!?.])|\n/)[0]?.slice(0, 60) || '';
  const issued = toCslDate(source.published), accessed = toCslDate(source.saved);
  const language = LANGUAGES[source.script] || (source.language === 'und' ? undefined : source.language);
  return {
    id: key,
    ...placeOf(source, outlet, authors, simplify),
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map((literal): CslName => ({ literal })) }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(language && { language }),
    ...(source.url && { URL: source.url }),
    custom: { seedbed: { path: source.path, hash: source.hash } },
  };
}

/** What kind of piece it is, and what it stands in: a paper, a programme, or a site where that is not its author already. A publisher would cost a web page its day in GB/T 7714. */
function placeOf(source: CitableSource, outlet: string, authors: readonly string[], simplify: (text: string) => string): Pick<CslItem, 'type' | 'medium' | 'container-title' | 'source'> {
  const name = simplify(outlet), elsewhere = source.site && isOther(simplify(source.site), name) ? source.site : undefined, isOwn = authors.length === 1 && authors[0] === outlet;
  if (source.mediaTag && BROADCAST.test(simplify(source.mediaTag))) {
    const programme = source.series?.[0] ?? elsewhere;
    return { type: 'broadcast', medium: source.mediaTag, ...(programme && { 'container-title': programme }), ...(outlet && !isOwn && { source: outlet }) };
  }
  if (outlet && isPaper(name)) return { type: 'article-newspaper', 'container-title': outlet };
  if (outlet && isAgency(name)) return elsewhere ? { type: 'webpage', 'container-title': elsewhere, ...(!isOwn && { source: outlet }) } : { type: 'article-newspaper', 'container-title': outlet };
  const container = isOwn ? elsewhere : outlet;
  return { type: 'webpage', ...(container && { 'container-title': container }) };
}

/** Whether a site is another than the outlet: 新华网 carries its own, 央视网新闻 is 央视网. */
const isOther = (site: string, outlet: string): boolean => outlet !== '' && !site.includes(outlet) && !outlet.includes(site);

/** Year, month and day of an ISO local time, as far as it goes. */
export function toCslDate(published: string | undefined): CslDate | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published ?? '');
  return found ? { 'date-parts': [found.slice(1).filter(part => part !== undefined).map(Number)] } : undefined;
}
