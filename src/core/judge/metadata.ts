import type { Field, Metadata } from '../document';
import { NOTHING_DECLARED, type Claim } from '../cues/declared';
import { fieldAt, isElsewhere, type Page } from './page';
import { findCredits, findGuests, readPersons } from './people';
import { findCapturedNotBefore, findPublished } from './published';
import { findPublisher } from './publisher';
import { findSection, findSite } from './site';
import { titleLetters } from './declaredTitle';
import { readTitle } from './title';

/** Every field that the page tells of itself; what it does not say is left out. Front matter, the writer's word, goes before what is printed. */
export function readMetadata(page: Page): Metadata {
  const declared = page.analysis.declared ?? NOTHING_DECLARED;
  const url = declared.urls[0] ?? findUrl(page);
  const published = findPublished(page, url?.value);
  const publisher = ownWord(declared.publishers) ?? findPublisher(page) ?? declared.publishers[0];
  const captured = findCapturedNotBefore(page, published);
  const title = readTitle(page), key = titleLetters(title.title?.value ?? '');
  const site = ownWord(declared.sites) ?? declared.sites.find(({ value }) => titleLetters(value) !== key) ?? findSite(page, publisher);
  const outlets = [publisher?.value, site?.value, hostOf(url?.value), ...[...declared.publishers, ...declared.sites].map(({ value }) => value)];
  const section = findSection(page);
  return {
    ...title,
    ...(published && { published }), ...(publisher && { publisher }), ...(site && { site }),
    ...readPersons(page, outlets.flatMap((outlet) => outlet ?? [])),
    guests: findGuests(page),
    credits: findCredits(page),
    section: section.length > 0 ? section : declared.section,
    ...(url && { url }), ...(captured && { capturedNotBefore: captured }),
  };
}

const ownWord = (claims: readonly Claim[]): Claim | undefined => claims.find(({ from }) => from === 'frontMatter');

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/([^/:?#]+)/.exec(url ?? '')?.[1];
}

const URL_LABEL = /(?:本文|原文|文章|页面|当前)?(?:链接|网址|地址|URL|出自|link|permalink)\s?[:]?\s{0,2}(https?:\/\/[^\s\u3000-\u9fff"'<>,;()]+[^\s\u3000-\u9fff"'<>,;().:!?])/i;

/** The page's own address where it is printed behind a word for it. */
function findUrl(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (isElsewhere(page, index) || !line.normal.includes('http')) continue;
    const match = URL_LABEL.exec(line.normal);
    if (!match?.[1]) continue;
    const start = match.index + match[0].length - match[1].length;
    return fieldAt(page, index, start, start + match[1].length, 'page');
  }
  return undefined;
}
