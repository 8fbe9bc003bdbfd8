import type { Field, Metadata, Origin } from '../document';
import type { Declared } from '../cues/analysis';
import { readHeadline } from '../cues/headline';
import { fieldAt, isElsewhere, type Page } from './page';
import { findAuthors, findCredits, findEditors, findGuests } from './people';
import { findCapturedNotBefore, findPublished } from './published';
import { findPublisher } from './publisher';
import { findSection, findSite } from './site';

/** Every field that the page tells of itself; what it does not say is left out. Front matter goes before what is printed. */
export function readMetadata(page: Page): Metadata {
  const { declared } = page.analysis;
  const printed = findPublished(page);
  const published = declaredField(declared, 'published') ?? printed;
  const publisher = declaredFirst(declared, 'publisher', () => findPublisher(page));
  const captured = findCapturedNotBefore(page, printed ?? published);
  const site = declaredField(declared, 'site') ?? findSite(page, publisher);
  const url = declaredField(declared, 'url') ?? findUrl(page);
  const authors = findAuthors(page), editors = findEditors(page), section = findSection(page);
  return {
    ...headlineFields(page, declared),
    ...(published && { published }), ...(publisher && { publisher }), ...(site && { site }),
    authors: declaredList(declared, 'authors') ?? authors,
    editors: editors.length > 0 ? editors : declaredList(declared, 'editors') ?? [],
    guests: findGuests(page),
    credits: findCredits(page),
    section: section.length > 0 ? section : declaredList(declared, 'section') ?? [],
    ...(url && { url }), ...(captured && { capturedNotBefore: captured }),
  };
}

function headlineFields(page: Page, declared: Declared | undefined): Pick<Metadata, 'title' | 'series' | 'mediaTag'> {
  const line = page.headline && page.lines[page.headline.index];
  if (!page.headline || !line) {
    const title = declaredField(declared, 'title');
    return { series: [], ...(title && { title }) };
  }
  const { index } = page.headline;
  const parts = readHeadline(line.normal);
  const field = ([start, end]: readonly [number, number]): Field<string> => fieldAt(page, index, start, end, 'headline');
  const own = declared?.from === 'frontMatter' ? declaredField(declared, 'title') : undefined;
  return { title: own ?? field(parts.title), series: parts.series.map(field), ...(parts.mediaTag && { mediaTag: field(parts.mediaTag) }) };
}

type Single = 'title' | 'published' | 'publisher' | 'site' | 'url';

function declaredField(declared: Declared | undefined, name: Single): Field<string> | undefined {
  const value = declared?.[name];
  return declared && value !== undefined ? { value, from: declared.from } : undefined;
}

/** What front matter says is the writer's word; what meta tags say is weaker than a printed 来源. */
function declaredFirst(declared: Declared | undefined, name: Single, printed: () => Field<string> | undefined): Field<string> | undefined {
  const field = declaredField(declared, name);
  return declared?.from === 'frontMatter' ? field ?? printed() : printed() ?? field;
}

function declaredList(declared: Declared | undefined, name: 'authors' | 'editors' | 'section'): readonly Field<string>[] | undefined {
  const from: Origin = declared?.from ?? 'meta';
  const values = declared?.[name] ?? [];
  return values.length > 0 ? values.map((value) => ({ value, from })) : undefined;
}

const URL_LABEL = /(?:本文|原文|文章|页面|当前)?(?:链接|网址|地址|URL|出自|link|permalink)\s?[:]?\s{0,2}(https?:\/\/[^\s\u3000-\u9fff"'<>,;()]+[^\s\u3000-\u9fff"'<>,;().:!?])/i;

/** The page's own address where it is printed behind a word for it. */
function findUrl(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (isElsewhere(page, index) || !line.normal.includes('http')) continue;
    const match = URL_LABEL.exec(line.normal);
    if (!match?.[1]) continue;
    const start = match.index + match[0].length - match[1].length;
    return fieldAt(page, index, start, start + match[1].length, 'address');
  }
  return undefined;
}
